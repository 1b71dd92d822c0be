package page

import (
	"parley/model"
	"parley/ui/state"
)

// StateFor is the state that shows an item: the page where it stands, and the item in the inspector. No filter hides what
// was asked for.
func StateFor(ds *model.Dataset, now state.State, item model.Item) state.State {
	item = ds.Current(item)
	now.Selected, now.Evidence, now.View = item, state.Evidence{}, state.View{}
	switch item.Kind {
	case model.RoundItem:
		now.Page, now.Round = state.Rounds, model.RoundID(item.ID)
	case model.PledgeItem:
		if p := ds.Pledge(model.PledgeID(item.ID)); p != nil {
			now.Page, now.Kind = state.Exchanges, p.Kind
		}
	case model.ExchangeItem:
		if e := ds.Exchange(model.ExchangeID(item.ID)); e != nil {
			now.Page, now.Kind = state.Exchanges, e.Kind
		}
	case model.DocumentItem, model.ClauseItem, model.TopicItem:
		now.Page = state.Memoranda
	case model.EventItem:
		now.Page, now.Timeline.Without, now.Timeline.Zoom = state.Timeline, "", state.Zoom{}
	case model.SourceItem:
		now.Page, now.Sources = state.Sources, state.SourcesView{}
	}
	return now
}
