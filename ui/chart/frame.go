package chart

import (
	"slices"

	"parley/model"
	"parley/ui/format"
)

// Frame is what stands around the drawing of every chart, inside the picture: the words without which a chart that
// leaves the program could not be understood or checked.
type Frame struct {
	Lang     string // the language of the texts
	Title    string // the subject, no verdict
	Subtitle string // what is counted, in which unit, where and when
	Legend   []LegendEntry
	Notes    []Note   // the most important first
	Must     []string // remarks that are never left out
	Sources  string   // up to five publishers and the number of publications
	// SourcesShort names fewer publishers, for small pictures.
	SourcesShort string
	Filters      string // what is shown and what is left out, in words
	Coverage     string // the dataset, its version, and how far it reaches
	Empty        string // what to say where there is nothing to draw, and how to widen the filter; else ""

	// Publications are all that the numbers rest on, and Dataset what the dataset says of itself: for the data that an
	// exported file holds about itself, and its full list of sources. [question.framed] fills them in.
	Publications []*model.Source
	Dataset      model.Metadata
}

// locale is that of the frame's language.
func (f Frame) locale() *format.Locale { return format.In(f.Lang) }

// onPage is the frame of one page of several, counted from 0.
func (f Frame) onPage(page, pages int) Frame {
	f.Subtitle = ended(f.Subtitle) + " " + f.locale().T("chart.page", "Page", page+1, "Pages", pages)
	return f
}

// pageOf is the page that is drawn where one is asked for: the nearest that there is.
func pageOf(asked, pages int) int { return max(0, min(asked, pages-1)) }

// Head returns the frame itself: charts embed it.
func (f Frame) Head() Frame { return f }

// maxNotes is how many notes are drawn at most.
const maxNotes = 24

// cleaned is the frame with every text fit for drawing.
func (f Frame) cleaned() Frame {
	for _, text := range []*string{&f.Title, &f.Subtitle, &f.Empty} {
		*text = clean(*text)
	}
	for _, text := range []*string{&f.Sources, &f.SourcesShort, &f.Filters, &f.Coverage} {
		*text = cleanLong(*text)
	}
	f.Legend = slices.Clone(f.Legend)
	for i := range f.Legend {
		f.Legend[i].Text = clean(f.Legend[i].Text)
	}
	f.Notes = slices.Clone(f.Notes[:min(len(f.Notes), maxNotes)])
	for i := range f.Notes {
		f.Notes[i].Text, f.Notes[i].Short = cleanLong(f.Notes[i].Text), cleanLong(f.Notes[i].Short)
	}
	return f
}

// Note is a remark under the drawing. Where room is short, Short stands instead.
type Note struct{ Text, Short string }

// LegendEntry explains one symbol.
type LegendEntry struct {
	Symbol Symbol
	Place  int // the side's place in the dataset's order, which gives its colour; see NoSide
	Text   string
	Key    string // names the series that the entry switches off and on, see [Options]; empty for one that cannot be
	Off    bool   // the series is switched off
}

// NoSide is the place of entries that hold for all sides: they are drawn in the colour of text.
const NoSide = -1

// Symbol is a form that a legend explains.
type Symbol int

// The symbols.
const (
	Caption       Symbol = iota // no form, words that introduce the entries after it
	Swatch                      // the colour of a side
	Hatched                     // agreed
	Solid                       // carried out
	Dashed                      // no count published
	Diamond                     // a claimed number in dispute
	Whisker                     // the range of published figures
	Ring                        // tied by inference only
	Stepped                     // a sum over time
	Dotted                      // the same where a step may have been earlier
	Hollow                      // an exchange without an exact count
	Tick                        // a total that officials published
	Pin                         // a round on a time axis
	Stemmed                     // one exchange
	Square                      // a number that is no exact count
	Spanned                     // a date that means several days
	HatchedDisc                 // an agreed number on a line
	Disc                        // what was carried out on a line
	HollowDiamond               // a claimed number in dispute on a line
	OpenAbove                   // at least
	OpenBelow                   // at most
	OpenBoth                    // about
	Counted                     // several marks in one, with their number
	Banded                      // a time of talks
	OneOfDays                   // a day that is not known
	Lasting                     // from one day to another
	Happening                   // and all after it: the marks of a timeline, by their form
)
