package annotation

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/goccy/go-json/jsontext"
	json "github.com/goccy/go-json/v2"
	"github.com/google/uuid"

	"parley/model"
)

// Found is an annotation of a file.
type Found struct {
	Note    model.Note     // Item is zero where the annotation is on something that is no item
	Dataset string         // that the item is of
	Page    string         // the address of the web page that the annotation is on, where it is on one
	Raw     jsontext.Value // the annotation itself
}

// The reasons why a file is not read.
var (
	ErrNotJSON      = errors.New("it is not JSON")
	ErrNotUTF8      = errors.New("it is not UTF-8")
	ErrNoCollection = errors.New("it holds no annotations")
	ErrElsewhere    = errors.New("its annotations are not in the file, but elsewhere")
	ErrTooMany      = errors.New("it holds more annotations than can be read")
)

// Most is how many annotations a file may hold, and Largest how many bytes it may have.
const (
	Most    = 200_000
	Largest = 256 << 20
)

// ReadFile reads the annotations of a file by Parley or another program: a W3C Annotation Collection, a page of one, a
// list of annotations as Recogito writes it, a single annotation, or what the API and the client of Hypothesis export.
// Those that cannot be understood are counted, and the others read.
func ReadFile(data []byte) (found []Found, bad int, err error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if !utf8.Valid(data) || bytes.HasPrefix(data, []byte{0xff, 0xfe}) {
		return nil, 0, ErrNotUTF8
	}
	raws, err := unpack(bytes.TrimSpace(data))
	if err != nil {
		return nil, 0, err
	}
	for _, raw := range raws {
		f, err := readFound(raw)
		if err != nil {
			bad++
			continue
		}
		found = append(found, f)
	}
	return found, bad, nil
}

// box is whatever annotations may come in.
type box struct {
	Type        jsontext.Value `json:"type"`
	Items       jsontext.Value `json:"items"`
	First       jsontext.Value `json:"first"`
	Next        jsontext.Value `json:"next"`
	Rows        jsontext.Value `json:"rows"`        // of the API of Hypothesis
	Annotations jsontext.Value `json:"annotations"` // of the client of Hypothesis
	Target      jsontext.Value `json:"target"`
	URI         jsontext.Value `json:"uri"`
}

// unpack returns the annotations that a value holds. Pages may hold the next one, but not without end.
func unpack(raw jsontext.Value) ([]jsontext.Value, error) {
	if !raw.IsValid() {
		return nil, ErrNotJSON
	}
	var all []jsontext.Value
	for next := raw; next != nil; {
		raw, next = next, nil
		if raw.Kind() == '[' {
			return elements(all, raw)
		}
		var b box
		if raw.Kind() != '{' || json.Unmarshal(raw, &b) != nil {
			return nil, ErrNoCollection
		}
		var err error
		switch {
		case b.Rows.Kind() == '[':
			return elements(all, b.Rows)
		case b.Annotations.Kind() == '[':
			return elements(all, b.Annotations)
		case b.Items.Kind() == '[':
			if all, err = elements(all, b.Items); err != nil {
				return nil, err
			}
			if b.Next.Kind() == '{' {
				next = b.Next
			}
		case b.First.Kind() == '{':
			next = b.First
		case b.First.Kind() == '"':
			return nil, ErrElsewhere
		case b.Target != nil || b.URI != nil:
			return append(all, raw), nil
		case isA(b.Type, collectionType) || isA(b.Type, pageType):
			return all, nil // an empty one
		default:
			return nil, ErrNoCollection
		}
	}
	return all, nil
}

func isA(types jsontext.Value, name string) bool {
	for _, word := range words(types) {
		if word == name {
			return true
		}
	}
	return false
}

// elements adds those of an array to a list.
func elements(list []jsontext.Value, array jsontext.Value) ([]jsontext.Value, error) {
	in := jsontext.NewDecoder(bytes.NewReader(array))
	if _, err := in.ReadToken(); err != nil {
		return nil, ErrNotJSON
	}
	for in.PeekKind() != ']' {
		if len(list) == Most {
			return nil, ErrTooMany
		}
		v, err := in.ReadValue()
		if err != nil {
			return nil, ErrNotJSON
		}
		list = append(list, v.Clone())
	}
	return list, nil
}

// row is an annotation as Hypothesis has it.
type row struct {
	ID      string         `json:"id"`
	Created time.Time      `json:"created,omitzero"`
	Updated time.Time      `json:"updated,omitzero"`
	URI     string         `json:"uri"`
	Text    string         `json:"text"`
	Tags    []string       `json:"tags"`
	Target  jsontext.Value `json:"target"`
}

func readFound(raw jsontext.Value) (Found, error) {
	if raw.Kind() != '{' {
		return Found{}, fmt.Errorf("read annotation: it is no object")
	}
	var b box
	if err := json.Unmarshal(raw, &b); err != nil {
		return Found{}, fmt.Errorf("read annotation: %w", err)
	}
	if b.URI.Kind() == '"' && b.Type == nil {
		var err error
		if raw, err = fromHypothesis(raw); err != nil {
			return Found{}, err
		}
	}
	return fromW3C(raw)
}

// fromHypothesis writes a row of Hypothesis as a Web Annotation, which holds the row as well.
func fromHypothesis(raw jsontext.Value) (jsontext.Value, error) {
	var r row
	if err := json.Unmarshal(raw, &r); err != nil {
		return nil, fmt.Errorf("read annotation of Hypothesis: %w", err)
	}
	var a annotation
	a.Context, a.Type, a.Motivation = quoted(contextIRI), quoted(annotationType), quoted(commenting)
	if a.ID = r.ID; r.ID != "" && !isAbsolute(r.ID) {
		a.ID = "https://hypothes.is/a/" + url.PathEscape(r.ID)
	}
	a.Created, a.Modified = r.Created, r.Updated
	var err error
	if a.Body, err = writeBodies(nil, model.Note{Text: r.Text, Tags: r.Tags}, model.ReaderJudgement{}); err != nil {
		return nil, err
	}
	t := target{Source: r.URI}
	if targets, err := list(r.Target); err == nil && len(targets) > 0 {
		if first, err := targetOf(targets[0]); err == nil {
			t.Selector = first.Selector
		}
	}
	if a.Target, err = json.Marshal(&t); err != nil {
		return nil, err
	}
	if a.Rest, err = json.Marshal(map[string]jsontext.Value{"hypothesis": raw}); err != nil {
		return nil, err
	}
	return json.Marshal(&a)
}

// fromW3C reads a Web Annotation on anything, and names it where its name is none that is for good.
func fromW3C(raw jsontext.Value) (Found, error) {
	var a annotation
	if err := json.Unmarshal(raw, &a); err != nil {
		return Found{}, fmt.Errorf("read annotation: %w", err)
	}
	t, err := looseTarget(a.Target)
	if err != nil {
		return Found{}, fmt.Errorf("read annotation %.100s: %w", a.ID, err)
	}
	bodies, err := looseBodies(a.Body)
	if a.Body == nil && err == nil {
		bodies, err = bodyValue(raw)
	}
	if err != nil {
		return Found{}, fmt.Errorf("read annotation %.100s: body: %w", a.ID, err)
	}
	dataset, item, isItem := ParseAddress(t.Source)
	f := Found{Dataset: dataset}
	if !isItem {
		f.Page = t.Source
	}
	a.ID = lastingID(a.ID, raw)
	f.Note = model.Note{
		ID: model.NoteID(a.ID), Item: item, About: t.Label, Pinned: isPinned(a.Motivation),
		Created: a.Created.UTC(), Modified: a.Modified.UTC(),
		Passage: t.passage(), Edition: t.edition(), Judgement: t.judgement(bodies, dataset),
	}
	f.Note.Text, f.Note.Tags = textAndTags(bodies)
	f.Note = Clean(f.Note)
	if a.Body, err = oneOrAll(bodies); err != nil {
		return Found{}, err
	}
	if f.Raw, err = json.Marshal(&a); err != nil || !isItem {
		return f, err
	}
	if _, _, err := Read(f.Raw); err != nil {
		return f.moved(item, dataset) // the item is named in another way than a note names it
	}
	return f, nil
}

// bodyValue is the short form of a body that is a text.
func bodyValue(raw jsontext.Value) ([]jsontext.Value, error) {
	var short struct {
		BodyValue string `json:"bodyValue"`
	}
	if err := json.Unmarshal(raw, &short); err != nil || short.BodyValue == "" {
		return nil, err
	}
	return setText(nil, short.BodyValue)
}

// looseTarget is the first target, also one that names no source or names it as its ID.
func looseTarget(raw jsontext.Value) (target, error) {
	targets, err := list(raw)
	if err != nil || len(targets) == 0 {
		return target{}, fmt.Errorf("it has no target")
	}
	if targets[0].Kind() == '"' {
		return targetOf(raw)
	}
	var named struct {
		ID     string         `json:"id"`
		Source jsontext.Value `json:"source"`
	}
	if err := json.Unmarshal(targets[0], &named); err != nil {
		return target{}, err
	}
	if named.Source.Kind() == '{' { // a resource with properties of its own
		return looseTarget(named.Source)
	}
	t, err := targetOf(raw)
	if err == nil && t.Source == "" {
		t.Source = named.ID
	}
	return t, err
}

// looseBodies are the bodies, with those that are plain texts by other purposes made such as a note has: Recogito says
// that a comment is for commenting, a reply for replying, and others leave a type out.
func looseBodies(raw jsontext.Value) ([]jsontext.Value, error) {
	bodies, err := list(raw)
	if err != nil {
		return nil, err
	}
	for i, raw := range bodies {
		var b textualBody
		if raw.Kind() != '{' || json.Unmarshal(raw, &b) != nil || b.Value == "" || b.Type != "" {
			continue
		}
		b.Type = textual
		if bodies[i], err = json.Marshal(&b); err != nil {
			return nil, err
		}
	}
	return bodies, nil
}

// lastingID is an ID under which an annotation is known again when the file is read another time.
func lastingID(id string, raw jsontext.Value) string {
	if isAbsolute(id) {
		return id
	}
	if u, err := uuid.Parse(strings.TrimPrefix(id, "#")); err == nil {
		return u.URN()
	}
	return Named("annotation", string(raw))
}

func isAbsolute(id string) bool {
	u, err := url.Parse(id)
	return err == nil && u.Scheme != "" && (u.Opaque != "" || u.Host != "")
}
