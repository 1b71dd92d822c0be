package format

import (
	"golang.org/x/text/number"

	"parley/model"
)

// Amount writes a headline value: "1,000", "at least 1,200", "no count published", "disputed".
func (l *Locale) Amount(a model.Amount) string {
	switch a.State {
	case model.Known, model.Bounded:
		return l.Qualified(a.Value, a.Qualifier)
	case model.Disputed:
		return l.T("amount.disputed")
	case model.NotApplicable:
		return l.T("amount.notapplicable")
	}
	return l.T("amount.unknown")
}

// Pledged writes the headline value of a pledge. Where no side states a number it says what is stated instead: "all for
// all", "no number stated".
func (l *Locale) Pledged(a model.Amount) string {
	if a.State != model.Unknown {
		return l.Amount(a)
	}
	words := model.NotQuantified
	for i, c := range a.Claims {
		if c.Qualifier != model.AllForAll {
			break
		}
		if i == len(a.Claims)-1 {
			words = model.AllForAll
		}
	}
	return l.T("qualifier." + string(words))
}

// Qualified writes a number with its qualifier: "at least 1,200".
func (l *Locale) Qualified(n int, q model.Qualifier) string {
	return l.T("qualifier."+string(q), "N", l.Number(n))
}

// Claim writes a claim's value: "about 250", "no number".
func (l *Locale) Claim(c model.Claim) string {
	if c.Value != nil {
		return l.Qualified(*c.Value, c.Qualifier)
	}
	if c.Qualifier == model.AllForAll {
		return l.T("qualifier.all-for-all")
	}
	return l.T("qualifier.not-quantified")
}

// Carried writes what was carried out: "6,057", "at least 390", "no count published".
func (l *Locale) Carried(c model.Carried) string {
	switch c.State() {
	case model.Known:
		return l.Number(c.Sum)
	case model.Bounded:
		return l.Qualified(c.Sum, model.AtLeast)
	case model.NotApplicable:
		if len(c.Inferred) > 0 {
			return l.T("amount.inferredonly")
		}
		return l.T("amount.nothingtied")
	}
	return l.T("amount.unknown")
}

// Range writes the range of published figures: "6,057 to 6,060".
func (l *Locale) Range(low, high int) string {
	return l.T("amount.range", "Low", l.Number(low), "High", l.Number(high))
}

// Reporter names who reports a number: a side, "a third party", "side not named".
func (l *Locale) Reporter(ds *model.Dataset, r model.Reporter) string {
	if s := ds.Side(r.Side()); s != nil {
		return l.Text(s.Name)
	}
	return l.T("reporter." + string(r))
}

// Reporters names several reporters: "Russia and Ukraine".
func (l *Locale) Reporters(ds *model.Dataset, rs []model.Reporter) string {
	var names []string
	for _, r := range rs {
		names = append(names, l.Reporter(ds, r))
	}
	return l.List(names)
}

// Decimal writes a number with so many places after the language's own decimal sign: "20.3".
func (l *Locale) Decimal(v float64, places int) string {
	return l.printer.Sprint(number.Decimal(v, number.Scale(places)))
}
