package chart

import (
	"slices"

	"parley/model"
	"parley/ui/format"
)

// Options say what a chart shows.
type Options struct {
	Kind     model.KindID   // none for a chart of the whole dataset, see [IsOfKind]
	Sides    []model.SideID // the receiving sides that are shown; none: all
	Swapped  bool           // the sides in the other order; the order means nothing
	From, To model.Date     // only what lies, at least in part, in this period; zero: without an end
	// Without are the series that are switched off, by the keys of their legend entries. What is switched off is named
	// among the filters.
	Without []string
	// ViewFrom and ViewTo are the part of the time axis that is drawn; zero: all. They filter nothing: sums are those of
	// the whole.
	ViewFrom, ViewTo model.Date
	Page             int        // of a chart with more than one picture can hold, from 0
	Selected         model.Item // drawn so that it is seen to be selected
	// Left and Right are the two documents of a chart that compares two; empty: the first that are judged.
	Left, Right model.DocumentID
	Locale      *format.Locale // nil: English
}

// includes reports whether a date lies in the period, at least in part.
func (o Options) includes(d model.Date) bool { return d.Within(o.From, o.To) }

func (o Options) shows(side model.SideID) bool {
	return len(o.Sides) == 0 || slices.Contains(o.Sides, side)
}

// Rounds is the chart across rounds: for each round what was agreed beside what was carried out, by receiving side. It
// is plain data; [RoundsChart] makes it.
type Rounds struct {
	Frame
	Groups []Group
	// Heading stands over the groups that are no rounds.
	Heading string
	// Selected is drawn so that it is seen; zero: nothing.
	Selected model.Item
	// Page is which of the pictures is drawn where one cannot hold all groups, from 0.
	Page int

	question question // for the table, which is made when it is asked for
	entries  []entry
}

// Part says where a group stands.
type Part int

// Rounds stand first; events, and exchanges under agreements that name no round, stand apart.
const (
	RoundPart Part = iota
	EventPart
	AgreementPart
)

// Group is one round, one event, or the exchanges under a set of agreements.
type Group struct {
	Part  Part
	Item  model.Item // zero for a set of agreements
	Name  string
	Short string // its date; for an axis without room for names
	Slots []Slot
}

// Slot is one pledge beside what was carried out of it.
type Slot struct {
	Item    model.Item // the pledge; the group's item where there is none
	Label   string     // what tells the slot from others of its group; "" where it stands alone
	Sides   []SideBars
	Remarks []Remark

	Exchanges []model.Item // counted in it
}

// SideBars is what was agreed and carried out towards one side.
type SideBars struct {
	Side     model.SideID
	Name     string
	Place    int // in the dataset's order: gives the colour
	Agreed   Bar
	Carried  Bar
	Inferred []Dot
}

// Bar is one number, or what is known instead of a number.
type Bar struct {
	State     model.State
	Value     int // meaningful for Known and Bounded only
	Qualifier model.Qualifier
	Label     string // as it is written beside the bar; empty without a value
	Short     string // the same for narrow places, "1,200+"
	Low, High int    // the range of published figures, where HasRange
	HasRange  bool
	Claims    []Dot  // for Disputed: each number that is claimed
	Text      string // the whole sentence for a tooltip
}

// Dot is a number that is not drawn as a bar: a claim in dispute, or an exchange that is tied by inference only.
type Dot struct {
	Item  model.Item
	Value int
	Label string
	Text  string
}

// Remark is what is written beside bars of a slot: who claims what, or that no count was published.
type Remark struct {
	Role Role // what it is about: AgreedRole, CarriedRole or InferredRole
	Text string
	At   int // the number at whose height it stands best
}

// HasValue reports whether there is a number to draw.
func (b Bar) HasValue() bool { return b.State == model.Known || b.State == model.Bounded }

// highest is the highest number that is drawn.
func (b Bar) highest() int {
	n := 0
	if b.HasValue() {
		n = b.Value
	}
	if b.HasRange {
		n = max(n, b.High)
	}
	for _, c := range b.Claims {
		n = max(n, c.Value)
	}
	return n
}

// highestOf is the highest number of what was agreed, of what was carried out, and of what is tied by inference only.
func highestOf(agreed, carried Bar, inferred []Dot) int {
	n := max(agreed.highest(), carried.highest())
	for _, d := range inferred {
		n = max(n, d.Value)
	}
	return n
}

// highest is the highest number of the chart.
func (r Rounds) highest() int {
	n := 0
	for _, g := range r.Groups {
		for _, s := range g.Slots {
			for _, b := range s.Sides {
				n = max(n, highestOf(b.Agreed, b.Carried, b.Inferred))
			}
		}
	}
	return n
}

// cleaned is the chart with every text fit for drawing. Those that RoundsChart made are so already.
func (r Rounds) cleaned() Rounds {
	r.Frame = r.Frame.cleaned()
	r.Heading = clean(r.Heading)
	r.Groups = slices.Clone(r.Groups)
	for i := range r.Groups {
		g := &r.Groups[i]
		g.Name, g.Short = clean(g.Name), clean(g.Short)
		g.Slots = slices.Clone(g.Slots)
		for j := range g.Slots {
			g.Slots[j] = g.Slots[j].cleaned()
		}
	}
	return r
}

func (s Slot) cleaned() Slot {
	s.Label = clean(s.Label)
	s.Sides, s.Remarks = slices.Clone(s.Sides), slices.Clone(s.Remarks)
	for i := range s.Remarks {
		s.Remarks[i].Text = clean(s.Remarks[i].Text)
	}
	for i := range s.Sides {
		for _, b := range []*Bar{&s.Sides[i].Agreed, &s.Sides[i].Carried} {
			b.Label, b.Short = clean(b.Label), clean(b.Short)
		}
	}
	return s
}

// Table returns the numbers of the chart as rows, with those that the picture only mentions.
func (r Rounds) Table() Table { return r.question.entryTable(r.entries) }
