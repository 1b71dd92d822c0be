package page

import (
	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/chart"
	"parley/ui/part"
)

// apart writes the exchanges that no source ties to a round, as groups of their own beside the comparison and never in
// its sums.
func (p *Overview) apart(s *sheet) {
	d := p.desk
	table := d.newSheet()
	for _, kind := range d.Dataset.Kinds() {
		for _, a := range d.Dataset.Tally(kind.ID).Apart {
			if len(table.objects) > 0 {
				table.add(part.Rule())
			}
			table.add(p.apartRow(kind, a))
		}
	}
	if len(table.objects) == 0 {
		return
	}
	s.add(part.AtMost(part.ProseWidth, part.Muted(s.t("overview.apart.howto"))))
	head := part.Panel(part.Inset(8, 8, 4, 8, d.overviewHeadOf("overview.column.group")))
	s.add(part.Column(0, head, table.column(0)))
}

// apartRow is one group; pressing it shows every exchange of the kind.
func (p *Overview) apartRow(kind model.Kind, a model.Apart) fyne.CanvasObject {
	d, l := p.desk, p.desk.Locale
	name, group := l.Text(kind.Name), d.apartName(a)
	cells := []fyne.CanvasObject{part.Column(0, part.Strong(name), part.Small(group))}
	for _, side := range d.sides() {
		cells = append(cells, d.apartCell(a, side.ID))
	}
	content := part.Inset(6, 8, 6, 8, part.Columns(paragraphGap, d.overviewShares(), cells...))
	return part.NewPressable(name+": "+group, content, func() { d.openChart(chart.ExchangesName, kind.ID) })
}

// apartName is the name of a group.
func (d *Desk) apartName(a model.Apart) string {
	if a.Agreement != nil {
		return d.Locale.Text(a.Agreement.Name)
	}
	return d.Locale.T("overview.apart.nothing")
}

// apartSum is the sum of a group in words. That which is attributed to nothing is never all that there was, so its sum is a
// least one.
func (d *Desk) apartSum(a model.Apart, c model.Carried) string {
	if a.Agreement == nil && c.State() == model.Known {
		return d.Locale.Qualified(c.Sum, model.AtLeast)
	}
	return d.Locale.Carried(c)
}

// apartCell is what one side received in the exchanges of a group.
func (d *Desk) apartCell(a model.Apart, to model.SideID) fyne.CanvasObject {
	l := d.Locale
	c, ok := a.Carried[to]
	if !ok {
		return part.Muted(l.T("amount.notapplicable"))
	}
	lines := []fyne.CanvasObject{part.Strong(d.apartSum(a, c))}
	if n := len(c.Counted); n > 0 {
		lines = append(lines, part.Small(l.N("overview.apart.sum", n)))
	}
	if n := len(c.Uncounted); n > 0 {
		lines = append(lines, part.Small(l.N("figure.uncounted", n)))
	}
	if n := len(c.Inferred); n > 0 {
		lines = append(lines, part.Small(l.N("figure.inferred", n)))
	}
	return part.Column(0, lines...)
}
