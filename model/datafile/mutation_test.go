package datafile

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-json/jsontext"

	"parley/model"
)

// value is one value of a good file: where it stands and what the format asks of it.
type value struct {
	path       path
	name       int // where the name of the member begins; -1 for an element of a list
	begin, end int
	shape      *shape
	required   bool
	inMap      bool // its name is an ID
	kin        kin
}

// kin is what a value has in common with others that stand in the same place of the format.
type kin struct {
	around *shape
	name   string
}

// valuesOf lists the values of a good file that the format has a shape for.
func valuesOf(data []byte) []value {
	v := lister{data: data, dec: newDecoder(data)}
	v.list(value{name: -1, shape: fileShape(), required: true})
	return v.values
}

type lister struct {
	data   []byte
	dec    *jsontext.Decoder
	values []value
}

func (l *lister) list(v value) {
	v.begin = skipSpace(l.data, int(l.dec.InputOffset()))
	switch {
	case v.shape.form == anObject || v.shape.form == aMap:
		l.members(v)
	case v.shape.form == aList:
		_, _ = l.dec.ReadToken()
		for i := 0; l.dec.PeekKind() != jsontext.KindEndArray; i++ {
			l.list(value{path: append(slices.Clone(v.path), i), name: -1, shape: v.shape.of, kin: kin{around: v.shape.of}})
		}
		_, _ = l.dec.ReadToken()
	default:
		_ = l.dec.SkipValue()
	}
	v.end = int(l.dec.InputOffset())
	l.values = append(l.values, v)
}

func (l *lister) members(v value) {
	_, _ = l.dec.ReadToken()
	for l.dec.PeekKind() != jsontext.KindEndObject {
		begin := skipSpace(l.data, int(l.dec.InputOffset()))
		token, _ := l.dec.ReadToken()
		name := token.String()
		child := value{
			path: append(slices.Clone(v.path), name), name: begin, shape: v.shape.of,
			inMap: v.shape.form == aMap, kin: kin{around: v.shape.of},
		}
		if v.shape.form == anObject {
			i := v.shape.find(name)
			if i < 0 {
				_ = l.dec.SkipValue()
				continue
			}
			child.shape, child.required, child.kin = v.shape.members[i].shape, v.shape.members[i].required, kin{v.shape, name}
		}
		l.list(child)
	}
	_, _ = l.dec.ReadToken()
}

func TestSampleHoldsEveryMemberOfTheFormat(t *testing.T) {
	held := map[kin]bool{}
	for _, v := range valuesOf(readFile(t, "talks.json")) {
		held[v.kin] = true
	}
	statement := fileShape().at("rounds").at("statements") // a statement on a document is one with more members
	seen := map[*shape]bool{}
	var visit func(at string, s *shape)
	visit = func(at string, s *shape) {
		if s == nil || seen[s] {
			return
		}
		seen[s] = true
		visit(at, s.of)
		for _, m := range s.members {
			if !held[kin{s, m.name}] && !(at == "$.document_statements" && held[kin{statement, m.name}]) {
				t.Errorf("no value for %s.%s", at, m.name)
			}
			visit(at+"."+m.name, m.shape)
		}
	}
	visit("$", fileShape())
}

// at is the shape of a member, or of the elements of the list that it is.
func (s *shape) at(name string) *shape {
	m := s.members[s.find(name)].shape
	if m.of != nil {
		return m.of
	}
	return m
}

// TestEveryFaultOfShapeIsFoundAtItsPlace spoils the good file in every way at every place of the format, many at
// once: the loader must find each fault and point to its token, and the schema must see it as well.
func TestEveryFaultOfShapeIsFoundAtItsPlace(t *testing.T) {
	good, schema := readFile(t, "talks.json"), compileSchema(t)
	faults := faultsOf(good)
	if len(faults) < 1000 {
		t.Errorf("only %d faults were made", len(faults))
	}
	for _, several := range apart(faults) {
		file := apply(good, several)
		ds, problems := Read("f", file)
		if ds != nil {
			t.Fatal("a spoilt file was read")
		}
		for _, f := range several {
			f.mustBeIn(t, problems, file, several)
		}
	}
	for _, f := range faults { // what is missing could hide behind what else is missing
		if f.how != "missing" {
			continue
		}
		if ds, _ := Read("f", apply(good, []made{f})); ds != nil {
			t.Errorf("%s: %s, and the file is read", f.path, f.says)
		}
	}
	for i, f := range faults { // the schema is slow, so it gets some of them
		if i%15 == 0 && f.how != "twice" && validate(schema, apply(good, []made{f})) == nil {
			t.Errorf("%s: %s: the schema accepts it", f.path, f.how)
		}
	}
}

// made is a fault that was made: text in the place of some bytes of the good file.
type made struct {
	how      string
	path     path
	from, to int
	text     string
	at       int // where the fault is: an offset in the good file
	inside   int // how far into the text it is
	says     string
}

// faultsOf makes every fault at one value of each kin.
func faultsOf(good []byte) []made {
	var list []made
	seen := map[kin]bool{}
	for _, v := range valuesOf(good) {
		if seen[v.kin] {
			continue // a second of its kind tells nothing new
		}
		seen[v.kin] = true
		if !v.shape.nullable {
			list = append(list, made{
				how: "null", path: v.path, from: v.begin, to: v.end, text: "null", at: v.begin, says: "null",
			})
		}
		list = append(list, made{
			how: "another form", path: v.path, from: v.begin, to: v.end, text: otherForm(v.shape.form), at: v.begin,
			says: "this is ",
		})
		if v.name >= 0 {
			list = append(list, faultsOfName(good, v)...)
		}
	}
	return list
}

// faultsOfName spoils a member as a whole: its being there once, its name, its being there.
func faultsOfName(good []byte, v value) []made {
	member := string(good[v.name:v.end])
	list := []made{{
		how: "twice", path: v.path, from: v.name, to: v.end, text: member + "," + member, at: v.name, inside: len(member) + 1,
		says: "is there twice",
	}}
	if v.inMap {
		return list
	}
	quoted := fmt.Sprintf("%q", v.path[len(v.path)-1])
	around := v.path[:len(v.path)-1]
	list = append(list, made{
		how: "unknown", path: append(slices.Clone(around), "no such name"), from: v.name, to: v.end,
		text: strings.Replace(member, quoted, `"no such name"`, 1), at: v.name, says: "there is no member",
	})
	if v.required {
		list = append(list, made{
			how: "missing", path: around, from: v.name, to: v.end,
			text: strings.Replace(member, quoted, `"$comment"`, 1), at: locate(good, []path{around})[0],
			says: "the member " + quoted + " is missing",
		})
	}
	return list
}

// apart sorts faults into groups of which no two lie in each other.
func apart(faults []made) [][]made {
	slices.SortStableFunc(faults, func(a, b made) int { return a.from - b.from })
	var groups [][]made
	for _, f := range faults {
		i := slices.IndexFunc(groups, func(g []made) bool { return g[len(g)-1].to <= f.from })
		if i < 0 {
			groups = append(groups, nil)
			i = len(groups) - 1
		}
		groups[i] = append(groups[i], f)
	}
	return groups
}

func apply(good []byte, several []made) []byte {
	var file []byte
	read := 0
	for _, f := range several {
		file = append(append(file, good[read:f.from]...), f.text...)
		read = f.to
	}
	return append(file, good[read:]...)
}

// mustBeIn wants the fault among the problems of the file that has several of them.
func (f made) mustBeIn(t *testing.T, problems Problems, file []byte, several []made) {
	t.Helper()
	offset := f.at + f.inside
	for _, other := range several {
		if other.to <= f.at {
			offset += len(other.text) - (other.to - other.from)
		}
	}
	line := bytes.Count(file[:offset], []byte("\n")) + 1
	col := len([]rune(string(file[bytes.LastIndexByte(file[:offset], '\n')+1:offset]))) + 1
	if !slices.ContainsFunc(problems, func(p Problem) bool {
		return p.Line == line && p.Col == col && p.Path == f.path.String() && p.Severity == model.Error &&
			strings.Contains(p.Msg, f.says)
	}) {
		t.Errorf("%s: %s: no fault at %d:%d; got\n%v", f.path, f.how, line, col, problems.Err())
	}
}

// otherForm is a value that a value of this form must not be.
func otherForm(f form) string {
	switch f {
	case anObject, aMap:
		return "[7]"
	case aList:
		return `{"a": 1}`
	case aText, aString, aDate, aLanguage, anAddress, aWord:
		return "17"
	}
	return `"seven"`
}
