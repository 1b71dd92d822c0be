// Package changes tells in readers' words what changed from one version of a dataset to the next: for the window, and as
// Markdown, HTML and JSON. It draws nothing and knows no widget.
package changes

import (
	"fmt"
	"strconv"
	"strings"

	"parley/model"
	"parley/ui/format"
)

// Report tells what changed, in one language.
type Report struct {
	Lang     string
	Title    string
	Summary  string // how many things were added, removed, changed
	Versions []string
	Warning  string // where the two are no versions of one dataset, or one tells of talks that never were
	Sections []Section
	Words    Words

	old, now model.Metadata
}

// Section is all changes of one noun.
type Section struct {
	Noun    model.Noun
	Title   string
	Entries []Entry
}

// Entry is one thing that changed.
type Entry struct {
	Change  model.Change
	Item    model.Item // zero where it is no item
	Name    string
	What    string // "added", "changed", or under which ID it was known
	Lines   []Line
	Reasons []string // of corrections that the new version lists
}

// Line is one value that changed. Old or New is empty where there is none.
type Line struct {
	Label    string
	Old, New string
	Sources  []*model.Source
}

// Words are those that stand around what changed.
type Words struct{ Was, Now, Value, Sources, None string }

// Tell puts into words what [model.Diff] found.
func Tell(l *format.Locale, old, now *model.Dataset) Report {
	t := teller{l: l, old: old, now: now}
	found := model.Diff(old.Facts(), now.Facts())
	r := Report{
		Lang: l.Lang(), Title: l.T("changes.title", "Dataset", l.Text(now.Metadata().Title)),
		Summary: Summary(l, found), Versions: []string{t.version("changes.old", old), t.version("changes.new", now)},
		Warning: t.warning(), old: old.Metadata(), now: now.Metadata(),
		Words: Words{
			Was: l.T("changes.was"), Now: l.T("changes.is"), Value: l.T("changes.value"),
			Sources: l.T("changes.sources"), None: l.T("changes.none"),
		},
	}
	for _, c := range found {
		if n := len(r.Sections); n == 0 || r.Sections[n-1].Noun != c.Noun {
			r.Sections = append(r.Sections, Section{Noun: c.Noun, Title: l.T("changes.noun." + string(c.Noun))})
		}
		s := &r.Sections[len(r.Sections)-1]
		s.Entries = append(s.Entries, t.entry(c))
	}
	return r
}

// Len is how many things changed.
func (r Report) Len() int {
	n := 0
	for _, s := range r.Sections {
		n += len(s.Entries)
	}
	return n
}

// SourceIDs are the IDs of the line's sources.
func (l Line) SourceIDs() []model.SourceID {
	ids := make([]model.SourceID, len(l.Sources))
	for i, s := range l.Sources {
		ids[i] = s.ID
	}
	return ids
}

// Summary says how much changed: "2 added, 1 removed, 3 changed".
func Summary(l *format.Locale, found []model.Change) string {
	var parts []string
	for _, d := range []struct {
		key  string
		what []model.Difference
	}{
		{"changes.added.count", []model.Difference{model.Added}},
		{"changes.removed.count", []model.Difference{model.Removed}},
		{"changes.changed.count", []model.Difference{model.Changed, model.Renamed}},
	} {
		n := 0
		for _, what := range d.what {
			n += model.Count(found, what)
		}
		if n > 0 {
			parts = append(parts, l.N(d.key, n))
		}
	}
	if len(parts) == 0 {
		return l.T("changes.nothing")
	}
	return strings.Join(parts, l.T("core.list.separator"))
}

// teller puts changes into words.
type teller struct {
	l        *format.Locale
	old, now *model.Dataset
}

func (t teller) version(key string, ds *model.Dataset) string {
	m := ds.Metadata()
	return t.l.T(key, "Version", m.Version, "Date", t.l.Date(m.Created), "Title", t.l.Text(m.Title))
}

func (t teller) warning() string {
	var parts []string
	if a, b := t.old.Metadata().Name, t.now.Metadata().Name; a != b {
		parts = append(parts, t.l.T("changes.othername", "Old", a, "New", b))
	}
	if t.old.Metadata().MadeUp || t.now.Metadata().MadeUp {
		parts = append(parts, t.l.T("changes.madeup"))
	}
	return strings.Join(parts, " ")
}

// in is the version of the dataset that has a thing.
func (t teller) in(c model.Change) *model.Dataset {
	if c.Difference == model.Removed {
		return t.old
	}
	return t.now
}

func (t teller) entry(c model.Change) Entry {
	e := Entry{Change: c, Item: c.Item(), Name: t.name(c), What: t.l.T("changes." + string(c.Difference))}
	if c.Difference == model.Renamed {
		e.What = t.l.T("changes.renamed.from", "ID", c.OldID)
	}
	for _, f := range c.Fields {
		if isTold(c, f) {
			e.Lines = append(e.Lines, t.line(c.Noun, f))
		}
	}
	for _, k := range c.Corrections {
		e.Reasons = append(e.Reasons, t.correction(c, k))
	}
	return e
}

// correction says why a value was corrected; where it does not stand with its item, also of which and from what to what.
func (t teller) correction(c model.Change, k model.Correction) string {
	if c.Noun != model.DatasetNoun {
		return t.l.T("changes.correction", "Date", t.l.Date(k.Date), "Reason", t.l.Text(k.Reason))
	}
	return t.l.T("dataset.correction", "Date", t.l.Date(k.Date), "Item", orID(t.l.ItemName(t.now, k.Item), k.Item.ID),
		"Old", t.l.Text(k.Old), "New", t.l.Text(k.New), "Reason", t.l.Text(k.Reason))
}

// isTold reports whether a value is told to readers. Of what was added or removed as a whole these are its numbers; the
// JSON has all.
func isTold(c model.Change, f model.FieldChange) bool {
	if c.Difference == model.Changed || c.Difference == model.Renamed {
		return true
	}
	for _, v := range []any{f.Old, f.New} {
		if _, ok := v.(model.Claim); ok {
			return true
		}
	}
	return false
}

func (t teller) line(of model.Noun, f model.FieldChange) Line {
	line := Line{Label: t.label(of, f.Path)}
	line.Old, line.New = t.value(t.old, f.Old), t.value(t.now, f.New)
	if a, ok := f.Old.(model.Text); ok {
		if b, ok := f.New.(model.Text); ok && line.Old == line.New {
			line.Old, line.New = inEachLanguage(a, b)
		}
	}
	ds := t.now
	if f.New == nil {
		ds = t.old
	}
	line.Sources = ds.Publications(f.Sources)
	return line
}

// inEachLanguage shows the languages in which two texts differ.
func inEachLanguage(a, b model.Text) (old, now string) {
	show := func(in, other model.Text) string {
		var parts []string
		for _, lang := range in.Languages() {
			if in[lang] != other[lang] {
				parts = append(parts, "("+lang+") "+in[lang])
			}
		}
		return strings.Join(parts, " ")
	}
	return show(a, b), show(b, a)
}

// name is what a thing is called; its ID where it has no name.
func (t teller) name(c model.Change) string {
	ds := t.in(c)
	if c.Noun == model.DatasetNoun {
		return t.l.Text(ds.Metadata().Title)
	}
	name := ""
	if i := c.Item(); !i.IsZero() {
		name = t.l.ItemName(ds, i)
	} else if c.Noun == "comparisons" {
		topic, _, _ := strings.Cut(c.ID, " ")
		name = t.l.ItemName(ds, model.Item{Kind: model.TopicItem, ID: topic})
	} else {
		name = t.l.Text(nameOf(ds, c))
	}
	if name == "" {
		return c.ID
	}
	return name
}

// nameOf is the name of a thing that is no item.
func nameOf(ds *model.Dataset, c model.Change) model.Text {
	f := ds.Facts()
	switch c.Noun {
	case "sides", "actors":
		return ds.ActorName(model.ActorID(c.ID))
	case "kinds":
		return ds.Kind(model.KindID(c.ID)).Name
	case "categories":
		return ds.Category(model.CategoryID(c.ID)).Name
	case "people":
		return ds.Person(model.PersonID(c.ID)).Name
	case "places":
		return ds.Place(model.PlaceID(c.ID)).Name
	case "agreements":
		return ds.Agreement(model.AgreementID(c.ID)).Name
	case "handovers":
		return find(f.Handovers, c.ID, func(x model.Handover) string { return x.ID }).What
	case "totals":
		return find(f.Totals, c.ID, func(x model.Total) string { return string(x.ID) }).Scope
	case "checks":
		return find(f.Checks, c.ID, func(x model.Check) string { return string(x.ID) }).What
	case "document_statements":
		return find(f.DocumentStatements, c.ID, func(x model.DocumentStatement) string { return x.ID }).Text
	case "discrepancies":
		return find(f.Discrepancies, c.ID, func(x model.Discrepancy) string { return string(x.ID) }).Topic
	}
	return nil
}

func find[T any](list []T, id string, of func(T) string) T {
	for _, x := range list {
		if of(x) == id {
			return x
		}
	}
	var none T
	return none
}

// label names a value: "Received: Ukraine › Claim: Russia".
func (t teller) label(of model.Noun, path []model.Member) string {
	parts := make([]string, len(path))
	for i, s := range path {
		parts[i] = t.member(of, s.Name)
		if whose := t.value(t.now, s.Of); whose != "" {
			parts[i] = t.l.T("changes.label", "Field", parts[i], "Of", whose)
		}
	}
	return strings.Join(parts, " › ")
}

// member is what a member of the file is called; some mean different things in different objects.
func (t teller) member(of model.Noun, name string) string {
	switch {
	case of == "pledges" && name == "to":
		return t.l.T("changes.field.pledged")
	case of == model.DatasetNoun && name == "name":
		return t.l.T("changes.field.shortname")
	}
	return t.l.T("changes.field." + name)
}

// value is a value in words, "" for none.
func (t teller) value(ds *model.Dataset, v any) string {
	l := t.l
	switch v := v.(type) {
	case nil:
		return ""
	case model.Text:
		return l.Text(v)
	case model.Date:
		return l.Date(v)
	case model.Claim:
		return l.Claim(v)
	case model.Occasion:
		return l.OccasionName(ds, v)
	case model.Item:
		return orID(l.ItemName(ds, v), v.ID)
	case int:
		return l.Number(v)
	case bool:
		return l.T("changes.bool." + strconv.FormatBool(v))
	}
	return t.word(ds, v)
}

// word is an ID as the name of what it stands for, and a word of the format in the reader's language.
func (t teller) word(ds *model.Dataset, v any) string {
	l := t.l
	item := func(kind model.ItemKind, id string) string {
		return orID(l.ItemName(ds, model.Item{Kind: kind, ID: id}), id)
	}
	switch v := v.(type) {
	case model.RoundID:
		return item(model.RoundItem, string(v))
	case model.PledgeID:
		return item(model.PledgeItem, string(v))
	case model.ExchangeID:
		return item(model.ExchangeItem, string(v))
	case model.DocumentID:
		return item(model.DocumentItem, string(v))
	case model.ClauseID:
		return item(model.ClauseItem, string(v))
	case model.TopicID:
		return item(model.TopicItem, string(v))
	case model.SourceID:
		return item(model.SourceItem, string(v))
	case model.SideID:
		return orID(l.Text(ds.ActorName(model.ActorID(v))), string(v))
	case model.ActorID:
		return orID(l.Text(ds.ActorName(v)), string(v))
	case model.Reporter:
		return l.Reporter(ds, v)
	case model.PledgeStatus:
		return l.T("status." + string(v))
	case model.Judgement:
		return l.T("judgement." + string(v))
	}
	return t.name(model.Change{Noun: nounOf(v), ID: fmt.Sprint(v)})
}

// nounOf is the noun of an ID that is no item's.
func nounOf(v any) model.Noun {
	switch v.(type) {
	case model.KindID:
		return "kinds"
	case model.CategoryID:
		return "categories"
	case model.PersonID:
		return "people"
	case model.PlaceID:
		return "places"
	case model.AgreementID:
		return "agreements"
	}
	return ""
}

func orID(name, id string) string {
	if name == "" {
		return id
	}
	return name
}
