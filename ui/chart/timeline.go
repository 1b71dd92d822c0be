package chart

import (
	"time"

	"parley/model"
	"parley/ui/palette"
)

// TimelineName names the chart of all that took place, on one time axis.
const TimelineName Name = "timeline"

// Timeline is the chart of all that took place: rounds, documents, exchanges of each kind, and other events, each on a
// lane of its own along one time axis. It is about the dataset as a whole. [TimelineChart] makes it.
//
// What is drawn is what its table, its sources and its words are about: other than in charts with sums, the part of the
// axis that is zoomed to is all that there is.
type Timeline struct {
	Frame
	facts    *timelineFacts
	view     timeRange // the part that is drawn
	selected model.Item
	question question
}

// The roles of marks of a timeline.
const (
	HappeningRole Role = "happening" // something that took place
	SeveralRole   Role = "several"   // several that lie too close together to be drawn apart
	EraRole       Role = "era"       // a time of talks
)

// The keys of the series of a timeline.
const (
	roundsLane    = "lane:rounds"
	documentsLane = "lane:documents"
	exchangesLane = "lane:exchanges:" // and the kind
	eventsLane    = "lane:events"
	pledgesLane   = "lane:pledges" // those of no round, on the lane of the events
)

// TimelineChart asks the dataset what took place. Equal questions to equal datasets give equal charts. With very many
// exchanges this takes long; [Timeline.Seen] does not.
func TimelineChart(ds *model.Dataset, opts Options) Timeline {
	q := newQuestion(ds, opts)
	q.onlyView = true
	t := Timeline{facts: q.timelineFacts(), question: q}
	return t.Seen(opts)
}

// Seen is the chart with another part of the time axis drawn, and with something else selected, as the options say. Their
// other members must be those that the chart was made with: the facts are not asked for again.
func (t Timeline) Seen(opts Options) Timeline {
	t.question.opts, t.selected = opts, opts.Selected
	t.view = t.facts.whole.seen(opts)
	t.Frame = t.frame()
	return t
}

// Render draws the chart. Equal charts, sizes and themes give equal pixels.
func (t Timeline) Render(size Size, theme palette.Theme) (Picture, error) {
	return render(t, size, theme)
}

func (t Timeline) cleaned() Timeline {
	t.Frame = t.Frame.cleaned()
	return t
}

// dayNumber counts days from the beginning of 1970.
func dayNumber(t time.Time) int32 { return int32(t.Unix() / secondsOfDay) }

func dayOfNumber(n int32) time.Time { return time.Unix(int64(n)*secondsOfDay, 0).UTC() }

const secondsOfDay = 24 * 60 * 60
