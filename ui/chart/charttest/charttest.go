// Package charttest holds datasets that put a chart into every state it can be in: for tests, and for the gallery in
// which every picture is looked at. They tell of talks that never were.
package charttest

import (
	"fmt"
	"strings"
	"time"

	"parley/model"
	"parley/model/modeltest"
)

// Fixture is a dataset and the question that brings out a state.
type Fixture struct {
	Name    string
	Dataset *model.Dataset
	Kind    model.KindID
	From    model.Date // filter; zero for none
}

// Fixtures lists all states.
func Fixtures() []Fixture {
	return []Fixture{
		{Name: "talks", Dataset: modeltest.Talks(), Kind: modeltest.Prisoners},
		{Name: "talks-bodies", Dataset: modeltest.Talks(), Kind: modeltest.Bodies},
		{Name: "none", Dataset: modeltest.Minimal(), Kind: modeltest.Prisoners},
		{Name: "filtered-out", Dataset: modeltest.Talks(), Kind: modeltest.Prisoners, From: model.MustDate("2050")},
		{Name: "one", Dataset: One(), Kind: modeltest.Prisoners},
		{Name: "many", Dataset: Many(40), Kind: modeltest.Prisoners},
		{Name: "unknown", Dataset: Unknown(), Kind: modeltest.Prisoners},
		{Name: "disputed", Dataset: Disputed(), Kind: modeltest.Prisoners},
		{Name: "zero", Dataset: Zero(), Kind: modeltest.Prisoners},
		{Name: "huge-and-tiny", Dataset: HugeAndTiny(), Kind: modeltest.Prisoners},
		{Name: "long-names", Dataset: LongNames(), Kind: modeltest.Prisoners},
		{Name: "three-sides", Dataset: ThreeSides(), Kind: modeltest.Prisoners},
		{Name: "inferred", Dataset: Inferred(), Kind: modeltest.Prisoners},
		{Name: "parts", Dataset: Parts(), Kind: modeltest.Prisoners},
		{Name: "many-parts", Dataset: ManyParts(14), Kind: modeltest.Prisoners},
		{Name: "pledges", Dataset: Pledges(14), Kind: modeltest.Prisoners},
		{Name: "many-pledges", Dataset: Pledges(200), Kind: modeltest.Prisoners},
		{Name: "six-receivers", Dataset: SixReceivers(), Kind: modeltest.Prisoners},
		{Name: "letters", Dataset: Letters(), Kind: modeltest.Prisoners},
		{Name: "unsure-dates", Dataset: UnsureDates(), Kind: modeltest.Prisoners},
		{Name: "totals", Dataset: Totals(), Kind: modeltest.Prisoners},
		{Name: "six-sides", Dataset: SixSides(), Kind: modeltest.Prisoners},
		{Name: "ten-thousand", Dataset: ManyExchanges(10_000), Kind: modeltest.Prisoners},
		{Name: "happenings", Dataset: Happenings(), Kind: modeltest.Prisoners},
		{Name: "many-rounds", Dataset: Many(200), Kind: modeltest.Prisoners},
		{Name: "one-day", Dataset: OneDay(), Kind: modeltest.Prisoners},
	}
}

// agency is the one source that everything rests on.
var agency = modeltest.MinimalFacts().Sources[0].ID

// builder puts facts together, on the base of modeltest's smallest dataset.
type builder struct{ facts model.Facts }

func newBuilder() *builder {
	b := &builder{facts: modeltest.MinimalFacts()}
	b.facts.Metadata.Coverage = model.Coverage{
		FoundUntil: model.MustDate("2026-01-15"), Compiled: model.MustDate("2026-01-31"),
	}
	return b
}

func (b *builder) dataset() *model.Dataset { return model.New(b.facts) }

// round adds a round in a city on a day.
func (b *builder) round(name, date string) model.RoundID {
	id := model.RoundID("round-" + date)
	b.facts.Rounds = append(b.facts.Rounds, model.Round{
		ID: id, Name: model.Plain(name), Date: model.MustDate(date), Kind: model.Negotiation, Status: model.Held,
	})
	return id
}

// pledge adds an agreed pledge of a round.
func (b *builder) pledge(round model.RoundID, to map[model.SideID]model.Figure) model.PledgeID {
	id := model.PledgeID(fmt.Sprintf("pledge-%d", len(b.facts.Pledges)))
	b.facts.Pledges = append(b.facts.Pledges, model.Pledge{
		ID: id, Occasion: model.Occasion{Round: round}, Kind: modeltest.Prisoners, Status: model.Agreed,
		Summary: model.Plain("A pledge of this round"), To: to, Sources: []model.SourceID{agency},
	})
	return id
}

// exchange adds an exchange that both sides tie to a pledge, or that is tied by inference only.
func (b *builder) exchange(date string, pledge model.PledgeID, inferred bool, to map[model.SideID]model.Figure) {
	tie := model.Tie{Pledge: pledge, Inferred: inferred, Sources: []model.SourceID{agency}}
	for _, s := range b.facts.Sides {
		if !inferred {
			tie.By = append(tie.By, model.Reporter(s.ID))
		}
	}
	b.facts.Exchanges = append(b.facts.Exchanges, model.Exchange{
		ID: model.ExchangeID(fmt.Sprintf("exchange-%d", len(b.facts.Exchanges))), Date: model.MustDate(date),
		Kind: modeltest.Prisoners, To: to, Ties: []model.Tie{tie}, Sources: []model.SourceID{agency},
	})
}

// all gives every side the same figure.
func (b *builder) all(f model.Figure) map[model.SideID]model.Figure {
	to := map[model.SideID]model.Figure{}
	for _, s := range b.facts.Sides {
		to[s.ID] = f
	}
	return to
}

// agreed is a figure that all sides state.
func (b *builder) agreed(n int, q model.Qualifier) model.Figure {
	var f model.Figure
	for _, s := range b.facts.Sides {
		f.Claims = append(f.Claims, said(n, q, model.Reporter(s.ID)))
	}
	return f
}

func said(n int, q model.Qualifier, by model.Reporter) model.Claim {
	return model.Claim{Value: &n, Qualifier: q, By: by, Sources: []model.SourceID{agency}}
}

func silent(by model.SideID) model.Claim {
	return model.Claim{Qualifier: model.NotQuantified, By: model.Reporter(by), Sources: []model.SourceID{agency}}
}

func day(n int) string { return time.Date(2025, 1, 1+n, 0, 0, 0, 0, time.UTC).Format("2006-01-02") }

// One has a single round whose numbers are all known.
func One() *model.Dataset {
	b := newBuilder()
	p := b.pledge(b.round("First round", "2025-05-16"), b.all(b.agreed(1000, model.Exact)))
	b.exchange("2025-05-23", p, false, b.all(b.agreed(1000, model.Exact)))
	return b.dataset()
}

// Many has n rounds, with numbers of many sizes, nine days apart.
func Many(n int) *model.Dataset {
	b := newBuilder()
	for i := range n {
		agreed := 50 + (i*i*37)%900
		p := b.pledge(b.round(fmt.Sprintf("Round %d", i+1), day(9*i)), b.all(b.agreed(agreed, model.Exact)))
		b.exchange(day(9*i+3), p, false, b.all(b.agreed(agreed*(3+i%5)/6, model.Exact)))
	}
	return b.dataset()
}

// Unknown has a round whose exchanges have no count, one of which only some have, and one without an exchange.
func Unknown() *model.Dataset {
	b := newBuilder()
	none := b.pledge(b.round("No counts", "2025-06-02"), b.all(b.agreed(1200, model.AtLeast)))
	some := b.pledge(b.round("Some counts", "2025-07-23"), b.all(b.agreed(800, model.About)))
	b.pledge(b.round("No exchange", "2025-08-23"), b.all(b.agreed(300, model.Exact)))
	for i := range 9 {
		b.exchange(day(160+i), none, false, b.all(uncounted()))
	}
	b.exchange("2025-07-30", some, false, b.all(b.agreed(390, model.Exact)))
	b.exchange("2025-07-31", some, false, b.all(uncounted()))
	return b.dataset()
}

// Disputed has a round on which the sides state different numbers, and one on which one side states none.
func Disputed() *model.Dataset {
	b := newBuilder()
	north, south := model.Reporter(modeltest.North), model.Reporter(modeltest.South)
	differ := b.pledge(b.round("They differ", "2025-06-02"), b.all(model.Figure{Claims: []model.Claim{
		said(1000, model.Exact, north), said(1200, model.AtLeast, south), said(1100, model.About, model.ThirdParty),
	}}))
	b.exchange("2025-06-09", differ, false, b.all(model.Figure{Claims: []model.Claim{
		said(980, model.Exact, north), said(1010, model.Exact, south),
	}}))
	quiet := b.pledge(b.round("One is silent", "2025-07-23"), b.all(model.Figure{Claims: []model.Claim{
		said(600, model.Exact, north), silent(modeltest.South),
	}}))
	b.exchange("2025-07-30", quiet, false, b.all(b.agreed(600, model.Exact)))
	return b.dataset()
}

// Zero has a round of which nothing was carried out, which was published, and one for which 0 was agreed to one side.
func Zero() *model.Dataset {
	b := newBuilder()
	p := b.pledge(b.round("Nothing came", "2025-05-16"), b.all(b.agreed(40, model.Exact)))
	b.exchange("2025-05-23", p, false, b.all(b.agreed(0, model.Exact)))
	q := b.pledge(b.round("One way", "2025-06-16"), map[model.SideID]model.Figure{
		modeltest.North: b.agreed(25, model.Exact), modeltest.South: b.agreed(0, model.Exact),
	})
	b.exchange("2025-06-23", q, false, map[model.SideID]model.Figure{modeltest.North: b.agreed(24, model.Exact)})
	return b.dataset()
}

// HugeAndTiny has a round of a million beside rounds of one and two.
func HugeAndTiny() *model.Dataset {
	b := newBuilder()
	for i, n := range []int{1_000_000, 1, 2} {
		p := b.pledge(b.round(fmt.Sprintf("Round %d", i+1), day(30*i)), b.all(b.agreed(n, model.Exact)))
		b.exchange(day(30*i+5), p, false, b.all(b.agreed(n, model.Exact)))
	}
	return b.dataset()
}

// LongNames has rounds whose names are sentences, and one that is a single long word.
func LongNames() *model.Dataset {
	b := newBuilder()
	for i, name := range []string{
		"Mediated consultations of the two delegations on exchanges, in the capital and in the port city",
		"The second round of the trilateral talks between the sides and the mediator, on the island",
		strings.Repeat("Donaudampfschifffahrt", 4),
		"Short",
	} {
		p := b.pledge(b.round(name, day(30*i)), b.all(b.agreed(100*(i+1), model.Exact)))
		b.exchange(day(30*i+5), p, false, b.all(b.agreed(90*(i+1), model.Exact)))
	}
	return b.dataset()
}

// ThreeSides has three sides, each of which receives.
func ThreeSides() *model.Dataset {
	b := newBuilder()
	b.facts.Sides = append(b.facts.Sides, model.Side{ID: "island", Name: model.Plain("Island Republic")})
	for i, name := range []string{"First round", "Second round", "Third round"} {
		to := map[model.SideID]model.Figure{}
		for j, s := range b.facts.Sides {
			to[s.ID] = b.agreed(200+150*j+80*i, model.Exact)
		}
		p := b.pledge(b.round(name, day(30*i)), to)
		b.exchange(day(30*i+5), p, false, b.all(b.agreed(180+120*i, model.Exact)))
	}
	return b.dataset()
}

// Inferred has a round with one exchange that is tied to it and twelve that are tied by inference only.
func Inferred() *model.Dataset {
	b := newBuilder()
	p := b.pledge(b.round("Round with inferred ties", "2025-06-02"), b.all(b.agreed(1000, model.Exact)))
	b.exchange("2025-06-09", p, false, b.all(b.agreed(250, model.Exact)))
	for i := range 12 {
		b.exchange(day(170+i), p, true, b.all(b.agreed(80+i%4, model.Exact)))
	}
	return b.dataset()
}

// loose adds an exchange that is tied to nothing.
func (b *builder) loose(date string, to map[model.SideID]model.Figure) {
	b.facts.Exchanges = append(b.facts.Exchanges, model.Exchange{
		ID: model.ExchangeID(fmt.Sprintf("exchange-%d", len(b.facts.Exchanges))), Date: model.MustDate(date),
		Kind: modeltest.Prisoners, To: to, Sources: []model.SourceID{agency},
	})
}

// uncounted is a figure for which no side published a count.
func uncounted() model.Figure {
	return model.Figure{Claims: []model.Claim{silent(modeltest.North), silent(modeltest.South)}}
}

// UnsureDates has exchanges whose days are known, known to the month or the year, spans, and doubted, some without a
// count, some with a number that is no exact count, some with numbers that differ.
func UnsureDates() *model.Dataset {
	b := newBuilder()
	b.round("First round", "2025-01-20")
	north, south := model.Reporter(modeltest.North), model.Reporter(modeltest.South)
	b.loose("2025-02", b.all(b.agreed(120, model.Exact)))
	b.loose("2025-03-10~", b.all(b.agreed(200, model.Exact)))
	b.loose("2025-03-15/2025-04-20", b.all(model.Figure{Claims: []model.Claim{
		said(90, model.Exact, north), said(140, model.Exact, south),
	}}))
	b.loose("2025-05", b.all(uncounted()))
	b.loose("2025-06-11", b.all(b.agreed(250, model.About)))
	b.loose("2025-06-30", b.all(b.agreed(75, model.AtLeast)))
	b.loose("2025-08-02", b.all(model.Figure{Claims: []model.Claim{
		said(180, model.Exact, model.ThirdParty), said(260, model.Exact, model.ThirdParty),
	}}))
	b.loose("2025-09-01", b.all(b.agreed(0, model.Exact)))
	b.loose("2025?", b.all(b.agreed(60, model.Exact)))
	return b.dataset()
}

// Totals has totals that officials published: of the scope of a line, and of others.
func Totals() *model.Dataset {
	b := newBuilder()
	for i := range 12 {
		b.loose(day(30*i), b.all(b.agreed(100+10*i, model.Exact)))
		total := model.Total{
			ID: model.TotalID(fmt.Sprintf("total-%d", i)), AsOf: model.MustDate(day(30 * i)), Kind: modeltest.Prisoners,
			Period: model.MustDate("2025-01-01/" + day(30*i)), Scope: model.Plain("since 1 January 2025"),
			Value: 130 * (i + 1), Qualifier: model.Exact, To: modeltest.South, By: model.Reporter(modeltest.South),
			Sources: []model.SourceID{agency},
		}
		if i == 11 {
			total.Qualifier = model.AtLeast
		}
		b.facts.Totals = append(b.facts.Totals, total)
	}
	b.facts.Totals = append(b.facts.Totals, model.Total{
		ID: "total-both", AsOf: model.MustDate("2025-12-31"), Kind: modeltest.Prisoners, Scope: model.Plain("both sides"),
		Value: 9999, Qualifier: model.Exact, By: model.ThirdParty, Sources: []model.SourceID{agency},
	})
	return b.dataset()
}

// SixSides has six sides, all of which receive, four of them nearly the same.
func SixSides() *model.Dataset {
	b := newBuilder()
	for _, name := range []string{"Island Republic", "Lakeland", "United Provinces of the Upper River", "Highland"} {
		id := model.SideID(strings.ToLower(strings.ReplaceAll(name, " ", "-")))
		b.facts.Sides = append(b.facts.Sides, model.Side{ID: id, Name: model.Plain(name)})
	}
	b.round("First round", "2025-01-15")
	b.round("Second round", "2025-06-20")
	for i := range 20 {
		to := map[model.SideID]model.Figure{}
		for j, s := range b.facts.Sides {
			switch {
			case j > 1:
				to[s.ID] = b.agreed(40+i+j, model.Exact)
			case i%4 == 0:
				to[s.ID] = uncounted()
			default:
				to[s.ID] = b.agreed(300*(j+1)+7*i, model.Exact)
			}
		}
		b.loose(day(14*i), to)
	}
	return b.dataset()
}

// ManyExchanges has n exchanges in twenty years, of which every seventh has no count.
func ManyExchanges(n int) *model.Dataset {
	b := newBuilder()
	for i := range n {
		figure := b.agreed(1+(i*i*37)%900, model.Exact)
		if i%7 == 0 {
			figure = uncounted()
		}
		b.loose(day(i*7300/n), b.all(figure))
	}
	return b.dataset()
}

// OneDay has a single exchange and no round.
func OneDay() *model.Dataset {
	b := newBuilder()
	b.loose("2025-06-14", b.all(b.agreed(12, model.Exact)))
	return b.dataset()
}
