package datafile

import "github.com/goccy/go-json/jsontext"

// places are paths whose offsets in a file are to be found, as a tree: all are found in one walk over its tokens.
type places struct {
	offset   int
	members  map[string]*places
	elements map[int]*places
}

// add puts a path down and returns the place where its offset will be.
func (p *places) add(steps path) *places {
	for _, step := range steps {
		p = p.child(step)
	}
	return p
}

func (p *places) child(step any) *places {
	if i, ok := step.(int); ok {
		if p.elements == nil {
			p.elements = map[int]*places{}
		}
		if p.elements[i] == nil {
			p.elements[i] = &places{offset: -1}
		}
		return p.elements[i]
	}
	name, _ := step.(string)
	if p.members == nil {
		p.members = map[string]*places{}
	}
	if p.members[name] == nil {
		p.members[name] = &places{offset: -1}
	}
	return p.members[name]
}

// locate finds the offsets of paths in data, which must be valid JSON: for each that of its value or, where that is not
// there, of the innermost value around it that is.
func locate(data []byte, paths []path) []int {
	root := &places{offset: -1}
	wanted := make([]*places, len(paths))
	for i, p := range paths {
		wanted[i] = root.add(p)
	}
	l := locator{data: data, dec: newDecoder(data), left: root.count()}
	l.find(root)
	root.inherit(0)
	offsets := make([]int, len(paths))
	for i, p := range wanted {
		offsets[i] = p.offset
	}
	return offsets
}

// count is the number of places in the tree.
func (p *places) count() int {
	n := 1
	for _, child := range p.members {
		n += child.count()
	}
	for _, child := range p.elements {
		n += child.count()
	}
	return n
}

// locator walks over the tokens until no place is left to be found.
type locator struct {
	data []byte
	dec  *jsontext.Decoder
	left int
}

// find walks over the next value and finds the places in it. The data are valid, so no read fails.
func (l *locator) find(p *places) {
	if p.offset < 0 {
		p.offset = skipSpace(l.data, int(l.dec.InputOffset()))
		l.left--
	}
	kind := l.dec.PeekKind()
	switch {
	case kind == jsontext.KindBeginObject && p.members != nil:
		l.members(p)
	case kind == jsontext.KindBeginArray && p.elements != nil:
		l.elements(p)
	default:
		l.skip()
	}
}

func (l *locator) skip() { _, _ = l.dec.ReadValue() }

func (l *locator) more(end jsontext.Kind) bool {
	k := l.dec.PeekKind()
	return l.left > 0 && k != end && k != jsontext.KindInvalid
}

func (l *locator) members(p *places) {
	_, _ = l.dec.ReadToken()
	for l.more(jsontext.KindEndObject) {
		name, err := l.dec.ReadToken()
		if err != nil {
			return
		}
		if child := p.members[name.String()]; child != nil {
			l.find(child)
		} else {
			l.skip()
		}
	}
	_, _ = l.dec.ReadToken()
}

func (l *locator) elements(p *places) {
	_, _ = l.dec.ReadToken()
	for i := 0; l.more(jsontext.KindEndArray); i++ {
		if child := p.elements[i]; child != nil {
			l.find(child)
		} else {
			l.skip()
		}
	}
	_, _ = l.dec.ReadToken()
}

// inherit gives a place that was not found the offset of what is around it.
func (p *places) inherit(around int) {
	if p.offset < 0 {
		p.offset = around
	}
	for _, child := range p.members {
		child.inherit(p.offset)
	}
	for _, child := range p.elements {
		child.inherit(p.offset)
	}
}
