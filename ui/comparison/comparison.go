// Package comparison tells in readers' words how two documents compare, topic by topic: for the window, and as Markdown,
// HTML, CSV and JSON. It draws nothing and knows no widget.
package comparison

import (
	"slices"
	"strings"
	"time"

	"parley/model"
	"parley/ui/format"
)

// Comparison is two documents side by side, in one language. It is plain data; [Tell] makes it.
type Comparison struct {
	Lang      string
	Title     string
	HowTo     string // how to read it
	Counts    []Count
	NotJudged string // says that the dataset judges nothing of the pair, or that there is nothing to compare; else ""
	Documents [2]Document
	Rows      []Row
	Neither   string // names the topics on which nothing is recorded of either document; "" where there are none
	Said      []Remark
	Differ    []Remark
	Sources   []Source // all that are cited, by their numbers
	Coverage  string
	Citation  string
	Own       bool // the reader's own judgements are in it
	Words     Words

	dataset model.Metadata
}

// Count is how often a judgement was given: "7 opposed".
type Count struct {
	Judgement model.Judgement
	N         int
	Words     string
}

// Document is one of the two documents.
type Document struct {
	ID     model.DocumentID
	Name   string // "Russia, 2 June 2025"
	Title  string
	Listed string // how many of its clauses the dataset holds
	Place  int    // of the side that wrote it alone, in the dataset's order, which gives its colour; -1 for others
	Facts  []Fact
}

// Fact is something known of a document as a whole, such as its languages.
type Fact struct {
	Name  string
	Lines []Line
}

// Line is a sentence and what it rests on.
type Line struct {
	Text    string
	Sources []int // by their numbers in the list of sources
}

// Row is one topic.
type Row struct {
	Topic     model.TopicID
	Name      string
	Scope     string
	Judgement model.Judgement
	Word      string // the judgement in words
	Reason    Line
	Own       []Own // the reader's own judgements of it
	Sides     [2]Cell
	Others    []Clause // of further documents, in short
	Remarks   []Remark // on the topic as a whole
	Empty     bool     // nothing is recorded of either document, and the reader has not judged it; the forms leave it out
}

// Own is a judgement of the reader's, which is kept as a note and is no part of the dataset.
type Own struct {
	Note      model.NoteID
	Judgement model.Judgement
	Word      string
	Reason    string
	Modified  time.Time
}

// Cell is what one document holds on a topic.
type Cell struct {
	Addressed bool
	Silence   string   // what to say where it says nothing; else ""
	Stance    []string // in the editors' words, else in those of its clauses
	Counts    string   // "3 clauses · 7 related"
	Sources   []int
	Clauses   []Clause
	Related   []Clause // listed under other topics, in short
}

// Clause is one clause in words.
type Clause struct {
	ID      model.ClauseID
	Name    string // "Clause I.2 (Russia)"
	Number  string
	Basis   string // how the number came about, where it is not the document's own
	Section string
	Text    string
	Short   string // the clause in a few words
	Wording model.Wording
	Kind    string // the wording in words
	Under   string // the topic that a related clause is listed under, or the document of another one
	Note    string
	Sources []int
	Remarks []Remark
	// Changed are the words that differ from a quotation of the other document; see [Changes].
	Changed []Span
	Against string // which clause of the other document these are changes to; "" where there are none to mark
}

// Remark is where sources differ, or what somebody said.
type Remark struct {
	Heading    string // the point, or who said it and when
	Lines      []Line
	Assessment string // the editors' reading
	Differ     bool   // sources differ
}

// Source is one publication of the list at the end.
type Source struct {
	Number int
	*model.Source
	Date string
}

// Words are those that stand around the contents.
type Words struct {
	Topic, Judgement, Sources, Related, Others, Said, Differ, About, Own, OwnRemark, Changed string
}

// Tell puts the comparison of two documents into words. The notes may hold judgements of the reader's own: those of this
// pair are in it; without notes there are none.
func Tell(l *format.Locale, ds *model.Dataset, left, right model.DocumentID, notes []model.Note) Comparison {
	t := teller{Voice: Voice{Locale: l, Dataset: ds}, pair: [2]model.DocumentID{left, right}, numbers: map[*model.Source]int{}}
	return t.comparison(notes)
}

// teller puts one comparison into words.
type teller struct {
	Voice
	pair    [2]model.DocumentID
	beside  model.Beside
	numbers map[*model.Source]int
	cited   []Source
}

func (t *teller) comparison(notes []model.Note) Comparison {
	l, m := t.Locale, t.Dataset.Metadata()
	names := [2]string{t.DocumentName(t.pair[0]), t.DocumentName(t.pair[1])}
	t.beside = t.Dataset.Beside(t.pair[0], t.pair[1])
	c := Comparison{
		Lang: l.Lang(), Title: l.T("comparison.title", "Left", names[0], "Right", names[1]), HowTo: l.T("memoranda.howto"),
		Coverage: l.Coverage(m), Words: t.words(), dataset: m,
	}
	rows := t.Dataset.Compare(t.pair[0], t.pair[1])
	c.Counts, c.NotJudged = t.Counts(rows), t.NotJudged(rows)
	var nothing []string
	for _, row := range rows {
		r := t.row(row, notes)
		if r.Empty = IsEmpty(row) && len(r.Own) == 0; r.Empty {
			nothing = append(nothing, r.Name)
		}
		c.Rows = append(c.Rows, r)
	}
	if len(nothing) > 0 && len(nothing) < len(c.Rows) {
		c.Neither = l.T("memoranda.neither", "Topics", strings.Join(nothing, "; "))
	}
	for _, row := range c.Rows {
		c.Own = c.Own || len(row.Own) > 0
	}
	c.Said, c.Differ = t.said(), t.differ()
	c.Documents = [2]Document{t.document(t.pair[0]), t.document(t.pair[1])} // last, as the sources are numbered
	c.Sources = t.cited
	c.Citation = l.CiteChart(m, c.Title).Full()
	return c
}

func (t *teller) words() Words {
	l := t.Locale
	return Words{
		Topic: l.T("memoranda.topic"), Judgement: l.T("memoranda.judgement"), Sources: l.T("comparison.sources"),
		Related: l.T("memoranda.related.title"), Others: l.T("memoranda.others.title"), Said: l.T("memoranda.said"),
		Differ: l.T("memoranda.discrepancies"), About: l.T("memoranda.about"), Own: l.T("comparison.own"),
		OwnRemark: l.T("comparison.own.remark"), Changed: l.T("comparison.changed"),
	}
}

// SourceIDs are the IDs behind numbers of the list of sources.
func (c Comparison) SourceIDs(numbers []int) []model.SourceID {
	ids := make([]model.SourceID, len(numbers))
	for i, n := range numbers {
		ids[i] = c.Sources[n-1].ID
	}
	return ids
}

// HasChanges reports whether changed words are marked somewhere.
func (c Comparison) HasChanges() bool {
	for _, r := range c.Rows {
		for _, x := range r.Sides[0].Clauses {
			if x.Against != "" {
				return true
			}
		}
	}
	return false
}

// Told are the rows that have something to tell.
func (c Comparison) Told() []Row {
	return slices.DeleteFunc(slices.Clone(c.Rows), func(r Row) bool { return r.Empty })
}

// cite numbers the publications behind IDs, in the order in which they are first cited.
func (t *teller) cite(ids []model.SourceID) []int {
	var list []int
	for _, s := range t.Dataset.Publications(ids) {
		n, known := t.numbers[s]
		if !known {
			n = len(t.cited) + 1
			t.numbers[s] = n
			t.cited = append(t.cited, Source{Number: n, Source: s, Date: t.Locale.Date(s.Published)})
		}
		list = append(list, n)
	}
	slices.Sort(list)
	return list
}

func (t *teller) document(id model.DocumentID) Document {
	l, m := t.Locale, t.Dataset.Document(id)
	d := Document{ID: id, Name: t.DocumentName(id), Title: l.Text(m.Title), Listed: t.Listed(m), Place: t.SidePlace(m)}
	for _, f := range []struct {
		name  string
		lines []model.Sourced
	}{
		{l.T("document.dates"), m.DateSaid},
		{l.T("document.languages"), m.Languages},
		{l.T("document.structure"), m.Structure},
		{l.T("document.publishedby"), m.PublishedBy},
	} {
		var fact Fact
		for _, s := range f.lines {
			fact.Lines = append(fact.Lines, Line{l.Text(s.Text), t.cite(s.Sources)})
		}
		if fact.Name = f.name; len(fact.Lines) > 0 {
			d.Facts = append(d.Facts, fact)
		}
	}
	if words := l.Text(m.Numbering); words != "" {
		d.Facts = append(d.Facts, Fact{Name: l.T("memoranda.numbering"), Lines: []Line{{Text: words}}})
	}
	return d
}

func (t *teller) row(row model.TopicRow, notes []model.Note) Row {
	l := t.Locale
	r := Row{
		Topic: row.Topic.ID, Name: l.Text(row.Topic.Name), Scope: l.Text(row.Topic.Scope), Judgement: row.Judgement,
		Word: l.T("judgement." + string(row.Judgement)), Reason: Line{l.Text(row.Reason), t.cite(row.ReasonSources)},
	}
	for _, n := range ownOf(notes, row.Topic.ID, t.pair) {
		r.Own = append(r.Own, Own{
			Note: n.ID, Judgement: n.Judgement.Judgement, Word: l.T("judgement." + string(n.Judgement.Judgement)),
			Reason: n.Text, Modified: n.Modified,
		})
	}
	r.Sides = [2]Cell{t.cell(row.Left), t.cell(row.Right)}
	t.markChanges(row, &r)
	for _, c := range row.Others {
		r.Others = append(r.Others, t.clause(c, t.DocumentName(c.Document)))
	}
	for _, d := range t.beside.Discrepancies[row.Topic.ID] {
		r.Remarks = append(r.Remarks, t.discrepancy(d))
	}
	for _, s := range t.beside.Statements[row.Topic.ID] {
		r.Remarks = append(r.Remarks, t.statement(s))
	}
	return r
}

func (t *teller) cell(p model.Position) Cell {
	c := Cell{
		Addressed: p.Silence == model.Addressed, Silence: t.Silence(p), Counts: t.ClauseCounts(p), Sources: t.cite(p.Sources),
	}
	if c.Silence == "" {
		c.Stance = t.StanceLines(p)
	}
	for _, x := range p.Clauses {
		c.Clauses = append(c.Clauses, t.clause(x, ""))
	}
	for _, x := range p.Related {
		c.Related = append(c.Related, t.clause(x, t.Under(x)))
	}
	return c
}

func (t *teller) clause(x *model.Clause, under string) Clause {
	l := t.Locale
	c := Clause{
		ID: x.ID, Name: l.ClauseName(t.Dataset, x), Number: x.Number, Basis: t.NumberBasis(x), Section: l.Text(x.Section),
		Text: l.Text(x.Text), Short: t.InShort(x), Wording: x.Wording, Kind: l.T("memoranda.wording." + string(x.Wording)),
		Under: under, Note: l.Text(x.Note),
	}
	if under == "" { // in full
		c.Sources = t.cite(x.Sources)
		for _, d := range t.beside.DiscrepanciesOn[x.ID] {
			c.Remarks = append(c.Remarks, t.discrepancy(d))
		}
		for _, s := range t.beside.StatementsOn[x.ID] {
			c.Remarks = append(c.Remarks, t.statement(s))
		}
	}
	return c
}

// markChanges marks the changed words in the quotations of one text.
func (t *teller) markChanges(row model.TopicRow, r *Row) {
	for _, p := range PairQuotations(t.Locale, row.Left.Clauses, row.Right.Clauses) {
		left, right := &r.Sides[0].Clauses[p.Left], &r.Sides[1].Clauses[p.Right]
		left.Changed, right.Changed = p.LeftChanged, p.RightChanged
		left.Against, right.Against = right.Name, left.Name
	}
}

func (t *teller) discrepancy(d *model.Discrepancy) Remark {
	l := t.Locale
	r := Remark{Heading: l.Text(d.Topic), Differ: true}
	for _, c := range d.Claims {
		r.Lines = append(r.Lines, Line{t.NumberClaim(c), t.cite(c.Sources)})
	}
	if words := l.Text(d.Assessment); words != "" {
		r.Assessment = l.T("memoranda.assessment", "Text", words)
	}
	return r
}

func (t *teller) statement(s *model.DocumentStatement) Remark {
	l := t.Locale
	words := l.Text(s.Text)
	if s.Unverified {
		words = l.T("comparison.unverified", "Text", words)
	}
	return Remark{
		Heading: JoinDots(t.Speaker(s.Statement), l.Date(s.Date)), Lines: []Line{{words, t.cite(s.Sources)}},
		Assessment: l.Text(s.Basis),
	}
}

// said and differ are what stands beside no topic of the comparison.
func (t *teller) said() []Remark {
	var list []Remark
	all := t.Dataset.Facts().DocumentStatements
	for i := range all {
		if s := &all[i]; t.concerns(s.Documents) && len(s.Topics)+len(s.Clauses) == 0 {
			list = append(list, t.statement(s))
		}
	}
	return list
}

func (t *teller) differ() []Remark {
	var list []Remark
	all := t.Dataset.Facts().Discrepancies
	for i := range all {
		if d := &all[i]; t.concerns(d.Documents) && len(d.Topics)+len(d.Clauses) == 0 {
			list = append(list, t.discrepancy(d))
		}
	}
	return list
}

func (t *teller) concerns(documents []model.DocumentID) bool {
	return slices.Contains(documents, t.pair[0]) || slices.Contains(documents, t.pair[1])
}

// ownOf are the reader's judgements of a pair on a topic.
func ownOf(notes []model.Note, topic model.TopicID, pair [2]model.DocumentID) []model.Note {
	return slices.DeleteFunc(slices.Clone(notes), func(n model.Note) bool {
		return n.Item != (model.Item{Kind: model.TopicItem, ID: string(topic)}) || !n.Judgement.Of(pair[0], pair[1])
	})
}
