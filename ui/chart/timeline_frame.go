package chart

import (
	"slices"
	"strings"
	"time"

	"parley/model"
)

// frame is what stands around the drawing. It tells of what is seen, and its notes and its legend of all that there is, so
// that they keep their places while the reader zooms.
func (t Timeline) frame() Frame {
	q := t.question
	f := Frame{Title: q.l.T("timeline.title"), Legend: t.legend()}
	switch {
	case len(t.facts.lanes) == 0 && len(f.Legend) > 0:
		f.Empty = q.l.T("timeline.empty.off")
	case len(t.facts.lanes) == 0 && (!q.opts.From.IsZero() || !q.opts.To.IsZero()):
		f.Empty = q.l.T("timeline.empty.dates")
	case len(t.facts.lanes) == 0:
		f.Empty = q.l.T("timeline.empty")
	default:
		f.Notes = t.notes()
	}
	f.Subtitle = t.subtitle()
	return q.framed(f, t.sources())
}

// subtitle says where and when, and how much of each sort is seen.
func (t Timeline) subtitle() string {
	q := t.question
	var counts []string
	var first, last *happening
	for _, l := range t.facts.lanes {
		n := 0
		l.seenIn(t.view, func(h *happening) {
			if first == nil || h.first < first.first {
				first = h
			}
			if last == nil || h.last > last.last {
				last = h
			}
			n++
		})
		counts = append(counts, q.l.T("timeline.count", "Name", l.name, "N", q.l.Number(n)))
	}
	period := q.l.Date(t.view.date())
	if t.view == t.facts.whole && q.opts.From.IsZero() && q.opts.To.IsZero() && first != nil {
		period = q.span(first.date(), last.date())
	}
	if len(t.facts.lanes) == 0 {
		return ended(q.l.T("charttime.where", "Where", q.where()))
	}
	return joinSentences(
		ended(q.l.T("charttime.whereperiod", "Where", q.where(), "Period", period)),
		ended(strings.Join(counts, q.l.T("core.list.separator"))))
}

// Period is the part of the time axis that is drawn: "1 May – 15 August 2025".
func (t Timeline) Period() string {
	if len(t.facts.lanes) == 0 {
		return ""
	}
	return t.question.l.Date(t.view.date())
}

// Axis is the part of the time axis that is drawn, but for the area: also where no picture of it is.
func (t Timeline) Axis() *TimeAxis {
	if len(t.facts.lanes) == 0 {
		return nil
	}
	return &TimeAxis{First: t.view.first, Last: t.view.last, From: t.facts.whole.first, To: t.facts.whole.last}
}

// within cuts a range off at the ends of another.
func (r timeRange) within(o timeRange) timeRange {
	if r.first.Before(o.first) {
		r.first = o.first
	}
	if r.last.After(o.last) {
		r.last = o.last
	}
	return r
}

// timelineForms are the forms and the dates that have to be explained.
type timelineForms struct {
	reported, unheld, oneOfDays, lasting, doubted bool
	authors                                       map[int]bool // the places of sides with a document
}

func (t Timeline) used() timelineForms {
	u := timelineForms{authors: map[int]bool{}}
	for _, l := range t.facts.lanes {
		for i := range l.spans {
			h := &l.spans[i]
			d := h.date()
			isLasting := isLasting(d)
			u.lasting, u.oneOfDays = u.lasting || isLasting, u.oneOfDays || !isLasting
			u.doubted = u.doubted || d.Approximate() || d.Uncertain()
		}
		if l.key != roundsLane && l.key != documentsLane {
			continue
		}
		for _, list := range [][]happening{l.days, l.spans} {
			for i := range list {
				look := t.look(l, &list[i])
				u.reported, u.unheld = u.reported || look.form == reportedForm, u.unheld || look.form == unheldForm
				if look.side != NoSide {
					u.authors[look.side] = true
				}
			}
		}
	}
	return u
}

// legend has an entry for every lane, which switches it, and for every form that is used.
func (t Timeline) legend() []LegendEntry {
	q, u := t.question, t.used()
	var list []LegendEntry
	for _, s := range t.facts.series {
		list = append(list, LegendEntry{
			Symbol: Happening + Symbol(s.form), Place: NoSide, Text: s.name, Key: s.key, Off: s.off,
		})
	}
	for _, s := range q.all {
		if place := q.place[s.ID]; u.authors[place] {
			list = append(list, LegendEntry{
				Symbol: Happening + Symbol(sheetForm), Place: place, Text: q.l.T("timeline.legend.author", "Side", q.text(s.Name)),
			})
		}
	}
	return append(list, q.formEntries([]formEntry{
		{u.reported, Happening + Symbol(reportedForm), "timeline.legend.reported", ""},
		{u.unheld, Happening + Symbol(unheldForm), "timeline.legend.unheld", ""},
		{u.lasting, Lasting, "timeline.legend.lasting", ""},
		{u.oneOfDays, OneOfDays, "timeline.legend.oneofdays", ""},
		{u.doubted, Caption, "timeline.legend.doubted", ""},
		{len(t.facts.lanes) > 0, Counted, "timeline.legend.counted", ""},
		{len(t.facts.eras) > 0, Banded, "timeline.legend.era", ""},
	})...)
}

// notes say by which rule times of talks are drawn, and what is not drawn.
func (t Timeline) notes() []Note {
	q := t.question
	var notes []Note
	if len(t.facts.eras) > 0 {
		notes = append(notes, Note{Text: q.l.T("timeline.note.eras"), Short: q.l.T("timeline.note.eras.short")})
	}
	if n := len(q.ds.Facts().Handovers); n > 0 {
		text := q.l.N("timeline.note.handovers", n)
		notes = append(notes, Note{Text: text, Short: text})
	}
	if n := t.facts.undated; n > 0 {
		text := q.l.N("timeline.note.undated", n)
		notes = append(notes, Note{Text: text, Short: text})
	}
	return notes
}

// sources are the publications behind what is seen.
func (t Timeline) sources() []*model.Source {
	isCited := make([]bool, len(t.facts.cited))
	for _, l := range t.facts.lanes {
		l.seenIn(t.view, func(h *happening) {
			for _, at := range l.cites[h.cites:h.cited] {
				isCited[at] = true
			}
		})
	}
	var list []*model.Source
	for at, is := range isCited {
		if is {
			list = append(list, t.facts.cited[at])
		}
	}
	return list
}

// publications are those behind one thing.
func (t Timeline) publications(l *timelineLane, h *happening) []*model.Source {
	places := slices.Clone(l.cites[h.cites:h.cited])
	slices.Sort(places)
	var list []*model.Source
	for _, at := range slices.Compact(places) {
		list = append(list, t.facts.cited[at])
	}
	return list
}

// eraName is what a time of talks is called: by the place of its rounds, where they had one, and by its months.
func (t Timeline) eraName(e model.Era) string {
	q := t.question
	if place := q.ds.Place(e.Place()); place != nil {
		return q.l.T("timeline.era.place", "Place", q.text(place.Name), "Period", q.months(e.First, e.Last))
	}
	return q.l.T("timeline.era.talks", "Period", q.months(e.First, e.Last))
}

// months are "Feb–Mar 2022".
func (q question) months(first, last time.Time) string {
	switch {
	case first.Year() != last.Year():
		return q.l.T("date.span", "First", longMonth(first, q.l), "Last", longMonth(last, q.l))
	case first.Month() != last.Month():
		return q.l.T("timeline.era.months", "First", shortMonth(first, q.l), "Last", longMonth(last, q.l))
	}
	return longMonth(first, q.l)
}

// EraZoom is a time of talks to look at: its name, and the days to draw for it.
type EraZoom struct {
	Name     string
	From, To time.Time
}

// Eras are the times of talks, for the reader to choose from.
func (t Timeline) Eras() []EraZoom {
	var list []EraZoom
	for _, e := range t.facts.eras {
		from, to := t.eraDays(e)
		list = append(list, EraZoom{t.eraName(e), from, to})
	}
	return list
}

// eraDays are the days to draw for a time of talks: with a month or more at both ends, within all that there is.
func (t Timeline) eraDays(e model.Era) (from, to time.Time) {
	room := max(e.Last.Sub(e.First)/5, 30*dayLength).Truncate(dayLength)
	r := timeRange{e.First.Add(-room), e.Last.Add(room)}.within(t.facts.whole)
	return r.first, r.last
}
