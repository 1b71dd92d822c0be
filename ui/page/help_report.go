package page

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"parley/model"
	"parley/ui/part"
)

// ReportError is a letter about what is selected to whoever edits the dataset, to be copied: nothing is sent.
func (d *Desk) ReportError() fyne.CanvasObject {
	l, item := d.Locale, d.Store.Now().Selected
	introduction := l.T("help.report.introduction")
	if !d.Dataset.Has(item) {
		introduction = l.T("help.report.select")
		item = model.Item{}
	}
	letter := d.letter(item)
	done, doneText := part.ChangingLine()
	copying := part.NewIconButton(l.T("help.report.copy"), theme.ContentCopyIcon(), func() {
		fyne.CurrentApp().Clipboard().SetContent(letter)
		doneText.SetText(l.T("help.report.copied"))
	})
	head := part.AtMost(part.ProseWidth, part.Column(paragraphGap,
		part.Text(introduction),
		part.Muted(d.contact()),
		part.Row(12, 1, container.NewHBox(copying), part.Inset(8, 0, 0, 0, done))))
	body := container.NewVScroll(part.Inset(0, 12, 8, 0, part.Card(part.Text(letter))))
	return part.Headed(body, part.Inset(0, 0, 12, 0, head))
}

// contact is where the letter goes, if the dataset says so.
func (d *Desk) contact() string {
	l := d.Locale
	var names, addresses []string
	for _, c := range d.Dataset.Metadata().Contributors {
		if c.Title != "" {
			names = append(names, c.Title)
		}
		for _, address := range []string{c.Email, c.Path} {
			if address != "" {
				addresses = append(addresses, address)
			}
		}
	}
	switch {
	case len(addresses) > 0:
		return l.T("help.report.contact", "Contact", strings.Join(addresses, ", "))
	case len(names) > 0:
		return l.T("help.report.nocontact", "Authors", l.List(names))
	}
	return l.T("help.report.noauthor")
}

// letter names an item with its claims and sources, and leaves room for what is wrong. It holds nothing about the reader or
// the computer.
func (d *Desk) letter(i model.Item) string {
	l := d.Locale
	about := l.Text(d.Dataset.Metadata().Title)
	if !i.IsZero() {
		about = l.ItemName(d.Dataset, i)
	}
	lines := []string{
		l.T("help.letter.subject", "Item", about), "",
		l.T("help.letter.dataset", "Dataset", l.CiteDataset(d.Dataset.Metadata()).Short()),
	}
	if !i.IsZero() {
		lines = append(lines,
			l.T("help.letter.item", "Kind", l.ItemKind(i.Kind), "Name", about),
			l.T("help.letter.address", "Address", i.Address(d.Dataset.Metadata().Name)))
		lines = append(lines, d.recorded(i)...)
	}
	lines = append(lines, "", l.T("help.letter.wrong"), "", "", l.T("help.letter.proof"), "")
	return strings.Join(lines, "\n")
}

// recorded is what the dataset records of an item: its figures with every claim, its text, its sources.
func (d *Desk) recorded(i model.Item) []string {
	ds := d.Dataset
	switch i.Kind {
	case model.ExchangeItem:
		e := ds.Exchange(model.ExchangeID(i.ID))
		return append(d.recordedFigures(i, e.To), d.recordedSources(e.Sources)...)
	case model.PledgeItem:
		p := ds.Pledge(model.PledgeID(i.ID))
		return append(d.recordedFigures(i, p.To), d.recordedSources(p.Sources)...)
	case model.ClauseItem:
		c := ds.Clause(model.ClauseID(i.ID))
		text := d.Locale.T("help.letter.text", "Text", d.Locale.Text(c.Text))
		return append([]string{text}, d.recordedSources(c.Sources)...)
	case model.EventItem:
		return d.recordedSources(ds.Event(model.EventID(i.ID)).Sources)
	case model.RoundItem:
		return d.recordedSources(accountSources(ds.Round(model.RoundID(i.ID)).DateSaid))
	case model.SourceItem:
		return d.recordedSources([]model.SourceID{model.SourceID(i.ID)})
	}
	return nil
}

func (d *Desk) recordedFigures(i model.Item, to map[model.SideID]model.Figure) []string {
	l := d.Locale
	var lines []string
	for _, side := range d.sides() {
		f, ok := to[side.ID]
		if !ok {
			continue
		}
		value := d.figureValue(model.FigureOf{Item: i, To: side.ID})
		lines = append(lines, "", l.T("help.letter.figure", "Side", l.Text(side.Name), "Value", value))
		for _, c := range f.Claims {
			claim := l.T("figure.claimby", "Value", l.Claim(c), "Who", l.Reporter(d.Dataset, c.By))
			lines = append(lines, l.T("help.letter.claim", "Claim", claim))
			for _, words := range d.publicationLines(c.Sources) {
				lines = append(lines, "  – "+words)
			}
		}
	}
	return lines
}

func (d *Desk) recordedSources(ids []model.SourceID) []string {
	if len(ids) == 0 {
		return nil
	}
	lines := []string{"", d.Locale.T("help.letter.sources")}
	for _, words := range d.publicationLines(ids) {
		lines = append(lines, "- "+words)
	}
	return lines
}

// publicationLines name publications each in one line: publisher, title, date and address.
func (d *Desk) publicationLines(ids []model.SourceID) []string {
	var lines []string
	for _, s := range d.Dataset.Publications(ids) {
		words := []string{s.Publisher, s.Title}
		if date := d.Locale.Date(s.Published); date != "" {
			words = append(words, date)
		}
		if s.URL != "" {
			words = append(words, s.URL)
		}
		lines = append(lines, strings.Join(words, ", "))
	}
	return lines
}
