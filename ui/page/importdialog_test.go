package page

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"parley/model/modeltest"
	"parley/ui/format"
	"parley/ui/part"
	"parley/ui/state"
	"parley/ui/uitest"
)

const importTarget = `{
  "format": "parley/1",
  "name": "made-up-talks",
  "title": "Made-up talks",
  "version": "1.0.0",
  "created": "2026-01-31",
  "made_up": true,
  "language": "en",
  "sides": [{"id": "north", "name": "Norland"}, {"id": "south", "name": "Sudland"}],
  "kinds": [{"id": "prisoners", "name": "Prisoners", "carried_out": "exchanged"}],
  "sources": [{"id": "paper", "publisher": "The Paper", "title": "Ten each"}]
}
`

// importStory is a reader who imports a spreadsheet.
type importStory struct {
	*uitest.Reader
	t      *testing.T
	dir    string
	opened string // the file that was shown in the end
}

// importing opens the dialog for a sheet, with a dataset of the reader's own open or without.
func importing(t *testing.T, lang, rows string, hasOpen bool) *importStory {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(part.Look{Choice: "light"})
	w := app.NewWindow("Parley")
	w.Resize(fyne.NewSize(1024, 700))
	s := &importStory{Reader: uitest.At(t, w), t: t, dir: t.TempDir()}
	desk := &Desk{
		Dataset: modeltest.Talks(), Locale: format.In(lang), Store: state.NewStore(state.State{}), Window: w,
		Spawn: func(f func()) { f() }, OnUI: func(f func()) { f() },
	}
	open := ""
	if hasOpen {
		open = s.put("talks.json", importTarget)
	}
	desk.ImportFile(s.put("new.csv", rows), open, func(path, _ string) { s.opened = path })
	return s
}

func (s *importStory) put(name, text string) string {
	s.t.Helper()
	path := filepath.Join(s.dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		s.t.Fatal(err)
	}
	return path
}

func (s *importStory) content(name string) string {
	s.t.Helper()
	data, err := os.ReadFile(filepath.Join(s.dir, name))
	if err != nil {
		s.t.Fatal(err)
	}
	return string(data)
}

// canImport reports whether the button Import can be pressed.
func (s *importStory) canImport() bool {
	for _, o := range test.LaidOutObjects(s.Window.Canvas().Overlays().Top()) {
		if b, ok := o.(*part.Button); ok && b.Text == "Import" {
			return !b.Disabled()
		}
	}
	s.t.Fatal("there is no button Import")
	return false
}

const importedRows = "Datum;kind;side;count;claimed by;source;weather\n" +
	"25.01.2026;Prisoners;Norland;1 000;north;https://paper.example/25;rain\n" +
	"26.01.2026;Prisoners;Sudland;about 900;;https://paper.example/26;sun\n"

func TestAReaderImportsASheetIntoTheOpenDataset(t *testing.T) {
	s := importing(t, "en", importedRows, true)
	s.Sees("Datum", "weather", "not used", "There is no column for: date.", "the dataset that is open: talks.json")
	if s.canImport() {
		t.Error("a sheet without dates can be imported")
	}
	s.Choose("date").
		Sees("2 rows", "2 new exchanges", "2 new sources", `"25.01.2026" in line 2 can be nothing else`,
			"1 row does not say whose count it is").
		SeesNot("There is no column")
	if s.content("talks.json") != importTarget {
		t.Error("something was written before Import was pressed")
	}
	s.Press("Import")
	if text := s.content("talks.json"); s.opened != filepath.Join(s.dir, "talks.json") ||
		!strings.Contains(text, `"id": "2026-01-25-prisoners"`) || !strings.Contains(text, `"value": 900, "qualifier": "about"`) {
		t.Errorf("opened %q, which holds\n%s", s.opened, text)
	}
	if s.Window.Canvas().Overlays().Top() != nil {
		t.Error("the dialog is still there")
	}
}

func TestAReaderSeesEveryRowThatWasNotUnderstood(t *testing.T) {
	s := importing(t, "en", "date,kind,side,count,by,source\n"+
		"05/06/2026,prisoners,north,5,north,paper\n"+
		"2026-01-25,prisoners,nroth,\"1,5\",north,paper\n"+
		"2026-01-26,prisoners,north,7,north,paper\n", true)
	s.Sees("2 rows not understood", "Line 2, date", `"05/06/2026" can be 2026-06-05 or 2026-05-06`,
		"Line 3, receiving side", `Did you mean "north"?`, "Line 3, count", `"1,5" has a fraction`)
	if s.canImport() {
		t.Error("a sheet with faults can be imported as it is")
	}
	s.Choose("day, month, year").Sees("1 row not understood", "2 new exchanges")
	for _, o := range test.LaidOutObjects(s.Window.Canvas().Overlays().Top()) {
		if c, ok := o.(*part.Check); ok && c.Text == "Leave out what was not understood" {
			c.SetChecked(true)
		}
	}
	s.Press("Import")
	if text := s.content("talks.json"); strings.Count(text, `"date": "2026-`) != 2 || !strings.Contains(text, `"2026-06-05"`) {
		t.Errorf("the file holds\n%s", text)
	}
}

func TestAReaderMakesANewDatasetOfASheet(t *testing.T) {
	rows := strings.NewReplacer("Datum", "date", ";north;", ";Norland;").Replace(importedRows)
	s := importing(t, "en", rows, false)
	s.SeesNot("the dataset that is open").
		Sees("a new dataset", filepath.Join(s.dir, "new.json"), "has the sides Norland and Sudland")
	s.put("new.json", "mine")
	s.Press("Import").Sees("is there already, and a new dataset does not replace it")
	if s.content("new.json") != "mine" || s.opened != "" {
		t.Fatal("a file was replaced")
	}
	if err := os.Remove(filepath.Join(s.dir, "new.json")); err != nil {
		t.Fatal(err)
	}
	s.Press("Import")
	if text := s.content("new.json"); s.opened == "" || !strings.Contains(text, `"title": "new"`) {
		t.Errorf("the file holds\n%s", text)
	}
}

func TestAFileThatHasChangedIsLookedAtAgain(t *testing.T) {
	s := importing(t, "en", strings.Replace(importedRows, "Datum", "date", 1), true)
	changed := strings.Replace(importTarget, `"1.0.0"`, `"1.0.1"`, 1)
	s.put("talks.json", changed)
	s.Press("Import").Sees("The file has changed since it was looked at.")
	if s.content("talks.json") != changed {
		t.Fatal("what somebody else wrote was replaced")
	}
	s.Press("Import")
	if text := s.content("talks.json"); !strings.Contains(text, `"1.0.1"`) || !strings.Contains(text, "2026-01-25-prisoners") {
		t.Errorf("the file holds\n%s", text)
	}
}

func TestWhatASheetDoesNotSayIsAskedFor(t *testing.T) {
	s := importing(t, "en", "date,count,side\n2026-01-25,5,north\n", true)
	s.Sees("For rows that do not say", "whose count it is", "Address of the source", "There is no column for: kind.",
		"Nothing says where the numbers are from.")
	for _, o := range test.LaidOutObjects(s.Window.Canvas().Overlays().Top()) {
		if e, ok := o.(*part.OpenChoice); ok && e.Visible() {
			e.SetText("prisoners") // the first is that of the kind
			break
		}
	}
	s.Type("https://", "https://paper.example/list").Sees("1 new exchange").SeesNot("Nothing says")
	s.Press("Import")
	if text := s.content("talks.json"); !strings.Contains(text, `"url": "https://paper.example/list"`) {
		t.Errorf("the file holds\n%s", text)
	}
}

func TestANewDatasetHasTwoSides(t *testing.T) {
	s := importing(t, "en", "date,kind,side,count,source\n2026-01-25,bodies,North,5,https://paper.example/1\n", false)
	s.Sees("The rows name fewer than two sides", "Further sides, by commas")
	entries := 0
	for _, o := range test.LaidOutObjects(s.Window.Canvas().Overlays().Top()) {
		if e, ok := o.(*part.DialogEntry); ok && e.Visible() && e.Text == "" && e.PlaceHolder == "" && entries == 0 {
			entries++
			e.SetText("South, West")
		}
	}
	s.SeesNot("fewer than two").Sees("has the sides North, South and West").Press("Import")
	if text := s.content("new.json"); !strings.Contains(text, `"name": "West"`) {
		t.Errorf("the file holds\n%s", text)
	}
}

func TestAFileThatIsNoSheetIsRefused(t *testing.T) {
	importing(t, "en", "PK\x03\x04", true).Sees("This is a workbook of a spreadsheet program").Press("Cancel")
	s := importing(t, "uk", importedRows, true)
	s.Sees("Імпорт таблиці обмінів", "не використовується", "Немає стовпця: дата.")
	app := test.NewTempApp(t)
	w := app.NewWindow("Parley")
	desk := &Desk{
		Dataset: modeltest.Talks(), Locale: format.In("en"), Window: w,
		Spawn: func(f func()) { f() }, OnUI: func(f func()) { f() },
	}
	desk.ImportFile(filepath.Join(t.TempDir(), "gone.csv"), "", func(string, string) { t.Error("something was opened") })
	uitest.At(t, w).Sees("gone.csv could not be read")
}

func TestTheDialogForASheetCanBeReadAndHeard(t *testing.T) {
	for _, lang := range format.Languages() {
		for _, scale := range []float32{1, 2} {
			s := importing(t, lang, "date,to,number,text\n2025-05-23,Norland,100,x\nyesterday,Norland,5,y\n", scale == 1)
			fyne.CurrentApp().Settings().SetTheme(part.Look{Scale: scale})
			for _, fault := range append(uitest.Illegible(s.Window), uitest.Unnamed(s.Window)...) {
				t.Errorf("%s, text %g %%: %s", lang, scale*100, fault)
			}
		}
	}
}
