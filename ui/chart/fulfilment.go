package chart

import (
	"slices"

	"parley/model"
	"parley/ui/palette"
)

// Fulfilment is the chart of what became of the agreed pledges: for each pledge and receiving side a line with what was
// agreed and what was carried out, both also in words. It is plain data; [FulfilmentChart] makes it.
type Fulfilment struct {
	Frame
	Groups []PledgeGroup
	// Selected is drawn so that it is seen; zero: nothing.
	Selected model.Item
	// Page is which of the pictures is drawn where one cannot hold all lines, from 0.
	Page int

	question question // for the table, which is made when it is asked for
	entries  []entry
}

// PledgeGroup is one round or event with its pledges.
type PledgeGroup struct {
	Item    model.Item
	Name    string
	Pledges []PledgeLines
}

// PledgeLines is one pledge.
type PledgeLines struct {
	Item      model.Item
	Label     string // what tells it from others of its occasion; "" where it stands alone
	Sides     []PledgeLine
	Exchanges []model.Item // counted as carried out of it
}

// PledgeLine is what was agreed and carried out towards one side.
type PledgeLine struct {
	SideBars
	Words string // both numbers, or what is known instead
	Brief string // the same without the claims of a disputed number
	Short string // the same in the least room
	// Claims are who claims what, where that is disputed.
	Claims string
	// IsComparable says that both numbers are exact: only then are they tied to each other.
	IsComparable bool
}

// Render draws the chart. Equal charts, sizes and themes give equal pixels.
func (f Fulfilment) Render(size Size, theme palette.Theme) (Picture, error) {
	return render(f, size, theme)
}

// Table returns the numbers of the chart as rows.
func (f Fulfilment) Table() Table { return f.question.entryTable(f.entries) }

// highest is the highest number that is drawn.
func (f Fulfilment) highest() int {
	n := 0
	for _, o := range f.Groups {
		for _, p := range o.Pledges {
			for _, s := range p.Sides {
				n = max(n, highestOf(s.Agreed, s.Carried, s.Inferred))
			}
		}
	}
	return n
}

// cleaned is the chart with every text fit for drawing.
func (f Fulfilment) cleaned() Fulfilment {
	f.Frame = f.Frame.cleaned()
	f.Groups = slices.Clone(f.Groups)
	for i := range f.Groups {
		o := &f.Groups[i]
		o.Name = clean(o.Name)
		o.Pledges = slices.Clone(o.Pledges)
		for j := range o.Pledges {
			p := &o.Pledges[j]
			p.Label = clean(p.Label)
			p.Sides = slices.Clone(p.Sides)
			for k := range p.Sides {
				s := &p.Sides[k]
				s.Name, s.Words, s.Brief = clean(s.Name), clean(s.Words), clean(s.Brief)
				s.Short, s.Claims = clean(s.Short), clean(s.Claims)
			}
		}
	}
	return f
}
