package ui

import (
	"io/fs"
	"path"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"parley/assets"
	"parley/model/datafile"
	"parley/ui/part"
)

// toolkitPath is the toolkit among the libraries.
const toolkitPath = "fyne.io/fyne/v2"

// tell shows what the program is, in which versions, and the licences of all that it is built from.
func (w *Window) tell() {
	l := w.locale
	content := part.Column(12,
		part.Text(l.T("about.program", "Version", w.config.Version)),
		part.Pairs(160, w.versionRows()...),
		part.Small(l.T("about.license")),
		part.Heading(l.T("about.licences")),
	)
	scroll := w.inform("menu.about", content, fyne.NewSize(680, 600))
	for _, o := range w.licenceFolds(scroll.Refresh) {
		content.Add(o)
	}
}

// versionRows name the versions of what is at work.
func (w *Window) versionRows() []fyne.CanvasObject {
	l, m := w.locale, w.dataset.Metadata()
	var rows []fyne.CanvasObject
	for _, v := range []struct{ key, value string }{
		{"about.version.program", w.config.Version},
		{"about.version.format", datafile.Format},
		{"about.version.dataset", strings.Join(slices.DeleteFunc([]string{m.Name, m.Version, l.Date(m.Created)}, isEmpty), ", ")},
		{"about.version.toolkit", "Fyne " + strings.TrimPrefix(versionsOfLibraries()[toolkitPath], "v")},
	} {
		rows = append(rows, part.Muted(l.T(v.key)), part.Text(v.value))
	}
	return rows
}

func isEmpty(s string) bool { return s == "" }

// licenceFolds are the licences, each to be unfolded: the program's font, and the libraries by name.
func (w *Window) licenceFolds(onChanged func()) []fyne.CanvasObject {
	folds := []fyne.CanvasObject{w.licenceFold("Noto Sans", w.locale.T("about.font"), assets.FontLicence, onChanged)}
	versions := versionsOfLibraries()
	for _, name := range libraries() {
		text, err := assets.Licences.ReadFile(path.Join("licences", name, "LICENSE.txt"))
		if err != nil {
			continue // a test holds the files against the libraries
		}
		folds = append(folds, w.licenceFold(name, versions[name], string(text), onChanged))
	}
	return folds
}

func (w *Window) licenceFold(name, remark, text string, onChanged func()) fyne.CanvasObject {
	return part.NewFold(name, remark, func() fyne.CanvasObject { return part.Small(text) }, onChanged).Content()
}

// libraries lists what the program is built from, by name; the language is one of them.
func libraries() []string {
	var names []string
	_ = fs.WalkDir(assets.Licences, "licences", func(file string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, path.Dir(strings.TrimPrefix(file, "licences/")))
		}
		return err
	})
	slices.Sort(names)
	return names
}

// versionsOfLibraries are the versions of the libraries in this program, as far as it knows them.
func versionsOfLibraries() map[string]string {
	versions := map[string]string{"go": strings.TrimPrefix(runtime.Version(), "go")}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			versions[m.Path] = m.Version
		}
	}
	return versions
}

// diagnostics tell in plain words what somebody who helps has to know, in English as the log of the program is. There is no
// path, no name and no note in them.
func (w *Window) diagnostics() string {
	l, ds := w.locale, w.dataset
	m, facts, size := ds.Metadata(), ds.Facts(), w.window.Canvas().Size()
	var b strings.Builder
	line := func(name string, values ...string) {
		b.WriteString(name + ": " + strings.Join(slices.DeleteFunc(values, isEmpty), " ") + "\n")
	}
	from := "comes with the program"
	if w.opened != nil {
		from = "from a file"
	}
	faults := "none"
	if w.fault != nil {
		faults = "the file has become faulty"
	}
	line("Parley", w.config.Version)
	line("System", runtime.GOOS, runtime.GOARCH)
	line("Go", runtime.Version())
	line("Toolkit", "Fyne", versionsOfLibraries()[toolkitPath])
	line("Format", datafile.Format)
	line("Dataset", m.Name, m.Version, m.Created.String(), "("+from+")")
	line("Holds", strconv.Itoa(len(facts.Rounds)), "rounds,", strconv.Itoa(len(facts.Pledges)), "pledges,",
		strconv.Itoa(len(facts.Exchanges)), "exchanges,", strconv.Itoa(len(facts.Documents)), "documents,",
		strconv.Itoa(len(facts.Clauses)), "clauses,", strconv.Itoa(len(facts.Sources)), "sources")
	line("Notes", strconv.Itoa(len(w.desk.Notes.All())), map[bool]string{true: "", false: "(in trouble)"}[w.desk.Notes.Trouble() == ""])
	line("Faults", faults)
	line("Page", string(w.store.Now().Page))
	line("Language", l.Lang())
	line("Theme", w.settings.theme(), "text", strconv.Itoa(w.settings.textSize())+"%")
	line("Window", strconv.Itoa(int(size.Width))+"x"+strconv.Itoa(int(size.Height)), "at scale",
		strconv.FormatFloat(float64(w.window.Canvas().Scale()), 'g', 3, 32))
	return b.String()
}

// copyDiagnostics puts the diagnostics on the clipboard and shows what they say.
func (w *Window) copyDiagnostics() {
	text := w.diagnostics()
	w.app.Clipboard().SetContent(text)
	words := widget.NewLabel(text)
	words.Selectable = true
	words.Wrapping = fyne.TextWrapWord
	w.inform("about.diagnostics", part.Column(8, part.Text(w.locale.T("about.copied")), part.Trim(words)), fyne.NewSize(560, 480))
}
