package annotation

import (
	"fmt"
	"strings"

	"github.com/goccy/go-json/jsontext"
	json "github.com/goccy/go-json/v2"
	"github.com/google/uuid"
)

// collection is a W3C Annotation Collection with its only page inside.
type collection struct {
	Context string          `json:"@context"`
	ID      string          `json:"id"`
	Type    string          `json:"type"`
	Label   string          `json:"label,omitzero"`
	Total   int             `json:"total"`
	First   *collectionPage `json:"first,omitzero"`
}

type collectionPage struct {
	ID         string           `json:"id"`
	Type       string           `json:"type"`
	PartOf     string           `json:"partOf"`
	StartIndex int              `json:"startIndex"`
	Items      []jsontext.Value `json:"items"`
}

const (
	collectionType = "AnnotationCollection"
	pageType       = "AnnotationPage"
	annotationType = "Annotation"
)

// Collection writes annotations as one file that other programs read: a W3C Annotation Collection. The same annotations
// give the same bytes.
func Collection(label string, annotations []jsontext.Value) ([]byte, error) {
	var all strings.Builder
	all.WriteString(label)
	for _, raw := range annotations {
		all.Write(raw)
	}
	id := uuid.NewSHA1(space, []byte(all.String())).URN()
	c := collection{Context: contextIRI, ID: id, Type: collectionType, Label: label, Total: len(annotations)}
	if len(annotations) > 0 {
		c.First = &collectionPage{ID: id + "#first", Type: pageType, PartOf: id, Items: annotations}
	}
	data, err := json.Marshal(&c, jsontext.WithIndent("  "))
	if err != nil {
		return nil, fmt.Errorf("write a collection of %d annotations: %w", len(annotations), err)
	}
	return append(data, '\n'), nil
}

// space is that of the names which are made from what they name, so that they are the same the next time.
var space = uuid.NewSHA1(uuid.NameSpaceURL, []byte("https://parley.invalid/annotations"))

// Named returns a name for what is told by some words, the same for the same words.
func Named(words ...string) string {
	return uuid.NewSHA1(space, []byte(strings.Join(words, "\x00"))).URN()
}
