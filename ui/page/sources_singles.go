package page

import (
	"fyne.io/fyne/v2"

	"parley/model"
	"parley/model/fold"
	"parley/ui/part"
)

// showSingles lists the figures that rest on one publication alone.
func (p *SourcesPage) showSingles(now sourcesShown, isSame bool) {
	d, l := p.desk, p.desk.Locale
	p.body("single", func() fyne.CanvasObject {
		p.singles = newListTable(d, []listColumn{
			{id: "figure", name: l.T("sources.column.figure"), share: 9},
			{id: "side", name: l.T("sources.column.receiver"), share: 4},
			{id: "value", name: l.T("sources.column.value"), share: 5},
			{id: "source", name: l.T("sources.column.source"), share: 8},
		})
		p.singles.texts = p.singleTexts
		p.singles.onRow = func(row int) { d.Store.Select(p.figures[row].Item) }
		return part.Inset(4, 24, 0, 24, p.singles.content)
	})
	all := p.index.singles
	if !isSame {
		words := fold.WordsOf(now.view.Search)
		p.figures = nil
		for _, f := range all {
			if words.Empty() || words.In(fold.String(d.figureWords(f))) {
				p.figures = append(p.figures, f)
			}
		}
	}
	chosen := -1
	for i, f := range p.figures {
		if f.Item == now.selected {
			chosen = i
			break
		}
	}
	p.singles.show(len(p.figures), chosen, !isSame, "", false)
	p.sayFound("sources.single", len(all), len(p.figures), now.view)
}

// figureWords are those that a figure is found by.
func (d *Desk) figureWords(at model.FigureOf) string {
	words := d.Locale.ItemName(d.Dataset, at.Item)
	if s := d.onlySource(at); s != nil {
		words += "\n" + s.Publisher + "\n" + s.Title
	}
	return words + "\n" + d.Locale.Text(d.Dataset.Side(at.To).Name)
}

// onlySource is the publication that a figure with one source rests on.
func (d *Desk) onlySource(at model.FigureOf) *model.Source {
	f, _, _ := d.Dataset.FigureAt(at)
	for _, c := range f.Claims {
		for _, s := range d.Dataset.Publications(c.Sources) {
			return s
		}
	}
	return nil
}

func (p *SourcesPage) singleTexts(row, column int) (main, under string) {
	d, at := p.desk, p.figures[row]
	switch column {
	case 0:
		return d.Locale.ItemName(d.Dataset, at.Item), d.Locale.ItemKind(at.Item.Kind)
	case 1:
		return d.Locale.Text(d.Dataset.Side(at.To).Name), ""
	case 2:
		return d.figureValue(at), ""
	}
	if s := d.onlySource(at); s != nil {
		return s.Publisher, s.Title
	}
	return "", ""
}

// figureValue is the headline value of a figure, in words.
func (d *Desk) figureValue(at model.FigureOf) string {
	if p := d.Dataset.Pledge(model.PledgeID(at.Item.ID)); at.Item.Kind == model.PledgeItem && p != nil {
		return d.agreed(p, at.To, p.Pledged(at.To, d.Dataset.SideIDs()))
	}
	if e := d.Dataset.Exchange(model.ExchangeID(at.Item.ID)); e != nil {
		return d.Locale.Amount(e.Received(at.To))
	}
	return ""
}
