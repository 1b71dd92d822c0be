package model

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Noun names a sort of thing that a dataset lists, by the member of the file that lists it: "rounds", "people". The
// dataset as a whole is "dataset".
type Noun string

// DatasetNoun is what the changes of a dataset's own statements (version, coverage, gaps) belong to.
const DatasetNoun Noun = "dataset"

// Difference says what became of a thing from one version of a dataset to the next.
type Difference string

// The differences.
const (
	Added   Difference = "added"
	Removed Difference = "removed"
	Changed Difference = "changed"
	Renamed Difference = "renamed" // it has another ID and names the old one in "formerly"; it may have changed besides
)

// Change is one thing that is not the same in two versions of a dataset.
type Change struct {
	Noun       Noun
	ID         string // in the new version; of a thing that was removed, in the old one
	OldID      string // for Renamed
	Difference Difference
	// Fields are its values that differ. What was added has all its values as new, what was removed all as old.
	Fields []FieldChange
	// Corrections are those that the new version lists about it and the old one did not.
	Corrections []Correction
}

// FieldChange is one value that differs. Old and New are a [Text], [Date], [Claim], [Item], [Occasion], string, int or bool,
// an ID, or nil where there is no value.
type FieldChange struct {
	Path     []Member
	Old, New any
	Sources  []SourceID // that the new value rests on, or the old one where there is no new
}

// Member leads from a thing to one of its values: what the value is called, in the file's words, and, inside of a list or
// of values by ID, whose it is.
type Member struct {
	Name string // "to", "claims", "date"
	Of   any    // an ID, a Reporter, an Occasion, or nil
}

// Diff lists what changed from one version of a dataset to the next, in the order of the file: first the dataset as a whole.
// The order in which a file lists things is no difference.
func Diff(old, now *Facts) []Change {
	d := differ{}
	changes := d.dataset(old, now)
	before, after := reflect.ValueOf(old).Elem(), reflect.ValueOf(now).Elem()
	for i := range before.NumField() {
		member := MemberName(before.Type().Field(i).Name)
		if before.Type().Field(i).Type.Kind() != reflect.Slice {
			continue // the dataset as a whole
		}
		changes = append(changes, d.list(Noun(member), before.Field(i), after.Field(i))...)
	}
	return withCorrections(changes, newCorrections(old, now))
}

// Count counts the changes of a sort.
func Count(changes []Change, of Difference) int {
	n := 0
	for _, c := range changes {
		if c.Difference == of {
			n++
		}
	}
	return n
}

// Item is the item that changed, in the version that has it; zero for what is no item.
func (c Change) Item() Item {
	kind, ok := itemNouns[c.Noun]
	if !ok {
		return Item{}
	}
	return Item{Kind: kind, ID: c.ID}
}

var itemNouns = map[Noun]ItemKind{
	"rounds": RoundItem, "events": EventItem, "pledges": PledgeItem, "exchanges": ExchangeItem, "documents": DocumentItem,
	"clauses": ClauseItem, "topics": TopicItem, "sources": SourceItem,
}

// dataset compares what two versions say of themselves.
func (d *differ) dataset(old, now *Facts) []Change {
	before, after := old.Metadata, now.Metadata
	before.Corrections, after.Corrections = nil, nil // see withCorrections
	d.found = nil
	d.value(reflect.ValueOf(before), reflect.ValueOf(after))
	if len(d.found) == 0 && len(newCorrections(old, now)) == 0 {
		return nil
	}
	return []Change{{Noun: DatasetNoun, ID: now.Metadata.Name, Difference: Changed, Fields: d.found}}
}

// list compares two lists of things that have IDs.
func (d *differ) list(noun Noun, old, now reflect.Value) []Change {
	before := map[string]int{}
	for i := range old.Len() {
		before[identity(old.Index(i))] = i
	}
	var changes []Change
	stayed := make([]bool, old.Len())
	for i := range now.Len() {
		thing := now.Index(i)
		id := identity(thing)
		c := Change{Noun: noun, ID: id, Difference: Added}
		was, ok := before[id]
		if !ok {
			c.OldID, was, ok = formerly(thing, before)
		}
		if !ok {
			c.Fields = d.whole(reflect.Value{}, thing)
			changes = append(changes, c)
			continue
		}
		stayed[was] = true
		if d.compare(old.Index(was), thing, &c) {
			changes = append(changes, c)
		}
	}
	for i := range old.Len() {
		if !stayed[i] {
			c := Change{Noun: noun, ID: identity(old.Index(i)), Difference: Removed}
			c.Fields = d.whole(old.Index(i), reflect.Value{})
			changes = append(changes, c)
		}
	}
	return changes
}

// compare compares two versions of one thing and reports whether they differ.
func (d *differ) compare(old, now reflect.Value, c *Change) bool {
	c.Difference = Changed
	if c.OldID != "" {
		c.Difference = Renamed
	}
	d.found = nil
	if !reflect.DeepEqual(old.Interface(), now.Interface()) {
		d.value(old, now)
	}
	c.Fields = d.found
	return len(c.Fields) > 0 || c.Difference == Renamed
}

// whole lists all values of a thing that only one version has.
func (d *differ) whole(old, now reflect.Value) []FieldChange {
	d.found = nil
	d.either(old, now, cmp.Or(old, now).Type())
	return d.found
}

// identity is the ID of a thing; a comparison has that of its topic and of its documents.
func identity(thing reflect.Value) string {
	if c, ok := thing.Interface().(Comparison); ok {
		var documents []string
		for id := range c.Stances {
			documents = append(documents, string(id))
		}
		slices.Sort(documents)
		return strings.Join(append([]string{string(c.Topic)}, documents...), " ")
	}
	return thing.FieldByName("ID").String()
}

// formerly finds a thing in the old version under an ID that it had.
func formerly(thing reflect.Value, before map[string]int) (id string, at int, ok bool) {
	ids := thing.FieldByName("Formerly")
	if !ids.IsValid() {
		return "", 0, false
	}
	for i := range ids.Len() {
		id = ids.Index(i).String()
		if at, ok = before[id]; ok {
			return id, at, true
		}
	}
	return "", 0, false
}

// newCorrections are those that only the new version lists.
func newCorrections(old, now *Facts) []Correction {
	known := map[string]bool{}
	for _, c := range old.Metadata.Corrections {
		known[fmt.Sprint(c)] = true
	}
	return slices.DeleteFunc(slices.Clone(now.Metadata.Corrections), func(c Correction) bool { return known[fmt.Sprint(c)] })
}

// withCorrections gives each change the corrections about it, and the change of the dataset all of them.
func withCorrections(changes []Change, fresh []Correction) []Change {
	for i := range changes {
		for _, c := range fresh {
			if changes[i].Noun == DatasetNoun || c.Item == changes[i].Item() && !c.Item.IsZero() {
				changes[i].Corrections = append(changes[i].Corrections, c)
			}
		}
	}
	return changes
}
