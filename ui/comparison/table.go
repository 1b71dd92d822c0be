package comparison

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/goccy/go-json/jsontext"
	json "github.com/goccy/go-json/v2"
)

// columns are those of the CSV. IDs and words of the format stand beside the words of the reader's language, so that a
// program can read it in any.
var columns = []string{
	"topic_id", "topic", "judgement", "reason", "place", "document_id", "document", "addressed", "silence", "stance",
	"clause_id", "number", "wording", "text", "related_under", "sources", "reader_judgement", "reader_reason",
}

// csv has a line for each clause of each topic, the related ones too, and one for each document that has none there.
func (c Comparison) csv(w io.Writer) error {
	out := csv.NewWriter(w)
	head := columns
	if c.dataset.MadeUp {
		head = append(head[:len(head):len(head)], "made_up")
	}
	records := [][]string{head}
	for _, r := range c.Told() {
		records = append(records, c.records(r)...)
	}
	for i, record := range records {
		if i > 0 && c.dataset.MadeUp {
			record = append(record, "true")
		}
		if err := out.Write(record); err != nil {
			return fmt.Errorf("write CSV: %w", err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	return nil
}

func (c Comparison) records(r Row) [][]string {
	var list [][]string
	own, ownReason := "", ""
	for _, o := range r.Own {
		own, ownReason = string(o.Judgement), o.Reason
	}
	for i, s := range r.Sides {
		d := c.Documents[i]
		base := []string{
			string(r.Topic), r.Name, string(r.Judgement), r.Reason.Text, []string{"left", "right"}[i], string(d.ID), d.Name,
			strconv.FormatBool(s.Addressed), s.Silence, strings.Join(s.Stance, "; "),
		}
		add := func(cells ...string) {
			list = append(list, append(append(base[:len(base):len(base)], cells...), own, ownReason))
		}
		for _, x := range s.Clauses {
			add(string(x.ID), x.Number, string(x.Wording), x.Text, "", c.publications(x.Sources))
		}
		for _, x := range s.Related {
			add(string(x.ID), x.Number, string(x.Wording), x.Text, x.Under, "")
		}
		if len(s.Clauses)+len(s.Related) == 0 {
			add("", "", "", "", "", c.publications(s.Sources))
		}
	}
	return list
}

// publications are the addresses of sources, or their publishers where they have none.
func (c Comparison) publications(numbers []int) string {
	var list []string
	for _, n := range numbers {
		s := c.Sources[n-1]
		if s.URL != "" {
			list = append(list, s.URL)
		} else {
			list = append(list, s.Publisher+": "+s.Title)
		}
	}
	return strings.Join(list, " ; ")
}

// jsonComparison is a comparison for programs.
type jsonComparison struct {
	Dataset   string         `json:"dataset"`
	Version   string         `json:"version"`
	MadeUp    bool           `json:"made_up"`
	Documents [2]string      `json:"documents"`
	Topics    []jsonTopic    `json:"topics"`
	Sources   []jsonSource   `json:"sources"`
	Counts    map[string]int `json:"counts"`
}

type jsonTopic struct {
	ID        string      `json:"id"`
	Name      string      `json:"name"`
	Judgement string      `json:"judgement"`
	Reason    string      `json:"reason"`
	Sides     [2]jsonSide `json:"sides"`
	Own       []jsonOwn   `json:"reader,omitempty"`
}

type jsonOwn struct {
	Judgement string `json:"judgement"`
	Reason    string `json:"reason"`
}

type jsonSide struct {
	Addressed bool         `json:"addressed"`
	Stance    []string     `json:"stance"`
	Clauses   []jsonClause `json:"clauses"`
	Related   []string     `json:"related"`
	Sources   []int        `json:"sources"`
}

type jsonClause struct {
	ID      string `json:"id"`
	Number  string `json:"number"`
	Wording string `json:"wording"`
	Text    string `json:"text"`
	Sources []int  `json:"sources"`
}

type jsonSource struct {
	Number    int    `json:"number"`
	ID        string `json:"id"`
	Publisher string `json:"publisher"`
	Title     string `json:"title"`
	URL       string `json:"url"`
}

func (c Comparison) json(w io.Writer) error {
	report := jsonComparison{
		Dataset: c.dataset.Name, Version: c.dataset.Version, MadeUp: c.dataset.MadeUp,
		Documents: [2]string{string(c.Documents[0].ID), string(c.Documents[1].ID)},
		Topics:    []jsonTopic{}, Sources: []jsonSource{}, Counts: map[string]int{},
	}
	for _, n := range c.Counts {
		word := string(n.Judgement)
		if word == "" {
			word = "not-judged"
		}
		report.Counts[word] = n.N
	}
	for _, r := range c.Told() {
		t := jsonTopic{ID: string(r.Topic), Name: r.Name, Judgement: string(r.Judgement), Reason: r.Reason.Text}
		for i, s := range r.Sides {
			t.Sides[i] = sideForPrograms(s)
		}
		for _, o := range r.Own {
			t.Own = append(t.Own, jsonOwn{string(o.Judgement), o.Reason})
		}
		report.Topics = append(report.Topics, t)
	}
	for _, s := range c.Sources {
		report.Sources = append(report.Sources, jsonSource{s.Number, string(s.ID), s.Publisher, s.Title, s.URL})
	}
	text, err := json.Marshal(report, jsontext.WithIndent("  "), json.Deterministic(true))
	if err != nil {
		return err
	}
	_, err = w.Write(append(text, '\n'))
	return err
}

func sideForPrograms(s Cell) jsonSide {
	side := jsonSide{Addressed: s.Addressed, Stance: orEmpty(s.Stance), Clauses: []jsonClause{}, Related: []string{}, Sources: orEmpty(s.Sources)}
	for _, x := range s.Clauses {
		side.Clauses = append(side.Clauses, jsonClause{string(x.ID), x.Number, string(x.Wording), x.Text, orEmpty(x.Sources)})
	}
	for _, x := range s.Related {
		side.Related = append(side.Related, string(x.ID))
	}
	return side
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
