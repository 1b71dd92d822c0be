package chart

// chosenPage is one page of a drawing that one picture cannot hold.
type chosenPage[P any] struct {
	page   P
	at, of int // of so many, from 0
	area   rect
	lacks  float64 // height that the drawing lacks even on pages; then nothing else is set
}

// choosePage breaks a drawing into pages and chooses the one that is asked for. Most is at least the number of pages: all of
// them get the room that the longest frame leaves. Plot lays a frame out and returns the room for the drawing; breakInto
// breaks the drawing into pages of a height, and returns what that lacks.
func choosePage[P any](
	f Frame, asked, most int, plot func(Frame) rect, breakInto func(room float64) (pages []P, lacks float64),
) chosenPage[P] {
	pages, lacks := breakInto(plot(f.onPage(most, most)).height())
	if lacks > 0 {
		return chosenPage[P]{lacks: lacks}
	}
	at := pageOf(asked, len(pages))
	return chosenPage[P]{page: pages[at], at: at, of: len(pages), area: plot(f.onPage(at, len(pages)))}
}
