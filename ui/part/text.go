package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Title is the title of a page.
func Title(s string) fyne.CanvasObject { return styled(s, theme.SizeNameHeadingText, true, false) }

// Brand is the name of the program.
func Brand() fyne.CanvasObject {
	l := label("Parley", theme.SizeNameSubHeadingText, true, false)
	l.Wrapping = fyne.TextWrapOff
	l.Importance = widget.HighImportance
	return Trim(l)
}

// Heading is the heading of a section.
func Heading(s string) fyne.CanvasObject { return styled(s, theme.SizeNameSubHeadingText, true, false) }

// Strong is a line of text that stands out.
func Strong(s string) fyne.CanvasObject { return styled(s, theme.SizeNameText, true, false) }

// Text is text that wraps.
func Text(s string) fyne.CanvasObject { return styled(s, theme.SizeNameText, false, false) }

// Muted is less important text that wraps.
func Muted(s string) fyne.CanvasObject { return styled(s, theme.SizeNameText, false, true) }

// Small is a note or a caption that wraps.
func Small(s string) fyne.CanvasObject { return styled(s, theme.SizeNameCaptionText, false, true) }

// SmallStrong is a small heading above a list.
func SmallStrong(s string) fyne.CanvasObject { return styled(s, theme.SizeNameCaptionText, true, true) }

// Big is one big number.
func Big(s string) fyne.CanvasObject { return styled(s, SizeBig, true, false) }

// Line is one line of text as wide as it is; it does not wrap.
func Line(s string, muted bool) fyne.CanvasObject {
	l := label(s, theme.SizeNameText, false, muted)
	l.Wrapping = fyne.TextWrapOff
	return Trim(l)
}

// SmallLine is Line in small type.
func SmallLine(s string) fyne.CanvasObject {
	l := label(s, theme.SizeNameCaptionText, false, true)
	l.Wrapping = fyne.TextWrapOff
	return Trim(l)
}

func styled(s string, size fyne.ThemeSizeName, bold, muted bool) fyne.CanvasObject {
	return Trim(label(s, size, bold, muted))
}

func label(s string, size fyne.ThemeSizeName, bold, muted bool) *widget.Label {
	l := widget.NewLabel(s)
	l.Wrapping = fyne.TextWrapWord
	l.SizeName = size
	l.TextStyle.Bold = bold
	if muted {
		l.Importance = widget.LowImportance
	}
	return l
}

// Trim takes away the space that Fyne puts around a label, a link or the like, so that columns of text align.
func Trim(o fyne.CanvasObject) *fyne.Container { return container.New(trimLayout{}, o) }

type trimLayout struct{}

func (trimLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	p := theme.InnerPadding()
	for _, o := range objects {
		o.Move(fyne.NewPos(-p, -p))
		o.Resize(size.AddWidthHeight(2*p, 2*p))
	}
}

func (trimLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	p := theme.InnerPadding()
	return size.SubtractWidthHeight(2*p, 2*p)
}

// Link is text that does something when it is tapped or, with the focus, at Enter or Space. It wraps.
func Link(s string, tapped func()) fyne.CanvasObject {
	return link(s, theme.SizeNameText, fyne.TextWrapWord, tapped)
}

// NoteLink is Link in small type. It wraps.
func NoteLink(s string, tapped func()) fyne.CanvasObject {
	return link(s, theme.SizeNameCaptionText, fyne.TextWrapWord, tapped)
}

// SmallLink is Link in small type, on one line as wide as it is.
func SmallLink(s string, tapped func()) fyne.CanvasObject {
	return link(s, theme.SizeNameCaptionText, fyne.TextWrapOff, tapped)
}

// SmallLinkText is Link in small type; it wraps.
func SmallLinkText(s string, tapped func()) fyne.CanvasObject {
	return link(s, theme.SizeNameCaptionText, fyne.TextWrapWord, tapped)
}

func link(s string, size fyne.ThemeSizeName, wrap fyne.TextWrap, tapped func()) fyne.CanvasObject {
	h := NewHyperlink(s)
	h.SizeName = size
	h.Wrapping = wrap
	h.OnTapped = tapped
	return Trim(h)
}

// AtRight sets a text at the right edge, for numbers in a table.
func AtRight(text fyne.CanvasObject) fyne.CanvasObject {
	for _, o := range text.(*fyne.Container).Objects {
		if l, ok := o.(*widget.Label); ok {
			l.Alignment = fyne.TextAlignTrailing
		}
	}
	return text
}

// CentredLine is one line of text in the middle of its place.
func CentredLine(s string, bold, muted bool) fyne.CanvasObject {
	l := label(s, theme.SizeNameText, bold, muted)
	l.Wrapping = fyne.TextWrapOff
	l.Alignment = fyne.TextAlignCenter
	return Trim(l)
}

// Selectable is text that wraps and can be marked and copied.
func Selectable(s string) fyne.CanvasObject {
	l := label(s, theme.SizeNameText, false, false)
	l.Selectable = true
	l.Wrapping = fyne.TextWrapBreak
	return Trim(l)
}
