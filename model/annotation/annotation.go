// Package annotation tells between notes and W3C Web Annotations, in which they are kept on the disk and in which they
// travel to other programs and back. What an annotation says that a note has no place for is kept.
package annotation

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

// isJudgement reports whether the body is a judgement that a note can hold; a word that this version does not know is kept
// as the body of another program is.
func (b textualBody) isJudgement() bool {
	j := model.Judgement(b.Value)
	return b.Type == textual && b.Purpose == classifying && j != model.NotJudged && slices.Contains(model.Judgements(), j)
}

// target is what an annotation is about. Label is what the item was called when the note was written.
type target struct {
	Source   string         `json:"source"`
	Label    string         `json:"label,omitzero"`
	Language jsontext.Value `json:"language,omitzero"` // of the text that the selectors select in
	Selector jsontext.Value `json:"selector,omitzero"`
	State    jsontext.Value `json:"state,omitzero"`
	Scope    jsontext.Value `json:"scope,omitzero"` // the two documents that a judgement compares
	Rest     jsontext.Value `json:",embed"`
}

const (
	contextIRI  = "http://www.w3.org/ns/anno.jsonld"
	textual     = "TextualBody"
	markdown    = "text/markdown"
	commenting  = "commenting"
	tagging     = "tagging"
	classifying = "classifying" // the purpose of a body that is a judgement
	assessing   = "assessing"   // the motivation of a note that holds a judgement
	bookmarking = "bookmarking" // a further motivation: the note is pinned
)

// Read returns the note that an annotation holds, and the dataset that it is about. The note has no revision.
func Read(raw jsontext.Value) (model.Note, string, error) {
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
	dataset, item, ok := ParseAddress(t.Source)
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
	n.Pinned = isPinned(a.Motivation)
	n.Passage, n.Edition = t.passage(), t.edition()
	n.Judgement = t.judgement(bodies, dataset)
	return n, dataset, nil
}

// judgementOf is the judgement that an annotation holds; none where it holds none that is ours.
func judgementOf(a annotation, dataset string) model.ReaderJudgement {
	t, err := targetOf(a.Target)
	if err != nil {
		return model.ReaderJudgement{}
	}
	bodies, err := list(a.Body)
	if err != nil {
		return model.ReaderJudgement{}
	}
	return t.judgement(bodies, dataset)
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

// Write writes n over the annotation that held it before, which is nil for a new note or one that holds
// nothing but the note.
func Write(before jsontext.Value, n model.Note, dataset string) (jsontext.Value, error) {
	var a annotation
	if before != nil {
		if err := json.Unmarshal(before, &a); err != nil {
			return nil, fmt.Errorf("read annotation %s: %w", n.ID, err)
		}
	}
	setDefault(&a.Context, contextIRI)
	setDefault(&a.Type, "Annotation")
	a.ID, a.Created, a.Modified = string(n.ID), n.Created, n.Modified
	held := judgementOf(a, dataset)
	var err error
	if a.Motivation, err = writeMotivation(a.Motivation, n); err != nil {
		return nil, fmt.Errorf("write annotation %s: motivation: %w", n.ID, err)
	}
	if a.Body, err = writeBodies(a.Body, n, held); err != nil {
		return nil, fmt.Errorf("write annotation %s: body: %w", n.ID, err)
	}
	if a.Target, err = writeTarget(a.Target, n, held, dataset); err != nil {
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
		*v = quoted(word)
	}
}

// isPinned reports whether bookmarking is among the motivations.
func isPinned(motivation jsontext.Value) bool {
	return slices.Contains(words(motivation), bookmarking)
}

// words returns those values of a member that are texts.
func words(raw jsontext.Value) []string {
	values, err := list(raw)
	if err != nil {
		return nil
	}
	var texts []string
	for _, v := range values {
		var text string
		if v.Kind() == '"' && json.Unmarshal(v, &text) == nil {
			texts = append(texts, text)
		}
	}
	return texts
}

// writeMotivation leaves the motivations as they are, but for whether the note is pinned.
func writeMotivation(before jsontext.Value, n model.Note) (jsontext.Value, error) {
	if before != nil && string(before) != "null" && isPinned(before) == n.Pinned {
		return before, nil
	}
	values, err := list(before)
	if err != nil {
		return nil, err
	}
	if before == nil {
		word := commenting
		if !n.Judgement.IsZero() {
			word = assessing
		}
		values = []jsontext.Value{quoted(word)}
	}
	if n.Pinned {
		values = append(values, quoted(bookmarking))
	} else {
		values = slices.DeleteFunc(values, func(v jsontext.Value) bool { return isPinned(v) })
	}
	if len(values) == 0 {
		return quoted(commenting), nil
	}
	return oneOrAll(values)
}

// quoted is a word without special characters as JSON.
func quoted(word string) jsontext.Value { return jsontext.Value(`"` + word + `"`) }

// writeBodies puts the note's text where a text stood, leaves foreign bodies in their places, and lists the judgement and
// the tags last.
func writeBodies(before jsontext.Value, n model.Note, held model.ReaderJudgement) (jsontext.Value, error) {
	olds, err := list(before)
	if err != nil {
		return nil, err
	}
	var bodies []jsontext.Value
	tags := map[string]jsontext.Value{}
	isOld := !held.IsZero() && held.Judgement != n.Judgement.Judgement
	for _, old := range olds {
		switch b, ok := readBody(old); {
		case ok && b.isTag():
			tags[b.Value] = old
		case ok && b.isJudgement() && isOld:
			isOld = false
		default:
			bodies = append(bodies, old)
		}
	}
	if bodies, err = setText(bodies, n.Text); err != nil {
		return nil, err
	}
	if j := n.Judgement.Judgement; j != held.Judgement && j != model.NotJudged {
		if bodies, err = addJudgement(bodies, j); err != nil {
			return nil, err
		}
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

// addJudgement puts a judgement before all others.
func addJudgement(bodies []jsontext.Value, j model.Judgement) ([]jsontext.Value, error) {
	raw, err := json.Marshal(&textualBody{Type: textual, Value: string(j), Purpose: classifying})
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(bodies, func(old jsontext.Value) bool { b, ok := readBody(old); return ok && b.isJudgement() })
	if at < 0 {
		at = len(bodies)
	}
	return slices.Insert(bodies, at, jsontext.Value(raw)), nil
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

// writeTarget keeps what else a target says as long as it is the same item.
func writeTarget(before jsontext.Value, n model.Note, held model.ReaderJudgement, dataset string) (jsontext.Value, error) {
	targets, err := list(before)
	if err != nil {
		return nil, err
	}
	t := target{Source: n.Item.Address(dataset)}
	if old, err := targetOf(before); err == nil && old.Source == t.Source {
		t = old
	}
	t.Label = n.About
	if err := t.set(n, held, dataset); err != nil {
		return nil, err
	}
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

// MaxValues bounds the bodies and the targets of an annotation: a file made to do so could take all memory by them.
const MaxValues = 1000

// checkCount counts the values of an array without keeping them.
func checkCount(array jsontext.Value) error {
	if len(array) < 2*MaxValues {
		return nil // each takes two bytes or more
	}
	in := jsontext.NewDecoder(bytes.NewReader(array))
	if _, err := in.ReadToken(); err != nil {
		return err
	}
	for n := 0; in.PeekKind() != ']'; n++ {
		if n == MaxValues {
			return fmt.Errorf("there are more than %d values", MaxValues)
		}
		if err := in.SkipValue(); err != nil {
			return err
		}
	}
	return nil
}

// ParseAddress reads the full address of an item. Other than model.ParseItem it takes kinds that this version does not
// know: their notes are shown like those whose item is gone.
func ParseAddress(s string) (dataset string, item model.Item, ok bool) {
	rest, isFull := strings.CutPrefix(s, "parley:")
	parts := strings.Split(rest, "/")
	if !isFull || len(parts) != 3 || slices.Contains(parts, "") {
		return "", model.Item{}, false
	}
	return parts[0], model.Item{Kind: model.ItemKind(parts[1]), ID: parts[2]}, true
}

// Clean returns n with all bytes that are no UTF-8 replaced, and without what says nothing.
func Clean(n model.Note) model.Note {
	n.Tags = slices.Clone(n.Tags)
	for i := range n.Tags {
		n.Tags[i] = valid(n.Tags[i])
	}
	for _, s := range []*string{
		&n.Text, &n.About, &n.Passage.Language, &n.Passage.Quote, &n.Passage.Prefix, &n.Passage.Suffix,
		&n.Edition.Version, &n.Edition.Created, &n.Edition.Figures,
	} {
		*s = valid(*s)
	}
	p, e := &n.Passage, &n.Edition
	if p.Quote == "" {
		*p = model.Passage{}
	}
	if p.Start < 0 || p.End <= p.Start {
		p.Start, p.End = 0, 0
	}
	if !isDay(e.Created) {
		e.Created = ""
	}
	if n.Judgement.Judgement == model.NotJudged {
		n.Judgement = model.ReaderJudgement{}
	}
	return n
}

func valid(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }
