package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"parley/ui/chart"
	"parley/ui/format"
	"parley/ui/part"
	"parley/ui/state"
)

// Citations are ready to paste: of the dataset, of what is selected, and of the chart that was shown last.
func (d *Desk) Citations() fyne.CanvasObject {
	l, now := d.Locale, d.Store.Now()
	done, doneText := part.ChangingLine()
	s := d.newSheet()
	s.cite(l.T("help.cite.dataset"), l.CiteDataset(d.Dataset.Metadata()), doneText)
	if d.Dataset.Has(now.Selected) {
		s.cite(l.T("help.cite.item", "Kind", l.ItemKind(now.Selected.Kind)), l.CiteItem(d.Dataset, now.Selected), doneText)
	}
	if title := d.chartTitle(now); title != "" {
		s.cite(l.T("help.cite.chart"), l.CiteChart(d.Dataset.Metadata(), title), doneText)
	}
	head := part.AtMost(part.ProseWidth, part.Column(lineGap, part.Muted(l.T("help.cite.introduction")), done))
	body := container.NewVScroll(part.Inset(0, 12, 8, 0, part.AtMost(part.ProseWidth, s.column(20))))
	return part.Headed(body, part.Inset(0, 0, 12, 0, head))
}

// cite writes every form of one citation, each with what copies it.
func (s *sheet) cite(title string, c format.Cited, done *widget.Label) {
	copying := func(name, words string) func() {
		return func() {
			fyne.CurrentApp().Clipboard().SetContent(words)
			done.SetText(s.t("help.cite.copied", "Words", name))
		}
	}
	form := func(name, key, words string) fyne.CanvasObject {
		return part.Column(2, part.SmallStrong(name), part.Text(words), part.SmallLink(s.t(key), copying(title+middot+name, words)))
	}
	programs := part.Flow(12, lineGap, part.SmallLine(s.t("help.cite.as")))
	for _, p := range []struct{ name, words string }{
		{"BibTeX", c.BibTeX()}, {"RIS", c.RIS()}, {"CSL-JSON", c.CSL()},
	} {
		programs.Add(part.SmallLink(p.name, copying(title+middot+p.name, p.words)))
	}
	s.add(part.Column(paragraphGap,
		part.Heading(title),
		form(s.t("help.cite.short"), "help.cite.copy.short", c.Short()),
		form(s.t("help.cite.full"), "help.cite.copy.full", c.Full()),
		programs))
}

// chartTitle is the title of the chart that the page Exchanges shows, as it is filtered; empty where there is none.
func (d *Desk) chartTitle(now state.State) string {
	if d.Dataset.Kind(now.Kind) == nil {
		return ""
	}
	shown := charted{chart: chart.Name(now.Chart), kind: now.Kind, view: now.View, swapped: now.Swapped}
	if !chart.IsOffered(shown.chart, d.Dataset, now.Kind) {
		shown.chart = chart.RoundsName
	}
	return chart.New(shown.chart, d.Dataset, shown.options(d)).Head().Title
}
