package changes

import (
	"fmt"
	"io"

	"github.com/goccy/go-json/jsontext"
	json "github.com/goccy/go-json/v2"

	"parley/model"
)

// jsonReport is a report for programs.
type jsonReport struct {
	Old     jsonVersion  `json:"old"`
	New     jsonVersion  `json:"new"`
	Warning string       `json:"warning,omitzero"`
	Changes []jsonChange `json:"changes"`
}

type jsonVersion struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Created string `json:"created"`
	MadeUp  bool   `json:"made_up"`
}

func versionOf(m model.Metadata) jsonVersion {
	return jsonVersion{m.Name, m.Version, m.Created.String(), m.MadeUp}
}

// jsonChange is a change for programs: members and words of the file, not of the reader's language.
type jsonChange struct {
	Noun    model.Noun       `json:"noun"`
	ID      string           `json:"id"`
	OldID   string           `json:"old_id,omitzero"`
	What    model.Difference `json:"what"`
	Name    string           `json:"name"`
	Fields  []jsonField      `json:"fields"`
	Reasons []string         `json:"reasons,omitempty"`
}

type jsonField struct {
	Path    []string         `json:"path"`
	Old     any              `json:"old"`
	New     any              `json:"new"`
	Sources []model.SourceID `json:"sources,omitempty"`
}

func (r Report) json(w io.Writer) error {
	report := jsonReport{Old: versionOf(r.old), New: versionOf(r.now), Warning: r.Warning, Changes: []jsonChange{}}
	for _, s := range r.Sections {
		for _, e := range s.Entries {
			report.Changes = append(report.Changes, forPrograms(e))
		}
	}
	text, err := json.Marshal(report, jsontext.WithIndent("  "))
	if err != nil {
		return err
	}
	_, err = w.Write(append(text, '\n'))
	return err
}

func forPrograms(e Entry) jsonChange {
	c := jsonChange{
		Noun: e.Change.Noun, ID: e.Change.ID, OldID: e.Change.OldID, What: e.Change.Difference, Name: e.Name,
		Fields: []jsonField{}, Reasons: e.Reasons,
	}
	for _, f := range e.Change.Fields {
		field := jsonField{Old: plain(f.Old), New: plain(f.New), Sources: f.Sources}
		for _, step := range f.Path {
			field.Path = append(field.Path, step.Name)
			if of, ok := plain(step.Of).(string); ok && of != "" {
				field.Path = append(field.Path, of)
			}
		}
		c.Fields = append(c.Fields, field)
	}
	return c
}

// plain is a value as the file writes it.
func plain(v any) any {
	switch v := v.(type) {
	case nil, int, bool:
		return v
	case model.Text:
		if plain, ok := v[""]; ok && len(v) == 1 {
			return plain
		}
		return map[string]string(v)
	case model.Claim:
		return map[string]any{"value": orNil(v.Value), "qualifier": v.Qualifier}
	case model.Item:
		return v.String()
	case model.Occasion:
		if v.Round != "" {
			return model.Item{Kind: model.RoundItem, ID: string(v.Round)}.String()
		}
		return model.Item{Kind: model.EventItem, ID: string(v.Event)}.String()
	}
	return word(v)
}

func orNil(n *int) any {
	if n == nil {
		return nil
	}
	return *n
}

// word is a date, an ID or a word of the format as a string.
func word(v any) string { return fmt.Sprint(v) }
