package model_test

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"testing"

	"parley/data"
	"parley/model"
	"parley/model/datafile"
	"parley/model/modeltest"
	"parley/model/synthetic"
)

// plain counts by walking over everything each time it is asked. It is slow, and written from the rules alone: what the
// dataset counts once, when it is built, is held against it.
type plain struct{ *model.Dataset }

func (p plain) tally(kind model.KindID) model.Tally {
	t := model.Tally{Kind: kind}
	for _, r := range p.Rounds() {
		o := model.Occasion{Round: r.ID}
		g := p.group(kind, o, &t)
		if len(g.Slots) > 0 {
			t.Groups = append(t.Groups, g)
		} else if !slices.ContainsFunc(p.PledgesOf(o), func(x *model.Pledge) bool { return x.Kind == kind }) {
			t.Quiet = append(t.Quiet, r)
		}
	}
	events := p.Events()
	slices.SortStableFunc(events, func(a, b *model.Event) int { return a.Date.Compare(b.Date) })
	for _, e := range events {
		if g := p.group(kind, model.Occasion{Event: e.ID}, &t); len(g.Slots) > 0 {
			t.Groups = append(t.Groups, g)
		}
	}
	t.Apart = p.apart(kind)
	return t
}

func (p plain) group(kind model.KindID, o model.Occasion, t *model.Tally) model.TallyGroup {
	g := model.TallyGroup{Occasion: o}
	taken := map[model.ExchangeID]bool{}
	for _, x := range p.PledgesOf(o) {
		switch {
		case x.Kind != kind:
		case !x.Drawn():
			t.Undrawn = append(t.Undrawn, x)
		default:
			slot := model.TallySlot{Pledge: x, Carried: p.carriedOut(x, taken)}
			if p.quantified(x) || holdsExchanges(slot) {
				g.Slots = append(g.Slots, slot)
			} else {
				t.Unquantified = append(t.Unquantified, x)
			}
		}
	}
	rest := model.TallySlot{Carried: map[model.SideID]model.Carried{}}
	for _, e := range p.ExchangesTiedTo(o) {
		ties := ties(e, func(t model.Tie) bool { return p.OccasionOf(t) == o })
		if e.Kind == kind && !taken[e.ID] && !p.isInSlot(e, g.Slots, inferred(ties)) {
			p.add(rest.Carried, e, nil, inferred(ties), ties)
		}
	}
	if holdsExchanges(rest) {
		g.Slots = append(g.Slots, rest)
	}
	return g
}

func holdsExchanges(s model.TallySlot) bool {
	for _, c := range s.Carried {
		if len(c.Counted)+len(c.Uncounted)+len(c.Inferred) > 0 {
			return true
		}
	}
	return false
}

func (p plain) isInSlot(e *model.Exchange, slots []model.TallySlot, inferredOnly bool) bool {
	for _, s := range slots {
		if s.Pledge != nil && p.isUnder(e, s.Pledge) && (inferredOnly || !p.isInferred(e, s.Pledge)) {
			return true
		}
	}
	return false
}

func isStage(e *model.Exchange, x *model.Pledge) bool {
	return e.Stage != nil && e.Stage.Pledge == x.ID
}

func (p plain) isInferred(e *model.Exchange, x *model.Pledge) bool {
	return !isStage(e, x) && inferred(p.within(e, x))
}

func (p plain) isUnder(e *model.Exchange, x *model.Pledge) bool {
	return isStage(e, x) || len(p.within(e, x)) > 0
}

func (p plain) within(e *model.Exchange, x *model.Pledge) []model.Tie {
	return ties(e, func(t model.Tie) bool { return p.IsWithin(t.Pledge, x.ID) })
}

func ties(e *model.Exchange, matches func(model.Tie) bool) []model.Tie {
	var list []model.Tie
	for _, t := range e.Ties {
		if matches(t) {
			list = append(list, t)
		}
	}
	return list
}

func inferred(ties []model.Tie) bool {
	return len(ties) > 0 && !slices.ContainsFunc(ties, func(t model.Tie) bool { return !t.Inferred })
}

func (p plain) quantified(x *model.Pledge) bool {
	for _, f := range x.To {
		if _, _, ok := f.Range(); ok {
			return true
		}
	}
	return false
}

func (p plain) carriedOut(x *model.Pledge, taken map[model.ExchangeID]bool) map[model.SideID]model.Carried {
	sums := map[model.SideID]model.Carried{}
	for _, e := range p.ExchangesTiedTo(x.Occasion) {
		if e.Kind != x.Kind || !p.isUnder(e, x) {
			continue
		}
		own := p.ownCount(e, x)
		if own == nil {
			if taken[e.ID] {
				continue
			}
			taken[e.ID] = !p.isInferred(e, x)
		}
		p.add(sums, e, own, p.isInferred(e, x), p.within(e, x))
	}
	return sums
}

func (p plain) ownCount(e *model.Exchange, x *model.Pledge) map[model.SideID]int {
	if isStage(e, x) {
		return nil
	}
	first := map[model.PledgeID]map[model.SideID]int{}
	for _, t := range p.within(e, x) {
		if len(first[t.Pledge]) == 0 {
			first[t.Pledge] = t.To
		}
	}
	sum := map[model.SideID]int{}
	for _, own := range first {
		if len(own) == 0 {
			return nil
		}
		for side, n := range own {
			sum[side] += n
		}
	}
	return sum
}

func (p plain) add(sums map[model.SideID]model.Carried, e *model.Exchange, own map[model.SideID]int, inferred bool,
	ties []model.Tie,
) {
	for _, side := range p.SideIDs() {
		amount := e.Received(side)
		if own != nil {
			n, ok := own[side]
			if !ok {
				continue
			}
			amount = model.Amount{State: model.Known, Value: n}
		}
		if amount.State == model.NotApplicable {
			continue
		}
		c := sums[side]
		switch {
		case inferred:
			c.Inferred = append(c.Inferred, e)
		case amount.State == model.Known && amount.HasRange:
			c.Counted, c.Sum = append(c.Counted, e), c.Sum+amount.Value
			c.Low, c.High = c.Low+amount.Low, c.High+amount.High
		case amount.State == model.Known:
			c.Counted, c.Sum = append(c.Counted, e), c.Sum+amount.Value
			c.Low, c.High = c.Low+amount.Value, c.High+amount.Value
		default:
			c.Uncounted = append(c.Uncounted, e)
		}
		for _, t := range ties {
			for _, by := range t.By {
				if !slices.Contains(c.By, by) {
					c.By = append(c.By, by)
				}
			}
		}
		sums[side] = c
	}
}

func (p plain) apart(kind model.KindID) []model.Apart {
	var filled []model.Apart
	agreements := p.Facts().Agreements
	for i := range len(agreements) + 1 {
		a := model.Apart{Carried: map[model.SideID]model.Carried{}}
		if i < len(agreements) {
			a.Agreement = &agreements[i]
		}
		for _, e := range p.Exchanges() {
			if e.Kind != kind || p.hasOccasion(e) || p.agreementOf(e) != a.Agreement {
				continue
			}
			under := ties(e, func(t model.Tie) bool { return a.Agreement != nil && t.Agreement == a.Agreement.ID })
			p.add(a.Carried, e, nil, inferred(under), under)
		}
		if len(a.Carried) > 0 {
			filled = append(filled, a)
		}
	}
	return filled
}

func (p plain) hasOccasion(e *model.Exchange) bool {
	return e.Stage != nil && p.Pledge(e.Stage.Pledge) != nil ||
		slices.ContainsFunc(e.Ties, func(t model.Tie) bool { return !p.OccasionOf(t).IsZero() })
}

// agreementOf is the first in the file of those that e is tied to.
func (p plain) agreementOf(e *model.Exchange) *model.Agreement {
	agreements := p.Facts().Agreements
	for i, a := range agreements {
		if slices.ContainsFunc(e.Ties, func(t model.Tie) bool { return t.Agreement == a.ID }) {
			return &agreements[i]
		}
	}
	return nil
}

// received is the rule for an exchange's headline value, rank by rank.
func received(f model.Figure, by model.SideID) (state model.State, value int) {
	counts := func(c model.Claim) bool { return c.Value != nil && c.Qualifier.Counts() && !c.Weak }
	for _, c := range f.Claims {
		if counts(c) && !c.Preferred.Empty() {
			return stateOf([]model.Claim{c})
		}
	}
	for _, exact := range []bool{true, false} {
		for _, isOfRank := range []func(model.Reporter) bool{
			func(r model.Reporter) bool { return r.Side() == by },
			func(r model.Reporter) bool { return r.Side() != "" && r.Side() != by },
			func(r model.Reporter) bool { return r == model.ThirdParty },
			func(r model.Reporter) bool { return r == model.NotNamed },
		} {
			var claims []model.Claim
			for _, c := range f.Claims {
				if counts(c) && (c.Qualifier == model.Exact) == exact && isOfRank(c.By) {
					claims = append(claims, c)
				}
			}
			if len(claims) > 0 {
				return stateOf(claims)
			}
		}
	}
	return model.Unknown, 0
}

func stateOf(claims []model.Claim) (model.State, int) {
	state := model.Known
	for _, c := range claims {
		if *c.Value != *claims[0].Value {
			return model.Disputed, 0
		}
		if c.Qualifier != model.Exact {
			state = model.Bounded
		}
	}
	return state, *claims[0].Value
}

// samples are datasets of every sort that there is.
func samples(t *testing.T) map[string]*model.Dataset {
	t.Helper()
	bundled, problems := datafile.Read("talks.json", data.Talks)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	list := map[string]*model.Dataset{
		"bundled": bundled, "small": modeltest.Talks(), "memoranda": modeltest.TwoMemoranda(), "none": model.New(model.Facts{}),
	}
	for seed := range uint64(4) {
		list[fmt.Sprint("synthetic ", seed)] = model.New(*synthetic.Facts(2000, seed))
	}
	list["entangled"] = model.New(entangled(synthetic.Facts(2000, 9)))
	return list
}

// entangled ties exchanges to several pledges of a round at once, makes pledges parts of each other, and has ties differ
// in whether they are inferred and have counts of their own.
func entangled(f *model.Facts) model.Facts {
	for i := range f.Pledges {
		f.Pledges[i].Occasion = f.Pledges[i/5*5].Occasion
		if i%7 == 3 {
			f.Pledges[i].PartOf = &model.Relation{Pledge: f.Pledges[i-1].ID, Reason: model.Plain("made up")}
		}
	}
	for i := range f.Exchanges {
		e := &f.Exchanges[i]
		for n := range i % 5 {
			p := f.Pledges[(i/9*3+n)%len(f.Pledges)]
			tie := model.Tie{Pledge: p.ID, Inferred: (i+n)%3 == 0, By: []model.Reporter{model.ThirdParty}}
			if (i+n)%4 == 0 {
				tie.To = map[model.SideID]int{f.Sides[n%len(f.Sides)].ID: n + 1}
			}
			e.Ties = append(e.Ties, tie)
			if (i+n)%11 == 0 {
				e.Ties = append(e.Ties, model.Tie{Occasion: p.Occasion, Agreement: f.Agreements[0].ID})
			}
		}
	}
	return *f
}

func TestWhatIsCountedOnceIsWhatTheRulesComeTo(t *testing.T) {
	for name, ds := range samples(t) {
		kinds := append(ds.Kinds(), model.Kind{ID: "none"})
		for _, k := range kinds {
			if got, want := ds.Tally(k.ID), (plain{ds}).tally(k.ID); !reflect.DeepEqual(got, want) {
				t.Errorf("%s: the tally of %q differs:\n%+v\n%+v", name, k.ID, got, want)
			}
		}
		for i := range ds.Facts().Pledges {
			p := &ds.Facts().Pledges[i]
			got, want := ds.CarriedOut(p), (plain{ds}).carriedOut(p, map[model.ExchangeID]bool{})
			if !maps.EqualFunc(got, want, func(a, b model.Carried) bool { return reflect.DeepEqual(a, b) }) {
				t.Errorf("%s: what was carried out of %s differs:\n%+v\n%+v", name, p.ID, got, want)
			}
		}
	}
}

func TestWhatASideReceivedFollowsTheRanks(t *testing.T) {
	for name, ds := range samples(t) {
		for _, e := range ds.Exchanges() {
			for side, f := range e.To {
				got := e.Received(side)
				if state, value := received(f, side); got.State != state || got.Value != value {
					t.Errorf("%s: %s to %s is %d %d, want %d %d", name, e.ID, side, got.State, got.Value, state, value)
				}
			}
		}
	}
}
