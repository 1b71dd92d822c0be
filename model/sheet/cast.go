package sheet

import (
	"slices"
	"strconv"

	"parley/model"
)

// cast knows the sides, kinds, rounds and pledges that the cells of a spreadsheet may mean.
type cast struct {
	sides, kinds, rounds, pledges register
}

// castOf takes them from a dataset.
func castOf(f *model.Facts) *cast {
	c := &cast{}
	for _, s := range f.Sides {
		c.sides.add(string(s.ID), s.Name)
	}
	for _, k := range f.Kinds {
		c.kinds.add(string(k.ID), k.Name)
	}
	for _, r := range f.Rounds {
		c.rounds.add(string(r.ID), r.Name)
	}
	for _, p := range f.Pledges {
		c.pledges.add(string(p.ID), p.Summary)
	}
	return c
}

// register finds things by their IDs and by their names in every language.
type register struct {
	ids    []string
	byID   map[string]bool
	names  map[string][]string // the IDs that have a name, folded
	spelt  map[string]string   // the folded names as they are written
	folded []string            // the folded names in their order
}

func (r *register) add(id string, name model.Text) {
	if r.byID == nil {
		r.byID, r.names, r.spelt = map[string]bool{}, map[string][]string{}, map[string]string{}
	}
	r.ids = append(r.ids, id)
	r.byID[id] = true
	for _, lang := range name.Languages() {
		r.name(id, name[lang])
	}
	r.name(id, id)
}

func (r *register) name(id, name string) {
	key := fold(name)
	if key == "" || slices.Contains(r.names[key], id) {
		return
	}
	if r.names[key] == nil {
		r.folded = append(r.folded, key)
		r.spelt[key] = name
	}
	r.names[key] = append(r.names[key], id)
}

// find returns the ID of what words name; a name that two have finds neither.
func (r *register) find(words string) (id string, ok bool) {
	if r.byID[words] {
		return words, true
	}
	if ids := r.names[fold(words)]; len(ids) == 1 {
		return ids[0], true
	}
	return "", false
}

// near is the ID or name that may be meant, or "".
func (r *register) near(words string) string { return r.spelt[model.Nearest(fold(words), r.folded)] }

// define gives words that are not known yet an ID of their own, made of them.
func (r *register) define(words, otherwise string) (id string, isNew bool) {
	if id, ok := r.find(words); ok {
		return id, false
	}
	stem := slug(words)
	if stem == "" {
		stem = otherwise
	}
	id = unused(stem, func(id string) bool { return r.byID[id] || isNoSide(id) })
	r.add(id, model.Plain(words))
	return id, true
}

func isNoSide(id string) bool {
	return model.Reporter(id) == model.ThirdParty || model.Reporter(id) == model.NotNamed
}

// unused is stem, or stem-2, stem-3 and so on, whichever is free.
func unused(stem string, taken func(string) bool) string {
	id := stem
	for n := 2; taken(id); n++ {
		id = stem + "-" + strconv.Itoa(n)
	}
	return id
}

// Words for reporters that are no side, folded.
var (
	thirdParty = []string{
		"third party", "third", "other", "mediator", "observer", "третя сторона", "посередник", "третья сторона",
		"посредник", "üçüncü taraf", "arabulucu",
	}
	notNamed = []string{
		"not named", "unnamed", "unknown", "not stated", "не названо", "не вказано", "невідомо", "не названа", "не указано",
		"неизвестно", "не назван", "adı verilmedi", "belirtilmemiş", "taraf belirtilmedi", "bilinmiyor",
	}
	receiver = []string{
		"receiver", "receiving side", "itself", "own", "сама сторона", "отримувач", "сторона що отримала", "получатель",
		"получившая сторона", "alan taraf", "kendisi",
	}
)

// reporter finds who is said to have counted.
func (c *cast) reporter(words string, to model.SideID) (model.Reporter, bool) {
	if id, ok := c.sides.find(words); ok {
		return model.Reporter(id), true
	}
	switch key := fold(words); {
	case slices.Contains(thirdParty, key):
		return model.ThirdParty, true
	case slices.Contains(notNamed, key):
		return model.NotNamed, true
	case slices.Contains(receiver, key):
		return model.Reporter(to), true
	}
	return "", false
}
