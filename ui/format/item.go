package format

import "parley/model"

// ItemName is what an item is called wherever it is listed; "" when the dataset does not hold it.
func (l *Locale) ItemName(ds *model.Dataset, i model.Item) string {
	if !ds.Has(i) {
		return ""
	}
	switch i.Kind {
	case model.RoundItem:
		return l.Text(ds.Round(model.RoundID(i.ID)).Name)
	case model.EventItem:
		return l.Text(ds.Event(model.EventID(i.ID)).Name)
	case model.PledgeItem:
		return l.Text(ds.Pledge(model.PledgeID(i.ID)).Summary)
	case model.ExchangeItem:
		return l.ExchangeName(ds, ds.Exchange(model.ExchangeID(i.ID)))
	case model.DocumentItem:
		return l.Text(ds.Document(model.DocumentID(i.ID)).Title)
	case model.ClauseItem:
		return l.ClauseName(ds, ds.Clause(model.ClauseID(i.ID)))
	case model.TopicItem:
		return l.Text(ds.Topic(model.TopicID(i.ID)).Name)
	case model.SourceItem:
		s := ds.Source(model.SourceID(i.ID))
		return l.T("item.source", "Publisher", s.Publisher, "Title", s.Title)
	}
	return ""
}

// ItemKind names what sort of thing an item is: "Round".
func (l *Locale) ItemKind(k model.ItemKind) string { return l.T("item.kind." + string(k)) }

// ExchangeName is "Prisoners exchanged, 23 May 2025".
func (l *Locale) ExchangeName(ds *model.Dataset, e *model.Exchange) string {
	kind := ds.Kind(e.Kind)
	return l.T("item.exchange", "Kind", l.Text(kind.Name), "CarriedOut", l.Text(kind.CarriedOut), "Date", l.Date(e.Date))
}

// ClauseName is "Clause I.2 (Russia)", or the clause in a few words where it has no number.
func (l *Locale) ClauseName(ds *model.Dataset, c *model.Clause) string {
	authors := l.Authors(ds, ds.Document(c.Document))
	if c.Number == "" {
		return l.T("item.clause.unnumbered", "Stance", l.Text(c.Stance), "Authors", authors)
	}
	return l.T("item.clause", "Number", c.Number, "Authors", authors)
}

// Authors names those who wrote a document: "Russia", "Ukraine and the United States", "joint".
func (l *Locale) Authors(ds *model.Dataset, d *model.Document) string {
	var names []string
	for _, id := range d.Authors {
		names = append(names, l.Text(ds.ActorName(id)))
	}
	if len(names) == 0 {
		return l.T("document.role." + d.Role)
	}
	return l.List(names)
}

// OccasionName is the name of a round or an event.
func (l *Locale) OccasionName(ds *model.Dataset, o model.Occasion) string {
	if o.Round != "" {
		return l.ItemName(ds, model.Item{Kind: model.RoundItem, ID: string(o.Round)})
	}
	return l.ItemName(ds, model.Item{Kind: model.EventItem, ID: string(o.Event)})
}
