package datafile

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-json/jsontext"
	json "github.com/goccy/go-json/v2"

	"parley/model"
)

// converter makes facts of a file while it is decoded. It does not say what is wrong with the file, only that something
// is: the walk finds out where, see walk.go. Each batch of a list has one of its own, and the file has one that these
// report to.
type converter struct {
	faulty   bool  // something required is missing, or a value is not what its type allows
	lenient  bool  // goes on nonetheless
	extended bool  // there are members that the format does not know
	nulls    int   // how often "null" stands there without a meaning in the format
	empty    bool  // there may be empty strings
	memory   int   // about how many bytes the facts take
	most     int   // how many they may
	failed   error // why something could not be decoded
	dates    map[date]model.Date

	// Of the converter of the file.
	work      *work
	team      *team
	endFrugal func() // where garbage is collected sooner
	stopped   error  // why the work ended early: the reader cancelled
	mu        sync.Mutex
}

// finished puts down what the converter of a batch has found.
func (c *converter) finished(of *converter) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.faulty = c.faulty || of.faulty
	c.extended = c.extended || of.extended
	c.nulls += of.nulls
	c.empty = c.empty || of.empty
	c.memory += of.memory
	c.failed = cmp.Or(c.failed, of.failed)
}

// look finds what the decoder takes silently and the format does not.
func (c *converter) look(raw []byte) {
	c.nulls += bytes.Count(raw, []byte("null"))
	c.empty = c.empty || mayHoldEmptyString(raw)
}

// goOn tells how far the file is decoded, and says whether to go on.
func (c *converter) goOn(offset int64) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.stopped = c.work.reached(offset, c.work.total)
	switch {
	case c.stopped != nil:
		return c.stopped
	case c.failed != nil:
		return c.failed
	case c.memory > c.most:
		return errTooMany
	case c.endFrugal == nil && c.memory > memoryAtLeast && int64(c.memory) > frugalFactor*c.work.total:
		c.endFrugal = beFrugal()
	case c.faulty && !c.lenient:
		return errNotInOrder
	}
	return nil
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

// byKey converts an object whose members are named by IDs.
func byKey[K ~string, W, M any](from byID[K, W], convert func(W) M) map[K]M {
	if len(from) == 0 {
		return nil
	}
	to := make(map[K]M, len(from))
	for k, v := range from {
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
	if d, ok := c.dates[s]; ok {
		return d
	}
	d, err := model.ParseDate(string(s))
	c.need(err == nil)
	if c.dates == nil {
		c.dates = map[date]model.Date{}
	}
	c.dates[s] = d
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
	case len(raw) == 0, c.memory > c.most:
		return nil // where it is too much, the file is refused
	case raw[0] == '"':
		c.memory += textSize
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
	c.memory += textSize
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
	c.memory += objectSize
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

// newFile returns a file and what reads its lists, by their names in quotation marks.
func newFile(c *converter) (f *file, lists map[string]func(*jsontext.Decoder) error) {
	f = &file{}
	return f, map[string]func(*jsontext.Decoder) error{
		`"sides"`:               f.Sides.reader(c, (*converter).side),
		`"actors"`:              f.Actors.reader(c, (*converter).actor),
		`"kinds"`:               f.Kinds.reader(c, (*converter).kind),
		`"categories"`:          f.Categories.reader(c, (*converter).category),
		`"people"`:              f.People.reader(c, (*converter).person),
		`"places"`:              f.Places.reader(c, (*converter).place),
		`"events"`:              f.Events.reader(c, (*converter).event),
		`"rounds"`:              f.Rounds.reader(c, (*converter).round),
		`"agreements"`:          f.Agreements.reader(c, (*converter).agreement),
		`"pledges"`:             f.Pledges.reader(c, (*converter).pledge),
		`"exchanges"`:           f.Exchanges.reader(c, (*converter).exchange),
		`"handovers"`:           f.Handovers.reader(c, (*converter).handover),
		`"totals"`:              f.Totals.reader(c, (*converter).total),
		`"checks"`:              f.Checks.reader(c, (*converter).check),
		`"documents"`:           f.Documents.reader(c, (*converter).document),
		`"clauses"`:             f.Clauses.reader(c, (*converter).clause),
		`"topics"`:              f.Topics.reader(c, (*converter).topic),
		`"comparisons"`:         f.Comparisons.reader(c, (*converter).comparison),
		`"document_statements"`: f.DocumentStatements.reader(c, (*converter).documentStatement),
		`"discrepancies"`:       f.Discrepancies.reader(c, (*converter).discrepancy),
		`"sources"`:             f.Sources.reader(c, (*converter).source),
	}
}

func (c *converter) facts(f *file) model.Facts {
	c.need(f.Name != "" && f.Version != "" && f.Created != "" && f.Language != "" && f.Format == formatName)
	c.need(!f.Sides.none() && !f.Kinds.none() && !f.Sources.none())
	c.extra(f.extra)
	return model.Facts{
		Metadata:           c.metadata(f),
		Sides:              f.Sides.take(),
		Actors:             f.Actors.take(),
		Kinds:              f.Kinds.take(),
		Categories:         f.Categories.take(),
		People:             f.People.take(),
		Places:             f.Places.take(),
		Events:             f.Events.take(),
		Rounds:             f.Rounds.take(),
		Agreements:         f.Agreements.take(),
		Pledges:            f.Pledges.take(),
		Exchanges:          f.Exchanges.take(),
		Handovers:          f.Handovers.take(),
		Totals:             f.Totals.take(),
		Checks:             f.Checks.take(),
		Documents:          f.Documents.take(),
		Clauses:            f.Clauses.take(),
		Topics:             f.Topics.take(),
		Comparisons:        f.Comparisons.take(),
		DocumentStatements: f.DocumentStatements.take(),
		Discrepancies:      f.Discrepancies.take(),
		Sources:            f.Sources.take(),
	}
}

func (c *converter) metadata(f *file) model.Metadata {
	m := model.Metadata{
		Name:        f.Name,
		Title:       c.needText(f.Title),
		Description: c.text(f.Description),
		Version:     f.Version,
		Created:     c.date(f.Created),
		MadeUp:      f.MadeUp,
		Language:    c.language(f.Language),
		Licenses: list(f.Licenses, func(l *license) model.License {
			c.extra(l.extra)
			return model.License{Name: l.Name, Title: l.Title, Path: l.Path}
		}),
		Contributors: list(f.Contributors, func(w *contributor) model.Contributor {
			c.extra(w.extra)
			return model.Contributor{Title: w.Title, Roles: w.Roles, Email: w.Email, Path: w.Path}
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
		ID: w.ID, Formerly: w.Formerly,
		Date: c.date(w.Date), Name: c.text(w.Name), Place: c.text(w.Place), Text: c.text(w.Text),
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
		ID: w.ID, Formerly: w.Formerly,
		Publisher: w.Publisher, Title: w.Title, TitleBasis: string(oneOf(c, w.TitleBasis, titleBases)),
		URL: w.URL, Published: c.date(w.Published), Side: w.Side, Weak: w.Weak, Aliases: w.Aliases, Note: c.text(w.Note),
	}
}
