package page

import (
	"bytes"
	"image"
	"image/png"
	"io"

	"parley/ui/chart"
	"parley/ui/format"
	"parley/ui/part"
)

// chart makes the chart in the language that was chosen, once.
func (x *exportDialog) chart() func() chart.Chart {
	lang := x.lang()
	if x.charts[lang] == nil {
		x.charts[lang] = x.of.unmarked(format.In(lang))
	}
	return x.charts[lang]
}

// writer is what writes the chart as it was chosen.
func (x *exportDialog) writer() func(io.Writer) error {
	made, choices := x.chart(), x.choices
	return func(w io.Writer) error { return chart.Write(w, made(), chart.Format(choices.Format), choices.look()) }
}

// picture is the picture that would be written, at scale 1.
func picture(c chart.Chart, choices ExportChoices) (image.Image, error) {
	look := choices.look()
	look.Size.Scale, look.DPI = 1, 0
	var file bytes.Buffer
	if err := chart.Write(&file, c, chart.PNG, look); err != nil {
		return nil, err
	}
	return png.Decode(&file)
}

// askToReplace asks whether a file that is there already is to be replaced.
func (d *Desk) askToReplace(path string, replace func()) {
	l := d.Locale
	part.Question{
		Title: l.T("save.exists.title"), Content: part.Text(l.T("save.exists", "File", path)),
		Yes: l.T("save.replace"), No: l.T("dialog.cancel"), OnYes: replace,
	}.Ask(d.Window)
}
