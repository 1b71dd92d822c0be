package search

import (
	"reflect"
	"strconv"
	"strings"

	"parley/model"
)

// thing is an item with its value, which the texts are taken from.
type thing struct {
	id    string
	value any
	more  []string // texts that are plain strings
}

// things lists the items of a kind in the order in which they are shown.
func things(ds *model.Dataset, kind model.ItemKind) []thing {
	f := ds.Facts()
	switch kind {
	case model.RoundItem:
		return list(ds.Rounds(), func(r *model.Round) thing { return thing{string(r.ID), r, nil} })
	case model.EventItem:
		return list(ds.Events(), func(e *model.Event) thing { return thing{string(e.ID), e, nil} })
	case model.PledgeItem:
		return list(places(f.Pledges), func(p *model.Pledge) thing { return thing{string(p.ID), p, nil} })
	case model.ExchangeItem:
		return list(ds.Exchanges(), func(e *model.Exchange) thing { return thing{string(e.ID), e, nil} })
	case model.DocumentItem:
		return list(ds.Documents(), func(d *model.Document) thing { return thing{string(d.ID), d, nil} })
	case model.ClauseItem:
		return list(places(f.Clauses), func(c *model.Clause) thing { return thing{string(c.ID), c, []string{c.Number}} })
	case model.TopicItem:
		return list(places(f.Topics), func(t *model.Topic) thing { return thing{string(t.ID), t, nil} })
	case model.SourceItem:
		return list(places(f.Sources), func(s *model.Source) thing {
			return thing{string(s.ID), s, []string{s.Publisher, s.Title, s.URL}}
		})
	}
	return nil
}

func list[T any](items []*T, of func(*T) thing) []thing {
	all := make([]thing, len(items))
	for i, item := range items {
		all[i] = of(item)
	}
	return all
}

func places[T any](items []T) []*T {
	all := make([]*T, len(items))
	for i := range items {
		all[i] = &items[i]
	}
	return all
}

// texts lists all that is to be read of an item: the texts anywhere within its value, also those that the model learns of
// later; the people and the places that it names; the numbers that were claimed; and its ID.
func (t thing) texts(ds *model.Dataset, lang string) []string {
	g := gatherer{ds: ds, lang: lang, texts: t.more}
	g.gather(reflect.ValueOf(t.value))
	return append(g.texts, t.id)
}

type gatherer struct {
	ds    *model.Dataset
	lang  string // of the reader
	texts []string
}

func (g *gatherer) gather(v reflect.Value) {
	switch x := v.Interface().(type) {
	case model.Text:
		g.say(x)
		return
	case model.PersonID:
		if p := g.ds.Person(x); p != nil {
			g.say(p.Name)
		}
		return
	case model.PlaceID:
		if p := g.ds.Place(x); p != nil {
			g.say(p.Name)
		}
		return
	case model.Date:
		return
	case model.Claim:
		if x.Value != nil {
			g.texts = append(g.texts, strconv.Itoa(*x.Value))
		}
	}
	g.within(v)
}

// within goes into what a value is made of.
func (g *gatherer) within(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			g.gather(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				g.gather(v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			g.gather(v.Index(i))
		}
	case reflect.Map: // of what each side received: in the order of the sides, so that the same is found every time
		for _, side := range g.ds.SideIDs() {
			if key := reflect.ValueOf(side); key.Type() == v.Type().Key() && v.MapIndex(key).IsValid() {
				g.gather(v.MapIndex(key))
			}
		}
	}
}

// say adds a text in all its languages, as the reader sees it first.
func (g *gatherer) say(t model.Text) {
	g.texts = append(g.texts, t.In(g.lang))
	for _, lang := range t.Languages() {
		g.texts = append(g.texts, t[lang])
	}
}

// firstLine is the first line of a note that says something, without the marks of Markdown before it.
func firstLine(note string) string {
	for line := range strings.Lines(note) {
		if line = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(line), "#>*-+ ")); line != "" {
			return line
		}
	}
	return strings.TrimSpace(note)
}

// sourceOf is what the entry of a note is made from.
func sourceOf(n model.Note, on string) string {
	return strings.Join([]string{n.Text, n.About, on, strings.Join(n.Tags, "\x00")}, "\x00")
}
