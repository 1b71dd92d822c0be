package part

import (
	"net/url"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// longestMarked is how many characters are read as Markdown; a longer text is shown as it is typed. The time that the
// reading takes grows with the square of the length, where somebody means it to.
const longestMarked = 8000

// Markdown shows Markdown. Links to addresses of items are handed to jump, and those to the web open the browser; any other
// link is shown as its words, for a text may come from somebody else, and a picture as a link to it. Raw HTML is shown as it
// was typed, and the places that references lead to are shown below.
func Markdown(text string, jump func(address string)) fyne.CanvasObject {
	if utf8.RuneCountInString(text) > longestMarked {
		return Text(text)
	}
	source, ok := spelledOut(text)
	if !ok {
		return Text(text)
	}
	rich := widget.NewRichTextFromMarkdown(source)
	rich.Wrapping = fyne.TextWrapWord
	m := marker{jump}
	rich.Segments = m.segments(rich.Segments)
	rich.Refresh()
	return Trim(rich)
}

type marker struct{ jump func(string) }

func (m marker) segments(list []widget.RichTextSegment) []widget.RichTextSegment {
	for i, s := range list {
		list[i] = m.segment(s)
	}
	return list
}

func (m marker) segment(s widget.RichTextSegment) widget.RichTextSegment {
	switch s := s.(type) {
	case *widget.ParagraphSegment:
		s.Texts = m.segments(s.Texts)
	case *widget.ListSegment:
		s.Items = m.segments(s.Items)
	case *widget.TableSegment:
		for _, cell := range s.Headers {
			m.segments(cell)
		}
		for _, row := range s.Rows {
			for _, cell := range row {
				m.segments(cell)
			}
		}
	case *widget.ImageSegment:
		return &widget.TextSegment{Text: "[" + s.Title + "]", Style: widget.RichTextStyleInline}
	case *widget.HyperlinkSegment:
		return m.link(s)
	}
	return s
}

func (m marker) link(s *widget.HyperlinkSegment) widget.RichTextSegment {
	switch {
	case s.URL != nil && s.URL.Scheme == "parley" && m.jump != nil:
		address := addressOf(s.URL)
		s.OnTapped = func() { m.jump(address) }
		return s
	case s.URL != nil && (s.URL.Scheme == "https" || s.URL.Scheme == "http"):
		return s
	}
	return &widget.TextSegment{Text: s.Text, Style: widget.RichTextStyleInline}
}

func addressOf(u *url.URL) string { return u.String() }
