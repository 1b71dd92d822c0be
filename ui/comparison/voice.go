package comparison

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/model"
	"parley/ui/format"
)

// Voice says what a dataset holds of documents, in one language. The page and the reports share it.
type Voice struct {
	Locale  *format.Locale
	Dataset *model.Dataset
}

// DocumentName is "Russia, 2 June 2025".
func (v Voice) DocumentName(id model.DocumentID) string {
	m := v.Dataset.Document(id)
	authors := capital(v.Locale.Authors(v.Dataset, m))
	date := v.Locale.Date(m.Date)
	if date == "" {
		return authors
	}
	return v.Locale.T("memoranda.document", "Authors", authors, "Date", date)
}

// capital begins a text with a capital letter.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// FirstPair is the first two documents that a judgement compares, else the first two with clauses, else the first two;
// those of the sides in the alphabetical order of the reader's language. It is not ok where the dataset holds no two.
func (v Voice) FirstPair() (left, right model.DocumentID, ok bool) {
	documents := v.Dataset.Documents()
	if len(documents) < 2 {
		return "", "", false
	}
	judged := func(*model.Document) bool { return false }
	if all := v.Dataset.Facts().Comparisons; len(all) > 0 {
		judged = func(m *model.Document) bool { _, ok := all[0].Stances[m.ID]; return ok }
	}
	hasClauses := func(m *model.Document) bool { return len(v.Dataset.ClausesOf(m.ID)) > 0 }
	rank := func(m *model.Document) int {
		switch {
		case judged(m):
			return 0
		case hasClauses(m):
			return 1
		}
		return 2
	}
	slices.SortStableFunc(documents, func(a, b *model.Document) int { return rank(a) - rank(b) })
	first := documents[:2]
	slices.SortStableFunc(first, func(a, b *model.Document) int { return v.sideRank(a) - v.sideRank(b) })
	return first[0].ID, first[1].ID, true
}

// sideRank is the place of a document's only author among the sides in alphabetical order; those by others come last.
func (v Voice) sideRank(m *model.Document) int {
	sides := v.Locale.Sides(v.Dataset, false)
	if side := OnlyAuthor(m); side != "" {
		if i := slices.IndexFunc(sides, func(s model.Side) bool { return s.ID == side }); i >= 0 {
			return i
		}
	}
	return len(sides)
}

// Listed says how many of a document's clauses the dataset holds, and whether these are all.
func (v Voice) Listed(m *model.Document) string {
	n := len(v.Dataset.ClausesOf(m.ID))
	switch {
	case n == 0:
		return v.Locale.T("memoranda.listed.none")
	case m.Complete:
		return v.Locale.N("memoranda.listed.all", n)
	}
	return v.Locale.N("memoranda.listed.some", n)
}

// OnlyAuthor is the side that wrote a document alone, or "".
func OnlyAuthor(m *model.Document) model.SideID {
	if len(m.Authors) == 1 {
		return model.SideID(m.Authors[0])
	}
	return ""
}

// SidePlace is the place of the side that wrote a document alone, in the dataset's order; -1 for other documents.
func (v Voice) SidePlace(m *model.Document) int {
	side := OnlyAuthor(m)
	for i, s := range v.Dataset.Sides() {
		if s.ID == side {
			return i
		}
	}
	return -1
}

// Silence is what to say of a document that has nothing of its own on a topic; "" for one that has.
func (v Voice) Silence(p model.Position) string {
	switch {
	case p.Silence == model.NotMentioned:
		return v.Locale.T("memoranda.notmentioned")
	case p.Silence == model.NotRecorded:
		return v.Locale.T("memoranda.notrecorded")
	case p.Text.Empty() && len(p.Clauses) == 0:
		return v.Locale.T("memoranda.relatedonly")
	}
	return ""
}

// StanceLines are what a document holds: in the editors' words, else in those of its clauses.
func (v Voice) StanceLines(p model.Position) []string {
	if !p.Text.Empty() {
		return []string{v.Locale.Text(p.Text)}
	}
	var lines []string
	for _, c := range p.Clauses {
		lines = append(lines, v.InShort(c))
	}
	return lines
}

// StanceWords are the same on one line, or the silence.
func (v Voice) StanceWords(p model.Position) string {
	if silence := v.Silence(p); silence != "" {
		return silence
	}
	return strings.Join(v.StanceLines(p), "; ")
}

// InShort is a clause in a few words, or in full where the dataset has none shorter.
func (v Voice) InShort(c *model.Clause) string {
	if c.Stance.Empty() {
		return v.Locale.Text(c.Text)
	}
	return v.Locale.Text(c.Stance)
}

// ClauseCounts is "3 clauses · 7 related"; what there is none of is left out.
func (v Voice) ClauseCounts(p model.Position) string {
	clauses, related := "", ""
	if n := len(p.Clauses); n > 0 {
		clauses = v.Locale.N("memoranda.clauses", n)
	}
	if n := len(p.Related); n > 0 {
		related = v.Locale.N("memoranda.related", n)
	}
	return JoinDots(clauses, related)
}

// NumberBasis says how the number of a clause came about, where it is not the document's own.
func (v Voice) NumberBasis(c *model.Clause) string {
	if c.NumberBasis == "inferred" || c.NumberBasis == "none" {
		return v.Locale.T("memoranda.basis." + c.NumberBasis)
	}
	return ""
}

// Under is "I.2 · under Territory", for a clause that is related to another topic.
func (v Voice) Under(c *model.Clause) string {
	under := ""
	if topic := v.Dataset.Topic(c.Topic); topic != nil {
		under = v.Locale.T("memoranda.related.under", "Topic", v.Locale.Text(topic.Name))
	}
	return JoinDots(c.Number, under)
}

// Speaker is who made a statement, and for whom.
func (v Voice) Speaker(s model.Statement) string {
	name := v.Locale.Text(s.PersonName)
	if p := v.Dataset.Person(s.Person); p != nil {
		name = v.Locale.Text(p.Name)
	}
	actor := v.Locale.Text(v.Dataset.ActorName(s.By))
	switch {
	case name == "":
		return actor
	case actor == "":
		return name
	}
	return v.Locale.T("statement.speaker", "Name", name, "By", actor)
}

// NumberClaim is what one source says of a point.
func (v Voice) NumberClaim(c model.NumberClaim) string {
	words := v.Locale.Text(c.Text)
	if words == "" && c.Value != nil {
		words = v.Locale.Number(*c.Value)
	}
	if c.By.Side() != "" {
		return v.Locale.T("statement.by", "Who", v.Locale.Reporter(v.Dataset, c.By), "Text", words)
	}
	return words
}

// Counts are how often each judgement was given.
func (v Voice) Counts(rows []model.TopicRow) []Count {
	times := map[model.Judgement]int{}
	for _, row := range rows {
		times[row.Judgement]++
	}
	var list []Count
	for _, j := range model.Judgements() {
		if n := times[j]; j != model.NotJudged || n > 0 {
			list = append(list, Count{Judgement: j, N: n, Words: v.Locale.N("memoranda.count."+string(j), n)})
		}
	}
	return list
}

// NotJudged says that the dataset judges nothing of a pair, or holds nothing to compare; else "".
func (v Voice) NotJudged(rows []model.TopicRow) string {
	nothing := true
	for _, row := range rows {
		if row.Judgement != model.NotJudged {
			return ""
		}
		nothing = nothing && IsEmpty(row)
	}
	if nothing {
		return v.Locale.T("memoranda.noclauses")
	}
	return v.Locale.T("memoranda.notjudged")
}

// IsEmpty reports whether neither document has anything on a topic, as far as the dataset knows.
func IsEmpty(row model.TopicRow) bool {
	return row.Judgement == model.NotJudged &&
		row.Left.Silence == model.NotRecorded && row.Right.Silence == model.NotRecorded
}

// JoinDots joins what there is of two texts: "II.2.1 · under Ceasefire".
func JoinDots(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " · " + b
}
