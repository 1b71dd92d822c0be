package chart

import (
	"cmp"
	"slices"
	"strings"

	"parley/model"
)

// sideBars is what was agreed and carried out towards one side.
func (b *deeds) sideBars(occasion string, side model.Side, agreed model.Amount, c model.Carried) SideBars {
	bars := SideBars{Side: side.ID, Name: b.text(side.Name), Place: b.place[side.ID]}
	bars.Agreed = b.agreedBar(occasion, bars.Name, agreed)
	bars.Carried = b.carriedBar(occasion, bars.Name, c, b.cited.addCarried(side.ID, c))
	for _, e := range c.Inferred {
		if a := e.Received(side.ID); a.HasValue() {
			bars.Inferred = append(bars.Inferred, b.inferredDot(occasion, bars.Name, e, a))
		}
	}
	b.noteUse(bars)
	return bars
}

func (b *deeds) noteUse(s SideBars) {
	u := &b.used
	u.agreed = u.agreed || s.Agreed.State != model.NotApplicable
	u.carried = u.carried || s.Carried.State != model.NotApplicable
	u.inferred = u.inferred || len(s.Inferred) > 0
	for _, bar := range []Bar{s.Agreed, s.Carried} {
		u.unknown = u.unknown || bar.State == model.Unknown
		u.disputed = u.disputed || bar.State == model.Disputed
		u.ranges = u.ranges || bar.HasRange
	}
}

func (b *deeds) agreedBar(occasion, side string, a model.Amount) Bar {
	bar := Bar{State: a.State}
	switch {
	case a.HasValue():
		bar.Value, bar.Qualifier = a.Value, a.Qualifier
		bar.Label = b.l.Qualified(a.Value, a.Qualifier)
		bar.Short = b.short(a.Value, a.Qualifier)
		bar.Low, bar.High, bar.HasRange = a.Low, a.High, a.HasRange
	case a.State == model.Disputed:
		bar.Claims = b.claimDots(occasion, side, a.Claims)
	}
	if a.State != model.NotApplicable {
		bar.Text = b.sentence("chart.rounds.tip.agreed", occasion, side, b.l.Amount(a), bar, a.By,
			len(b.ds.Publications(a.Sources())))
	}
	return bar
}

func (b *deeds) carriedBar(occasion, side string, c model.Carried, publications int) Bar {
	bar := Bar{State: c.State()}
	if len(c.Counted) > 0 {
		bar.Value = c.Sum
		bar.Label = b.l.Carried(c)
		bar.Qualifier = model.Exact
		if bar.State == model.Bounded {
			bar.Qualifier = model.AtLeast
		}
		bar.Short = b.short(c.Sum, bar.Qualifier)
		bar.Low, bar.High, bar.HasRange = c.Low, c.High, c.HasRange()
	}
	if bar.State != model.NotApplicable {
		bar.Text = b.sentence("chart.rounds.tip.carried", occasion, side, b.carriedWords(c), bar, nil, publications)
	}
	return bar
}

// carriedWords is "6,057 in 5 exchanges", or "no count published, 9 exchanges".
func (q question) carriedWords(c model.Carried) string {
	counted, uncounted := len(c.Counted), len(c.Uncounted)
	switch {
	case counted == 0:
		return q.l.N("chart.rounds.uncounted", uncounted)
	case uncounted == 0:
		return q.l.N("chart.rounds.counted", counted, "Sum", q.l.Carried(c))
	}
	return q.l.N("chart.rounds.partly", uncounted, "Sum", q.l.Carried(c))
}

// short writes a number with its qualifier in the least room: "1,200+", "~6,000".
func (q question) short(n int, qualifier model.Qualifier) string {
	return q.l.T("chart.short."+string(qualifier), "N", q.l.Number(n))
}

// sentence is the text of a tooltip: the number, its range, who says so, and how many publications it rests on.
func (q question) sentence(
	key, occasion, side, value string, bar Bar, by []model.Reporter, publications int,
) string {
	parts := []string{q.l.T(key, "Occasion", occasion, "Side", side, "Value", value)}
	if bar.HasRange {
		parts = append(parts, q.l.T("chart.rounds.tip.range", "Range", q.l.Range(bar.Low, bar.High)))
	}
	if len(by) > 0 {
		parts = append(parts, q.l.T("chart.rounds.tip.by", "By", q.l.Reporters(q.ds, by)))
	}
	if publications > 0 {
		parts = append(parts, q.l.N("core.publications", publications))
	}
	return strings.Join(parts, "; ")
}

func (q question) inferredDot(occasion, side string, e *model.Exchange, a model.Amount) Dot {
	value := q.l.Amount(a)
	return Dot{
		Item: model.Item{Kind: model.ExchangeItem, ID: string(e.ID)}, Value: a.Value, Label: value,
		Text: q.l.T("chart.rounds.tip.inferred",
			"Occasion", occasion, "Side", side, "Value", value, "Date", q.l.Date(e.Date)),
	}
}

// claimGroup is one number of a dispute with all who state it.
type claimGroup struct {
	value     int
	qualifier model.Qualifier
	by        []model.Reporter
}

// disputed groups the numbers of a dispute, lowest first; silent are the sides that give none.
func (q question) disputed(claims []model.Claim) (groups []claimGroup, silent []model.Reporter) {
	stated := map[model.SideID]bool{}
	for _, c := range claims {
		if c.Value == nil || !c.Qualifier.Counts() || c.Weak {
			continue
		}
		stated[c.By.Side()] = true
		at := slices.IndexFunc(groups, func(g claimGroup) bool { return g.value == *c.Value && g.qualifier == c.Qualifier })
		if at < 0 {
			groups = append(groups, claimGroup{value: *c.Value, qualifier: c.Qualifier})
			at = len(groups) - 1
		}
		if !slices.Contains(groups[at].by, c.By) {
			groups[at].by = append(groups[at].by, c.By)
		}
	}
	for i := range groups {
		q.sidesFirst(groups[i].by)
	}
	slices.SortStableFunc(groups, func(a, b claimGroup) int { return cmp.Compare(a.value, b.value) })
	for _, s := range q.all {
		if !stated[s.ID] {
			silent = append(silent, model.Reporter(s.ID))
		}
	}
	return groups, silent
}

// sidesFirst orders reporters: the sides, in the order shown, before all others.
func (q question) sidesFirst(by []model.Reporter) {
	if len(by) < 2 {
		return
	}
	order := map[model.Reporter]int{}
	for i, s := range q.all {
		order[model.Reporter(s.ID)] = i - len(q.place)
	}
	slices.SortStableFunc(by, func(x, y model.Reporter) int { return cmp.Compare(order[x], order[y]) })
}

// claimDots are the numbers of a dispute, one dot each.
func (q question) claimDots(occasion, side string, claims []model.Claim) []Dot {
	groups, _ := q.disputed(claims)
	var dots []Dot
	for _, g := range groups {
		value, by := q.l.Qualified(g.value, g.qualifier), q.l.Reporters(q.ds, g.by)
		dots = append(dots, Dot{
			Value: g.value, Label: value,
			Text: q.l.T("chart.rounds.tip.claim", "Occasion", occasion, "Side", side, "Value", value, "By", by),
		})
	}
	return dots
}

// pledgeWords says who claims what of a pledge: "6,000 (Ukraine and a third party), no number (Russia)". A side that spoke
// without a number is told from one of which no claim is recorded; one that did not make the pledge is not missed.
func (q question) pledgeWords(p *model.Pledge, claims []model.Claim) string {
	groups, silent := q.disputed(claims)
	parties := p.Parties(q.ids)
	silent = slices.DeleteFunc(silent, func(r model.Reporter) bool { return !slices.Contains(parties, r.Side()) })
	var parts []string
	for _, g := range groups {
		value, by := q.l.Qualified(g.value, g.qualifier), q.l.Reporters(q.ds, g.by)
		parts = append(parts, q.l.T("chart.rounds.claim", "Value", value, "By", by))
	}
	var numberless, unrecorded []model.Reporter
	for _, r := range silent {
		if slices.ContainsFunc(claims, func(c model.Claim) bool { return c.By == r }) {
			numberless = append(numberless, r)
		} else {
			unrecorded = append(unrecorded, r)
		}
	}
	if len(numberless) > 0 {
		parts = append(parts, q.l.T("chart.rounds.silent", "By", q.l.Reporters(q.ds, numberless)))
	}
	if len(unrecorded) > 0 {
		parts = append(parts, q.l.T("chart.rounds.unrecorded", "By", q.l.Reporters(q.ds, unrecorded)))
	}
	return q.joined(parts)
}

// remarks are what is written beside the bars of a slot. What holds alike for all its sides is written once.
func (b *roundsBuilder) remarks(t model.TallySlot, sides []SideBars) []Remark {
	var agreed, carried, inferred []Remark
	for _, s := range sides {
		c := t.Carried[s.Side]
		agreed = append(agreed, b.agreedRemark(t.Pledge, s))
		carried = append(carried, b.carriedRemark(c, s))
		inferred = append(inferred, b.inferredRemark(s))
	}
	return slices.Concat(b.merged(sides, agreed), b.merged(sides, carried), b.merged(sides, inferred))
}

// merged leaves out empty remarks and writes equal ones once; where they differ, each names its side.
func (b *roundsBuilder) merged(sides []SideBars, remarks []Remark) []Remark {
	same := true
	for _, r := range remarks {
		same = same && r == remarks[0]
	}
	if same && len(remarks) > 0 {
		remarks = remarks[:1]
	}
	var list []Remark
	for i, r := range remarks {
		if r.Text == "" {
			continue
		}
		if !same {
			r.Text = b.l.T("chart.rounds.toside", "Side", sides[i].Name, "Text", r.Text)
		}
		list = append(list, r)
	}
	return list
}

func (b *roundsBuilder) agreedRemark(p *model.Pledge, s SideBars) Remark {
	switch s.Agreed.State {
	case model.Disputed:
		claims := p.Pledged(s.Side, b.ids).Claims
		return Remark{Role: AgreedRole, Text: b.pledgeWords(p, claims), At: s.Agreed.highest()}
	case model.Unknown:
		return Remark{Role: AgreedRole, Text: b.l.T("chart.rounds.nonumber")}
	}
	return Remark{}
}

func (b *roundsBuilder) carriedRemark(c model.Carried, s SideBars) Remark {
	switch {
	case b.without(carriedSeries), s.Carried.State == model.NotApplicable && c.State() != model.NotApplicable:
		return Remark{} // switched off
	case c.State() == model.Unknown:
		return Remark{Role: CarriedRole, Text: b.l.N("chart.rounds.uncounted", len(c.Uncounted))}
	case c.State() == model.NotApplicable && len(c.Inferred) == 0 && s.Agreed.State != model.NotApplicable:
		return Remark{Role: CarriedRole, Text: b.l.T("chart.rounds.nothingtied")}
	}
	return Remark{}
}

func (b *roundsBuilder) inferredRemark(s SideBars) Remark {
	if len(s.Inferred) == 0 {
		return Remark{}
	}
	low, high := s.Inferred[0].Value, s.Inferred[0].Value
	for _, d := range s.Inferred {
		low, high = min(low, d.Value), max(high, d.Value)
	}
	values := b.l.Number(low)
	if low != high {
		values = b.l.Range(low, high)
	}
	return Remark{Role: InferredRole, Text: b.l.N("chart.rounds.inferred", len(s.Inferred), "Values", values), At: high}
}
