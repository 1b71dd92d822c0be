package datafile

import (
	"bytes"
	"slices"
	"strings"

	"github.com/goccy/go-json/jsontext"
	json "github.com/goccy/go-json/v2"

	"parley/model"
)

// converter makes facts of a decoded file. It does not say what is wrong with the file, only that something is: the
// walk finds out where, see walk.go.
type converter struct {
	faulty   bool // something required is missing, or a value is not what its type allows
	extended bool // there are members that the format does not know
	nulls    int  // null where the format has a meaning for it
}

// need puts down that something required is missing.
func (c *converter) need(there bool) { c.faulty = c.faulty || !there }

// list converts a list.
func list[W, M any](from []W, convert func(*W) M) []M {
	if len(from) == 0 {
		return nil
	}
	to := make([]M, len(from))
	for i := range from {
		to[i] = convert(&from[i])
	}
	return to
}

// take converts a list and lets go of it, so that its memory can be used again while the rest is converted.
func take[W, M any](from *[]W, convert func(*W) M) []M {
	to := list(*from, convert)
	*from = nil
	return to
}

// byKey converts an object whose members are named by IDs.
func byKey[K ~string, W, M any](from byID[K, W], convert func(W) M) map[K]M {
	if len(from.Of) == 0 {
		return nil
	}
	to := make(map[K]M, len(from.Of))
	for k, v := range from.Of {
		to[k] = convert(v)
	}
	return to
}

// number is a required number.
func (c *converter) number(n *int) int {
	if n == nil {
		c.faulty = true
		return 0
	}
	return *n
}

func (c *converter) date(s date) model.Date {
	if s == "" {
		return model.Date{}
	}
	d, err := model.ParseDate(string(s))
	c.need(err == nil)
	return d
}

func (c *converter) language(s language) string {
	c.need(s == "" || isLanguage(string(s)))
	return string(s)
}

func (c *converter) languages(from []language) []string {
	return list(from, func(s *language) string { return c.language(*s) })
}

// oneOf is a value of an enumeration; the empty one is a value left out.
func oneOf[T ~string](c *converter, v T, values []T) T {
	c.need(v == "" || slices.Contains(values, v))
	return v
}

func (c *converter) item(s address) model.Item {
	if s == "" {
		return model.Item{}
	}
	dataset, item, err := model.ParseItem(string(s))
	c.need(err == nil && dataset == "")
	return item
}

// text is something people read: a string, or an object by language.
func (c *converter) text(raw jsontext.Value) model.Text {
	switch {
	case len(raw) == 0:
		return nil
	case raw[0] == '"':
		return model.Plain(unquoted(raw))
	case raw[0] == '{':
		return c.textByLanguage(raw)
	}
	c.faulty = true
	return nil
}

func (c *converter) textByLanguage(raw jsontext.Value) model.Text {
	var members map[string]jsontext.Value
	if err := json.Unmarshal(raw, &members); err != nil {
		c.faulty = true
		return nil
	}
	text := make(model.Text, len(members))
	for lang, v := range members {
		switch {
		case lang == commentKey || lang == schemaKey:
		case v.Kind() != jsontext.KindString || !isLanguage(lang):
			c.faulty = true
		default:
			text[lang] = unquoted(v)
		}
	}
	c.need(len(text) > 0)
	return text
}

// needText is a text that must not be left out.
func (c *converter) needText(raw jsontext.Value) model.Text {
	c.need(len(raw) > 0)
	return c.text(raw)
}

func (c *converter) texts(from []jsontext.Value) []model.Text {
	return list(from, func(raw *jsontext.Value) model.Text { return c.text(*raw) })
}

// unquoted is the string that raw, a valid JSON string, stands for.
func unquoted(raw []byte) string {
	if bytes.IndexByte(raw, '\\') < 0 {
		return string(raw[1 : len(raw)-1])
	}
	s, _ := jsontext.AppendUnquote(nil, raw) // the decoder has checked it
	return string(s)
}

// The members that every object may have.
const (
	commentKey = "$comment"
	schemaKey  = "$schema"
	ownPrefix  = "x-" // of keys that belong to whoever wrote the file
)

// extra puts down whether an object has members that the format does not know.
func (c *converter) extra(x extra) {
	if len(x.Extra) == 0 || c.extended {
		return
	}
	var members map[string]jsontext.Value
	if err := json.Unmarshal(x.Extra, &members); err != nil {
		c.faulty = true
		return
	}
	for name := range members {
		c.extended = c.extended || name != commentKey && name != schemaKey
	}
}

// isLanguage reports whether s has the form of a language tag (BCP 47): "en", "uk", "pt-BR", or "x-" and a name of
// one's own.
func isLanguage(s string) bool {
	first, rest, more := strings.Cut(s, "-")
	isOwn := more && (first == "x" || first == "i")
	if !isOwn && (len(first) < 2 || !isSubtag(first, isLetter)) {
		return false
	}
	for more {
		var part string
		part, rest, more = strings.Cut(rest, "-")
		if !isSubtag(part, func(c byte) bool { return isLetter(c) || isDigit(c) }) {
			return false
		}
	}
	return true
}

// isSubtag reports whether s has one to eight characters, all of the sort.
func isSubtag(s string, isOfSort func(byte) bool) bool {
	for i := range len(s) {
		if !isOfSort(s[i]) {
			return false
		}
	}
	return s != "" && len(s) <= 8
}

func (c *converter) facts(f *file) model.Facts {
	c.need(f.Name != "" && f.Version != "" && f.Created != "" && f.Language != "" && f.Format == formatName)
	c.need(len(f.Sides) > 0 && len(f.Kinds) > 0 && len(f.Sources) > 0)
	c.extra(f.extra)
	return model.Facts{
		Metadata:           c.metadata(f),
		Sides:              take(&f.Sides, c.side),
		Actors:             take(&f.Actors, c.actor),
		Kinds:              take(&f.Kinds, c.kind),
		Categories:         take(&f.Categories, c.category),
		People:             take(&f.People, c.person),
		Places:             take(&f.Places, c.place),
		Events:             take(&f.Events, c.event),
		Rounds:             take(&f.Rounds, c.round),
		Agreements:         take(&f.Agreements, c.agreement),
		Pledges:            take(&f.Pledges, c.pledge),
		Exchanges:          take(&f.Exchanges, c.exchange),
		Handovers:          take(&f.Handovers, c.handover),
		Totals:             take(&f.Totals, c.total),
		Checks:             take(&f.Checks, c.check),
		Documents:          take(&f.Documents, c.document),
		Clauses:            take(&f.Clauses, c.clause),
		Topics:             take(&f.Topics, c.topic),
		Comparisons:        take(&f.Comparisons, c.comparison),
		DocumentStatements: take(&f.DocumentStatements, c.documentStatement),
		Discrepancies:      take(&f.Discrepancies, c.discrepancy),
		Sources:            take(&f.Sources, c.source),
	}
}

func (c *converter) metadata(f *file) model.Metadata {
	m := model.Metadata{
		Name:        f.Name,
		Title:       c.needText(f.Title),
		Description: c.text(f.Description),
		Version:     f.Version,
		Created:     c.date(f.Created),
		Language:    c.language(f.Language),
		Licenses: list(f.Licenses, func(l *license) model.License {
			c.extra(l.extra)
			return model.License{Name: l.Name, Title: l.Title, Path: l.Path}
		}),
		Contributors: list(f.Contributors, func(w *contributor) model.Contributor {
			c.extra(w.extra)
			return model.Contributor{Title: w.Title, Roles: w.Roles}
		}),
		Gaps:        c.texts(f.Gaps),
		Conventions: c.texts(f.Conventions),
		Corrections: list(f.Corrections, c.correction),
	}
	if f.Coverage != nil {
		m.Coverage = c.coverage(f.Coverage)
	}
	return m
}

func (c *converter) correction(w *correction) model.Correction {
	c.extra(w.extra)
	return model.Correction{
		Date: c.date(w.Date), Item: c.item(w.Item),
		Old: c.text(w.Old), New: c.text(w.New), Reason: c.text(w.Reason),
	}
}

func (c *converter) coverage(w *coverage) model.Coverage {
	c.extra(w.extra)
	return model.Coverage{
		From: c.date(w.From), FoundUntil: c.date(w.FoundUntil), Compiled: c.date(w.Compiled),
		Text: c.text(w.Text), Sources: w.Sources,
		Parts: list(w.Parts, func(p *coveragePart) model.CoveragePart {
			c.extra(p.extra)
			return model.CoveragePart{
				About: c.text(p.About), FoundUntil: c.date(p.FoundUntil), Text: c.text(p.Text), Sources: p.Sources,
			}
		}),
	}
}

func (c *converter) side(w *side) model.Side {
	c.need(w.ID != "")
	c.extra(w.extra)
	return model.Side{ID: w.ID, Name: c.text(w.Name)}
}

func (c *converter) actor(w *actor) model.Actor {
	c.need(w.ID != "")
	c.extra(w.extra)
	return model.Actor{ID: w.ID, Name: c.text(w.Name)}
}

func (c *converter) kind(w *kind) model.Kind {
	c.need(w.ID != "")
	c.extra(w.extra)
	return model.Kind{ID: w.ID, Name: c.text(w.Name), CarriedOut: c.text(w.CarriedOut), Unit: c.text(w.Unit)}
}

func (c *converter) category(w *category) model.Category {
	c.need(w.ID != "" && w.Kind != "")
	c.extra(w.extra)
	return model.Category{ID: w.ID, Kind: w.Kind, Name: c.text(w.Name)}
}

func (c *converter) person(w *person) model.Person {
	c.need(w.ID != "")
	c.extra(w.extra)
	return model.Person{
		ID: w.ID, Name: c.text(w.Name), Actor: w.Actor, Offices: c.texts(w.Offices),
		Variants: w.Variants, Attested: c.languages(w.Attested), Sources: w.Sources,
	}
}

func (c *converter) place(w *place) model.Place {
	c.need(w.ID != "")
	c.extra(w.extra)
	return model.Place{
		ID: w.ID, Name: c.text(w.Name), Kind: string(oneOf(c, w.Kind, placeKinds)), Parent: w.Parent,
		Variants: w.Variants, Attested: c.languages(w.Attested), Sources: w.Sources,
	}
}

func (c *converter) event(w *event) model.Event {
	c.need(w.ID != "" && w.Date != "")
	c.extra(w.extra)
	return model.Event{
		ID: w.ID, Date: c.date(w.Date), Name: c.text(w.Name), Place: c.text(w.Place), Text: c.text(w.Text),
		Numbers: list(w.Numbers, c.namedNumber), Sources: w.Sources,
	}
}

func (c *converter) namedNumber(w *namedNumber) model.NamedNumber {
	c.need(w.What != "")
	c.extra(w.extra)
	return model.NamedNumber{What: w.What, Value: c.number(w.Value)}
}

func (c *converter) source(w *source) model.Source {
	c.need(w.ID != "" && w.Publisher != "" && w.Title != "")
	c.extra(w.extra)
	return model.Source{
		ID: w.ID, Publisher: w.Publisher, Title: w.Title, TitleBasis: string(oneOf(c, w.TitleBasis, titleBases)),
		URL: w.URL, Published: c.date(w.Published), Side: w.Side, Weak: w.Weak, Aliases: w.Aliases, Note: c.text(w.Note),
	}
}
