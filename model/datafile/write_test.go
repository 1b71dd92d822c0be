package datafile

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"parley/data"
	"parley/model"
	"parley/model/modeltest"
)

// TestWhatIsWrittenIsReadAgain loads, saves and loads: the facts must be the same, and nothing of them forgotten.
func TestWhatIsWrittenIsReadAgain(t *testing.T) {
	files := map[string][]byte{"the shipped dataset": data.Talks}
	for _, name := range []string{"talks.json", "memoranda.json", "minimal.json", "small.json"} {
		files[name] = readFile(t, name)
	}
	for name, file := range files {
		ds, problems := Read(name, file)
		if ds == nil {
			t.Fatal(problems.Err())
		}
		saved := write(t, ds.Facts())
		again, problems := Read("saved.json", saved)
		if again == nil {
			t.Fatalf("%s: what was written is refused:\n%v", name, problems.Err())
		}
		got, want := reflect.ValueOf(*again.Facts()), reflect.ValueOf(*ds.Facts())
		for i := range got.NumField() {
			if !reflect.DeepEqual(got.Field(i).Interface(), want.Field(i).Interface()) {
				t.Errorf("%s: %s changed on the way", name, got.Type().Field(i).Name)
			}
		}
		if !bytes.Equal(write(t, again.Facts()), saved) {
			t.Errorf("%s: written twice, it is not the same", name)
		}
	}
}

func write(t testing.TB, f *model.Facts) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWhatIsWrittenIsOfTheFormat(t *testing.T) {
	facts := modeltest.TalksFacts()
	saved := write(t, &facts)
	if err := validate(compileSchema(t), saved); err != nil {
		t.Error(err)
	}
	want := "{\n  \"format\": \"parley/1\",\n  \"name\": \"made-up-talks\",\n  \"title\": {\n    \"en\": \"Made-up talks\","
	if !strings.HasPrefix(string(saved), want) || !strings.HasSuffix(string(saved), "\n  ]\n}\n") {
		t.Errorf("it begins\n%.120s", saved)
	}
	at := -1
	for _, m := range fileShape().members { // in the order of the format
		if i := bytes.Index(saved, []byte("\n  \""+m.name+"\":")); i >= 0 {
			if i < at {
				t.Errorf("%q is out of order", m.name)
			}
			at = i
		}
	}
}

func TestWriteOfTextsAndErrors(t *testing.T) {
	for _, test := range []struct {
		text model.Text
		want string
	}{
		{model.Plain(`a "b" <c> ї`), `"a \"b\" <c> ї"`},
		{model.Text{"uk": "так", "en": "yes"}, `{"en":"yes","uk":"так"}`},
		{model.Text{"": "yes", "uk": "так", "en": ""}, `{"und":"yes","uk":"так"}`},
		{model.Text{"en": ""}, ""},
		{nil, ""},
	} {
		if got := string(newText(test.text)); got != test.want {
			t.Errorf("%v: got %s, want %s", test.text, got, test.want)
		}
	}
	facts := modeltest.MinimalFacts()
	facts.Sides[0].Name = model.Plain("\xff")
	if err := Write(&bytes.Buffer{}, &facts); err == nil {
		t.Error("a text that is no UTF-8 is written")
	}
	if err := Write(failing{}, &facts); err == nil {
		t.Error("a writer that fails is not noticed")
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, bytes.ErrTooLarge }
