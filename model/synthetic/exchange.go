package synthetic

import (
	"math"
	"strconv"

	"parley/model"
)

// maker makes the exchanges of talks, one after another.
type maker struct {
	*Talks
	chance
	next int // of the pledges, the first that was not yet made on the day of the exchange
}

func (m *maker) exchange(i int) model.Exchange {
	day := m.dayOf(i, m.count)
	for m.next < len(m.drawn) && m.drawn[m.next].day <= day {
		m.next++
	}
	e := model.Exchange{ID: model.ExchangeID("x" + strconv.Itoa(i+1)), Date: m.dateOf(day)}
	source := m.sourceOf(i)
	kind, a, b := m.occasion(&e, source)
	e.Kind = kinds[kind].ID
	if kind == detainees && m.of(15) {
		e.Categories = []model.CategoryID{categories[m.IntN(len(categories))].ID}
	}
	e.To = map[model.SideID]model.Figure{
		a: m.figure(a, b, kind, source),
		b: m.figure(b, a, kind, source),
	}
	if len(e.To[a].Claims)+len(e.To[b].Claims) == 0 {
		e.Sources = []model.SourceID{sourceID(source)}
	}
	m.ownCount(&e, a)
	return e
}

// dateOf is mostly the day; of some exchanges only the month is known, and of some the day is doubted.
func (m *maker) dateOf(day int) model.Date {
	on := written(day)
	switch n := m.IntN(100); {
	case n < 3:
		return model.MustDate(on[:len("2006-01")])
	case n < 4:
		return model.MustDate(on + "~")
	case n < 5:
		return model.MustDate(on + "?")
	}
	return date(day)
}

// occasion ties nearly half of the exchanges to one of the latest pledges, and says what is exchanged between whom.
func (m *maker) occasion(e *model.Exchange, source int) (kind int, a, b model.SideID) {
	const latest = 6
	if m.next == 0 || !m.of(45) {
		kind = pickKind(m.chance)
		a, b = pickPair(m.chance)
		if m.of(15) {
			e.Ties = []model.Tie{{
				Agreement: agreements[m.IntN(len(agreements))].ID, By: []model.Reporter{model.Reporter(a)},
				Sources: []model.SourceID{sourceID(source)},
			}}
		}
		return kind, a, b
	}
	p := m.drawn[m.next-1-m.IntN(min(m.next, latest))]
	tie := model.Tie{Pledge: p.id, By: []model.Reporter{model.Reporter(p.a)}, Sources: []model.SourceID{sourceID(source)}}
	if m.of(20) {
		tie = model.Tie{Pledge: p.id, Inferred: true, Basis: text("Made up", "Вигадано")}
	}
	e.Ties = []model.Tie{tie}
	if p.isStage && m.of(30) {
		e.Stage = &model.Stage{Pledge: p.id, Number: 1 + m.upTo(8)}
	}
	return p.kind, p.a, p.b
}

// ownCount has a tie count a part of the exchange only.
func (m *maker) ownCount(e *model.Exchange, to model.SideID) {
	if len(e.Ties) == 0 || e.Ties[0].Pledge == "" || e.Ties[0].Inferred || e.Stage != nil || !m.of(5) {
		return
	}
	if low, _, ok := e.To[to].Range(); ok && low > 1 {
		e.Ties[0].To = map[model.SideID]int{to: low/2 + 1}
	}
}

// figure is what is published of what a side received: mostly its own exact number, sometimes more numbers that agree or
// differ, sometimes none.
func (m *maker) figure(to, from model.SideID, kind, source int) model.Figure {
	var f model.Figure
	switch n := m.IntN(100); {
	case n < 6: // nothing was reported
		return f
	case n < 8:
		m.claim(&f, nil, model.NotQuantified, model.Reporter(to), source)
		return f
	case n < 11:
		m.claim(&f, new(int), model.Exact, model.Reporter(to), source)
		return f
	}
	n := m.size(kind)
	switch q := m.IntN(100); {
	case q < 3: // two who are no side, and differ
		m.claim(&f, &n, model.Exact, model.ThirdParty, source)
		m.claim(&f, m.other(n), model.Exact, model.ThirdParty, m.near(source))
		return f
	case q < 8:
		m.claim(&f, &n, model.About, model.NotNamed, source)
		return f
	case q < 11:
		m.claim(&f, &n, model.AtLeast, model.Reporter(to), source)
	default:
		m.claim(&f, &n, model.Exact, model.Reporter(to), source)
		m.split(&f.Claims[0], kind)
	}
	if m.of(25) {
		m.claim(&f, m.otherOrSame(n), model.Exact, model.Reporter(from), m.near(source))
	}
	if m.of(8) {
		m.claim(&f, m.otherOrSame(n), model.Exact, model.ThirdParty, m.near(source))
	}
	if m.of(1) {
		f.Additional = []model.Additional{{
			Value: 1 + m.upTo(20), What: text("civilians", "цивільні"), Sources: []model.SourceID{sourceID(source)},
		}}
	}
	return f
}

func (m *maker) claim(f *model.Figure, n *int, q model.Qualifier, by model.Reporter, source int) {
	f.Claims = append(f.Claims, model.Claim{
		Value: n, Qualifier: q, By: by, Weak: m.frame.Sources[source].Weak, Sources: []model.SourceID{sourceID(source)},
	})
}

// split tells the military from the civilians among some of the detainees.
func (m *maker) split(c *model.Claim, kind int) {
	if kind != detainees || !m.of(10) {
		return
	}
	civilians := m.upTo(*c.Value / 4)
	military := *c.Value - civilians
	c.Military, c.Civilians = &military, &civilians
}

// near is a publication of about the same days.
func (m *maker) near(source int) int { return between(source-3+m.upTo(6), 0, len(m.frame.Sources)-1) }

func (m *maker) otherOrSame(n int) *int {
	if m.of(75) {
		return &n
	}
	return m.other(n)
}

// other is another number, a little off.
func (m *maker) other(n int) *int {
	n += 1 + m.upTo(n/20+1)
	return &n
}

// size is how many are exchanged at once.
func (m *maker) size(kind int) int {
	median := []float64{detainees: 60, 1: 12, 2: 150}
	return logNormal(m.chance, median[kind], 1.1)
}

// logNormal is a number from 1 to 5,000: half of them are below the median, and a few are very large.
func logNormal(c chance, median, spread float64) int {
	return between(int(math.Round(math.Exp(math.Log(median)+spread*c.NormFloat64()))), 1, 5000)
}

// roundNumber is a number as it is pledged.
func roundNumber(n int) int {
	if n < 100 {
		return max(10, n/10*10)
	}
	return n / 100 * 100
}
