package state

import (
	"reflect"

	"github.com/goccy/go-json/jsontext"
	json "github.com/goccy/go-json/v2"

	"parley/model"
)

// Dates are written as the dataset has them.
var (
	datesOut = json.WithMarshalers(json.MarshalFunc(func(d model.Date) ([]byte, error) { return json.Marshal(d.String()) }))
	datesIn  = json.WithUnmarshalers(json.UnmarshalFunc(func(data []byte, d *model.Date) error {
		var words string
		if err := json.Unmarshal(data, &words); err != nil || words == "" {
			*d = model.Date{}
			return err
		}
		read, err := model.ParseDate(words)
		*d = read
		return err
	}))
)

// Remember writes a state as a JSON object, to be read by [Recall] at the next start. What a statement rests on is left out:
// its words are those of one language.
func Remember(s State) ([]byte, error) {
	s.Evidence = Evidence{}
	return json.Marshal(s, datesOut, json.OmitZeroStructFields(true))
}

// Recall reads a state that Remember wrote. A part that cannot be read is as in the zero State; so is one that a newer
// program may have added. What the state names may not be in the dataset any more.
func Recall(data []byte) State {
	var parts map[string]jsontext.Value
	if err := json.Unmarshal(data, &parts); err != nil {
		return State{}
	}
	var s State
	fields := reflect.ValueOf(&s).Elem()
	for name, part := range parts {
		field := fields.FieldByName(name)
		if !field.IsValid() || name == "Evidence" {
			continue
		}
		read := reflect.New(field.Type())
		if json.Unmarshal(part, read.Interface(), datesIn) == nil {
			field.Set(read.Elem())
		}
	}
	return s
}
