package command

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"parley/assets"
	"parley/data"
	"parley/model"
	"parley/model/datafile"
	"parley/ui/format"
)

// loaded reads a dataset and demands that it has no fault, not even one to be warned of.
func loaded(t *testing.T, name, text string) *model.Dataset {
	t.Helper()
	ds, problems := datafile.Read(name, []byte(text))
	if len(problems) > 0 || ds == nil {
		t.Fatalf("%s has %d faults, the first: %v", name, len(problems), problems[0])
	}
	return ds
}

func TestNewWritesAStarterThatIsValidInEveryLanguage(t *testing.T) {
	home(t)
	for _, lang := range format.Languages() {
		file := "starter-" + lang + ".json"
		cli("new", "--lang", lang, file).wants(t, Done)
		text := content(t, file)
		ds := loaded(t, file, text)
		if got := ds.Metadata().Language; got != lang {
			t.Errorf("the starter is in %q, want %q", got, lang)
		}
		if strings.Contains(text, `"@`) || strings.Contains(text, "new.starter") {
			t.Errorf("%s: a text was not put in", file)
		}
		if ds.Metadata().MadeUp {
			t.Error("a dataset to be filled in is marked as made up")
		}
	}
}

func TestEveryObjectOfTheStarterExplainsItself(t *testing.T) {
	var file any
	if err := json.Unmarshal(starter, &file); err != nil {
		t.Fatal(err)
	}
	objects := 0
	var visit func(path string, v any)
	visit = func(path string, v any) {
		switch v := v.(type) {
		case map[string]any:
			objects++
			if comment, _ := v["$comment"].(string); !strings.HasPrefix(comment, "@") {
				t.Errorf("%s has no comment", path)
			}
			for k, x := range v {
				visit(path+"."+k, x)
			}
		case []any:
			for _, x := range v {
				visit(path+"[]", x)
			}
		}
	}
	visit("$", file)
	if objects < 40 {
		t.Errorf("only %d objects are there", objects)
	}
}

// TestTheStarterUsesEveryTextOfItsOwn holds the names in starter.json against the texts.
func TestTheStarterUsesEveryTextOfItsOwn(t *testing.T) {
	texts := map[string]string{}
	raw, err := assets.Texts.ReadFile("texts/new.en.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &texts); err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, m := range regexp.MustCompile(`"@([a-z.]+)"`).FindAllStringSubmatch(string(starter), -1) {
		used[m[1]] = true
		if _, ok := texts["new.starter."+m[1]]; !ok && m[1] != "language" {
			t.Errorf("there is no text %q", "new.starter."+m[1])
		}
	}
	for key := range texts {
		if !used[strings.TrimPrefix(key, "new.starter.")] {
			t.Errorf("the starter does not use %q", key)
		}
	}
}

func TestNewReplacesNothingUnasked(t *testing.T) {
	home(t)
	put(t, "mine.json", "my work")
	cli("new", "mine.json").wants(t, Unreadable, "|mine.json", "|--force")
	if got := content(t, "mine.json"); got != "my work" {
		t.Errorf("the file holds %q now", got)
	}
	cli("new", "--force", "mine.json").wants(t, Done)
	loaded(t, "mine.json", content(t, "mine.json"))
	cli("new", "nowhere/mine.json").wants(t, Unreadable, "|nowhere")
}

func TestNewWritesTheExampleAsItIs(t *testing.T) {
	home(t)
	cli("new", "--example", "example.json").wants(t, Done)
	if content(t, "example.json") != string(data.Lakes) {
		t.Error("the file is not the example")
	}
	if o := cli("new", "--example", "-"); o.out != string(data.Lakes) {
		t.Error("standard output is not the example")
	}
}

func TestNewWritesTheSchemaThatTheStarterNames(t *testing.T) {
	home(t)
	cli("new", "mine.json").wants(t, Done)
	cli("new", "--schema", "parley-1.schema.json").wants(t, Done)
	if !strings.Contains(content(t, "mine.json"), `"$schema": "./parley-1.schema.json"`) {
		t.Error("the starter names another schema")
	}
	rules, err := jsonschema.NewCompiler().Compile("parley-1.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{content(t, "mine.json"), string(data.Lakes)} {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err == nil {
			err = rules.Validate(v)
		}
		if err != nil {
			t.Error(err)
		}
	}
}

func TestNewMakesUpAsManyExchangesAsAreAskedFor(t *testing.T) {
	home(t)
	cli("new", "--synthetic", "250", "many.json").wants(t, Done)
	ds := loaded(t, "many.json", content(t, "many.json"))
	if n := len(ds.Exchanges()); n != 250 || !ds.Metadata().MadeUp {
		t.Errorf("%d exchanges, marked as made up: %v", n, ds.Metadata().MadeUp)
	}
	again := cli("new", "--synthetic", "250", "-").out
	if again != content(t, "many.json") {
		t.Error("the same seed makes another file")
	}
	if other := cli("new", "--synthetic", "250", "--seed", "2", "-").out; other == again {
		t.Error("another seed makes the same file")
	}
}

func TestNewRefusesWhatItCannotMake(t *testing.T) {
	home(t)
	for _, args := range []string{
		"new --synthetic 0 a.json", "new --synthetic 1000001 a.json", "new --synthetic -5 a.json",
		"new --synthetic many a.json", "new --example --synthetic 5 a.json", "new --example --schema a.json", "new --schema --synthetic 5 a.json", "new --seed 2 a.json", "new", "new a.json b.json",
	} {
		cli(strings.Fields(args)...).wants(t, Misused)
	}
	if left := files(t, "."); len(left) > 0 {
		t.Errorf("files were written: %v", left)
	}
}

func TestEveryCommandSaysOfMadeUpTalksThatTheyAre(t *testing.T) {
	home(t)
	put(t, "lakes.json", string(data.Lakes))
	put(t, "real.json", smallDataset)
	const mark = "lakes.json: Made up: no real talks."
	cli("check", "lakes.json", "real.json").wants(t, Done, "lakes.json: no faults\n"+mark, "real.json: no faults\n")
	cli("check", "--json", "lakes.json", "real.json").wants(t, Done, `"made_up": true`, `"made_up": false`)
	cli("export", "rounds", "--data", "lakes.json", "--kind", "families").wants(t, Done, "|"+mark)
	cli("notes", "list", "--data", "lakes.json").wants(t, Done, "|"+mark)
	if o := cli("export", "rounds", "--data", "real.json", "--kind", "prisoners"); strings.Contains(o.out+o.err, "Made up") {
		t.Errorf("it says so of others: %s", o.err)
	}
}
