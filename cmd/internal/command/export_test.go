package command

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"parley/model/modeltest"
	"parley/ui/chart"
	"parley/ui/format"
)

// picture reads a PNG and fails unless it has this size and more than one colour.
func picture(t *testing.T, data []byte, width, height int) image.Image {
	t.Helper()
	drawn, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("no picture: %v", err)
	}
	if got := drawn.Bounds().Size(); got != image.Pt(width, height) {
		t.Errorf("the picture is %v, want %dx%d", got, width, height)
	}
	colours := map[color.Color]bool{}
	for y := 0; y < height; y += 7 {
		for x := 0; x < width; x += 7 {
			colours[color.NRGBAModel.Convert(drawn.At(x, y))] = true
		}
	}
	if len(colours) < 5 {
		t.Errorf("only %d colours in the picture", len(colours))
	}
	return drawn
}

func TestExportWritesAPicturePerKind(t *testing.T) {
	dir := home(t)
	o := cli("export", "rounds")
	o.wants(t, Done, "rounds-prisoners.png\nrounds-bodies.png\n")
	if got := files(t, dir); !slices.Equal(got, []string{"rounds-bodies.png", "rounds-prisoners.png"}) {
		t.Fatalf("the files are %v", got)
	}
	prisoners, bodies := content(t, "rounds-prisoners.png"), content(t, "rounds-bodies.png")
	picture(t, []byte(prisoners), 1280, 800)
	picture(t, []byte(bodies), 1280, 800)
	if prisoners == bodies {
		t.Error("both kinds give the same picture")
	}
}

func TestExportFollowsItsOptions(t *testing.T) {
	home(t)
	for _, c := range []struct {
		args          string
		file          string
		width, height int
	}{
		{"--kind prisoners", "rounds-prisoners.png", 1280, 800},
		{"--kind prisoners --side ukraine", "rounds-prisoners-ukraine.png", 1280, 800},
		{"--kind prisoners --size 640x480", "small.png", 640, 480},
		{"--kind prisoners --size 640x480 --scale 2", "fine.png", 1280, 960},
		{"--kind prisoners --theme dark --size 640x480", "dark.png", 640, 480},
		{"--kind prisoners --theme print --size 640x480", "print.png", 640, 480},
		{"--kind prisoners --lang uk --size 640x480", "uk.png", 640, 480},
		{"--kind prisoners --from 2025-05 --to 2025-07 --size 640x480", "part.png", 640, 480},
		{"--kind bodies --format png", "bodies.picture", 1280, 800},
	} {
		args := append([]string{"export", "rounds"}, strings.Fields(c.args)...)
		if !strings.HasPrefix(c.file, "rounds-") {
			args = append(args, "-o", c.file)
		}
		t.Log(c.args)
		cli(args...).wants(t, Done, c.file+"\n")
		picture(t, []byte(content(t, c.file)), c.width, c.height)
	}
	seen := map[string]string{}
	for _, name := range files(t, ".") {
		same := content(t, name)
		if other, ok := seen[same]; ok {
			t.Errorf("%s and %s are the same picture", name, other)
		}
		seen[same] = name
	}
}

func TestExportGivesTheSameBytesEachTime(t *testing.T) {
	home(t)
	first := cli("export", "rounds", "--kind", "prisoners", "-o", "-")
	first.wants(t, Done)
	picture(t, []byte(first.out), 1280, 800)
	if again := cli("export", "rounds", "--kind", "prisoners", "-o", "-"); again.out != first.out {
		t.Error("two exports differ")
	}
	cli("export", "rounds", "--kind", "prisoners").wants(t, Done)
	if content(t, "rounds-prisoners.png") != first.out {
		t.Error("the file differs from standard output")
	}
}

func TestExportAsCSVHoldsTheNumbers(t *testing.T) {
	home(t)
	for _, args := range [][]string{
		{"export", "rounds", "--kind", "bodies", "--format", "csv", "-o", "-"},
		{"export", "rounds", "--kind", "bodies", "-o", "numbers.CSV"},
	} {
		o := cli(args...)
		o.wants(t, Done)
		if o.out == "numbers.CSV\n" {
			o.out = content(t, "numbers.CSV")
		}
		rows, err := csv.NewReader(strings.NewReader(o.out)).ReadAll()
		if err != nil || len(rows) < 3 {
			t.Errorf("%d rows, %v: %q", len(rows), err, o.out)
		}
		// 1,212 + 1,200 + 1,200 + 1,200 + 1,245 bodies were returned to Ukraine by 16 June 2025.
		if !strings.Contains(o.out, "6057") {
			t.Errorf("6057 is not in %q", o.out)
		}
	}
}

func TestASizeThatCannotBeDrawnIsToldInTheReadersLanguage(t *testing.T) {
	home(t)
	cli("export", "rounds", "--lang=uk", "--size", "10x10").wants(t, Misused, "|10x10 – замало")
	cli("export", "rounds", "--lang=uk", "--scale", "9").wants(t, Misused, "|масштаб 9 не лежить між 1 і 4")

	p := &program{locale: format.In("uk")}
	size := &chart.SizeError{Size: chart.Size{Width: 600, Height: 420}, Fault: chart.NoRoom, Height: 500}
	err := p.notWritten(job{file: "chart.png"}, fmt.Errorf("draw: %w", size))
	var f *failure
	if !errors.As(err, &f) || f.code != Misused || !strings.HasPrefix(f.text, "600x420 не лишає місця для малюнка") {
		t.Errorf("without room for the drawing it says %#v", err)
	}
}

func TestExportDrawsAnyDataset(t *testing.T) {
	home(t)
	put(t, "made-up.json", smallDataset)
	cli("export", "rounds", "--data", "made-up.json").wants(t, Done, "rounds-"+string(modeltest.Prisoners)+".png")
	cli("export", "rounds", "--data", "made-up.json", "--side", "mars").wants(t, Misused, `|"mars" is none of "north" and "south"`)
	cli("export", "rounds", "--data", "missing.json").wants(t, Unreadable, "|missing.json could not be read: there is no such file.")
	put(t, "broken.json", "{")
	cli("export", "rounds", "--data", "broken.json").wants(t, Faulty,
		"|broken.json was not opened, because it has 1 error:\nbroken.json:1:2: error: ")
	if got := files(t, "."); slices.Contains(got, "rounds-bodies.png") {
		t.Errorf("a file with faults was drawn: %v", got)
	}
}

func TestExportAllWritesEveryChartThatIsOffered(t *testing.T) {
	home(t)
	ds, _ := (&program{}).dataset()
	var want []string
	for _, name := range chart.Names() {
		for _, kind := range chart.KindsOf(name, ds) {
			want = append(want, filepath.Join("out", strings.TrimSuffix(string(name)+"-"+string(kind), "-")+".svg"))
		}
	}
	cli("export", "--all", "out", "--format", "svg").wants(t, Done, strings.Join(want, "\n")+"\n")
	if got := files(t, "out"); len(got) != len(want) {
		t.Errorf("there are %v, want %v", got, want)
	}

	last := want[len(want)-1]
	old := content(t, want[0])
	for _, name := range want[:len(want)-1] {
		if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
	}
	cli("export", "--all", "out", "--format", "svg").wants(t, Unreadable, "|"+last+" was not written: a file of that name")
	if got := files(t, "out"); len(got) != 1 {
		t.Errorf("some were written although one may not be: %v", got)
	}
	cli("export", "--all", "out", "--format", "svg", "--force", "--quiet").wants(t, Done)
	if content(t, want[0]) != old {
		t.Error("the same export gives other bytes")
	}
	cli("export", "--all", "none/out").wants(t, Unreadable, "|there is no folder none/out.")
	if got := files(t, "."); !slices.Equal(got, []string{"out"}) {
		t.Errorf("something was left behind: %v", got)
	}
}

func TestPresetsGiveWayToWhatIsTyped(t *testing.T) {
	home(t)
	for args, size := range map[string]image.Point{
		"--preset report":                  {2400, 1600},
		"--preset slide":                   {1920, 1080},
		"--preset square":                  {1080, 1080},
		"--preset slide --scale 1":         {1280, 720},
		"--size 800x600 --preset square":   {800, 600},
		"--preset report --dpi 150":        {2400, 1600},
		"--transparent --size 640x480":     {640, 480},
		"--transparent --preset square -q": {1080, 1080},
	} {
		args = "export rounds --kind prisoners --force -o chart.png " + args
		t.Log(args)
		cli(strings.Fields(args)...).wants(t, Done)
		picture(t, []byte(content(t, "chart.png")), size.X, size.Y)
	}
}

func TestTheDateOfFilesCanBeSet(t *testing.T) {
	home(t)
	t.Setenv("SOURCE_DATE_EPOCH", "86400")
	o := cli("export", "rounds", "--kind", "prisoners", "-o", "-", "--format", "svg")
	o.wants(t, Done)
	if !strings.Contains(o.out, "<xmp:CreateDate>1970-01-02T00:00:00Z</xmp:CreateDate>") {
		t.Error("the date is not that of SOURCE_DATE_EPOCH")
	}
	t.Setenv("SOURCE_DATE_EPOCH", "yesterday")
	cli("export", "rounds", "-o", "-").wants(t, Misused, `|SOURCE_DATE_EPOCH: "yesterday" is no number of seconds since 1970`)
}

func TestLettersThatTheFontsLackAreTold(t *testing.T) {
	home(t)
	put(t, "odd.json", strings.Replace(smallDataset, `"Made-up`, `"一 Made-up`, 1))
	cli("export", "rounds", "--data", "odd.json").wants(t, Done, "|which are boxes in them: 一\n")
	cli("export", "rounds", "--data", "odd.json", "--format", "csv").wants(t, Done, "rounds-"+string(modeltest.Prisoners)+".csv\n")
}

func TestExportReplacesAFileOnlyByForce(t *testing.T) {
	home(t)
	old := "an older picture"
	put(t, "rounds-bodies.png", old)

	o := cli("export", "rounds")
	o.wants(t, Unreadable, "|rounds-bodies.png was not written: a file of that name is there already. It is unchanged. --force replaces it.")
	if got := files(t, "."); content(t, "rounds-bodies.png") != old || len(got) > 1 {
		t.Errorf("the old file was touched, or some of several were written: %v", got)
	}
	cli("export", "rounds", "--force").wants(t, Done)
	picture(t, []byte(content(t, "rounds-bodies.png")), 1280, 800)
}

func TestAPictureThatCannotBeWrittenSaysWhy(t *testing.T) {
	dir := home(t)
	if err := os.Mkdir("folder", 0o755); err != nil {
		t.Fatal(err)
	}
	put(t, "file", "a file")
	for target, want := range map[string]string{
		"folder":             "|folder was not written: that is a folder. Name a file.",
		dir:                  "|that is a folder.",
		"none/a.png":         "|none/a.png was not written: there is no folder none. Make it first, or choose another place.",
		"file/a.png":         "|there is no folder file.",
		"\x1b]0;x\a/bad.png": "|\uFFFD]0;x\uFFFD/bad.png was not written",
		"/dev/full":          "|/dev/full was not written: the disk is full.",
		"/proc/a.png":        "|/proc/a.png was not written: ",
	} {
		t.Log(target)
		for _, format := range formats() {
			cli("export", "rounds", "--kind", "bodies", "--format", format, "--force", "-o", target).wants(t, Unreadable, want)
		}
	}
	cli("export", "rounds", "--kind", "bodies", "-o", "none/a.png", "--lang", "uk").wants(t, Unreadable, "|немає теки none")
	cli("export", "rounds", "--kind", "gold", "--lang", "uk").wants(t, Misused, "|«prisoners» і «bodies»")
	if got := files(t, "."); !slices.Equal(got, []string{"file", "folder"}) {
		t.Errorf("something was left behind: %v", got)
	}
}

func TestExportTellsProgramsWhatItWrote(t *testing.T) {
	home(t)
	o := cli("export", "rounds", "--json", "--format", "csv")
	o.wants(t, Done)
	var list []written
	if err := json.Unmarshal([]byte(o.out), &list); err != nil {
		t.Fatal(err)
	}
	want := []written{
		{"rounds-prisoners.csv", "rounds", "prisoners", "csv"},
		{"rounds-bodies.csv", "rounds", "bodies", "csv"},
	}
	if !slices.Equal(list, want) {
		t.Errorf("got %+v, want %+v", list, want)
	}
	if o := cli("export", "rounds", "--quiet", "--force"); o.code != Done || o.out+o.err != "" {
		t.Errorf("with --quiet it said %q %q", o.out, o.err)
	}
}

func TestExamplesOfTheHelpWork(t *testing.T) {
	home(t)
	put(t, "draft.md", "A note")
	for _, args := range [][]string{{"export"}, {"check"}, {"notes", "add"}, {"notes", "list"}, {"man"}} {
		help := cli(append(args, "--help")...).out
		_, examples, _ := strings.Cut(help, "Examples:\n")
		n := 0
		for line := range strings.Lines(examples) {
			words := strings.Fields(line)
			if len(words) == 0 || words[0] != "parley-cli" {
				continue
			}
			n++
			command, _, _ := strings.Cut(strings.Join(words[1:], " "), " > ")
			command, _, _ = strings.Cut(command, " < ")
			command, _, _ = strings.Cut(command, " | ")
			if strings.Contains(command, "talks.json") {
				put(t, filepath.Join(".", "talks.json"), smallDataset)
			}
			t.Log(command)
			cliWith("A note", append(shellWords(command), "--force")...).wants(t, Done)
		}
		if n == 0 {
			t.Errorf("%v: no example in %q", args, help)
		}
	}
}

// shellWords splits a command at spaces outside of double quotes.
func shellWords(command string) []string {
	var words []string
	for i, part := range strings.Split(command, `"`) {
		if i%2 == 1 {
			words = append(words, part)
			continue
		}
		words = append(words, strings.Fields(part)...)
	}
	return words
}

// TestExportWritesTheTimelineOfTheWholeDataset asks for it alone, for a part of it, and beside charts of a kind.
func TestExportWritesTheTimelineOfTheWholeDataset(t *testing.T) {
	home(t)
	cli("export", "timeline").wants(t, Done, "timeline.png\n")
	cli("export", "timeline", "--from", "2025-05", "--to", "2025-08", "--format", "csv").wants(t, Done, "timeline.csv\n")
	rows := strings.Split(strings.TrimSpace(content(t, "timeline.csv")), "\n")
	if len(rows) < 20 || !strings.HasPrefix(rows[0], "entry,date,first_day,last_day,name") {
		t.Fatalf("there are %d rows, the first is %q", len(rows), rows[0])
	}
	for _, row := range rows[1:] {
		if !strings.Contains(row, ",2025-0") {
			t.Errorf("%.60q is not in the period", row)
		}
	}
	cli("export", "timeline", "--json", "--format", "svg", "--lang", "uk").wants(t, Done, `"chart": "timeline"`)
	if svg := content(t, "timeline.svg"); !strings.Contains(svg, "Хронологія переговорів") {
		t.Error("the picture is in another language")
	}
	for _, names := range [][]string{{"timeline"}, {"rounds", "timeline"}} {
		args := append(append([]string{"export"}, names...), "--kind", "bodies", "--force")
		cli(args...).wants(t, Misused, `|The chart "timeline" is about the whole dataset and has no kind; leave out --kind.`)
	}
	cli("export", "--all", "out", "--kind", "bodies", "--format", "csv").wants(t, Done, "rounds-bodies.csv")
	if got := files(t, "out"); slices.Contains(got, "timeline.csv") {
		t.Errorf("with a kind there are %v", got)
	}
}
