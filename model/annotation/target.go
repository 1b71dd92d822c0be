package annotation

import (
	"slices"
	"strings"
	"time"

	"github.com/goccy/go-json/jsontext"
	json "github.com/goccy/go-json/v2"

	"parley/model"
)

// selector selects a part of an item's text: by its words or by its place.
type selector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact,omitzero"`
	Prefix string `json:"prefix,omitzero"`
	Suffix string `json:"suffix,omitzero"`
	Start  *int   `json:"start,omitzero"`
	End    *int   `json:"end,omitzero"`
}

// timeState says which version of the dataset a note was written on. Version and Figures are no terms of the annotation
// vocabulary: the first is one of schema.org, the second is ours. Without a day it is no TimeState, which must have one, but
// a State, which must have an ID (Web Annotation Data Model, 4.3).
type timeState struct {
	ID         string         `json:"id,omitzero"`
	Type       string         `json:"type"`
	SourceDate string         `json:"sourceDate,omitzero"`
	Version    string         `json:"schema:version,omitzero"`
	Figures    string         `json:"parley:figures,omitzero"`
	Rest       jsontext.Value `json:",embed"`
}

const (
	byQuote    = "TextQuoteSelector"
	byPosition = "TextPositionSelector"
	stateType  = "TimeState"
	undated    = "State"
	midnight   = "T00:00:00Z"
)

// passage is what the selectors of a target select. Selectors of other sorts are none of ours.
func (t target) passage() model.Passage {
	selectors, err := list(t.Selector)
	if err != nil {
		return model.Passage{}
	}
	var p model.Passage
	var start, end *int
	for _, raw := range selectors {
		var s selector
		if raw.Kind() != '{' || json.Unmarshal(raw, &s) != nil {
			continue
		}
		switch {
		case s.Type == byQuote && p.Quote == "":
			p.Quote, p.Prefix, p.Suffix = s.Exact, s.Prefix, s.Suffix
		case s.Type == byPosition && start == nil && s.Start != nil && s.End != nil:
			start, end = s.Start, s.End
		}
	}
	if p.Quote == "" {
		return model.Passage{}
	}
	if start != nil && 0 <= *start && *start < *end {
		p.Start, p.End = *start, *end
	}
	if languages := words(t.Language); len(languages) == 1 {
		p.Language = languages[0]
	}
	return p
}

// edition is what the states of a target say of the version of the dataset.
func (t target) edition() model.Edition {
	states, err := list(t.State)
	if err != nil {
		return model.Edition{}
	}
	for _, raw := range states {
		if e, ok := readEdition(raw); ok {
			return e
		}
	}
	return model.Edition{}
}

func readEdition(raw jsontext.Value) (model.Edition, bool) {
	var s timeState
	if raw.Kind() != '{' || json.Unmarshal(raw, &s) != nil || s.Type != stateType && s.Type != undated {
		return model.Edition{}, false
	}
	e := model.Edition{Version: s.Version, Figures: s.Figures}
	if day, ok := strings.CutSuffix(s.SourceDate, midnight); ok && isDay(day) {
		e.Created = day
	}
	return e, !e.IsZero()
}

// judgement is that of the bodies, on the two documents of the scope. One without documents is none of ours.
func (t target) judgement(bodies []jsontext.Value, dataset string) model.ReaderJudgement {
	left, right, ok := t.documents(dataset)
	if !ok {
		return model.ReaderJudgement{}
	}
	for _, raw := range bodies {
		if b, ok := readBody(raw); ok && b.isJudgement() {
			return model.ReaderJudgement{Left: left, Right: right, Judgement: model.Judgement(b.Value)}
		}
	}
	return model.ReaderJudgement{}
}

// documents are the two of the scope.
func (t target) documents(dataset string) (left, right model.DocumentID, ok bool) {
	scope := words(t.Scope)
	if len(scope) != 2 {
		return "", "", false
	}
	ids := [2]model.DocumentID{}
	for i, address := range scope {
		about, item, isItem := ParseAddress(address)
		if !isItem || about != dataset || item.Kind != model.DocumentItem {
			return "", "", false
		}
		ids[i] = model.DocumentID(item.ID)
	}
	return ids[0], ids[1], true
}

// set writes what n says of a part of the item, of the documents compared, and of the version of the dataset. What says
// the same already stays as another program may have written it.
func (t *target) set(n model.Note, held model.ReaderJudgement, dataset string) error {
	if err := t.setPassage(n.Passage); err != nil {
		return err
	}
	if err := t.setEdition(n.Edition); err != nil {
		return err
	}
	return t.setDocuments(n.Judgement, held, dataset)
}

func (t *target) setPassage(p model.Passage) error {
	if p == t.passage() {
		return nil
	}
	t.Selector, t.Language = nil, nil
	if p.Quote == "" {
		return nil
	}
	selectors := []selector{{Type: byQuote, Exact: p.Quote, Prefix: p.Prefix, Suffix: p.Suffix}}
	if p.End > 0 {
		selectors = append(selectors, selector{Type: byPosition, Start: &p.Start, End: &p.End})
	}
	var err error
	if t.Selector, err = json.Marshal(selectors); err != nil || p.Language == "" {
		return err
	}
	t.Language, err = json.Marshal(p.Language)
	return err
}

// setEdition changes the state that tells the version, or adds one.
func (t *target) setEdition(e model.Edition) error {
	if e == t.edition() {
		return nil
	}
	states, err := list(t.State)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(states, func(raw jsontext.Value) bool { _, ok := readEdition(raw); return ok })
	s := timeState{Type: stateType}
	if at < 0 {
		at, states = len(states), append(states, nil)
	} else if err := json.Unmarshal(states[at], &s); err != nil {
		return err
	}
	s.tell(e)
	if states[at], err = json.Marshal(&s); err != nil {
		return err
	}
	if e.IsZero() {
		states = slices.Delete(states, at, at+1)
	}
	t.State, err = oneOrAll(states)
	return err
}

// tell makes the state that of an edition.
func (s *timeState) tell(e model.Edition) {
	s.Version, s.Figures = e.Version, e.Figures
	switch {
	case e.Created == "":
		s.ID, s.Type, s.SourceDate = Named("edition", e.Version, e.Figures), undated, ""
	case s.Type == undated:
		s.ID = ""
		fallthrough
	default:
		s.Type, s.SourceDate = stateType, e.Created+midnight
	}
}

func (t *target) setDocuments(j, held model.ReaderJudgement, dataset string) error {
	if j.IsZero() {
		if !held.IsZero() {
			t.Scope = nil
		}
		return nil // a scope without a judgement is another program's
	}
	left, right, ok := t.documents(dataset)
	if ok && left == j.Left && right == j.Right {
		return nil
	}
	address := func(id model.DocumentID) string {
		return model.Item{Kind: model.DocumentItem, ID: string(id)}.Address(dataset)
	}
	var err error
	t.Scope, err = json.Marshal([]string{address(j.Left), address(j.Right)})
	return err
}

// oneOrAll writes a member that JSON-LD lets be one value or an array of them.
func oneOrAll(values []jsontext.Value) (jsontext.Value, error) {
	switch len(values) {
	case 0:
		return nil, nil
	case 1:
		return values[0], nil
	}
	return json.Marshal(values)
}

// isDay reports whether s is a day as an Edition tells it.
func isDay(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}
