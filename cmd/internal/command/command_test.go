package command

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"parley/data"
	"parley/model"
	"parley/model/datafile"
	"parley/ui/format"
)

// outcome is what a run of the program left behind.
type outcome struct {
	code     int
	out, err string
}

// home gives the program a folder of its own to run in, with nothing of the machine's user in it.
func home(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	t.Chdir(dir)
	t.Setenv("HOME", filepath.Join(dir, ".home"))
	t.Setenv("XDG_DATA_HOME", filepath.Join(dir, ".home", "data"))
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(dir, ".home", "config"))
	t.Setenv("LC_ALL", "en_US.UTF-8")
	return dir
}

// cli runs the program without a window.
func cli(args ...string) outcome { return cliWith("", args...) }

func cliWith(stdin string, args ...string) outcome {
	var out, err bytes.Buffer
	code := Run(args, Env{Stdin: strings.NewReader(stdin), Stdout: &out, Stderr: &err})
	return outcome{code, out.String(), err.String()}
}

// window runs the program with a window, and returns what the window was asked for; nil where it was not opened.
func window(args ...string) (outcome, *WindowArgs) {
	var out, err bytes.Buffer
	var asked *WindowArgs
	code := Run(args, Env{
		Stdin: strings.NewReader(""), Stdout: &out, Stderr: &err,
		OpenWindow: func(w WindowArgs) error { asked = &w; return nil },
	})
	return outcome{code, out.String(), err.String()}, asked
}

// wants fails unless the run ended with the code and said each of the words, those after "|" on standard error.
func (o outcome) wants(t *testing.T, code int, words ...string) {
	t.Helper()
	if o.code != code {
		t.Errorf("exit code %d, want %d; it said %q and %q", o.code, code, o.out, o.err)
	}
	for _, w := range words {
		said, where := o.out, "standard output"
		if rest, isError := strings.CutPrefix(w, "|"); isError {
			w, said, where = rest, o.err, "standard error"
		}
		if !strings.Contains(said, w) {
			t.Errorf("%s lacks %q: %q", where, w, said)
		}
	}
	if missing.MatchString(o.out + o.err) {
		t.Errorf("a text is missing: %q %q", o.out, o.err)
	}
}

// missing is what stands where a text or a value of it is not there.
var missing = regexp.MustCompile(`command\.[a-z]|<no value>`)

func put(t *testing.T, file, content string) string {
	t.Helper()
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

func content(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Error(err)
	}
	return string(data)
}

// files are the names in a folder, but for hidden ones that home makes.
func files(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if e.Name() != ".home" {
			names = append(names, e.Name())
		}
	}
	return names
}

func TestAWrongCommandLineIsExplained(t *testing.T) {
	home(t)
	for _, c := range []struct {
		args string
		want []string
	}{
		{"exprot rounds", []string{`|There is no command "exprot". Did you mean "export"?`, "|parley-cli --help tells more."}},
		{"talks.json", []string{`|There is no command "talks.json". The window is opened by the program parley`}},
		{"help nothing", []string{`|no command and no file "nothing"`}},
		{"export", []string{"|It is used like this: parley-cli export CHART... [-o FILE] | --all DIR"}},
		{"export weather", []string{`|There is no chart "weather". The charts are: "rounds"`, "|parley-cli export --help tells more."}},
		{"export rounds --kind gold", []string{`|--kind: "gold" is none of "prisoners" and "bodies".`}},
		{"export rounds --side mars", []string{`|--side: "mars" is none of "russia" and "ukraine".`}},
		{"export rounds --side ukraine,mars", []string{`|--side: "mars" is none of`}},
		{"export rounds --theme pink", []string{`|--theme: "pink" is none of "light", "dark" and "print".`}},
		{"export rounds --all out", []string{"|It is used like this: parley-cli export CHART... [-o FILE] | --all DIR"}},
		{"export --all out -o a.png", []string{"|It is used like this: parley-cli export CHART... [-o FILE] | --all DIR"}},
		{"export rounds --format gif", []string{`|--format: "gif" is none of "png", "svg", "pdf", "csv" and "zip".`}},
		{"export rounds --kind bodies -o a.gif", []string{`|--output: "gif" is none of "png", "svg", "pdf"`}},
		{"export rounds --dpi 1200", []string{"|1200 DPI is not between 72 and 600"}},
		{"export rounds --preset poster", []string{`|--preset: "poster" is none of "report", "slide" and "square".`}},
		{"export rounds --size big", []string{`|--size: "big" is no size; write it as 1280x800.`}},
		{"export rounds --size 1280x", []string{`|"1280x" is no size`}},
		{"export rounds --size 12x8", []string{"|12x8 is too small; the smallest chart is"}},
		{"export rounds --size -1280x-800", []string{"|width and height must be above 0"}},
		{"export rounds --size 20000x20000", []string{"|megapixels"}},
		{"export rounds --scale 40", []string{"|the scale 40 is not between 1 and 4"}},
		{"export rounds --scale NaN", []string{"|the scale NaN is not between 1 and 4"}},
		{"export rounds --scale big", []string{`|--scale: "big" is no value for it.`}},
		{"export rounds --from yesterday", []string{`|--from: "yesterday" is no date; write it as 2025-06-02`}},
		{"export rounds --to 2025-13", []string{`|--to: "2025-13" is no date`}},
		{"export rounds --from 2025-06 --to 2025-05", []string{"|--from 2025-06 is after --to 2025-05."}},
		{"export rounds -o both.png", []string{`|Choose one with --kind ("prisoners" and "bodies"), or leave out -o.`}},
		{"export rounds --kind", []string{"|The option --kind needs a value."}},
		{"export rounds -o", []string{"|The option -o needs a value."}},
		{"export rounds --knd bodies", []string{"|There is no option --knd. Did you mean --kind?"}},
		{"export rounds --sparkle", []string{"|There is no option --sparkle."}},
		{"export rounds -x", []string{"|There is no option -x."}},
		{"--lang tlh export rounds", []string{`|--lang: "tlh" is none of "en", `}},
		{"check", []string{"|It is used like this: parley-cli check FILE..."}},
		{"notes", []string{"|A command is missing: notes list, add, export, import, merge or verify."}},
		{"notes lst", []string{`|There is no command "lst". Did you mean "list"?`}},
		{"notes sing", []string{`|There is no command "notes sing".`}},
		{"notes add round/x", []string{"|It is used like this: parley-cli notes add ITEM TEXT"}},
		{"notes add round text", []string{`|"round" is no address of an item; write it as round/`}},
		{"notes add planet/mars text", []string{`|"planet/mars" is no address of an item`}},
		{"notes list a b", []string{"|It is used like this: parley-cli notes list [ITEM]"}},
		{"completion tcsh", []string{`|"tcsh" is none of "bash", "zsh", "fish" and "powershell".`}},
		{"man 7", []string{"|It is used like this: parley-cli man"}},
		{"export rounds --kind \x1b[31mred", []string{"|\uFFFD[31mred"}},
	} {
		o := cli(strings.Fields(c.args)...)
		t.Log(c.args)
		o.wants(t, Misused, c.want...)
		if o.out != "" {
			t.Errorf("%s: a fault does not belong on standard output: %q", c.args, o.out)
		}
	}
	if made := files(t, "."); len(made) > 0 {
		t.Errorf("a wrong command line made the files %v", made)
	}
}

func TestEveryCommandHasHelpInEveryLanguage(t *testing.T) {
	home(t)
	for _, command := range []string{"", "export", "check", "notes", "notes list", "notes add", "completion", "man", "help"} {
		for lang, usage := range map[string]string{"en": "Usage:\n  parley-cli", "uk": "Виклик:\n  parley-cli"} {
			args := append(strings.Fields(command), "--help", "--lang", lang)
			o := cli(args...)
			o.wants(t, Done, usage, "--data", "--quiet")
			if o.err != "" {
				t.Errorf("%v: %q on standard error", args, o.err)
			}
			if again := cli(append([]string{"help", "--lang=" + lang}, strings.Fields(command)...)...); again.out != o.out {
				t.Errorf("%q: help and --help differ", command)
			}
			for _, line := range strings.Split(o.out, "\n") {
				if n := len([]rune(line)); n > 110 {
					t.Errorf("%v: a line of %d letters: %q", args, n, line)
				}
			}
		}
	}
	o, asked := window("--help")
	o.wants(t, Done, "parley [FILE | LINK]", "export", "Exit codes:")
	if asked != nil {
		t.Error("help opened the window")
	}
	cli().wants(t, Done, "Commands:")
}

func TestTheLanguageIsThatOfTheSystemUnlessAskedFor(t *testing.T) {
	home(t)
	for _, c := range []struct{ all, messages, lang, option, want string }{
		{"", "", "", "", "Usage:"},
		{"C", "", "uk_UA.UTF-8", "", "Usage:"},
		{"", "", "uk_UA.UTF-8", "", "Виклик:"},
		{"", "uk", "en_US.UTF-8", "", "Виклик:"},
		{"uk_UA", "en", "en", "", "Виклик:"},
		{"uk_UA.UTF-8", "", "", "en", "Usage:"},
		{"ja_JP.eucJP@x", "", "", "", "Usage:"},
		{"", "", "", "uk", "Виклик:"},
	} {
		t.Setenv("LC_ALL", c.all)
		t.Setenv("LC_MESSAGES", c.messages)
		t.Setenv("LANG", c.lang)
		args := []string{"--help"}
		if c.option != "" {
			args = append(args, "--lang", c.option)
		}
		t.Logf("%+v", c)
		cli(args...).wants(t, Done, c.want)
	}
	cli("check", "--", "--lang=uk").wants(t, Unreadable, "|could not be read")
}

func TestTheWindowIsAskedForWhatTheCommandLineSays(t *testing.T) {
	dir := home(t)
	file := put(t, filepath.Join(dir, "talks.json"), "{}")
	round := model.Item{Kind: model.RoundItem, ID: "2025-06-02-istanbul"}
	for _, c := range []struct {
		args []string
		want WindowArgs
	}{
		{nil, WindowArgs{Languages: []string{"en-US"}}},
		{[]string{file}, WindowArgs{File: file, Languages: []string{"en-US"}}},
		{[]string{"--data", "talks.json", "--lang=uk"}, WindowArgs{File: "talks.json", Forced: "uk", Languages: []string{"en-US"}}},
		{
			[]string{"parley:russia-ukraine-talks/round/2025-06-02-istanbul", "--data", file},
			WindowArgs{File: file, Dataset: "russia-ukraine-talks", Link: round, Languages: []string{"en-US"}},
		},
	} {
		o, asked := window(c.args...)
		o.wants(t, Done)
		if asked == nil || !equal(*asked, c.want) {
			t.Errorf("%v: asked for %+v, want %+v", c.args, asked, c.want)
		}
	}
}

func equal(a, b WindowArgs) bool {
	return a.File == b.File && a.Dataset == b.Dataset && a.Link == b.Link && a.Forced == b.Forced &&
		slices.Equal(a.Languages, b.Languages)
}

func TestTheWindowFindsItsNotesWhereTheCommandsDo(t *testing.T) {
	dir := home(t)
	const dataset = "russia-ukraine-talks"
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"--notes", "mine"}, filepath.Join("mine", dataset)},
		{nil, filepath.Join(dir, ".home", "data", "parley", "notes", dataset)},
	} {
		cli(append([]string{"notes", "add", istanbul, "Seen by both"}, c.args...)...).wants(t, Done)
		_, asked := window(c.args...)
		store, folder, err := asked.OpenNotes(dataset)
		if err != nil || folder != c.want {
			t.Fatalf("%v: %q, %v; want %q", c.args, folder, err, c.want)
		}
		if notes := store.Notes(); len(notes) != 1 || notes[0].Text != "Seen by both" {
			t.Errorf("%v: the window has the notes %+v", c.args, notes)
		}
	}
	put(t, "occupied", "a file")
	_, asked := window("--notes", "occupied")
	if _, folder, err := asked.OpenNotes(dataset); err == nil || folder != filepath.Join("occupied", dataset) {
		t.Errorf("a file in the way: %q, %v", folder, err)
	}
}

func TestTheWindowStaysShutWhereTheCommandLineIsWrong(t *testing.T) {
	home(t)
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"exprot"}, Misused, `|Did you mean "export"?`},
		{[]string{"galaxy"}, Misused, `|There is no command and no file "galaxy".`},
		{[]string{"parley:nonsense"}, Misused, `|"parley:nonsense" is no address of an item`},
		{[]string{"a.json", "b.json"}, Misused, "|It is used like this: parley [FILE | LINK]"},
	} {
		o, asked := window(c.args...)
		o.wants(t, c.code, c.want)
		if asked != nil {
			t.Errorf("%v: the window was opened", c.args)
		}
	}
}

func TestALinkThatLeadsNowhereIsTold(t *testing.T) {
	home(t)
	talks, problems := datafile.Read("talks.json", data.Talks)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{nil, Done, ""},
		{[]string{address}, Done, ""},
		{
			[]string{"parley:other/" + istanbul},
			Faulty,
			"|parley: parley:other/" + istanbul + " belongs to another dataset; this one is russia-ukraine-talks.",
		},
		{
			[]string{"parley:russia-ukraine-talks/round/xyzzy"},
			Faulty,
			"|parley: The dataset russia-ukraine-talks does not hold round/xyzzy.",
		},
		{
			[]string{"parley:russia-ukraine-talks/round/xyzzy", "--lang=uk"},
			Faulty,
			"|parley: У наборі даних russia-ukraine-talks немає round/xyzzy.",
		},
	} {
		var out, err bytes.Buffer
		code := Run(c.args, Env{
			Stdin: strings.NewReader(""), Stdout: &out, Stderr: &err,
			OpenWindow: func(w WindowArgs) error {
				if err := w.CheckLink(talks); err != nil {
					return w.TellLost(err)
				}
				return nil
			},
		})
		outcome{code, out.String(), err.String()}.wants(t, c.code, c.want)
	}
}

func TestAMissingFileIsToldAndTheWindowOpensAllTheSame(t *testing.T) {
	home(t)
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"missing.json"}, "|missing.json could not be read: there is no such file."},
		{[]string{"--data", "missing"}, "|missing could not be read: there is no such file."},
		{[]string{"./missing"}, "|there is no such file."},
	} {
		o, asked := window(c.args...)
		o.wants(t, Unreadable, c.want)
		if asked == nil {
			t.Errorf("%v: the window was not opened", c.args)
		}
	}
}

func TestAWindowThatCannotOpenSaysWhy(t *testing.T) {
	home(t)
	var err bytes.Buffer
	code := Run(nil, Env{Stdout: io.Discard, Stderr: &err, OpenWindow: func(WindowArgs) error {
		return errors.New("there is no display")
	}})
	outcome{code: code, err: err.String()}.wants(t, Unreadable, "|parley: there is no display")
}

func TestResultsThatCannotBeWrittenAreAFault(t *testing.T) {
	home(t)
	for _, args := range [][]string{
		{"--help"},
		{"man"},
		{"notes", "list", "--json"},
		{"export", "rounds", "--kind", "bodies", "-o", "-"},
		{"completion", "bash"},
		{"completion", "zsh"},
		{"completion", "fish"},
		{"completion", "powershell"},
		{"--version"},
	} {
		var err bytes.Buffer
		code := Run(args, Env{Stdin: strings.NewReader(""), Stdout: full{}, Stderr: &err})
		t.Log(args)
		outcome{code: code, err: err.String()}.wants(t, Unreadable, "|Standard output could not be written: the disk is full")
	}
}

// full is a standard output that takes nothing.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

func TestTheShellIsOfferedWhatFits(t *testing.T) {
	home(t)
	for _, c := range []struct {
		words []string
		want  string
	}{
		{[]string{"ex"}, "export\twrites charts"},
		{[]string{"export", ""}, "rounds"},
		{[]string{"export", "rounds", "--kind", ""}, "prisoners\nbodies\n"},
		{[]string{"export", "rounds", "--side", ""}, "russia\nukraine\n"},
		{[]string{"export", "rounds", "--theme", ""}, "light\ndark\nprint\n"},
		{[]string{"export", "rounds", "--format", ""}, "png\nsvg\npdf\ncsv\nzip\n"},
		{[]string{"--lang", ""}, strings.Join(format.Languages(), "\n") + "\n"},
		{[]string{"notes", "add", ""}, "round/\nevent/\n"},
		{[]string{"notes", "list", "round/2025-06"}, "round/2025-06-02-istanbul\t"},
		{[]string{"completion", ""}, "bash\nzsh\n"},
	} {
		cli(append([]string{"__complete"}, c.words...)...).wants(t, Done, c.want)
	}
	for shell, want := range map[string]string{"bash": "complete -o", "zsh": "#compdef", "fish": "complete -c", "powershell": "Register-"} {
		cli("completion", shell).wants(t, Done, want, "parley-cli")
	}
}

func TestTheManualPageHoldsEveryCommand(t *testing.T) {
	home(t)
	cli("man").wants(t, Done, `.TH PARLEY\-CLI 1`, ".SH NAME\nparley\\-cli \\- ", ".SS parley\\-cli export CHART... [\\-o FILE] | \\-\\-all DIR\n",
		".SS parley\\-cli notes add ITEM TEXT", ".TP\n.B \\-o, \\-\\-output FILE\n", ".SH EXAMPLES", "Exit codes:")
	cli("man", "--lang", "uk").wants(t, Done, ".SH НАЗВА")
	page := cli("man").out
	for _, line := range strings.Split(page, "\n") {
		if strings.HasPrefix(line, "'") || strings.HasPrefix(line, ".") && strings.ToUpper(line[1:2]) != line[1:2] && line[:3] != ".nf" && line[:3] != ".fi" {
			t.Errorf("a line of text is read as an instruction: %q", line)
		}
	}
}
