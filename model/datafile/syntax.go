package datafile

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-json/jsontext"

	"parley/model"
)

// checkSyntax finds the first fault of syntax, which hides whatever comes after it. There is none where ok is true.
func checkSyntax(data []byte) (f fault, ok bool) {
	f, ok, _ = checkSyntaxOf(data, newWork(context.Background(), nil))
	return f, ok
}

// checkSyntaxOf is checkSyntax until the reader cancels. The error is that of the context.
func checkSyntaxOf(data []byte, w *work) (f fault, ok bool, cancelled error) {
	dec := newDecoder(data)
	for begun := false; !begun || dec.StackDepth() > 0; begun = true {
		err := skipElement(dec)
		if err != nil {
			s := syntaxFault{data: data, err: err, token: skipSpace(data, int(dec.InputOffset()))}
			return s.explain(dec), false, nil
		}
		if err := w.ctx.Err(); err != nil {
			return fault{}, false, err
		}
	}
	if rest := skipWhite(data, int(dec.InputOffset())); rest < len(data) {
		if begin := skipWhite(data, 0); data[begin] != '{' && data[begin] != '[' {
			return fault{offset: begin, path: "$", msg: noObject(data, begin)}, false, nil
		}
		return fault{
			offset: rest, path: "$",
			msg: "something follows the end of the dataset; a file holds one dataset, so take out what follows its last }",
		}, false, nil
	}
	return fault{}, true, nil
}

// noObject says that a file which holds more than a lone value is no dataset.
func noObject(data []byte, begin int) string {
	if !utf8.Valid(data) {
		return "this is no JSON, and no text in UTF-8; a dataset is a text file with one object: { ... }"
	}
	s := syntaxFault{data: data, at: begin}
	return fmt.Sprintf("this is no JSON: it begins with %s; a dataset is one object: { ... }", s.character())
}

// skipElement reads a token of the top object or of one of its members, or a whole value inside of these.
func skipElement(dec *jsontext.Decoder) error {
	const inMember = 2
	kind := dec.PeekKind()
	if dec.StackDepth() == inMember && kind != jsontext.KindEndObject && kind != jsontext.KindEndArray {
		return dec.SkipValue()
	}
	_, err := dec.ReadToken()
	return err
}

func skipWhite(data []byte, i int) int {
	for i < len(data) && (data[i] == ' ' || data[i] == '\t' || data[i] == '\r' || data[i] == '\n') {
		i++
	}
	return i
}

// syntaxFault is a place where a file is no JSON. The decoder says where it is; what was probably meant is read off the
// bytes around it.
type syntaxFault struct {
	data  []byte
	err   error
	at    int // where the fault is
	token int // where the token begins in which it is
}

func (s syntaxFault) explain(dec *jsontext.Decoder) fault {
	s.at = len(s.data)
	where := path{}
	if syntactic := (*jsontext.SyntacticError)(nil); errors.As(s.err, &syntactic) {
		s.at = min(int(syntactic.ByteOffset), len(s.data))
		where = pointerPath(syntactic.JSONPointer, dec)
	}
	msg := s.message(dec)
	return fault{offset: s.at, path: where.String(), msg: msg}
}

// message says what is wrong. It may move the place to where the fault begins.
func (s *syntaxFault) message(dec *jsontext.Decoder) string {
	if strings.Contains(s.err.Error(), "max depth") {
		return "objects and lists are nested more than 10,000 deep; a dataset is nested about ten deep"
	}
	if s.at >= len(s.data) || errors.Is(s.err, io.ErrUnexpectedEOF) {
		return s.endMessage()
	}
	begin := s.data[min(s.token, len(s.data)-1)]
	switch {
	case begin == '"' && s.at > s.token && s.at <= stringEnd(s.data, s.token):
		return s.stringMessage()
	case dec.StackDepth() == 0:
		return fmt.Sprintf("this is no JSON: it begins with %s; a dataset is one object: { ... }", s.character())
	}
	if msg := s.expectation(dec); msg != "" {
		return msg
	}
	return s.characterMessage(begin)
}

func (s *syntaxFault) endMessage() string {
	s.at = len(s.data)
	if s.token < len(s.data) && s.data[s.token] == '"' {
		s.at = s.token
		return "the string that begins here does not end; add the closing quotation mark"
	}
	return "the file ends before the dataset does; add what was cut off, or the closing brackets"
}

func (s *syntaxFault) stringMessage() string {
	switch c := s.data[s.at]; {
	case c == '\\':
		return fmt.Sprintf("\\%s is no escape; write \\\\ for a backslash, and \\u with four hexadecimal digits for "+
			"a character by number", shown(s.data[s.at+1:min(s.at+2, len(s.data))]))
	case c == '\n' || c == '\r':
		return "a string does not go over the end of a line; close it here, or write the line break as \\n"
	}
	return fmt.Sprintf("the control character U+%04X stands in a string; take it out, or write it as \\u%04X",
		s.data[s.at], s.data[s.at])
}

// expectation names what the grammar wants at the place: a name, a colon, a comma, a value.
func (s *syntaxFault) expectation(dec *jsontext.Decoder) string {
	kind, length := dec.StackIndex(dec.StackDepth())
	c, text := s.data[s.at], s.err.Error()
	wantsName := kind == jsontext.KindBeginObject && length%2 == 0
	switch {
	case c == ',' && s.closesNext():
		return "there is a comma before a closing bracket; take it out"
	case c == ',' && s.before() == ':', strings.Contains(text, "missing value"):
		return "the member has no value; write one after the colon, or take the member out"
	case c == ',' && strings.Contains(text, "start of value"):
		return "there is a comma with nothing before it; take it out, or write what is missing"
	case c == '/' || c == '#':
		return fmt.Sprintf("JSON knows no comments; put the remark in a member %q", commentKey)
	case c == '\'' || bytes.HasPrefix(s.data[s.at:], []byte("“")) || bytes.HasPrefix(s.data[s.at:], []byte("„")):
		return fmt.Sprintf("%s is no quotation mark of JSON; write \"", s.character())
	case strings.Contains(text, "expecting ':'"):
		return "a colon is missing before this; write a member as \"name\": value"
	case strings.Contains(text, "expecting ','") && (c == '}' || c == ']'):
		return fmt.Sprintf("this %c closes what was opened with another bracket; mend one of the two", c)
	case strings.Contains(text, "expecting ','") && s.inNumber():
		return s.numberMessage()
	case strings.Contains(text, "expecting ','"):
		return "a comma is missing before this; put one between two values"
	case wantsName && c != '}':
		return "the name of a member is missing here; write it in quotation marks, as in \"name\": value"
	}
	return ""
}

func (s *syntaxFault) closesNext() bool {
	i := skipWhite(s.data, s.at+1)
	return i < len(s.data) && (s.data[i] == '}' || s.data[i] == ']')
}

// before is the last byte before the place that is no white space, or 0.
func (s *syntaxFault) before() byte {
	if rest := bytes.TrimRight(s.data[:s.at], " \t\r\n"); len(rest) > 0 {
		return rest[len(rest)-1]
	}
	return 0
}

// inNumber reports whether the place stands right behind a digit: a number that goes on as none does.
func (s *syntaxFault) inNumber() bool {
	return s.at > 0 && isDigit(s.data[s.at-1]) && (isDigit(s.data[s.at]) || isLetter(s.data[s.at]))
}

// numberMessage moves the place to where the number begins.
func (s *syntaxFault) numberMessage() string {
	for s.at > 0 && (isDigit(s.data[s.at-1]) || s.data[s.at-1] == '-') {
		s.at--
	}
	return fmt.Sprintf("%s is no number of JSON; write it in digits, without a zero, a plus or a space before them",
		s.wordHere())
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func (s *syntaxFault) characterMessage(begin byte) string {
	switch {
	case begin == '-' || begin == '+' || begin == '.' || isDigit(begin):
		s.at = s.token
		return s.numberMessage()
	case isLetter(begin):
		s.at = s.token
		return fmt.Sprintf("%s is no value of JSON; write a string in quotation marks, a number, true or false", s.wordHere())
	}
	return fmt.Sprintf("%s cannot stand here; take it out, or write a value", s.character())
}

// wordHere is the token at the place, up to what cannot be part of it.
func (s *syntaxFault) wordHere() string {
	rest := s.data[s.at:]
	if end := bytes.IndexAny(rest, " \t\r\n,:]}[{\""); end > 0 {
		rest = rest[:end]
	}
	return shown(rest)
}

// character shows the character at the place.
func (s *syntaxFault) character() string {
	r, size := utf8.DecodeRune(s.data[s.at:])
	if r == utf8.RuneError && size <= 1 {
		return fmt.Sprintf("the byte %02X", s.data[s.at])
	}
	return model.Quoted(string(r))
}

// pointerPath reads a JSON Pointer. Which of its tokens are places in lists, the decoder's stack tells.
func pointerPath(p jsontext.Pointer, dec *jsontext.Decoder) path {
	var steps path
	depth := 0
	for token := range p.Tokens() {
		depth++
		kind := jsontext.KindInvalid
		if depth <= dec.StackDepth() {
			kind, _ = dec.StackIndex(depth)
		}
		steps = append(steps, step(token, kind == jsontext.KindBeginArray))
	}
	return steps
}
