package datafile

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/goccy/go-json/jsontext"

	"parley/model"
)

// Addition is what is put into a dataset's file.
type Addition struct {
	Exchanges []model.Exchange
	Claims    []AddedClaim
	Citations []AddedCitation
	Ties      []AddedTie
	Sources   []model.Source
}

// AddedClaim is a further claim of an exchange that the file has.
type AddedClaim struct {
	Exchange model.ExchangeID
	To       model.SideID
	Claim    model.Claim
}

// AddedCitation is further sources of a claim that the file has.
type AddedCitation struct {
	Exchange model.ExchangeID
	To       model.SideID
	Claim    int // its place among the claims
	Sources  []model.SourceID
}

// AddedTie is a further tie of an exchange that the file has.
type AddedTie struct {
	Exchange model.ExchangeID
	Tie      model.Tie
}

// Empty reports whether nothing is added.
func (a Addition) Empty() bool {
	return len(a.Exchanges)+len(a.Claims)+len(a.Citations)+len(a.Ties)+len(a.Sources) == 0
}

// Insert puts an addition into the text of a dataset, which must be in order. Whatever stands in the file stays as it is
// written, letter by letter; what is new comes at the ends of the lists, in the file's own indentation. Of an exchange
// the members are written that a spreadsheet can tell of: date, kind, figures with their claims, places, ties, sources.
//
// Whether the new text is in order is for [Read] to say.
func Insert(data []byte, a Addition) ([]byte, error) {
	body, hasMark := bytes.CutPrefix(data, []byte("\xef\xbb\xbf"))
	in := &insertion{data: body, style: styleOf(body)}
	if at := in.all(); at.value == at.end || body[at.value] != '{' {
		return nil, errors.New("the file is no dataset")
	}
	in.into(in.all(), nil, "exchanges", arrayOf(a.Exchanges, exchangeOf))
	if err := in.further(a); err != nil {
		return nil, err
	}
	in.into(in.all(), nil, "sources", arrayOf(a.Sources, sourceOf))
	if in.err != nil {
		return nil, in.err
	}
	out := in.apply()
	if hasMark {
		out = append([]byte("\xef\xbb\xbf"), out...)
	}
	return out, nil
}

// Begin is the text of a new dataset that has sides and kinds and nothing else yet, for [Insert] to put more into. It is
// not in order before that: a dataset has sources.
func Begin(f *model.Facts) []byte {
	m := f.Metadata
	members := fields{
		{"format", formatName},
		{"name", m.Name},
		{"title", m.Title},
		{"version", m.Version},
		{"created", m.Created.String()},
		{"language", m.Language},
		{"sides", arrayOf(f.Sides, func(s model.Side) fields { return fields{{"id", string(s.ID)}, {"name", s.Name}} })},
		{"kinds", arrayOf(f.Kinds, func(k model.Kind) fields {
			return fields{{"id", string(k.ID)}, {"name", k.Name}, {"carried_out", k.CarriedOut}, {"unit", k.Unit}}
		})},
		{"exchanges", array{}},
		{"sources", array{}},
	}
	p := printer{style: ownStyle}
	p.open(members, "")
	return append(p.out, '\n')
}

// arrayOf writes the elements of a list.
func arrayOf[T any](from []T, write func(T) fields) array {
	to := make(array, len(from))
	for i, x := range from {
		to[i] = write(x)
	}
	return to
}

func exchangeOf(e model.Exchange) fields {
	to := fields{}
	for _, side := range sortedSides(e.To) {
		to = append(to, named{string(side), fields{{"claims", arrayOf(e.To[side].Claims, claimOf)}}})
	}
	return fields{
		{"id", string(e.ID)},
		{"date", e.Date.String()},
		{"kind", string(e.Kind)},
		{"to", to},
		{"places", arrayOf(e.Places, sourcedOf)},
		{"ties", arrayOf(e.Ties, tieOf)},
		{"sources", ids(e.Sources)},
	}
}

func sourcedOf(s model.Sourced) fields { return fields{{"text", s.Text}, {"sources", ids(s.Sources)}} }

func sortedSides(to map[model.SideID]model.Figure) []model.SideID {
	var sides []model.SideID
	for side := range to {
		sides = append(sides, side)
	}
	slices.Sort(sides)
	return sides
}

func claimOf(c model.Claim) fields {
	return fields{
		{"value", c.Value},
		{"qualifier", string(c.Qualifier)},
		{"by", string(c.By)},
		{"announced_by", c.AnnouncedBy},
		{"military", c.Military},
		{"civilians", c.Civilians},
		{"note", c.Note},
		{"sources", ids(c.Sources)},
	}
}

func tieOf(t model.Tie) fields {
	by := array{}
	for _, r := range t.By {
		by = append(by, string(r))
	}
	return fields{
		{"pledge", string(t.Pledge)},
		{"round", string(t.Occasion.Round)},
		{"by", by},
		{"sources", ids(t.Sources)},
	}
}

func sourceOf(s model.Source) fields {
	return fields{
		{"id", string(s.ID)},
		{"publisher", s.Publisher},
		{"title", s.Title},
		{"title_basis", s.TitleBasis},
		{"url", s.URL},
		{"published", s.Published.String()},
	}
}

func ids(from []model.SourceID) array {
	to := make(array, len(from))
	for i, id := range from {
		to[i] = string(id)
	}
	return to
}

// insertion gathers what is put where.
type insertion struct {
	data  []byte
	style style
	edits []inserted
	err   error
}

// inserted is a text put in at an offset.
type inserted struct {
	offset int
	text   []byte
}

// further puts claims, sources of claims and ties to the exchanges that the file has.
func (in *insertion) further(a Addition) error {
	if len(a.Claims)+len(a.Citations)+len(a.Ties) == 0 {
		return nil
	}
	places := in.exchanges()
	added := slices.SortedStableFunc(slices.Values(a.Claims), func(a, b AddedClaim) int {
		return cmp.Or(cmp.Compare(a.Exchange, b.Exchange), cmp.Compare(a.To, b.To))
	})
	for i := 0; i < len(added); {
		first := added[i]
		var claims []model.Claim
		for ; i < len(added) && added[i].Exchange == first.Exchange && added[i].To == first.To; i++ {
			claims = append(claims, added[i].Claim)
		}
		at, ok := places[string(first.Exchange)]
		if !ok {
			return noExchange(first.Exchange)
		}
		figure := path{"to", string(first.To)}
		if _, ok := in.offset(at, figure); ok {
			in.into(at, figure, "claims", arrayOf(claims, claimOf))
		} else {
			in.member(at, figure[:1], named{string(first.To), fields{{"claims", arrayOf(claims, claimOf)}}})
		}
	}
	for _, c := range a.Citations {
		at, ok := places[string(c.Exchange)]
		if !ok {
			return noExchange(c.Exchange)
		}
		in.into(at, path{"to", string(c.To), "claims", c.Claim}, "sources", ids(c.Sources))
	}
	return in.furtherTies(a.Ties, places)
}

func (in *insertion) furtherTies(added []AddedTie, places map[string]child) error {
	ties := slices.SortedStableFunc(slices.Values(added), func(a, b AddedTie) int {
		return cmp.Compare(a.Exchange, b.Exchange)
	})
	for i := 0; i < len(ties); {
		id := ties[i].Exchange
		var same []model.Tie
		for ; i < len(ties) && ties[i].Exchange == id; i++ {
			same = append(same, ties[i].Tie)
		}
		at, ok := places[string(id)]
		if !ok {
			return noExchange(id)
		}
		in.into(at, nil, "ties", arrayOf(same, tieOf))
	}
	return nil
}

func noExchange(id model.ExchangeID) error { return fmt.Errorf("the file has no exchange %q", id) }

// exchanges are the places of the exchanges in the file, by their IDs.
func (in *insertion) exchanges() map[string]child {
	places := map[string]child{}
	begin, ok := in.offset(in.all(), path{"exchanges"})
	if !ok {
		return places
	}
	for _, c := range in.children(begin) {
		if at, ok := in.offset(c, path{"id"}); ok {
			if id, err := stringAt(in.data, at); err == nil {
				places[id] = c
			}
		}
	}
	return places
}

// all is the place of the dataset in the file.
func (in *insertion) all() child {
	begin := skipWhite(in.data, 0)
	return child{begin, begin, len(in.data)}
}

// offset is where the value at a path within a child begins; not ok where there is none.
func (in *insertion) offset(within child, p path) (int, bool) {
	if len(p) == 0 {
		return within.value, true
	}
	found := locate(in.data[within.value:within.end], []path{p[:len(p)-1], p})
	return within.value + found[1], found[1] > found[0]
}

// into appends elements to a list that is a member of an object, at a path within a child; where there is no list, it is
// made.
func (in *insertion) into(within child, parent path, name string, elements array) {
	if len(elements) == 0 {
		return
	}
	begin, ok := in.offset(within, append(slices.Clone(parent), name))
	if !ok {
		in.member(within, parent, named{name, elements})
		return
	}
	items := make([]func(*printer, string), len(elements))
	for i, e := range elements {
		items[i] = func(p *printer, indent string) { p.value(e, indent) }
	}
	in.append(begin, items)
}

// member appends a member to an object at a path within a child.
func (in *insertion) member(within child, parent path, m named) {
	begin, ok := in.offset(within, parent)
	if !ok {
		in.err = fmt.Errorf("the file has nothing at %s", parent)
		return
	}
	in.append(begin, []func(*printer, string){func(p *printer, indent string) { p.member(m, indent) }})
}

// append puts items behind the last child of the list or object that begins at an offset. Two additions to one object come
// in their order.
func (in *insertion) append(begin int, items []func(*printer, string)) {
	children := in.children(begin)
	p := printer{style: in.style}
	if len(children) == 0 {
		around := in.indentAt(begin)
		for i, item := range items {
			p.separate(i > 0, around+in.style.unit)
			item(&p, around+in.style.unit)
		}
		p.breakLine(around)
		in.edits = append(in.edits, inserted{begin + 1, p.out})
		return
	}
	last := children[len(children)-1]
	indent, ownLine := in.lineIndent(last.begin)
	for _, item := range items {
		if ownLine {
			p.separate(true, indent)
		} else {
			p.out = append(p.out, ',')
			if !in.style.compact {
				p.out = append(p.out, ' ')
			}
			indent = in.indentAt(begin)
		}
		item(&p, indent)
	}
	in.edits = append(in.edits, inserted{last.end, p.out})
}

// child is an element of a list or a member of an object: it begins with its name, if it has one.
type child struct{ begin, value, end int }

// children are those of the list or object that begins at an offset.
func (in *insertion) children(begin int) []child {
	dec := newDecoder(in.data[begin:])
	open, err := dec.ReadToken()
	if err != nil {
		return nil
	}
	isObject := open.Kind() == jsontext.KindBeginObject
	at := func() int { return begin + int(dec.InputOffset()) }
	var list []child
	for {
		k := dec.PeekKind()
		if k == jsontext.KindEndArray || k == jsontext.KindEndObject || k == jsontext.KindInvalid {
			return list
		}
		c := child{begin: skipSpace(in.data, at())}
		if isObject {
			if _, err := dec.ReadToken(); err != nil {
				return list
			}
		}
		c.value = skipSpace(in.data, at())
		if _, err := dec.ReadValue(); err != nil {
			return list
		}
		c.end = at()
		list = append(list, c)
	}
}

// lineIndent is the white space before an offset, and whether there is nothing else on its line before it.
func (in *insertion) lineIndent(offset int) (indent string, ownLine bool) {
	line := in.data[bytes.LastIndexByte(in.data[:offset], '\n')+1 : offset]
	return string(line), len(bytes.Trim(line, " \t")) == 0 && bytes.IndexByte(in.data[:offset], '\n') >= 0
}

// indentAt is the white space at the beginning of the line that an offset is in.
func (in *insertion) indentAt(offset int) string {
	line := in.data[bytes.LastIndexByte(in.data[:offset], '\n')+1:]
	return string(line[:len(line)-len(bytes.TrimLeft(line, " \t"))])
}

// apply puts all edits in. Those at one place keep their order.
func (in *insertion) apply() []byte {
	slices.SortStableFunc(in.edits, func(a, b inserted) int { return a.offset - b.offset })
	var out []byte
	read := 0
	for _, e := range in.edits {
		out = append(append(out, in.data[read:e.offset]...), e.text...)
		read = e.offset
	}
	return append(out, in.data[read:]...)
}

// style is how a file is written.
type style struct {
	unit    string // of indentation
	newline string
	compact bool // all on one line
	short   bool // what fits on a line is written on one
}

// ownStyle is that of the datasets that come with the program.
var ownStyle = style{unit: "  ", newline: "\n", short: true}

// longestLine is the width in characters that what is short keeps within.
const longestLine = 120

var shortList = regexp.MustCompile(`[\[{][ \t]*["\d]`)

// styleOf finds out how a file is written.
func styleOf(data []byte) style {
	s := style{unit: "  ", newline: "\n"}
	i := bytes.IndexByte(data, '\n')
	if i < 0 || len(bytes.TrimSpace(data[i:])) == 0 {
		s.compact, s.short = true, true
		return s
	}
	if i > 0 && data[i-1] == '\r' {
		s.newline = "\r\n"
	}
	rest := data[i+1:]
	if unit := rest[:len(rest)-len(bytes.TrimLeft(rest, " \t"))]; len(unit) > 0 {
		s.unit = string(unit)
	}
	s.short = shortList.Match(data)
	return s
}

// Values that are written: these, strings, texts and numbers that may be unknown. A member that says nothing is left out.
type (
	fields []named
	named  struct {
		name  string
		value any
	}
	array []any
)

// says reports whether a value says anything.
func says(v any) bool {
	switch v := v.(type) {
	case string:
		return v != ""
	case *int:
		return v != nil
	case model.Text:
		return len(v) > 0
	}
	return true
}

// isLeftOut reports whether a member is not written. Empty lists are only in a new file, to be filled.
func isLeftOut(v any, keepEmpty bool) bool {
	l, ok := v.(array)
	return !says(v) || ok && len(l) == 0 && !keepEmpty
}

// printer writes values in a style.
type printer struct {
	style style
	out   []byte
}

// breakLine begins a new line, unless all is on one.
func (p *printer) breakLine(indent string) {
	if !p.style.compact {
		p.out = append(append(p.out, p.style.newline...), indent...)
	}
}

// separate goes on to the next of several values, each on a line.
func (p *printer) separate(comma bool, indent string) {
	if comma {
		p.out = append(p.out, ',')
	}
	p.breakLine(indent)
}

func (p *printer) string(s string) {
	quoted, err := jsontext.AppendQuote(p.out, s)
	if err != nil { // it is no UTF-8, which readers of ours refuse before
		quoted, _ = jsontext.AppendQuote(p.out, string(bytes.ToValidUTF8([]byte(s), []byte("\ufffd"))))
	}
	p.out = quoted
}

func (p *printer) member(m named, indent string) {
	p.string(m.name)
	p.out = append(p.out, ':')
	if !p.style.compact {
		p.out = append(p.out, ' ')
	}
	p.value(m.value, indent)
}

// value writes a value, on one line where that is the style and it fits.
func (p *printer) value(v any, indent string) {
	switch v := v.(type) {
	case string:
		p.string(v)
	case *int:
		p.out = strconv.AppendInt(p.out, int64(*v), 10)
	case model.Text:
		p.text(v, indent)
	case fields:
		if line := p.line(v); p.fits(line) {
			p.out = append(p.out, line...)
			return
		}
		p.open(v, indent)
	case array:
		if line := p.line(v); len(v) == 0 || p.fits(line) {
			p.out = append(p.out, line...)
			return
		}
		p.out = append(p.out, '[')
		for i, e := range v {
			p.separate(i > 0, indent+p.style.unit)
			p.value(e, indent+p.style.unit)
		}
		p.breakLine(indent)
		p.out = append(p.out, ']')
	}
}

func (p *printer) text(t model.Text, indent string) {
	if own, ok := t[""]; ok && len(t) == 1 {
		p.string(own)
		return
	}
	var byLanguage fields
	for _, lang := range t.Languages() {
		byLanguage = append(byLanguage, named{lang, t[lang]})
	}
	p.value(byLanguage, indent)
}

// open writes an object with a line for each member.
func (p *printer) open(o fields, indent string) {
	p.out = append(p.out, '{')
	first := true
	for _, m := range o {
		if isLeftOut(m.value, indent == "") {
			continue
		}
		p.separate(!first, indent+p.style.unit)
		p.member(m, indent+p.style.unit)
		first = false
	}
	p.breakLine(indent)
	p.out = append(p.out, '}')
}

// line writes a value on one line.
func (p *printer) line(v any) []byte {
	gap := " "
	if p.style.compact {
		gap = ""
	}
	flat := printer{style: style{compact: true, short: false}}
	switch v := v.(type) {
	case array:
		flat.out = append(flat.out, '[')
		for i, e := range v {
			if i > 0 {
				flat.out = append(flat.out, ","+gap...)
			}
			flat.out = append(flat.out, p.line(e)...)
		}
		flat.out = append(flat.out, ']')
	case fields:
		flat.out = append(flat.out, '{')
		for _, m := range v {
			if isLeftOut(m.value, false) {
				continue
			}
			if len(flat.out) > 1 {
				flat.out = append(flat.out, ","+gap...)
			}
			flat.string(m.name)
			flat.out = append(flat.out, ":"+gap...)
			flat.out = append(flat.out, p.line(m.value)...)
		}
		flat.out = append(flat.out, '}')
	case model.Text:
		if own, ok := v[""]; ok && len(v) == 1 {
			flat.string(own)
			break
		}
		var byLanguage fields
		for _, lang := range v.Languages() {
			byLanguage = append(byLanguage, named{lang, v[lang]})
		}
		return p.line(byLanguage)
	default:
		flat.value(v, "")
	}
	return flat.out
}

// fits reports whether a line can stand where the printer is.
func (p *printer) fits(line []byte) bool {
	if p.style.compact {
		return true
	}
	used := utf8.RuneCount(p.out[bytes.LastIndexByte(p.out, '\n')+1:])
	const comma = 1
	return p.style.short && used+utf8.RuneCount(line)+comma <= longestLine
}
