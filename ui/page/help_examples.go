package page

import (
	"strings"

	"parley/model"
)

// countingRules are those of "How we count", in the order in which they are told. A rule without an example has none in any
// dataset.
var countingRules = []struct {
	key     string
	example func(examples) string
}{
	{"sources", examples.mostSources},
	{"aliases", examples.aliases},
	{"received", examples.received},
	{"preferred", examples.preferred},
	{"weak", examples.weak},
	{"unknown", examples.unknown},
	{"states", examples.states},
	{"pledged", examples.pledged},
	{"disputed", examples.disputed},
	{"range", examples.widestRange},
	{"additional", examples.additional},
	{"derived", examples.derived},
	{"carried", examples.carried},
	{"own", examples.ownCount},
	{"inferred", examples.inferred},
	{"apart", examples.apart},
	{"status", examples.relation},
	{"cumulative", examples.cumulative},
	{"dates", examples.uncertainDate},
	{"totals", examples.totals},
	{"categories", examples.categories},
	{"kinds", examples.kinds},
	{"order", examples.order},
	{"coverage", examples.coverage},
}

// examples finds in a dataset what shows a rule at work; each is empty where the dataset has none.
type examples struct{ *Desk }

// each goes through the figures of the exchanges by date until one is found that do has words for.
func (x examples) each(do func(e *model.Exchange, to model.SideID, f model.Figure) string) string {
	for _, e := range x.Dataset.Exchanges() {
		for _, side := range x.Dataset.SideIDs() {
			if f, ok := e.To[side]; ok {
				if words := do(e, side, f); words != "" {
					return words
				}
			}
		}
	}
	return ""
}

// figure is "Bodies returned, 16 June 2025, to Ukraine: 1,248 (Ukraine); 1,245 (Russia). Shown: 1,248".
func (x examples) figure(e *model.Exchange, to model.SideID, f model.Figure) string {
	l := x.Locale
	return l.T("help.example.figure", "Figure", l.ExchangeName(x.Dataset, e), "Side", x.sideName(to),
		"Claims", strings.Join(x.claimsByWho(f.Claims), "; "), "Value", l.Amount(e.Received(to)))
}

func (x examples) sideName(id model.SideID) string { return x.Locale.Text(x.Dataset.Side(id).Name) }

// value is "Bodies returned, 16 June 2025, to Ukraine: 1,248".
func (x examples) value(e *model.Exchange, to model.SideID, value string) string {
	return x.Locale.T("help.example.value", "Figure", x.Locale.ExchangeName(x.Dataset, e), "Side", x.sideName(to), "Value", value)
}

func (x examples) mostSources() string {
	l, most := x.Locale, 0
	words := ""
	x.each(func(e *model.Exchange, to model.SideID, f model.Figure) string {
		if n := len(x.Dataset.Publications(f.Sources())); n > most {
			most = n
			words = x.value(e, to, l.Amount(e.Received(to))) + "; " + l.N("core.publications", n)
		}
		return ""
	})
	return words
}

func (x examples) aliases() string {
	sources := x.Dataset.Facts().Sources
	for i := range sources {
		if n := len(sources[i].Aliases); n > 0 {
			return x.Locale.T("help.example.aliases", "Publisher", sources[i].Publisher, "Title", sources[i].Title,
				"N", x.Locale.Number(n+1))
		}
	}
	return ""
}

// received is a figure of which the sides claim different numbers, neither preferred by the file.
func (x examples) received() string {
	return x.each(func(e *model.Exchange, to model.SideID, f model.Figure) string {
		a := e.Received(to)
		if a.State != model.Known || !a.HasRange || !a.Preferred.Empty() || len(a.By) != 1 || a.By[0].Side() != to {
			return ""
		}
		for _, c := range f.Claims {
			if s := c.By.Side(); s != "" && s != to && c.Value != nil && c.Qualifier == model.Exact && *c.Value != a.Value {
				return x.figure(e, to, f)
			}
		}
		return ""
	})
}

func (x examples) preferred() string {
	return x.each(func(e *model.Exchange, to model.SideID, f model.Figure) string {
		if a := e.Received(to); !a.Preferred.Empty() {
			return x.figure(e, to, f) + " " + x.Locale.T("figure.preferred", "Reason", x.Locale.Text(a.Preferred))
		}
		return ""
	})
}

func (x examples) weak() string {
	return x.each(func(e *model.Exchange, to model.SideID, f model.Figure) string {
		for _, c := range f.Claims {
			if c.Weak && c.Value != nil {
				return x.Locale.T("help.example.weak", "Figure", x.Locale.ExchangeName(x.Dataset, e), "Side", x.sideName(to),
					"Claim", x.claimsByWho([]model.Claim{c})[0], "Value", x.Locale.Amount(e.Received(to)))
			}
		}
		return ""
	})
}

func (x examples) unknown() string {
	return x.each(func(e *model.Exchange, to model.SideID, _ model.Figure) string {
		if a := e.Received(to); a.State == model.Unknown || a.State == model.Bounded {
			return x.value(e, to, x.Locale.Amount(a))
		}
		return ""
	})
}

// states shows each of the four states that the dataset has.
func (x examples) states() string {
	var words []string
	add := func(is func(model.Amount) bool) {
		found := x.each(func(e *model.Exchange, to model.SideID, _ model.Figure) string {
			if a := e.Received(to); is(a) {
				return x.value(e, to, x.Locale.Amount(a))
			}
			return ""
		})
		if found != "" {
			words = append(words, found)
		}
	}
	add(func(a model.Amount) bool { return a.State == model.Unknown })
	add(func(a model.Amount) bool { return a.State == model.Known && a.Value == 0 })
	add(func(a model.Amount) bool { return a.State == model.Disputed })
	for _, e := range x.Dataset.Exchanges() {
		if to := x.notIn(e); to != "" {
			words = append(words, x.value(e, to, x.Locale.T("amount.notapplicable")))
			break
		}
	}
	return strings.Join(words, "; ")
}

// notIn is a side that an exchange brought nothing by design.
func (x examples) notIn(e *model.Exchange) model.SideID {
	for _, side := range x.Dataset.SideIDs() {
		if _, ok := e.To[side]; !ok {
			return side
		}
	}
	return ""
}

// pledge finds a pledge that is drawn as agreed and that do has words for.
func (x examples) pledge(do func(p *model.Pledge, to model.SideID, a model.Amount) string) string {
	ids := x.Dataset.SideIDs()
	for i := range x.Dataset.Facts().Pledges {
		p := &x.Dataset.Facts().Pledges[i]
		for _, to := range ids {
			if _, ok := p.To[to]; ok && p.Drawn() {
				if words := do(p, to, p.Pledged(to, ids)); words != "" {
					return words
				}
			}
		}
	}
	return ""
}

func (x examples) pledgeFigure(p *model.Pledge, to model.SideID, a model.Amount) string {
	l := x.Locale
	return l.T("help.example.figure", "Figure", x.pledgeName(p), "Side", x.sideName(to),
		"Claims", strings.Join(x.claimsByWho(p.To[to].Claims), "; "), "Value", l.Pledged(a))
}

func (x examples) pledgeName(p *model.Pledge) string {
	return x.Locale.T("help.example.pledge", "Occasion", x.Locale.OccasionName(x.Dataset, p.Occasion), "Pledge", x.Locale.Text(p.Summary))
}

// pledged is a pledge that the sides state with different qualifiers, else one that they state alike.
func (x examples) pledged() string {
	differing := x.pledge(func(p *model.Pledge, to model.SideID, a model.Amount) string {
		qualifiers := map[model.Qualifier]bool{}
		for _, c := range a.Claims {
			qualifiers[c.Qualifier] = true
		}
		if a.HasValue() && len(a.By) > 1 && len(qualifiers) > 1 {
			return x.pledgeFigure(p, to, a)
		}
		return ""
	})
	if differing != "" {
		return differing
	}
	return x.pledge(func(p *model.Pledge, to model.SideID, a model.Amount) string {
		if a.HasValue() && len(a.By) > 1 {
			return x.pledgeFigure(p, to, a)
		}
		return ""
	})
}

func (x examples) disputed() string {
	return x.pledge(func(p *model.Pledge, to model.SideID, a model.Amount) string {
		if a.State == model.Disputed {
			return x.pledgeFigure(p, to, a)
		}
		return ""
	})
}

func (x examples) widestRange() string {
	l := x.Locale
	for _, s := range x.Dataset.Spreads(1) {
		return l.T("help.example.range", "Figure", l.ItemName(x.Dataset, s.Item), "Side", x.sideName(s.To),
			"Value", l.Amount(s.Amount), "Range", l.Range(s.Amount.Low, s.Amount.High))
	}
	return ""
}

func (x examples) additional() string {
	l := x.Locale
	return x.each(func(e *model.Exchange, to model.SideID, f model.Figure) string {
		for _, a := range f.Additional {
			return x.value(e, to, l.Amount(e.Received(to))) + ". " +
				l.T("figure.additional", "N", l.Number(a.Value), "What", l.Text(a.What))
		}
		return ""
	})
}

func (x examples) derived() string {
	l := x.Locale
	return x.each(func(e *model.Exchange, to model.SideID, f model.Figure) string {
		if f.Derived == nil {
			return ""
		}
		return x.value(e, to, l.Amount(e.Received(to))) + ". " +
			l.T("figure.derived", "N", l.Number(f.Derived.Value), "Basis", l.Text(f.Derived.Basis))
	})
}

// carried is an agreed pledge with the most exchanges that brought a counted sum.
func (x examples) carried() string {
	l, most, words := x.Locale, 0, ""
	x.pledge(func(p *model.Pledge, to model.SideID, a model.Amount) string {
		c := x.Dataset.CarriedOut(p)[to]
		if n := len(c.Counted); n > most && a.HasValue() {
			most = n
			words = l.T("help.example.carried", "Pledge", x.pledgeName(p), "Side", x.sideName(to), "Agreed", l.Pledged(a),
				"Carried", l.Carried(c), "Exchanges", l.N("figure.counted", n))
		}
		return ""
	})
	return words
}

// tie finds a tie that do has words for.
func (x examples) tie(do func(e *model.Exchange, t *model.Tie) string) string {
	for _, e := range x.Dataset.Exchanges() {
		for i := range e.Ties {
			if words := do(e, &e.Ties[i]); words != "" {
				return words
			}
		}
	}
	return ""
}

func (x examples) ownCount() string {
	l := x.Locale
	return x.tie(func(e *model.Exchange, t *model.Tie) string {
		for _, side := range x.Dataset.SideIDs() {
			if n, ok := t.To[side]; ok {
				return x.value(e, side, l.Amount(e.Received(side))) + "; " + l.T("exchange.owncount", "N", l.Number(n), "Side", x.sideName(side)) +
					" (" + l.ItemName(x.Dataset, model.Item{Kind: model.PledgeItem, ID: string(t.Pledge)}) + ")"
			}
		}
		return ""
	})
}

func (x examples) inferred() string {
	l := x.Locale
	return x.tie(func(e *model.Exchange, t *model.Tie) string {
		if o := x.Dataset.OccasionOf(*t); t.Inferred && !o.IsZero() {
			return l.T("help.example.inferred", "Exchange", l.ExchangeName(x.Dataset, e), "Occasion", l.OccasionName(x.Dataset, o))
		}
		return ""
	})
}

// apart is, of every kind, what is attributed to nothing, else what stands under a set of agreements.
func (x examples) apart() string {
	var words []string
	for _, kind := range x.Dataset.Kinds() {
		groups := x.Dataset.Tally(kind.ID).Apart
		if len(groups) > 0 {
			words = append(words, x.apartOf(kind, groups[len(groups)-1])...) // that which is attributed to nothing stands last
		}
	}
	return strings.Join(words, "; ")
}

func (x examples) apartOf(kind model.Kind, a model.Apart) []string {
	l := x.Locale
	var words []string
	for _, side := range x.sides() {
		if c, ok := a.Carried[side.ID]; ok && len(c.Counted) > 0 {
			words = append(words, l.T("help.example.apart", "Kind", l.Text(kind.Name), "Group", x.apartName(a), "Side", l.Text(side.Name),
				"Sum", x.apartSum(a, c), "Exchanges", l.N("figure.counted", len(c.Counted))))
		}
	}
	return words
}

func (x examples) relation() string {
	l := x.Locale
	for i := range x.Dataset.Facts().Pledges {
		p := &x.Dataset.Facts().Pledges[i]
		status := l.T("status." + string(p.Status))
		switch {
		case p.PartOf != nil:
			return x.pledgeName(p) + ": " + l.T("pledge.ispartof", "Status", status, "Other", l.Text(x.Dataset.Pledge(p.PartOf.Pledge).Summary))
		case p.Restates != nil:
			return x.pledgeName(p) + ": " + l.T("pledge.doesrestate", "Status", status, "Other", l.Text(x.Dataset.Pledge(p.Restates.Pledge).Summary))
		}
	}
	return ""
}

func (x examples) cumulative() string {
	l := x.Locale
	var words []string
	for _, kind := range x.Dataset.Kinds() {
		for _, c := range x.Dataset.Courses(kind.ID, model.Date{}, model.Date{}) {
			said := l.T("help.example.value", "Figure", l.Text(kind.Name), "Side", x.sideName(c.To), "Value", l.Qualified(c.Sum, model.AtLeast))
			if c.Uncounted > 0 {
				said += ", " + l.N("figure.uncounted", c.Uncounted)
			}
			words = append(words, said)
		}
	}
	return strings.Join(words, "; ")
}

func (x examples) uncertainDate() string {
	l := x.Locale
	for _, e := range x.Dataset.Exchanges() {
		if p := e.Date.Precision(); p == model.Month || p == model.Span || p == model.Year {
			return l.T("help.example.date", "Exchange", l.ExchangeName(x.Dataset, e), "Day", l.Day(e.Date.Last()))
		}
	}
	return ""
}

// totals is one total that officials published, and how many of the checks of sums against totals match.
func (x examples) totals() string {
	l, f := x.Locale, x.Dataset.Facts()
	var words []string
	for i := range f.Totals {
		if t := &f.Totals[i]; t.IsCount() {
			value := l.T("figure.claimby", "Value", l.Qualified(t.Value, qualifierOf(t)), "Who", l.Reporter(x.Dataset, t.By))
			scope := l.Text(t.Scope)
			if kind := x.Dataset.Kind(t.Kind); kind != nil {
				scope = l.Text(kind.Name) + ", " + scope
			}
			words = append(words, l.T("statement.by", "Who", scope, "Text", value))
			break
		}
	}
	if n := len(f.Checks); n > 0 {
		matching := 0
		for _, c := range f.Checks {
			if c.Matches {
				matching++
			}
		}
		words = append(words, l.T("dataset.checks.sum", "All", l.Number(n), "Matching", l.Number(matching)))
	}
	return strings.Join(words, ". ")
}

// categories is an exchange with several labels.
func (x examples) categories() string {
	for _, e := range x.Dataset.Exchanges() {
		if len(e.Categories) < 2 {
			continue
		}
		var names []string
		for _, id := range e.Categories {
			names = append(names, x.Locale.Text(x.Dataset.Category(id).Name))
		}
		return x.Locale.T("help.example.categories", "Exchange", x.Locale.ExchangeName(x.Dataset, e), "Names", x.Locale.List(names))
	}
	return ""
}

func (x examples) kinds() string {
	var names []string
	for _, kind := range x.Dataset.Kinds() {
		names = append(names, x.Locale.Text(kind.Name))
	}
	return strings.Join(names, "; ")
}

func (x examples) order() string {
	var names []string
	for _, side := range x.sides() {
		names = append(names, x.Locale.Text(side.Name))
	}
	return strings.Join(names, ", ")
}

func (x examples) coverage() string {
	c := x.Dataset.Metadata().Coverage
	if c.FoundUntil.IsZero() || c.Compiled.IsZero() {
		return ""
	}
	return x.Locale.T("dataset.until", "Found", x.Locale.Date(c.FoundUntil), "Compiled", x.Locale.Date(c.Compiled))
}
