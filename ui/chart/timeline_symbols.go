package chart

import (
	"image/color"

	"parley/model"
)

// happeningForm is the form of the mark of something that took place.
type happeningForm int

// The forms. The kinds of exchanges have those from kindForms on, each its own.
const (
	heldForm     happeningForm = iota // a round that was held
	reportedForm                      // a round that is reported and not confirmed
	unheldForm                        // a round that was postponed
	sheetForm                         // a document
	eventForm
	agreedForm   // an agreed pledge
	unagreedForm // any other pledge
	firstKindForm
	secondKindForm
	thirdKindForm
	furtherKindForm
)

// happeningLook is how the mark of something looks.
type happeningLook struct {
	form   happeningForm
	side   int  // the side's place, which gives the colour; NoSide for none
	hollow bool // the day is not known, or not sure
}

// form is that of the marks of a lane, for the legend.
func (l *timelineLane) form() happeningForm {
	switch {
	case l.kind != nil:
		return min(firstKindForm+happeningForm(l.shape), furtherKindForm)
	case l.key == documentsLane:
		return sheetForm
	case l.key == eventsLane:
		return eventForm
	}
	return heldForm
}

// look is that of something on a lane.
func (t Timeline) look(l *timelineLane, h *happening) happeningLook {
	look := happeningLook{form: l.form(), side: NoSide, hollow: h.isSpan() && !isLasting(h.date())}
	switch of := h.of.(type) {
	case *model.Round:
		switch of.Status {
		case model.Reported:
			look.form = reportedForm
		case model.Postponed:
			look.form = unheldForm
		}
	case *model.Document:
		if len(of.Authors) == 1 {
			if place, ok := t.question.place[model.SideID(of.Authors[0])]; ok {
				look.side = place
			}
		}
	case *model.Pledge:
		look.form = unagreedForm
		if of.Status == model.Agreed {
			look.form = agreedForm
		}
	}
	return look
}

// happening draws the mark of something that took place.
func (s *scene) happening(look happeningLook, x, y float64) {
	ink := s.colours.Text
	if look.side != NoSide {
		ink = s.colours.Side(look.side)
	}
	inside := ink
	if look.form != heldForm && look.form != reportedForm && look.form != thirdKindForm {
		s.circle(x, y, markReach+1.5, s.colours.Page) // a rim, by which marks that lie over each other are told apart
	}
	if look.hollow {
		inside = s.colours.Page
	}
	const thin = 1.5
	switch look.form {
	case heldForm:
		s.triangle(x, y, -1, ink, inside)
	case reportedForm:
		s.triangle(x, y, -1, ink, s.colours.Page)
	case unheldForm:
		s.line(thin, ink, point{x - 4, y - 4}, point{x + 4, y + 4})
		s.line(thin, ink, point{x - 4, y + 4}, point{x + 4, y - 4})
	case sheetForm:
		s.sheet(x, y, ink, inside)
	case eventForm:
		s.lozenge(x, y, ink, inside, thin)
	case agreedForm:
		s.draw(func(p *pen) { p.ring(x, y, markReach, thin, ink, s.colours.Page) })
		s.line(1, ink, point{x - 3, y + 1}, point{x + 1, y - 3})
		s.line(1, ink, point{x - 1, y + 3}, point{x + 3, y - 1})
	case unagreedForm:
		s.draw(func(p *pen) { p.ring(x, y, markReach, 1, s.colours.Muted, s.colours.Page) })
	case firstKindForm:
		s.circle(x, y, markReach-0.5, ink)
		s.circle(x, y, markReach-0.5-thin, inside)
	default:
		s.block(look.form, x, y, ink, inside, thin)
	}
}

// triangle points up where way is -1, and down where it is 1.
func (s *scene) triangle(x, y, way float64, ink, inside color.NRGBA) {
	corners := func(r float64) []point {
		return []point{{x, y + way*r}, {x + r, y - way*r*0.8}, {x - r, y - way*r*0.8}}
	}
	s.polygon(s.colours.Page, corners(markReach+3)...)
	s.polygon(ink, corners(markReach+1)...)
	if inside != ink {
		s.polygon(inside, corners(markReach-1.5)...)
	}
}

// block draws the marks of the further kinds: a square, a triangle that stands on its tip, and a cross.
func (s *scene) block(form happeningForm, x, y float64, ink, inside color.NRGBA, thin float64) {
	const r = markReach - 0.5
	switch form {
	case secondKindForm:
		area := rect{x - r, y - r, x + r, y + r}
		s.fill(area, ink)
		s.fill(area.grown(-thin), inside)
	case thirdKindForm:
		s.triangle(x, y, 1, ink, inside)
	default:
		s.fill(rect{x - r, y - thin, x + r, y + thin}, ink)
		s.fill(rect{x - thin, y - r, x + thin, y + r}, ink)
		if inside != ink {
			s.fill(rect{x - r + 1, y - 0.5, x + r - 1, y + 0.5}, inside)
		}
	}
}

// sheet is the look of a document: a page with a corner cut off.
func (s *scene) sheet(x, y float64, ink, inside color.NRGBA) {
	s.polygon(ink, point{x - 4, y - 5}, point{x + 1, y - 5}, point{x + 4, y - 2}, point{x + 4, y + 5}, point{x - 4, y + 5})
	if inside != ink {
		s.polygon(inside,
			point{x - 2.5, y - 3.5}, point{x + 0.5, y - 3.5}, point{x + 2.5, y - 1.5}, point{x + 2.5, y + 3.5}, point{x - 2.5, y + 3.5})
		return
	}
	s.fill(rect{x - 2, y, x + 2, y + 1}, s.colours.Page)
	s.fill(rect{x - 2, y + 2, x + 2, y + 3}, s.colours.Page)
}

// lozenge is the look of an event: a square that stands on a corner.
func (s *scene) lozenge(x, y float64, ink, inside color.NRGBA, thin float64) {
	s.draw(func(p *pen) { p.diamond(x, y, markReach+0.5, ink) })
	if inside != ink {
		s.draw(func(p *pen) { p.diamond(x, y, markReach-thin, inside) })
	}
}

// timelineSymbol draws the symbols of a timeline in a legend.
func (s *scene) timelineSymbol(e LegendEntry, x, middle float64) {
	centre := x + legendSymbol/2
	switch e.Symbol {
	case Counted:
		area := rect{x - 1, middle - 6, x + legendSymbol + 1, middle + 6}
		s.fill(area, s.colours.Muted)
		s.fill(area.grown(-1), s.colours.Page)
		s.text("3", centre-labelType.width("3")/2, middle-labelType.line/2, labelType, s.colours.Text)
	case Banded:
		s.fill(rect{x, middle - 6, x + legendSymbol, middle + 6}, s.colours.Panel)
		s.fill(rect{x, middle - 6, x + legendSymbol, middle - 4}, s.colours.Muted)
	case OneOfDays:
		s.dashedLine(dashWidth, s.colours.Muted, point{x, middle}, point{x + legendSymbol, middle})
		s.fill(rect{x, middle - 4, x + 1, middle + 4}, s.colours.Muted)
		s.fill(rect{x + legendSymbol - 1, middle - 4, x + legendSymbol, middle + 4}, s.colours.Muted)
		s.draw(func(p *pen) { p.ring(centre, middle, 3.5, 1.5, s.colours.Text, s.colours.Page) })
	case Lasting:
		s.fill(rect{x, middle - 2, x + legendSymbol, middle + 2}, s.colours.Muted)
	default:
		s.happening(happeningLook{form: happeningForm(e.Symbol - Happening), side: e.Place}, centre, middle)
	}
}
