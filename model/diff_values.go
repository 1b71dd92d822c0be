package model

import (
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
)

// differ collects the values that differ of the thing at hand.
type differ struct {
	path    []Member
	sources []SourceID
	found   []FieldChange
	alone   alone
}

// alone says which version has what is compared with nothing.
type alone int

const (
	inBoth alone = iota
	inOld
	inNew
)

// value compares two values of one type and puts down where they differ.
func (d *differ) value(old, now reflect.Value) {
	if old.Type().Kind() == reflect.Pointer {
		d.pointers(old, now)
		return
	}
	if isLeaf(old) {
		if !same(old, now) {
			d.put(old, now)
		}
		return
	}
	switch old.Kind() {
	case reflect.Struct:
		d.structs(old, now)
	case reflect.Map:
		d.maps(old, now)
	case reflect.Slice:
		d.slices(old, now)
	default:
		panic(fmt.Sprintf("compare values of type %v", old.Type())) // a programmer's mistake
	}
}

// isLeaf reports whether a value is shown as one: a word, a number, a text, a date.
func isLeaf(v reflect.Value) bool {
	switch v.Interface().(type) {
	case Text, Date, Occasion, Item:
		return true
	}
	switch v.Kind() {
	case reflect.String, reflect.Int, reflect.Bool:
		return true
	}
	return false
}

func same(a, b reflect.Value) bool { return reflect.DeepEqual(a.Interface(), b.Interface()) }

func (d *differ) put(old, now reflect.Value) {
	d.add(d.shown(old), d.shown(now))
}

func (d *differ) add(old, now any) {
	switch d.alone {
	case inOld:
		now = nil
	case inNew:
		old = nil
	}
	d.found = append(d.found, FieldChange{Path: slices.Clone(d.path), Old: old, New: now, Sources: d.sources})
}

// shown is a leaf as a reader is told of it: nil where it says nothing. A number that is 0 says something, unless it is a
// place in a series, which begins with 1.
func (d *differ) shown(v reflect.Value) any {
	isCount := v.Kind() == reflect.Int && d.path[len(d.path)-1].Name != "index"
	if v.IsZero() && !isCount {
		return nil
	}
	return v.Interface()
}

// pointers compares two values of which each may be absent.
func (d *differ) pointers(old, now reflect.Value) {
	switch {
	case old.IsNil() && now.IsNil():
	case isLeaf(reflect.Zero(old.Type().Elem())):
		a, b := present(old), present(now)
		if a != b {
			d.add(a, b)
		}
	default:
		d.either(old.Elem(), now.Elem(), old.Type().Elem()) // of nil there is no element
	}
}

func present(pointer reflect.Value) any {
	if pointer.IsNil() {
		return nil
	}
	return pointer.Elem().Interface()
}

// structs compares field by field. The sources of what a struct says are those of the struct.
func (d *differ) structs(old, now reflect.Value) {
	outer := d.sources
	defer func() { d.sources = outer }()
	if ids := sourcesOf(now); len(ids) > 0 {
		d.sources = ids
	} else if ids := sourcesOf(old); len(ids) > 0 {
		d.sources = ids
	}
	d.claim(old, now)
	for i := range old.NumField() {
		field := old.Type().Field(i)
		switch {
		case field.Anonymous:
			d.value(old.Field(i), now.Field(i))
		case !d.tells(old, field.Name):
		default:
			d.path = append(d.path, Member{Name: MemberName(field.Name)})
			d.value(old.Field(i), now.Field(i))
			d.path = d.path[:len(d.path)-1]
		}
	}
}

// tells reports whether a field is told on its own: an ID is told as the name of the thing, a claim's number together with
// how exactly it is meant, and the sources of what is new or gone with each of its values.
func (d *differ) tells(of reflect.Value, field string) bool {
	switch field {
	case "ID", "Formerly":
		return false
	case "Sources":
		return d.alone == inBoth
	case "Value", "Qualifier", "By":
		_, isClaim := of.Interface().(Claim)
		return !isClaim
	}
	return true
}

// claim compares the number that two claims state.
func (d *differ) claim(old, now reflect.Value) {
	a, ok := old.Interface().(Claim)
	b, _ := now.Interface().(Claim)
	if !ok || equalNumbers(a, b) {
		return
	}
	d.add(a, b)
}

func equalNumbers(a, b Claim) bool {
	return a.Qualifier == b.Qualifier && (a.Value == nil) == (b.Value == nil) && (a.Value == nil || *a.Value == *b.Value)
}

func sourcesOf(v reflect.Value) []SourceID {
	if f := v.FieldByName("Sources"); f.IsValid() {
		if ids, ok := f.Interface().([]SourceID); ok {
			return ids
		}
	}
	return nil
}

// maps compares values by ID, in the order of the IDs.
func (d *differ) maps(old, now reflect.Value) {
	keys := map[string]reflect.Value{}
	for _, m := range []reflect.Value{old, now} {
		for _, k := range m.MapKeys() {
			keys[k.String()] = k
		}
	}
	for _, name := range slices.Sorted(maps.Keys(keys)) {
		d.inside(keys[name].Interface(), func() {
			a, b := old.MapIndex(keys[name]), now.MapIndex(keys[name])
			d.either(a, b, old.Type().Elem())
		})
	}
}

// either compares two values of which one may not be there. What is there without saying anything, as a figure without
// claims, is told as true: it is there.
func (d *differ) either(a, b reflect.Value, of reflect.Type) {
	if a.IsValid() && b.IsValid() {
		d.value(a, b)
		return
	}
	outer, before := d.alone, len(d.found)
	defer func() { d.alone = outer }()
	zero := reflect.Zero(of)
	if a.IsValid() {
		d.alone = inOld
		d.value(a, zero)
	} else {
		d.alone = inNew
		d.value(zero, b)
	}
	if len(d.found) == before {
		d.add(true, true)
	}
}

// inside goes to one of the values of the list or map that the path leads to.
func (d *differ) inside(which any, compare func()) {
	last := len(d.path) - 1
	outer := d.path[last]
	d.path[last].Of = which
	compare()
	d.path[last] = outer
}

// slices compares two lists without regard to order: what is in both is no difference; of the rest, those with the same
// key are compared.
func (d *differ) slices(old, now reflect.Value) {
	gone, come := withoutCommon(old, now)
	for len(gone) > 0 || len(come) > 0 {
		if len(come) == 0 {
			d.element(gone[0], reflect.Value{})
			gone = gone[1:]
			continue
		}
		was := reflect.Value{}
		if i := slices.IndexFunc(gone, func(v reflect.Value) bool { return key(v) == key(come[0]) }); i >= 0 {
			was = gone[i]
			gone = slices.Delete(gone, i, i+1)
		}
		d.element(was, come[0])
		come = come[1:]
	}
}

// withoutCommon are the elements of two lists without those that both have.
func withoutCommon(old, now reflect.Value) (gone, come []reflect.Value) {
	for i := range old.Len() {
		gone = append(gone, old.Index(i))
	}
	for i := range now.Len() {
		v := now.Index(i)
		if at := slices.IndexFunc(gone, func(g reflect.Value) bool { return same(g, v) }); at >= 0 {
			gone = slices.Delete(gone, at, at+1)
			continue
		}
		come = append(come, v)
	}
	return gone, come
}

func (d *differ) element(old, now reflect.Value) {
	v := cmp.Or(now, old)
	d.inside(label(v), func() { d.either(old, now, v.Type()) })
}

// label tells an element of a list from others: by whom a claim or statement is, what a tie leads to.
func label(v reflect.Value) any {
	switch x := v.Interface().(type) {
	case Claim:
		return x.By
	case NumberClaim:
		return x.By
	case Statement:
		return cmp.Or(string(x.By), string(x.Person))
	case Tie:
		return tieTarget(x)
	case Head:
		return x.Side
	}
	return nil
}

func tieTarget(t Tie) any {
	switch {
	case t.Pledge != "":
		return t.Pledge
	case !t.Occasion.IsZero():
		return t.Occasion
	}
	return t.Agreement
}

// key is what two versions of an element have in common.
func key(v reflect.Value) string {
	switch x := v.Interface().(type) {
	case Statement:
		return fmt.Sprint(x.By, x.Person, x.Date)
	case Leader:
		return string(x.Person)
	case Correction:
		return fmt.Sprint(x.Date, x.Item)
	case RetoldStatement:
		return x.ID
	case Text:
		return "" // other words for the same thing
	}
	if isLeaf(v) {
		return fmt.Sprint(v.Interface()) // a word or an ID: another one is no change of this one
	}
	return fmt.Sprint(label(v))
}

// MemberName is what a field of a struct is called in a [Member]: "AnnouncedBy" is "announced_by", as in the file.
func MemberName(field string) string {
	var b strings.Builder
	for i, r := range field {
		isUpper := r >= 'A' && r <= 'Z'
		if isUpper && i > 0 && !(field[i-1] >= 'A' && field[i-1] <= 'Z') {
			b.WriteByte('_')
		}
		b.WriteString(strings.ToLower(string(r)))
	}
	return b.String()
}
