package model

import "slices"

// indexFormerly lets items be found under the IDs that they had in earlier versions of the dataset.
func (ds *Dataset) indexFormerly() {
	f := &ds.facts
	indexOld(ds.round, f.Rounds, func(x *Round) []RoundID { return x.Formerly })
	indexOld(ds.event, f.Events, func(x *Event) []EventID { return x.Formerly })
	indexOld(ds.pledge, f.Pledges, func(x *Pledge) []PledgeID { return x.Formerly })
	indexOld(ds.exchange, f.Exchanges, func(x *Exchange) []ExchangeID { return x.Formerly })
	indexOld(ds.document, f.Documents, func(x *Document) []DocumentID { return x.Formerly })
	indexOld(ds.clause, f.Clauses, func(x *Clause) []ClauseID { return x.Formerly })
	indexOld(ds.topic, f.Topics, func(x *Topic) []TopicID { return x.Formerly })
	indexOld(ds.source, f.Sources, func(x *Source) []SourceID { return x.Formerly })
}

func indexOld[T any, ID comparable](m map[ID]*T, list []T, formerly func(*T) []ID) {
	for i := range list {
		for _, old := range formerly(&list[i]) {
			if _, isTaken := m[old]; !isTaken {
				m[old] = &list[i]
			}
		}
	}
}

// Current is the item under the ID that it has in this dataset: links and notes may name it by an earlier one, or a source
// by an alias. An item that is not there stays as it is.
func (ds *Dataset) Current(i Item) Item {
	if !ds.Has(i) {
		return i
	}
	switch i.Kind {
	case RoundItem:
		i.ID = string(ds.Round(RoundID(i.ID)).ID)
	case EventItem:
		i.ID = string(ds.Event(EventID(i.ID)).ID)
	case PledgeItem:
		i.ID = string(ds.Pledge(PledgeID(i.ID)).ID)
	case ExchangeItem:
		i.ID = string(ds.Exchange(ExchangeID(i.ID)).ID)
	case DocumentItem:
		i.ID = string(ds.Document(DocumentID(i.ID)).ID)
	case ClauseItem:
		i.ID = string(ds.Clause(ClauseID(i.ID)).ID)
	case TopicItem:
		i.ID = string(ds.Topic(TopicID(i.ID)).ID)
	case SourceItem:
		i.ID = string(ds.Source(SourceID(i.ID)).ID)
	}
	return i
}

// Names are the item as it is named now, and under each of the IDs that it had before: notes are kept under the name that
// it had when they were written.
func (ds *Dataset) Names(i Item) []Item {
	i = ds.Current(i)
	return slices.DeleteFunc(ds.allNames(i), func(name Item) bool { return ds.Current(name) != i }) // another has it now
}

func (ds *Dataset) allNames(i Item) []Item {
	list := []Item{i}
	if !ds.Has(i) {
		return list
	}
	switch i.Kind {
	case RoundItem:
		return withOld(list, ds.Round(RoundID(i.ID)).Formerly)
	case EventItem:
		return withOld(list, ds.Event(EventID(i.ID)).Formerly)
	case PledgeItem:
		return withOld(list, ds.Pledge(PledgeID(i.ID)).Formerly)
	case ExchangeItem:
		return withOld(list, ds.Exchange(ExchangeID(i.ID)).Formerly)
	case DocumentItem:
		return withOld(list, ds.Document(DocumentID(i.ID)).Formerly)
	case ClauseItem:
		return withOld(list, ds.Clause(ClauseID(i.ID)).Formerly)
	case TopicItem:
		return withOld(list, ds.Topic(TopicID(i.ID)).Formerly)
	case SourceItem:
		s := ds.Source(SourceID(i.ID))
		return withOld(withOld(list, s.Formerly), s.Aliases)
	}
	return list
}

func withOld[ID ~string](list []Item, ids []ID) []Item {
	for _, id := range ids {
		list = append(list, Item{Kind: list[0].Kind, ID: string(id)})
	}
	return list
}
