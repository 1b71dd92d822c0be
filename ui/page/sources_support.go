package page

import (
	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/part"
	"parley/ui/state"
)

// support writes what rests on a source: its figures with their values, what else it supports, and the points on which it
// gives an account.
func (s *sheet) support(source *model.Source) {
	d, l := s.desk, s.desk.Locale
	support := d.Dataset.SupportOf(source)
	if support.Len() == 0 {
		s.add(part.Small(s.t("sources.nothing")))
		return
	}
	s.subsection(l.N("sources.figures", len(support.Figures)), func(s *sheet) {
		s.long(len(support.Figures), paragraphGap, func(i int) fyne.CanvasObject { return d.figureLine(support.Figures[i]) })
	})
	s.subsection(l.N("sources.totals", len(support.Totals)), func(s *sheet) {
		s.long(len(support.Totals), paragraphGap, func(i int) fyne.CanvasObject {
			t := support.Totals[i]
			return part.Column(0, part.Text(l.Text(t.Scope)), part.Small(l.Qualified(t.Value, qualifierOf(t))))
		})
	})
	s.subsection(l.N("sources.statements", len(support.Statements)), func(s *sheet) {
		s.long(len(support.Statements), paragraphGap, func(i int) fyne.CanvasObject {
			item := support.Statements[i]
			return part.Column(0, d.itemLink(item), part.Small(l.ItemKind(item.Kind)))
		})
	})
	s.subsection(l.N("sources.accounts", len(support.Points)), func(s *sheet) {
		s.long(len(support.Points), paragraphGap, func(i int) fyne.CanvasObject {
			x := support.Points[i]
			return part.Link(l.Text(x.Topic), func() { d.openDiscrepancy(x.ID) })
		})
	})
	s.add(part.Link(s.t("sources.samepublisher", "Publisher", source.Publisher), func() {
		d.Store.Change(func(n *state.State) {
			n.Page, n.Sources = state.Sources, state.SourcesView{Publisher: source.Publisher}
		})
	}))
}

func qualifierOf(t *model.Total) model.Qualifier {
	if t.Qualifier == "" {
		return model.Exact
	}
	return t.Qualifier
}

// figureLine is a figure by the name of its item, with its headline value below.
func (d *Desk) figureLine(at model.FigureOf) fyne.CanvasObject {
	l := d.Locale
	words := l.T("sources.figure", "Side", l.Text(d.Dataset.Side(at.To).Name), "Value", d.figureValue(at))
	return part.Column(0, d.itemLink(at.Item), part.Small(words))
}
