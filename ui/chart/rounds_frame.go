package chart

import "parley/model"

func (b *roundsBuilder) frame() Frame {
	f := Frame{
		Title:    b.l.T("chart.rounds.title", "Kind", b.text(b.kind.Name), "CarriedOut", b.text(b.kind.CarriedOut)),
		Subtitle: b.subtitle(),
		Legend:   b.legend(),
		Notes:    b.notes(),
		Must:     b.must(),
	}
	switch {
	case len(b.chart.Groups) > 0:
	case b.hidden:
		f.Empty = b.allOffText()
	default:
		f.Empty = b.emptyText(b.l.T("chart.rounds.empty.kind"))
	}
	return b.framed(f, b.cited.list)
}

func (b *roundsBuilder) subtitle() string {
	if len(b.dates) == 0 {
		return b.l.T("chart.rounds.subtitle.undated", "Unit", b.unit(), "Where", b.where())
	}
	return b.l.T("chart.rounds.subtitle", "Unit", b.unit(), "Where", b.where(), "Period", b.period())
}

func (b *roundsBuilder) legend() []LegendEntry {
	if len(b.chart.Groups) == 0 && !b.hidden {
		return nil
	}
	return b.seriesLegend()
}

func (b *deeds) addPledgeSources(p *model.Pledge, side model.SideID) {
	b.cited.add(p.Sources)
	b.cited.addFigure(p.To[side])
}

// exchangeSources lists the publications behind what one side received: the exchanges, their numbers, their ties.
func exchangeSources(side model.SideID, c model.Carried) []model.SourceID {
	var ids []model.SourceID
	for _, e := range c.Exchanges() {
		ids = append(ids, e.Sources...)
		ids = append(ids, e.To[side].Sources()...)
		for _, t := range e.Ties {
			ids = append(ids, t.Sources...)
		}
	}
	return ids
}
