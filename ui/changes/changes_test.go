package changes_test

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"parley/model"
	"parley/model/modeltest"
	"parley/ui/changes"
	"parley/ui/format"
)

// versions are a small process before and after something changed.
func versions(change func(*model.Facts)) (old, now *model.Dataset) {
	after := modeltest.TalksFacts()
	change(&after)
	return modeltest.Talks(), model.New(after)
}

func recount(f *model.Facts) {
	e := &f.Exchanges[slices.IndexFunc(f.Exchanges, func(e model.Exchange) bool { return e.ID == "prisoners-05-23" })]
	n := 391
	figure := e.To[modeltest.North]
	figure.Claims = slices.Clone(figure.Claims)
	figure.Claims[0].Value = &n
	e.To[modeltest.North] = figure
}

func repledge(f *model.Facts) {
	n := 1001
	figure := f.Pledges[0].To[modeltest.North]
	figure.Claims = slices.Clone(figure.Claims)
	figure.Claims[0].Value = &n
	f.Pledges[0].To[modeltest.North] = figure
}

func TestAChangeIsToldInTheReadersWords(t *testing.T) {
	for _, test := range []struct {
		lang, label, old, now string
		change                func(*model.Facts)
	}{
		{"en", "Received: Norland › Claim: Norland", "390", "391", recount},
		{"uk", "Отримує: Норландія › Твердження: Норландія", "390", "391", recount},
		{"en", "Date", "16 May 2025", "May 2025", func(f *model.Facts) { f.Rounds[0].Date = model.MustDate("2025-05") }},
		{"en", "Status", "agreed", "offered by one side", func(f *model.Facts) { f.Pledges[0].Status = model.Offered }},
		{"en", "Pledged to: Norland › Claim: Norland", "175", "1,001", repledge},
		{"uk", "Обіцяно: Норландія › Твердження: Норландія", "175", "1001", repledge},
		{"en", "Short name", "made-up-talks", "other-talks", func(f *model.Facts) { f.Metadata.Name = "other-talks" }},
		{"en", "Weak source", "", "yes", func(f *model.Facts) { f.Sources[0].Weak = true }},
		{"en", "Place", "Neutral City", "Lake Palace", func(f *model.Facts) { f.Rounds[0].Place = "palace" }},
		{"en", "Name", "(uk) Гостинія", "(uk) Інша", func(f *model.Facts) {
			f.Actors = []model.Actor{{ID: "host", Name: model.Text{"en": "Hostland", "uk": "Інша"}}}
		}},
	} {
		l := format.In(test.lang)
		r := changes.Tell(l, first(versions(test.change)), second(versions(test.change)))
		if len(r.Sections) != 1 || len(r.Sections[0].Entries) != 1 || len(r.Sections[0].Entries[0].Lines) != 1 {
			t.Errorf("%s: more or less than one change: %+v", test.label, r.Sections)
			continue
		}
		line := r.Sections[0].Entries[0].Lines[0]
		if line.Label != test.label || line.Old != test.old || line.New != test.now {
			t.Errorf("%s: %q was %q, is %q; want %q, %q, %q", test.lang, line.Label, line.Old, line.New, test.label, test.old, test.now)
		}
	}
}

func first(a, _ *model.Dataset) *model.Dataset  { return a }
func second(_, b *model.Dataset) *model.Dataset { return b }

// TestEveryValueThatMayChangeHasAName goes through everything that a dataset can hold.
func TestEveryValueThatMayChangeHasAName(t *testing.T) {
	empty, full := &model.Facts{}, modeltest.TalksFacts()
	found := append(model.Diff(empty, &full), model.Diff(&full, empty)...)
	names := map[string]bool{}
	for _, c := range found {
		names["changes.noun."+string(c.Noun)] = true
	}
	addMembers(names, reflect.TypeFor[model.Facts](), map[reflect.Type]bool{})
	for _, lang := range format.Languages() {
		l := format.In(lang)
		for key := range names {
			if l.T(key) == key {
				t.Errorf("%s: there is no text %q", lang, key)
			}
		}
	}
	if len(names) < 120 {
		t.Errorf("only %d names are asked for", len(names))
	}
}

// addMembers collects what values can be called, from the structs themselves.
func addMembers(names map[string]bool, of reflect.Type, seen map[reflect.Type]bool) {
	if seen[of] {
		return
	}
	seen[of] = true
	switch of.Kind() {
	case reflect.Pointer, reflect.Slice:
		addMembers(names, of.Elem(), seen)
	case reflect.Map:
		addMembers(names, of.Elem(), seen)
	case reflect.Struct:
		for i := range of.NumField() {
			if field := of.Field(i); field.IsExported() {
				if of != reflect.TypeFor[model.Facts]() && !untold[field.Name] && !field.Anonymous && of != reflect.TypeFor[model.Occasion]() && of != reflect.TypeFor[model.Item]() {
					names["changes.field."+model.MemberName(field.Name)] = true
				}
				addMembers(names, field.Type, seen)
			}
		}
	}
}

// untold are fields that are not told as values of their own.
var untold = map[string]bool{"ID": true, "Formerly": true, "Corrections": true, "Old": true, "New": true, "Item": true}

func TestMarkdownKeepsTextsOfADatasetFromBeingMarks(t *testing.T) {
	old, now := versions(func(f *model.Facts) { f.Sources[0].Title = "*bold* [link](x) <b>\n# head" })
	var b strings.Builder
	if err := changes.Tell(format.In("en"), old, now).Write(&b, changes.Markdown); err != nil {
		t.Fatal(err)
	}
	if want := `\*bold\* \[link\](x) \<b\> \# head`; !strings.Contains(b.String(), want) {
		t.Errorf("%q is not in\n%s", want, b.String())
	}
}

func TestHTMLIsWholeAndHoldsNoForeignMarkup(t *testing.T) {
	old, now := versions(func(f *model.Facts) {
		recount(f)
		f.Sources[0].Title = `<script>alert("x")</script>`
		f.Sources[0].URL = `javascript:alert(1)`
	})
	var b strings.Builder
	if err := changes.Tell(format.In("uk"), old, now).Write(&b, changes.HTML); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	for _, bad := range []string{"<script", `href="javascript:`, "src=", "@import"} {
		if strings.Contains(text, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
	for _, want := range []string{`<html lang="uk">`, "391", "&lt;script&gt;"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("the tags do not match: %v", err)
		}
	}
}

func TestJSONHasAllValuesInTheWordsOfTheFile(t *testing.T) {
	old, now := versions(recount)
	var b strings.Builder
	if err := changes.Tell(format.In("uk"), old, now).Write(&b, changes.JSON); err != nil {
		t.Fatal(err)
	}
	var report struct {
		Old, New struct{ Name, Version string }
		Changes  []struct {
			Noun, ID, What string
			Fields         []struct {
				Path     []string
				Old, New map[string]any
				Sources  []string
			}
		}
	}
	if err := json.Unmarshal([]byte(b.String()), &report); err != nil {
		t.Fatal(err)
	}
	if report.Old != report.New || report.Old.Version != old.Metadata().Version {
		t.Errorf("the versions are %v and %v", report.Old, report.New)
	}
	list := report.Changes
	if len(list) != 1 || list[0].ID != "prisoners-05-23" || list[0].What != "changed" {
		t.Fatalf("got %+v", list)
	}
	f := list[0].Fields[0]
	if !slices.Equal(f.Path, []string{"to", "north", "claims", "north"}) || f.Old["value"] != 390.0 || f.New["value"] != 391.0 || len(f.Sources) == 0 {
		t.Errorf("got %+v", f)
	}
}

func TestNothingChangedIsSaid(t *testing.T) {
	r := changes.Tell(format.In("en"), modeltest.Talks(), modeltest.Talks())
	if r.Summary != "Nothing changed." || len(r.Sections) > 0 {
		t.Errorf("got %q and %d sections", r.Summary, len(r.Sections))
	}
}

func TestTwoDatasetsAreNotTakenForVersionsOfOne(t *testing.T) {
	old, now := versions(func(f *model.Facts) { f.Metadata.Name = "other-talks" })
	r := changes.Tell(format.In("en"), old, now)
	if !strings.Contains(r.Warning, "two datasets") {
		t.Errorf("the warning is %q", r.Warning)
	}
}
