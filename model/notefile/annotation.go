package notefile

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/goccy/go-json/jsontext"
	json "github.com/goccy/go-json/v2"

	"parley/model"
)

// annotation is a W3C Web Annotation. What a note does not know is kept as it stands, in the raw values and in Rest.
type annotation struct {
	Context    jsontext.Value `json:"@context,omitzero"`
	ID         string         `json:"id"`
	Type       jsontext.Value `json:"type,omitzero"`
	Motivation jsontext.Value `json:"motivation,omitzero"`
	Created    time.Time      `json:"created,omitzero"`
	Modified   time.Time      `json:"modified,omitzero"`
	Body       jsontext.Value `json:"body,omitzero"`
	Target     jsontext.Value `json:"target,omitzero"`
	Rest       jsontext.Value `json:",embed"`
}

// textualBody is a body of an annotation that holds the note's text or one of its tags.
type textualBody struct {
	Type    string         `json:"type"`
	Value   string         `json:"value"`
	Format  string         `json:"format,omitzero"`
	Purpose string         `json:"purpose,omitzero"`
	Rest    jsontext.Value `json:",embed"`
}

func (b textualBody) isText() bool {
	return b.Type == textual && (b.Purpose == "" || b.Purpose == commenting)
}

func (b textualBody) isTag() bool { return b.Type == textual && b.Purpose == tagging }

// target is what an annotation is about. Label is what the item was called when the note was written.
type target struct {
	Source string         `json:"source"`
	Label  string         `json:"label,omitzero"`
	Rest   jsontext.Value `json:",embed"`
}

const (
	contextIRI = "http://www.w3.org/ns/anno.jsonld"
	textual    = "TextualBody"
	markdown   = "text/markdown"
	commenting = "commenting"
	tagging    = "tagging"
)

// readAnnotation returns the note that an annotation holds, and the dataset that it is about. The note has no revision.
func readAnnotation(raw jsontext.Value) (model.Note, string, error) {
	var a annotation
	if err := json.Unmarshal(raw, &a); err != nil {
		return model.Note{}, "", fmt.Errorf("read annotation: %w", err)
	}
	if a.ID == "" {
		return model.Note{}, "", fmt.Errorf("read annotation: it has no id")
	}
	t, err := targetOf(a.Target)
	if err != nil {
		return model.Note{}, "", fmt.Errorf("read annotation %s: %w", a.ID, err)
	}
	dataset, item, ok := parseAddress(t.Source)
	if !ok {
		return model.Note{}, "", fmt.Errorf("read annotation %s: its target %q is no item", a.ID, t.Source)
	}
	bodies, err := list(a.Body)
	if err != nil {
		return model.Note{}, "", fmt.Errorf("read annotation %s: body: %w", a.ID, err)
	}
	n := model.Note{ID: model.NoteID(a.ID), Item: item, About: t.Label}
	n.Created, n.Modified = a.Created.UTC(), a.Modified.UTC()
	n.Text, n.Tags = textAndTags(bodies)
	return n, dataset, nil
}

// textAndTags picks the first text and all tags; other bodies are none of ours.
func textAndTags(bodies []jsontext.Value) (text string, tags []string) {
	seen := false
	for _, raw := range bodies {
		b, ok := readBody(raw)
		switch {
		case ok && b.isTag():
			tags = append(tags, b.Value)
		case ok && b.isText() && !seen:
			text, seen = b.Value, true
		}
	}
	return text, tags
}

func readBody(raw jsontext.Value) (textualBody, bool) {
	var b textualBody
	err := json.Unmarshal(raw, &b)
	return b, err == nil
}

// writeAnnotation writes n over the annotation that held it before, which is nil for a new note or one that holds
// nothing but the note.
func writeAnnotation(before jsontext.Value, n model.Note, dataset string) (jsontext.Value, error) {
	var a annotation
	if before != nil {
		if err := json.Unmarshal(before, &a); err != nil {
			return nil, fmt.Errorf("read annotation %s: %w", n.ID, err)
		}
	}
	setDefault(&a.Context, contextIRI)
	setDefault(&a.Type, "Annotation")
	setDefault(&a.Motivation, commenting)
	a.ID, a.Created, a.Modified = string(n.ID), n.Created, n.Modified
	var err error
	if a.Body, err = writeBodies(a.Body, n); err != nil {
		return nil, fmt.Errorf("write annotation %s: body: %w", n.ID, err)
	}
	if a.Target, err = writeTarget(a.Target, n, dataset); err != nil {
		return nil, fmt.Errorf("write annotation %s: target: %w", n.ID, err)
	}
	raw, err := json.Marshal(&a)
	if err != nil {
		return nil, fmt.Errorf("write annotation %s: %w", n.ID, err)
	}
	return raw, nil
}

func setDefault(v *jsontext.Value, word string) {
	if *v == nil {
		*v = jsontext.Value(`"` + word + `"`)
	}
}

// writeBodies puts the note's text where a text stood, leaves foreign bodies in their places, and lists the tags last.
func writeBodies(before jsontext.Value, n model.Note) (jsontext.Value, error) {
	olds, err := list(before)
	if err != nil {
		return nil, err
	}
	var bodies []jsontext.Value
	tags := map[string]jsontext.Value{}
	for _, old := range olds {
		if b, ok := readBody(old); ok && b.isTag() {
			tags[b.Value] = old
		} else {
			bodies = append(bodies, old)
		}
	}
	if bodies, err = setText(bodies, n.Text); err != nil {
		return nil, err
	}
	for _, tag := range n.Tags {
		body := tags[tag]
		if body == nil {
			if body, err = json.Marshal(&textualBody{Type: textual, Value: tag, Purpose: tagging}); err != nil {
				return nil, err
			}
		}
		bodies = append(bodies, body)
	}
	if len(bodies) == 0 {
		return nil, nil
	}
	return json.Marshal(bodies)
}

// setText changes the first text among bodies, or puts one before them where there is none.
func setText(bodies []jsontext.Value, text string) (_ []jsontext.Value, err error) {
	for i, old := range bodies {
		b, ok := readBody(old)
		if !ok || !b.isText() {
			continue
		}
		if b.Value != text {
			b.Value, b.Format = text, markdown
			bodies[i], err = json.Marshal(&b)
		}
		return bodies, err
	}
	if text == "" {
		return bodies, nil
	}
	raw, err := json.Marshal(&textualBody{Type: textual, Value: text, Format: markdown})
	return slices.Insert(bodies, 0, jsontext.Value(raw)), err
}

// writeTarget keeps what else a target says, such as a passage, as long as it is the same item.
func writeTarget(before jsontext.Value, n model.Note, dataset string) (jsontext.Value, error) {
	targets, err := list(before)
	if err != nil {
		return nil, err
	}
	t := target{Source: n.Item.Address(dataset)}
	if old, err := targetOf(before); err == nil && old.Source == t.Source {
		t = old
	}
	t.Label = n.About
	raw, err := json.Marshal(&t)
	if err != nil || len(targets) < 2 {
		return raw, err
	}
	targets[0] = raw
	return json.Marshal(targets)
}

// targetOf returns the first target; further ones are none of ours.
func targetOf(raw jsontext.Value) (target, error) {
	targets, err := list(raw)
	if err != nil {
		return target{}, fmt.Errorf("target: %w", err)
	}
	if len(targets) == 0 {
		return target{}, fmt.Errorf("it has no target")
	}
	var t target
	if targets[0].Kind() == '"' {
		err = json.Unmarshal(targets[0], &t.Source)
	} else {
		err = json.Unmarshal(targets[0], &t)
	}
	if err != nil {
		return target{}, fmt.Errorf("target: %w", err)
	}
	return t, nil
}

// list returns the values of a member that JSON-LD lets be one value or an array of them.
func list(raw jsontext.Value) ([]jsontext.Value, error) {
	switch raw.Kind() {
	case jsontext.KindInvalid, 'n':
		return nil, nil
	case '[':
	default:
		return []jsontext.Value{raw}, nil
	}
	if err := checkCount(raw); err != nil {
		return nil, err
	}
	var values []jsontext.Value
	err := json.Unmarshal(raw, &values)
	return values, err
}

// maxValues bounds the bodies and the targets of an annotation: a file made to do so could take all memory by them.
const maxValues = 1000

// checkCount counts the values of an array without keeping them.
func checkCount(array jsontext.Value) error {
	if len(array) < 2*maxValues {
		return nil // each takes two bytes or more
	}
	in := jsontext.NewDecoder(bytes.NewReader(array))
	if _, err := in.ReadToken(); err != nil {
		return err
	}
	for n := 0; in.PeekKind() != ']'; n++ {
		if n == maxValues {
			return fmt.Errorf("there are more than %d values", maxValues)
		}
		if err := in.SkipValue(); err != nil {
			return err
		}
	}
	return nil
}

// parseAddress reads the full address of an item. Other than model.ParseItem it takes kinds that this version does not
// know: their notes are shown like those whose item is gone.
func parseAddress(s string) (dataset string, item model.Item, ok bool) {
	rest, isFull := strings.CutPrefix(s, "parley:")
	parts := strings.Split(rest, "/")
	if !isFull || len(parts) != 3 || slices.Contains(parts, "") {
		return "", model.Item{}, false
	}
	return parts[0], model.Item{Kind: model.ItemKind(parts[1]), ID: parts[2]}, true
}
