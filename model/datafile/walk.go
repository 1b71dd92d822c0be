package datafile

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-json/jsontext"

	"parley/model"
)

// walk goes over the tokens of a file that has no fault of syntax and finds every fault of shape: a member that is
// unknown, missing or there twice, a value of another type, a word that is none of an enumeration, a date that is none.
func walk(data []byte, work *work) *walker {
	w := &walker{data: data, dec: newDecoder(data), work: work}
	w.value(fileShape(), true)
	if w.errors >= model.MostFindings {
		w.path = nil
		w.add(model.Error, w.next(), "there may be more faults from here on, which are not listed; mend those above first")
	}
	return w
}

type walker struct {
	data   []byte
	dec    *jsontext.Decoder
	path   path
	faults []fault
	errors int  // how many of the faults are errors
	ended  bool // there were so many that the walk ended early
	work   *work
	halted error // the reader cancelled
	mending
}

// newDecoder returns a decoder that leaves it to the walk to find members that are there twice and bytes that are no
// UTF-8.
func newDecoder(data []byte) *jsontext.Decoder {
	return jsontext.NewDecoder(bytes.NewBuffer(data), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
}

// skipSpace returns the first offset from i on that is neither white space nor a comma nor a colon.
func skipSpace(data []byte, i int) int {
	for ; i < len(data); i++ {
		switch data[i] {
		case ' ', '\t', '\r', '\n', ',', ':':
		default:
			return i
		}
	}
	return i
}

// next is the offset of the next token.
func (w *walker) next() int { return skipSpace(w.data, int(w.dec.InputOffset())) }

// read reads the next token and returns its text in the file. The file has no fault of syntax, so it cannot fail.
func (w *walker) read() (offset int, raw []byte) {
	offset = w.next()
	if _, err := w.dec.ReadToken(); err != nil {
		return offset, nil
	}
	return offset, w.data[offset:w.dec.InputOffset()]
}

func (w *walker) errorAt(offset int, message string, args ...any) {
	w.add(model.Error, offset, message, args...)
	w.spoil()
	w.errors++
	w.ended = w.errors >= model.MostFindings
}

func (w *walker) warnAt(offset int, message string, args ...any) {
	if len(w.faults)-w.errors < model.MostFindings {
		w.add(model.Warning, offset, message, args...)
	}
}

func (w *walker) add(s model.Severity, offset int, message string, args ...any) {
	msg := fmt.Sprintf(message, args...)
	w.faults = append(w.faults, fault{offset: offset, severity: s, path: w.path.String(), msg: msg})
}

// more reports whether the object or list that the walk is in goes on.
func (w *walker) more() bool {
	k := w.dec.PeekKind()
	return !w.ended && w.halted == nil && k != jsontext.KindEndObject && k != jsontext.KindEndArray && k != jsontext.KindInvalid
}

// value walks over one value, and reports whether it can be kept: what is not of its form is reported and left. A
// required list or map must not be empty.
func (w *walker) value(s *shape, required bool) (keep bool) {
	offset, kind := w.next(), w.dec.PeekKind()
	if kind == jsontext.KindNull && s.nullable {
		w.read()
		return true
	}
	if !s.takes(kind) {
		w.wrongForm(offset, s, kind)
		w.anything()
		return false
	}
	switch s.form {
	case anObject:
		w.object(offset, s)
	case aMap:
		w.mapByID(offset, s, required)
	case aList:
		w.list(s, required)
	case aText:
		return w.text(offset, kind)
	case aFlag:
		w.read()
	case aNumber:
		return w.number()
	default:
		return w.word(s)
	}
	return true
}

// takes reports whether a value of this shape may begin so.
func (s *shape) takes(k jsontext.Kind) bool {
	switch s.form {
	case anObject, aMap:
		return k == jsontext.KindBeginObject
	case aList:
		return k == jsontext.KindBeginArray
	case aText:
		return k == jsontext.KindString || k == jsontext.KindBeginObject
	case aNumber:
		return k == jsontext.KindNumber
	case aFlag:
		return k == jsontext.KindTrue || k == jsontext.KindFalse
	}
	return k == jsontext.KindString
}

// wanted says what a value of this shape is, in the words of the messages.
func (s *shape) wanted() string {
	if s.form == aWord {
		return "one of " + strings.Join(s.words, ", ") + ", in quotes"
	}
	return forms[s.form]
}

var forms = map[form]string{
	anObject:  "an object",
	aMap:      "an object",
	aList:     "a list",
	aText:     "a text or an object by language",
	aString:   "a string",
	aDate:     "a date in quotes",
	aLanguage: "a language tag in quotes",
	anAddress: "the address of an item in quotes",
	aNumber:   "a number",
	aFlag:     "true or false",
}

// kinds are the kinds of tokens in the words of the messages.
var kinds = map[jsontext.Kind]string{
	jsontext.KindTrue:        "true",
	jsontext.KindFalse:       "false",
	jsontext.KindString:      "a string",
	jsontext.KindNumber:      "a number",
	jsontext.KindBeginObject: "an object",
	jsontext.KindBeginArray:  "a list",
}

func (w *walker) wrongForm(offset int, s *shape, kind jsontext.Kind) {
	switch {
	case kind == jsontext.KindNull && len(w.path) > 0:
		w.errorAt(offset, "null says nothing here; leave it out, or write %s", s.wanted())
	case kind == jsontext.KindNull:
		w.errorAt(offset, "the file holds only null; write a dataset: { ... }")
	case s.form == aNumber && kind == jsontext.KindString:
		w.errorAt(offset, "this is a string; write the number without quotes")
	case s.form == aList:
		w.errorAt(offset, "this is %s; write a list: [ ... ]", kinds[kind])
	default:
		w.errorAt(offset, "this is %s; write %s", kinds[kind], s.wanted())
	}
}

// members walks over an object; it has the walk of each value done by visit, which reports whether the member can be
// kept. A member that is there twice is kept once. The shape is that of the object, or nil.
func (w *walker) members(s *shape, visit func(offset, i int, name string) (keep bool)) {
	w.read()
	var seen names
	for n := 0; w.more(); n++ {
		offset, raw := w.read()
		if n == mostMembers {
			w.errorAt(offset, "the object has more than %d members; split it", mostMembers)
			w.ended = true
			return
		}
		i, name, ok := s.member(raw)
		if !ok {
			name = w.unquote(offset, raw)
		}
		w.path = append(w.path, name)
		twice := seen.add(name)
		if twice {
			w.errorAt(offset, "the member %s is there twice; keep one", model.Quoted(name))
		}
		if keep := visit(offset, i, name); !keep || twice {
			w.leaveOut(offset, int(w.dec.InputOffset()))
		}
		w.path = w.path[:len(w.path)-1]
	}
	w.read()
}

// names are those of the members of one object.
type names struct {
	few  []string
	many map[string]bool // where there are more than a few
}

// add puts down a name, and reports whether it is there already.
func (n *names) add(name string) bool {
	const few = 16
	switch {
	case n.many[name] || slices.Contains(n.few, name):
		return true
	case len(n.few) < few:
		n.few = append(n.few, name)
	default:
		if n.many == nil {
			n.many = map[string]bool{}
		}
		n.many[name] = true
	}
	return false
}

// member finds the member with a name in quotation marks, without making a string of it.
func (s *shape) member(raw []byte) (i int, name string, ok bool) {
	if s == nil || len(raw) < 2 {
		return -1, "", false
	}
	for i := range s.members {
		if name := s.members[i].name; string(raw[1:len(raw)-1]) == name {
			return i, name, true
		}
	}
	return -1, "", false
}

func (w *walker) object(begin int, s *shape) {
	found := make([]bool, len(s.members))
	w.members(s, func(offset, i int, name string) bool {
		if i < 0 {
			i = s.find(name) // its name is written with escapes
		}
		switch {
		case i >= 0:
			found[i] = true
			return w.value(s.members[i].shape, s.members[i].required)
		case name == commentKey || name == schemaKey:
			w.anything()
			return true
		case strings.HasPrefix(name, ownPrefix):
			w.warnAt(offset, "the member %s is not part of the format and is not shown; to add a remark, write %q",
				model.Quoted(name), commentKey)
			w.anything()
			return true
		}
		if meant := w.unknown(offset, name, s); meant >= 0 {
			found[meant] = true // one fault is enough
		}
		w.anything()
		return false
	})
	for i, m := range s.members {
		if m.required && !found[i] && !w.ended {
			w.errorAt(begin, "the member %q is missing; add it: %s", m.name, m.shape.wanted())
			w.spoilMember(m.name)
		}
	}
}

// unknown reports a member that the format does not know, and returns the place of the one that was meant, or -1.
func (w *walker) unknown(offset int, name string, s *shape) (meant int) {
	nearest := model.Nearest(name, s.names())
	if nearest == "" {
		w.errorAt(offset, "there is no member %s here; take it out, or begin it with %q", model.Quoted(name), ownPrefix)
		return -1
	}
	w.errorAt(offset, "there is no member %s here; did you mean %q?", model.Quoted(name), nearest)
	w.spoilSibling(nearest)
	return s.find(nearest)
}

func (w *walker) mapByID(begin int, s *shape, required bool) {
	size := 0
	w.members(nil, func(offset, _ int, name string) bool {
		if name == commentKey || name == schemaKey {
			w.anything()
			return false // what the map holds is not to be decoded of it
		}
		size++
		if name == "" {
			w.errorAt(offset, "the id is empty; write one")
			w.value(s.of, false)
			return false
		}
		return w.value(s.of, false)
	})
	if size == 0 && required && !w.ended {
		w.errorAt(begin, "the object is empty; write what it is about, by id")
	}
}

func (w *walker) list(s *shape, required bool) {
	begin, _ := w.read()
	size := 0
	for w.more() {
		w.path = append(w.path, size)
		offset := w.next()
		if keep := w.value(s.of, false); !keep {
			w.leaveOutElement(offset, int(w.dec.InputOffset()), w.path)
		}
		w.path = w.path[:len(w.path)-1]
		if size++; len(w.path) == 1 {
			w.halted = w.work.ctx.Err()
		}
	}
	w.read()
	if size == 0 && required && !w.ended {
		w.errorAt(begin, "the list is empty; write what belongs there")
	}
}

// text walks over what people read: a string, or an object by language.
func (w *walker) text(begin int, kind jsontext.Kind) (keep bool) {
	if kind == jsontext.KindString {
		_, s, ok := w.string()
		return ok && s != ""
	}
	languages, kept := 0, 0
	w.members(nil, func(offset, _ int, name string) bool {
		if name == commentKey || name == schemaKey {
			w.anything()
			return true
		}
		languages++
		if !isLanguage(name) {
			w.errorAt(offset, "%s is no language; write a tag like \"en\" or \"pt-BR\"", model.Quoted(name))
		}
		if k := w.dec.PeekKind(); k != jsontext.KindString {
			w.wrongForm(w.next(), &shape{form: aString}, k)
			w.anything()
			return false
		}
		_, s, ok := w.string()
		keep := ok && s != "" && isLanguage(name)
		if keep {
			kept++
		}
		return keep
	})
	if languages == 0 {
		w.errorAt(begin, "the text is in no language; write {\"en\": \"...\"}, or a string")
	}
	return kept > 0
}

// string walks over a string, which must not be empty. It is not ok where the string stands for no text.
func (w *walker) string() (offset int, s string, ok bool) {
	offset, raw := w.read()
	errors := w.errors
	s = w.unquote(offset, raw)
	if s == "" {
		w.errorAt(offset, "this is empty; write something, or leave the member out")
	}
	return offset, s, w.errors == errors
}

// unquote returns what a string stands for, and reports bytes and escapes that stand for no character.
func (w *walker) unquote(offset int, raw []byte) string {
	s, err := jsontext.AppendUnquote(nil, raw)
	if err == nil {
		return string(s)
	}
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && size == 1 {
			w.errorAt(offset+i, "the byte %02X is no UTF-8; save the file as UTF-8", raw[i])
			return string(s)
		}
		i += size
	}
	w.errorAt(offset, "the text holds half of a \\u pair, which stands for no character; write the character itself")
	return string(s)
}

// word walks over a string that is more than a text: a date, a word of an enumeration.
func (w *walker) word(s *shape) (keep bool) {
	offset, v, ok := w.string()
	if v == "" {
		return false
	}
	if fault := s.faultOf(v); fault != "" {
		w.errorAt(offset, "%s", fault)
		return false
	}
	return ok
}

// faultOf says what is wrong with a string of this shape, or nothing.
func (s *shape) faultOf(v string) string {
	switch s.form {
	case aDate:
		if _, err := model.ParseDate(v); err != nil {
			return badDate(v, err)
		}
	case aLanguage:
		if !isLanguage(v) {
			return model.Quoted(v) + ` is no language; write a tag like "en" or "pt-BR"`
		}
	case anAddress:
		if dataset, _, err := model.ParseItem(v); err != nil || dataset != "" {
			return model.Quoted(v) + ` is no address of an item; write it as "round/2025-06-02-istanbul"`
		}
	case aWord:
		if !slices.Contains(s.words, v) {
			return fmt.Sprintf("%s is none of %s; %s", model.Quoted(v), strings.Join(s.words, ", "), suggestWord(v, s.words))
		}
	}
	return ""
}

func badDate(v string, err error) string {
	switch {
	case len(v) > 50:
		return model.Quoted(v) + " is no date; write it as 2025-06-02, 2025-06 or 2025"
	case strings.Contains(err.Error(), "; "):
		return err.Error()
	}
	return err.Error() + "; mend the date"
}

func suggestWord(v string, words []string) string {
	if nearest := model.Nearest(v, words); nearest != "" {
		return fmt.Sprintf("did you mean %q?", nearest)
	}
	return "write one of them"
}

// number walks over a whole number.
func (w *walker) number() (keep bool) {
	offset, raw := w.read()
	_, err := strconv.ParseInt(string(raw), 10, strconv.IntSize)
	switch {
	case err == nil:
	case bytes.ContainsAny(raw, ".eE"):
		w.errorAt(offset, "%s is not written as a whole number; write it without point and exponent", shown(raw))
	default:
		w.errorAt(offset, "%s is too large a number; mend it", shown(raw))
	}
	return err == nil
}

// shown cuts a token for a message.
func shown(raw []byte) string { return strings.Trim(model.Quoted(string(raw)), `"`) }

// anything walks over a value that is not of the format; what holds for all JSON holds for it as well.
func (w *walker) anything() {
	switch w.dec.PeekKind() {
	case jsontext.KindBeginObject:
		w.members(nil, func(int, int, string) bool {
			w.anything()
			return true
		})
	case jsontext.KindBeginArray:
		w.read()
		for i := 0; w.more(); i++ {
			w.path = append(w.path, i)
			w.anything()
			w.path = w.path[:len(w.path)-1]
		}
		w.read()
	case jsontext.KindString:
		offset, raw := w.read()
		w.unquote(offset, raw)
	default:
		w.read()
	}
}
