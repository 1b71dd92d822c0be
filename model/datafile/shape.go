package datafile

import (
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-json/jsontext"

	"parley/model"
)

// The enumerations of the format, each listed once: the conversion, the walk and the test of the JSON Schema use them.
var (
	qualifiers     = model.Qualifiers()
	pledgeStatuses = model.PledgeStatuses()
	judgements     = slices.DeleteFunc(model.Judgements(), func(j model.Judgement) bool { return j == model.NotJudged })
	roundKinds     = []model.RoundKind{model.Negotiation, model.Consultation, model.Contact}
	roundStatuses  = []model.RoundStatus{model.Held, model.Reported, model.Postponed}
	wordings       = []model.Wording{model.Paraphrase, model.Quotation}
	placeKinds     = []placeKind{"city", "venue", "region"}
	retellings     = []retelling{"consistent", "less-precise", "differs", "only-here"}
	units          = []unit{"exchanges", "stages"}
	roles          = []role{"joint", "joint-draft"}
	numberBases    = []numberBasis{"published", "inferred", "none"}
	titleBases     = []titleBasis{"printed", "address", "described"}
)

// enumerations are the values of each enumeration, by the type that holds it.
var enumerations = map[reflect.Type][]string{
	reflect.TypeFor[model.Qualifier]():    words(qualifiers),
	reflect.TypeFor[model.PledgeStatus](): words(pledgeStatuses),
	reflect.TypeFor[model.Judgement]():    words(judgements),
	reflect.TypeFor[model.RoundKind]():    words(roundKinds),
	reflect.TypeFor[model.RoundStatus]():  words(roundStatuses),
	reflect.TypeFor[model.Wording]():      words(wordings),
	reflect.TypeFor[placeKind]():          words(placeKinds),
	reflect.TypeFor[retelling]():          words(retellings),
	reflect.TypeFor[unit]():               words(units),
	reflect.TypeFor[role]():               words(roles),
	reflect.TypeFor[numberBasis]():        words(numberBases),
	reflect.TypeFor[titleBasis]():         words(titleBases),
}

func words[T ~string](values []T) []string {
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = string(v)
	}
	return list
}

// form is what a JSON value must be.
type form int

const (
	anObject form = iota // with the members that are listed
	aMap                 // an object whose members are named by IDs
	aList
	aText   // a string or an object by language
	aString // not empty
	aDate
	aLanguage
	anAddress
	aWord // one of those listed
	aNumber
	aFlag
)

// shape is what the format asks of a value: a table made from the structs of wire.go.
type shape struct {
	form     form
	size     uintptr  // of the struct in memory
	members  []member // of an object, in the order in which they are written
	of       *shape   // what a list or a map holds
	words    []string // of an enumeration
	nullable bool     // null means "unknown"
}

// member is a member of an object.
type member struct {
	name     string
	required bool
	shape    *shape
}

// find returns the place of the member with this name, or -1.
func (s *shape) find(name string) int {
	return slices.IndexFunc(s.members, func(m member) bool { return m.name == name })
}

// names lists the names of all members, and those that every object may have.
func (s *shape) names() []string {
	list := make([]string, 0, len(s.members)+2)
	for _, m := range s.members {
		list = append(list, m.name)
	}
	return append(list, schemaKey, commentKey)
}

// fileShape is the shape of a whole file.
var fileShape = sync.OnceValue(func() *shape {
	return shapes{}.of(reflect.TypeFor[file]())
})

// shapes are those made already, by type: a type that stands in two places has one shape.
type shapes map[reflect.Type]*shape

func (known shapes) of(t reflect.Type) *shape {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if s, ok := known[t]; ok {
		return s
	}
	s := &shape{}
	known[t] = s
	*s = known.make(t)
	return s
}

func (known shapes) make(t reflect.Type) shape {
	if list, ok := enumerations[t]; ok {
		return shape{form: aWord, words: list}
	}
	switch t {
	case reflect.TypeFor[jsontext.Value]():
		return shape{form: aText}
	case reflect.TypeFor[date]():
		return shape{form: aDate}
	case reflect.TypeFor[language]():
		return shape{form: aLanguage}
	case reflect.TypeFor[address]():
		return shape{form: anAddress}
	}
	switch t.Kind() {
	case reflect.String:
		return shape{form: aString}
	case reflect.Int:
		return shape{form: aNumber}
	case reflect.Bool:
		return shape{form: aFlag}
	case reflect.Map:
		return known.makeMap(t)
	case reflect.Slice:
		return shape{form: aList, of: known.of(t.Elem())}
	case reflect.Struct:
		if list, ok := reflect.Zero(t).Interface().(interface{ element() reflect.Type }); ok {
			return shape{form: aList, of: known.of(list.element())}
		}
		return shape{form: anObject, size: t.Size(), members: known.members(t)}
	}
	panic("datafile: no shape for " + t.String())
}

// element is the type that the elements of the list are decoded into.
func (elements[W, M]) element() reflect.Type { return reflect.TypeFor[W]() }

func (known shapes) makeMap(t reflect.Type) shape {
	of := *known.of(t.Elem())
	of.nullable = t.Elem().Kind() == reflect.Pointer && t.Elem().Elem().Kind() != reflect.Struct
	return shape{form: aMap, of: &of}
}

// members lists the members of an object, those of embedded structs among them.
func (known shapes) members(t reflect.Type) []member {
	var list []member
	for i := range t.NumField() {
		f := t.Field(i)
		switch {
		case f.Type == reflect.TypeFor[extra]():
		case f.Anonymous:
			list = append(list, known.members(f.Type)...)
		default:
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			list = append(list, member{name: name, required: f.Tag.Get("parley") == "required", shape: known.of(f.Type)})
		}
	}
	return list
}
