package state

import (
	"reflect"
	"testing"
	"time"

	"parley/model"
)

// filled gives every field of a value, also of those in it, something that is not zero.
func filled(t *testing.T, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.String:
		v.SetString("some")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(3)
	case reflect.Float32, reflect.Float64:
		v.SetFloat(1.5)
	case reflect.Struct:
		switch v.Type() {
		case reflect.TypeFor[model.Date]():
			v.Set(reflect.ValueOf(model.MustDate("2025-05~")))
			return
		case reflect.TypeFor[time.Time]():
			v.Set(reflect.ValueOf(time.Date(2025, 5, 23, 1, 2, 3, 0, time.UTC)))
			return
		}
		for i := range v.NumField() {
			filled(t, v.Field(i))
		}
	default:
		t.Fatalf("say here what a %s may be", v.Type())
	}
}

func TestEveryPartOfTheStateIsRemembered(t *testing.T) {
	var s State
	filled(t, reflect.ValueOf(&s).Elem())
	data, err := Remember(s)
	if err != nil {
		t.Fatal(err)
	}
	s.Evidence = Evidence{}
	if got := Recall(data); got != s {
		t.Errorf("%s is recalled as %+v, want %+v", data, got, s)
	}
}

func TestAStateThatIsPartlyDamagedIsRecalledAsFarAsItGoes(t *testing.T) {
	for data, want := range map[string]State{
		``:     {},
		`null`: {},
		`[1]`:  {},
		`{"Page": "notes", "Table": "yes", "Round": 7, "Other": {}}`:                                     {Page: Notes},
		`{"View": {"From": "2025-13"}, "Kind": "bodies"}`:                                                {Kind: "bodies"},
		`{"View": {"From": "2025-05", "Part": 2}}`:                                                       {View: View{From: model.MustDate("2025-05"), Part: 2}},
		`{"Evidence": {"Statement": "words"}, "Swapped": true}`:                                          {Swapped: true},
		`{"Page": "rounds", "Page": "notes"}`:                                                            {},
		`{"Selected": {"Kind": "round", "ID": "round-1"}, "View": {"Zoom": {"From": "", "To": "2026"}}}`: {Selected: model.Item{Kind: model.RoundItem, ID: "round-1"}, View: View{Zoom: Zoom{To: model.MustDate("2026")}}},
	} {
		if got := Recall([]byte(data)); got != want {
			t.Errorf("%s is recalled as %+v, want %+v", data, got, want)
		}
	}
}
