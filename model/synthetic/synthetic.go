// Package synthetic makes up talks that never were, of any size, for measuring the program and for trying it out.
//
// The same number and seed give the same talks on every machine. Numbers are drawn from a log-normal distribution, as
// counts of people are; the shares of what is unknown, disputed, doubted and tied to a pledge are in the words of
// data/README.md, "A made-up dataset of any size".
package synthetic

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strconv"
	"time"

	"parley/model"
)

// Most is the largest number of exchanges that is made up.
const Most = 1_000_000

// Talks are made-up talks of a number of exchanges. The exchanges are made one at a time, so that a million of them need
// no memory; everything else is small, see [Talks.Frame].
type Talks struct {
	count int
	seed  uint64
	days  int // that the talks last
	frame model.Facts
	drawn []pledged // the pledges that exchanges may be tied to, by day
}

// pledged is what an exchange has to know of a pledge.
type pledged struct {
	id      model.PledgeID
	day     int
	kind    int
	a, b    model.SideID
	isStage bool // it is carried out in stages
}

// New makes up talks with count exchanges, from 1 to [Most].
func New(count int, seed uint64) (*Talks, error) {
	if count < 1 || count > Most {
		return nil, fmt.Errorf("%d made-up exchanges: the number is from 1 to %d", count, Most)
	}
	t := &Talks{count: count, seed: seed, days: 365 * between(count/60, 1, 20)}
	t.frame = model.Facts{
		Metadata:   t.metadata(),
		Sides:      slices.Clone(sides),
		Kinds:      slices.Clone(kinds),
		Categories: slices.Clone(categories),
		Agreements: slices.Clone(agreements),
	}
	t.addSources()
	t.addRounds()
	t.addTotals()
	return t, nil
}

// Facts makes up talks with count exchanges, from 1 to [Most], in memory. It panics where count is not.
func Facts(count int, seed uint64) *model.Facts {
	t, err := New(count, seed)
	if err != nil {
		panic(err)
	}
	facts := *t.Frame()
	facts.Exchanges = slices.AppendSeq(make([]model.Exchange, 0, count), t.Exchanges())
	return &facts
}

// Frame is all facts but the exchanges. The caller must not change them.
func (t *Talks) Frame() *model.Facts { return &t.frame }

// Exchanges makes up the exchanges, by date; every walk makes the same ones.
func (t *Talks) Exchanges() iter.Seq[model.Exchange] {
	return func(yield func(model.Exchange) bool) {
		m := maker{Talks: t, chance: newChance(t.seed, 2)}
		for i := range t.count {
			if !yield(m.exchange(i)) {
				return
			}
		}
	}
}

var firstDay = time.Date(2001, 1, 1, 0, 0, 0, 0, time.UTC)

// date is a day of the talks, counted from 0.
func date(day int) model.Date { return model.MustDate(written(day)) }

func written(day int) string { return firstDay.AddDate(0, 0, day).Format("2006-01-02") }

func (t *Talks) metadata() model.Metadata {
	last := date(t.days)
	return model.Metadata{
		Name:  fmt.Sprintf("made-up-%d-%d", t.count, t.seed),
		Title: text("Made-up talks, not real", "Вигадані переговори, не справжні"),
		Description: text(
			fmt.Sprintf("%d made-up exchanges between four sides that do not exist, for trying the program out.", t.count),
			fmt.Sprintf("Вигадані обміни між чотирма сторонами, яких не існує, щоб випробувати програму; обмінів: %d.", t.count),
		),
		Version:  "1.0.0",
		Created:  last,
		MadeUp:   true,
		Language: "en",
		Licenses: []model.License{{
			Name: "CC0-1.0", Title: "CC0 1.0 Universal", Path: "https://creativecommons.org/publicdomain/zero/1.0/",
		}},
		Coverage: model.Coverage{From: date(0), FoundUntil: last, Compiled: last},
		Conventions: []model.Text{text(
			"Everything here was made up by a program: sides, numbers and publications.",
			"Усе тут вигадала програма: сторони, числа й публікації.",
		)},
	}
}

// addSources makes up as many publications as a collection of this size has, and not more than can be held with ease:
// each is cited by several exchanges.
func (t *Talks) addSources() {
	n := between(t.count/6, 1, 20_000)
	t.frame.Sources = make([]model.Source, n)
	for i := range t.frame.Sources {
		p := publishers[i%len(publishers)]
		day := t.dayOf(i, n)
		t.frame.Sources[i] = model.Source{
			ID: sourceID(i), Publisher: p.name, Title: "Made-up report " + strconv.Itoa(i+1), TitleBasis: "described",
			Published: date(day), Side: p.side, Weak: p.weak,
		}
	}
}

// dayOf spreads n things evenly over the days of the talks.
func (t *Talks) dayOf(i, n int) int { return int(int64(i) * int64(t.days) / int64(n)) }

func sourceID(i int) model.SourceID { return model.SourceID("s" + strconv.Itoa(i+1)) }

// sourceOf is the publication that reports the exchange first.
func (t *Talks) sourceOf(exchange int) int {
	return int(int64(exchange) * int64(len(t.frame.Sources)) / int64(t.count))
}

// addTotals has officials publish sums at the end of every year, as the exchanges of the file come to, and holds the
// first twenty exchanges of each kind against what an official says of them: some of that is off by a few.
func (t *Talks) addTotals() {
	c := newChance(t.seed, 3)
	sums := newSums()
	year := 1
	for e := range t.Exchanges() {
		for e.Date.First().After(firstDay.AddDate(0, 0, 365*year)) {
			t.total(c, sums, 365*year)
			year++
		}
		sums.add(&e)
	}
	t.total(c, sums, t.days)
	t.frame.Checks = sums.checks(c)
}

// total publishes what each side received of each kind until a day.
func (t *Talks) total(c chance, s *sums, day int) {
	source := between(t.sourceAt(day), 0, len(t.frame.Sources)-1)
	for _, k := range kinds {
		for _, side := range sides {
			n := s.received[k.ID][side.ID]
			if n == 0 {
				continue
			}
			total := model.Total{
				ID:   model.TotalID(fmt.Sprintf("total-%s-%s-%s", k.ID, side.ID, written(day))),
				AsOf: date(day), Period: model.MustDate(written(0) + "/" + written(day)), Kind: k.ID, To: side.ID, By: model.Reporter(side.ID), Value: n, Qualifier: model.Exact,
				Scope:   text("Since the beginning of the made-up talks", "Від початку вигаданих переговорів"),
				Sources: []model.SourceID{sourceID(source)},
			}
			switch {
			case c.of(10):
				total.Value, total.Qualifier = n/100*100, model.AtLeast
			case c.of(15):
				total.Value = n + 1 + c.upTo(9)
			}
			t.frame.Totals = append(t.frame.Totals, total)
		}
	}
}

func (t *Talks) sourceAt(day int) int {
	return int(int64(day) * int64(len(t.frame.Sources)) / int64(t.days))
}

// sums are what the sides say they received, and the first exchanges of each kind.
type sums struct {
	received map[model.KindID]map[model.SideID]int
	first    map[model.KindID][]*model.Exchange
}

func newSums() *sums {
	s := &sums{received: map[model.KindID]map[model.SideID]int{}, first: map[model.KindID][]*model.Exchange{}}
	for _, k := range kinds {
		s.received[k.ID] = map[model.SideID]int{}
	}
	return s
}

func (s *sums) add(e *model.Exchange) {
	for side := range e.To {
		if a := e.Received(side); a.State == model.Known {
			s.received[e.Kind][side] += a.Value
		}
	}
	if len(s.first[e.Kind]) < 20 {
		first := *e
		s.first[e.Kind] = append(s.first[e.Kind], &first)
	}
}

func (s *sums) checks(c chance) []model.Check {
	var list []model.Check
	for _, k := range kinds {
		for _, side := range sides {
			check := model.Check{
				ID:   model.CheckID(fmt.Sprintf("check-%s-%s", k.ID, side.ID)),
				What: text("The first exchanges of this kind", "Перші обміни цього виду"),
			}
			for _, e := range s.first[k.ID] {
				if a := e.Received(side.ID); a.State == model.Known {
					check.Computed += a.Value
					check.Components = append(check.Components, e.ID)
				}
			}
			if len(check.Components) == 0 {
				continue
			}
			check.Official = check.Computed
			if c.of(30) {
				check.Official += 1 + c.upTo(4)
			}
			check.Matches = check.Official == check.Computed
			list = append(list, check)
		}
	}
	return list
}

func between(n, least, most int) int { return max(least, min(n, most)) }

// chance is where everything that is made up comes from.
type chance struct{ *rand.Rand }

// newChance is a sequence of its own for each part of the talks, so that a change of one part leaves the others be.
func newChance(seed, part uint64) chance { return chance{rand.New(rand.NewPCG(seed, part))} }

// of happens in so many of a hundred cases.
func (c chance) of(percent int) bool { return c.IntN(100) < percent }

// upTo is a number from 0 to most.
func (c chance) upTo(most int) int { return c.IntN(most + 1) }
