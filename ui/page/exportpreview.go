package page

import (
	"cmp"
	"context"
	"image"
	"image/color"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"golang.org/x/image/draw"

	"parley/ui/chart"
	"parley/ui/format"
	"parley/ui/part"
	"parley/ui/state"
)

// exportPreview shows how the chart will look, the citation that goes with it, and the words for readers who cannot see it.
type exportPreview struct {
	dialog   *exportDialog
	content  fyne.CanvasObject
	image    *canvas.Image
	numbers  *widget.Label // of CSV, instead of the picture
	citation *quotedText
	alt      *quotedText
	latest   state.Latest[previewed]
}

// previewed is what the preview shows.
type previewed struct {
	image    image.Image // nil for CSV, and where err says why
	numbers  string
	citation string
	alt      string
	missing  []rune
	err      error
}

// previewDelay is how long the choices must rest before they are drawn: nobody looks while typing.
const previewDelay = 120 * time.Millisecond

func newExportPreview(x *exportDialog) *exportPreview {
	l, d := x.locale, x.desk
	v := &exportPreview{dialog: x, image: &canvas.Image{FillMode: canvas.ImageFillContain}, numbers: smallLabel()}
	v.latest = state.Latest[previewed]{Spawn: d.Spawn, OnUI: d.OnUI}
	v.numbers.Truncation = fyne.TextTruncateClip
	v.numbers.Hide()
	v.citation = newQuotedText(x, l.T("save.citation"))
	v.alt = newQuotedText(x, l.T("save.alt"))
	frame := part.Framed(part.Inset(4, 4, 4, 4, container.NewStack(v.image, v.numbers)))
	below := part.Column(8, v.citation.content, v.alt.content)
	v.content = container.NewBorder(nil, part.Inset(12, 0, 0, 0, below), nil, nil, frame)
	return v
}

func (v *exportPreview) stop() { v.latest.Cancel() }

// draw draws the chart as it was chosen, when the choices have rested for a moment.
func (v *exportPreview) draw() {
	x := v.dialog
	made, choices, lang := x.chart(), x.choices, format.In(x.lang())
	box := v.box()
	v.latest.Start(func(ctx context.Context) previewed {
		select {
		case <-ctx.Done():
			return previewed{}
		case <-time.After(previewDelay):
		}
		c := made()
		p := preview(c, choices, box)
		p.citation = citation(lang, c.Head())
		return p
	}, v.show)
}

// box is the room for the picture, in pixels.
func (v *exportPreview) box() image.Point {
	k := v.dialog.desk.Window.Canvas().Scale()
	size := v.image.Size()
	return image.Pt(max(int(size.Width*k), 480), max(int(size.Height*k), 240))
}

// preview draws a chart small.
func preview(c chart.Chart, choices ExportChoices, box image.Point) previewed {
	p := previewed{alt: c.AltText()}
	if !choices.isPicture() {
		p.numbers = beginningOf(c, 14)
		return p
	}
	p.missing = chart.Missing(c)
	drawn, err := picture(c, choices)
	if err != nil {
		p.err = err
		return p
	}
	p.image = smaller(drawn, box)
	return p
}

// smaller is a picture scaled to fit into a box, on a chequered ground where it is transparent.
func smaller(img image.Image, box image.Point) image.Image {
	size := img.Bounds().Size()
	k := min(float64(box.X)/float64(size.X), float64(box.Y)/float64(size.Y), 1)
	out := image.NewRGBA(image.Rect(0, 0, max(int(float64(size.X)*k), 1), max(int(float64(size.Y)*k), 1)))
	chequer(out)
	draw.CatmullRom.Scale(out, out.Rect, img, img.Bounds(), draw.Over, nil)
	return out
}

// chequer fills a picture with light squares.
func chequer(img *image.RGBA) {
	const side = 8
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			shade := uint8(0xff)
			if (x/side+y/side)%2 == 1 {
				shade = 0xe4
			}
			img.SetRGBA(x, y, color.RGBA{R: shade, G: shade, B: shade, A: 0xff})
		}
	}
}

// beginningOf are the first lines of the numbers.
func beginningOf(c chart.Chart, most int) string {
	table := c.Table()
	table.Rows = table.Rows[:min(len(table.Rows), most)]
	var b strings.Builder
	_ = table.WriteCSV(&b) // a Builder takes everything
	return b.String()
}

func (v *exportPreview) show(p previewed) {
	if p.err != nil {
		v.dialog.complain(chartFault(v.dialog.locale, p.err))
		return
	}
	v.dialog.warn(p.missing)
	v.citation.set(p.citation)
	v.alt.set(p.alt)
	v.numbers.SetText(p.numbers)
	part.SetShown(v.numbers, p.numbers != "")
	v.image.Image = p.image
	part.SetShown(v.image, p.image != nil)
	v.image.Refresh()
}

// quotedText is a text to be copied as it stands.
type quotedText struct {
	content fyne.CanvasObject
	words   *widget.Label
	scroll  *container.Scroll
}

func newQuotedText(x *exportDialog, heading string) *quotedText {
	l := x.locale
	q := &quotedText{words: widget.NewLabel("")}
	q.words.SizeName = theme.SizeNameCaptionText
	q.words.Wrapping = fyne.TextWrapWord
	copied := smallLabel()
	copying := part.SmallLink(l.T("save.copy"), func() {
		fyne.CurrentApp().Clipboard().SetContent(q.words.Text)
		copied.SetText(l.T("save.copied"))
	})
	q.scroll = container.NewVScroll(part.Inset(0, 8, 0, 0, part.Trim(q.words)))
	head := container.NewBorder(nil, nil, nil, part.Row(8, -1, part.Trim(copied), copying), part.SmallStrong(heading))
	q.content = part.Column(4, head, part.Fixed(200, 64, q.scroll))
	return q
}

func (q *quotedText) set(words string) {
	if q.words.Text != words {
		q.words.SetText(words)
		q.scroll.Offset = fyne.Position{}
		q.scroll.Refresh()
	}
}

// citation is how a chart is named in a text that uses it: who made the dataset, the title of the chart and of the dataset,
// the version, the date and the licence.
func citation(l *format.Locale, f chart.Frame) string {
	m := f.Dataset
	var authors, licences []string
	for _, c := range m.Contributors {
		authors = append(authors, c.Title)
	}
	for _, license := range m.Licenses {
		licences = append(licences, l.T("save.licence", "Title", license.Title, "Name", license.Name, "Path", license.Path))
	}
	key := "save.cite"
	if len(licences) == 0 {
		key = "save.cite.unlicensed"
	}
	words := l.T(key, "Authors", cmp.Or(l.List(authors), m.Name), "Chart", f.Title, "Dataset", l.Text(m.Title),
		"Version", m.Version, "Date", l.Date(m.Created), "Licence", strings.Join(licences, "; "))
	if m.MadeUp {
		words += " " + l.T("save.cite.madeup")
	}
	return words
}
