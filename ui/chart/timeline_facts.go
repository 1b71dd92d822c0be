package chart

import (
	"slices"
	"sort"

	"parley/model"
)

// timelineFacts is all that a timeline can show, in the order of time: made once, so that zooming only looks things up.
type timelineFacts struct {
	lanes   []*timelineLane // those that are not switched off and have something
	series  []timelineSeries
	eras    []model.Era
	whole   timeRange // all that there is to draw
	undated int       // what has no date and is not drawn
	cited   []*model.Source
}

// timelineSeries is what a legend's entry switches.
type timelineSeries struct {
	key  string
	name string
	form happeningForm
	off  bool
}

// timelineLane is a line of its own along the axis.
type timelineLane struct {
	key   string
	name  string
	kind  *model.Kind // of exchanges; nil for another lane
	shape int         // of the marks of exchanges: each kind has its own
	isOff bool        // it has something, and is switched off

	days  []happening // those of a single day, by day
	spans []happening // all others, by their first day
	// longest is the longest of the spans, in days: so far before what is seen the search for it begins.
	longest int32
	cites   []int32 // places of their sources in what the timeline cites
}

// happening is something that took place.
type happening struct {
	first, last  int32 // the days that its date may mean, counted from the beginning of 1970
	cites, cited int32 // its sources, as a part of the lane's
	of           any   // *model.Round, *model.Document, *model.Exchange, *model.Event or *model.Pledge
}

// isSpan reports whether the date is not a single day that is sure.
func (h *happening) isSpan() bool {
	d := h.date()
	return h.first != h.last || d.Approximate() || d.Uncertain()
}

func (h *happening) date() model.Date {
	switch of := h.of.(type) {
	case *model.Round:
		return of.Date
	case *model.Document:
		return of.Date
	case *model.Exchange:
		return of.Date
	case *model.Event:
		return of.Date
	case *model.Pledge:
		return of.Date
	}
	return model.Date{}
}

func (h *happening) item() model.Item {
	switch of := h.of.(type) {
	case *model.Round:
		return model.Item{Kind: model.RoundItem, ID: string(of.ID)}
	case *model.Document:
		return model.Item{Kind: model.DocumentItem, ID: string(of.ID)}
	case *model.Exchange:
		return exchangeItem(of)
	case *model.Event:
		return model.Item{Kind: model.EventItem, ID: string(of.ID)}
	case *model.Pledge:
		return model.Item{Kind: model.PledgeItem, ID: string(of.ID)}
	}
	return model.Item{}
}

// rank orders what takes place for names where there is not room for all: the lowest first.
func (h *happening) rank(ds *model.Dataset) int {
	switch of := h.of.(type) {
	case *model.Round:
		if of.Kind != model.Negotiation || of.Status != model.Held {
			return 1
		}
	case *model.Document:
		if len(of.Authors) != 1 || ds.Side(model.SideID(of.Authors[0])) == nil {
			return 1
		}
	case *model.Event:
		if len(ds.PledgesOf(model.Occasion{Event: of.ID})) == 0 {
			return 1
		}
	case *model.Pledge:
		return 2
	}
	return 0
}

// timelineFacts asks the dataset for all of it.
func (q question) timelineFacts() *timelineFacts {
	f := &timelineFacts{eras: q.ds.Eras()}
	cited := newCitations(q.ds)
	rounds, documents := f.lane(roundsLane, q.l.T("timeline.rounds")), f.lane(documentsLane, q.l.T("timeline.documents"))
	for _, r := range q.ds.Rounds() {
		f.add(q, rounds, &cited, r.Date, r, func() []model.SourceID { return roundSources(r) })
	}
	for _, d := range q.ds.Documents() {
		f.add(q, documents, &cited, d.Date, d, func() []model.SourceID { return q.documentSources(d) })
	}
	q.addExchanges(f, &cited)
	events := f.lane(eventsLane, q.l.T("timeline.events"))
	for _, e := range q.ds.Events() {
		f.add(q, events, &cited, e.Date, e, func() []model.SourceID { return e.Sources })
	}
	q.addPledges(f, events, &cited)
	f.finish(q, &cited)
	return f
}

func (f *timelineFacts) lane(key, name string) *timelineLane {
	l := &timelineLane{key: key, name: name}
	f.lanes = append(f.lanes, l)
	return l
}

// addExchanges adds a lane for each kind.
func (q question) addExchanges(f *timelineFacts, cited *citations) {
	lanes := map[model.KindID]*timelineLane{}
	for i, k := range q.ds.Kinds() {
		name := q.l.T("timeline.exchanges", "Kind", q.text(k.Name), "CarriedOut", q.text(k.CarriedOut))
		l := f.lane(exchangesLane+string(k.ID), name)
		l.kind, l.shape = &k, i
		lanes[k.ID] = l
	}
	for _, e := range q.ds.Exchanges() {
		if l := lanes[e.Kind]; l != nil && q.isShown(e) {
			f.add(q, l, cited, e.Date, e, nil)
		}
	}
}

// isShown reports whether one of the sides that the filter names received any.
func (q question) isShown(e *model.Exchange) bool {
	return len(q.opts.Sides) == 0 || slices.ContainsFunc(q.opts.Sides, func(s model.SideID) bool {
		_, ok := e.To[s]
		return ok
	})
}

// addPledges adds the pledges that belong to no round: those of events, on whose lane they stand.
func (q question) addPledges(f *timelineFacts, events *timelineLane, cited *citations) {
	has := false
	for i := range q.ds.Facts().Pledges {
		p := &q.ds.Facts().Pledges[i]
		if p.Occasion.Round != "" {
			continue
		}
		has = has || !p.Date.IsZero() && q.opts.includes(p.Date)
		if !q.without(pledgesLane) {
			f.add(q, events, cited, p.Date, p, func() []model.SourceID { return q.pledgeSources(p) })
		}
	}
	if has {
		name := q.l.T("timeline.pledges")
		f.series = append(f.series, timelineSeries{pledgesLane, name, agreedForm, q.without(pledgesLane)})
	}
}

// add adds something to a lane. The sources of an exchange, of which there may be very many, are added one by one.
func (f *timelineFacts) add(
	q question, l *timelineLane, cited *citations, date model.Date, of any, sources func() []model.SourceID,
) {
	_, isPledge := of.(*model.Pledge)
	isOff := q.without(l.key) && !isPledge
	switch {
	case date.IsZero() && !isOff:
		f.undated++
		return
	case !q.opts.includes(date):
		return
	case isOff:
		l.isOff = true
		return
	}
	h := happening{first: dayNumber(date.First()), last: dayNumber(date.Last()), of: of, cites: int32(len(l.cites))}
	if e, ok := of.(*model.Exchange); ok {
		l.addSources(cited, e.Sources)
		for _, side := range q.ids { // in an order that is always the same
			for _, claim := range e.To[side].Claims {
				l.addSources(cited, claim.Sources)
			}
		}
	} else {
		l.addSources(cited, sources())
	}
	h.cited = int32(len(l.cites))
	f.whole.include(date)
	if h.isSpan() {
		l.spans = append(l.spans, h)
		l.longest = max(l.longest, h.last-h.first)
		return
	}
	l.days = append(l.days, h)
}

func (l *timelineLane) addSources(cited *citations, ids []model.SourceID) {
	for _, id := range ids {
		if at := cited.find(id); at != notFound {
			l.cites = append(l.cites, at)
		}
	}
}

// finish sorts the lanes, lists the series of the legend, and leaves out lanes that have nothing.
func (f *timelineFacts) finish(q question, cited *citations) {
	pledges := f.series
	f.series = nil
	for _, l := range f.lanes {
		byTime := func(a, b happening) int {
			if a.first != b.first {
				return int(a.first) - int(b.first)
			}
			return int(a.last) - int(b.last)
		}
		slices.SortStableFunc(l.days, byTime)
		slices.SortStableFunc(l.spans, byTime)
		if l.size() > 0 || l.isOff {
			f.series = append(f.series, timelineSeries{l.key, l.name, l.form(), q.without(l.key)})
		}
	}
	f.series = append(f.series, pledges...)
	f.lanes = slices.DeleteFunc(f.lanes, func(l *timelineLane) bool { return l.size() == 0 })
	f.cited = cited.list
	f.eras = slices.DeleteFunc(f.eras, func(e model.Era) bool {
		return q.without(roundsLane) || !slices.ContainsFunc(e.Rounds, func(r *model.Round) bool { return q.opts.includes(r.Date) })
	})
	f.setWhole(q.opts)
}

// setWhole is the range of all that is drawn, with room at both ends; where the filter names an end, it is that.
func (f *timelineFacts) setWhole(o Options) {
	if f.whole.first.IsZero() {
		return
	}
	f.whole = f.whole.padded()
	if !o.From.IsZero() {
		f.whole.first = o.From.First()
	}
	if !o.To.IsZero() {
		f.whole.last = o.To.Last()
	}
	if length := f.whole.last.Sub(f.whole.first); length < leastRange {
		f.whole.last = f.whole.first.Add(leastRange)
	}
}

func (l *timelineLane) size() int { return len(l.days) + len(l.spans) }

// seenIn calls see for everything on the lane that lies, at least in part, in a range.
func (l *timelineLane) seenIn(r timeRange, see func(*happening)) {
	first, last := dayNumber(r.first), dayNumber(r.last)
	days := l.daysIn(first, last)
	for i := range days {
		see(&days[i])
	}
	at := sort.Search(len(l.spans), func(i int) bool { return l.spans[i].first >= first-l.longest })
	for i := at; i < len(l.spans) && l.spans[i].first <= last; i++ {
		if l.spans[i].last >= first {
			see(&l.spans[i])
		}
	}
}

// daysIn are those of a single day from one day to another.
func (l *timelineLane) daysIn(first, last int32) []happening {
	from := sort.Search(len(l.days), func(i int) bool { return l.days[i].first >= first })
	to := sort.Search(len(l.days), func(i int) bool { return l.days[i].first > last })
	return l.days[from:max(from, to)]
}

// roundSources are those of the date of a round; where none is recorded, all that is cited for it.
func roundSources(r *model.Round) []model.SourceID {
	var ids []model.SourceID
	for _, c := range r.DateSaid.Claims {
		ids = append(ids, c.Sources...)
	}
	if ids = append(ids, r.DateSaid.NoteSources...); len(ids) > 0 {
		return ids
	}
	return r.Sources()
}

// documentSources are those of the date of a document; where none is recorded, all that is cited for it, and at last those
// of its clauses.
func (q question) documentSources(d *model.Document) []model.SourceID {
	var ids []model.SourceID
	for _, s := range d.DateSaid {
		ids = append(ids, s.Sources...)
	}
	if len(ids) == 0 {
		ids = d.Sources()
	}
	if len(ids) > 0 {
		return ids
	}
	for _, c := range q.ds.ClausesOf(d.ID) {
		ids = append(ids, c.Sources...)
	}
	return ids
}

func (q question) pledgeSources(p *model.Pledge) []model.SourceID {
	ids := slices.Clone(p.Sources)
	for _, side := range q.ids {
		ids = append(ids, p.To[side].Sources()...)
	}
	return ids
}
