package sheetwords_test

import (
	"slices"
	"strings"
	"testing"

	"parley/model/sheet"
	"parley/ui/format"
	"parley/ui/sheetwords"
)

func TestEveryReasonHasItsSentence(t *testing.T) {
	for _, lang := range format.Languages() {
		l := format.In(lang)
		seen := map[string]sheet.Reason{}
		for _, why := range sheet.Reasons() {
			words := sheetwords.Why(l, sheet.Fault{Field: sheet.Count, Value: "many", Reason: why})
			if strings.Contains(words, "import.why") || seen[words] != "" {
				t.Errorf("%s: %q and %q: %s", lang, why, seen[words], words)
			}
			seen[words] = why
		}
		for _, f := range sheet.Fields() {
			if words := sheetwords.Field(l, f); strings.Contains(words, "import.") {
				t.Errorf("%s: %s", lang, words)
			}
		}
		for _, o := range sheet.Orders() {
			if key := "import.order." + string(o); l.T(key) == key {
				t.Errorf("%s: there is no text %q", lang, key)
			}
		}
	}
}

func TestACellIsShownOnOneLine(t *testing.T) {
	words := sheetwords.Why(format.In("en"), sheet.Fault{
		Field: sheet.Count, Value: "12\nand " + strings.Repeat("more", 100), Reason: sheet.BadCount,
	})
	if strings.Contains(words, "\n") || !strings.Contains(words, `12\nand`) || !strings.Contains(words, "…") {
		t.Errorf("%s", words)
	}
}

func TestWhatASheetComesToIsToldInWords(t *testing.T) {
	im := sheet.New(sheet.Parse("a.csv", []byte(
		"date,kind,side,count,source\n25.01.2026,bodies,North,5,https://paper.example/1\n"+
			"26.01.2026,bodies,South,6,https://paper.example/1\n")),
		sheet.Target{Path: "a.json", New: true}, sheet.Options{})
	l := format.In("en")
	if got, want := sheetwords.Sum(l, im), []string{"2 rows", "2 new exchanges", "1 new source"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	remarks := strings.Join(sheetwords.Remarks(l, im), "\n")
	for _, want := range []string{
		`Dates are read as day, month, year: "25.01.2026" in line 2`, "the sides North and South, and the kinds bodies",
		"2 rows do not say whose count it is",
	} {
		if !strings.Contains(remarks, want) {
			t.Errorf("%q is not in\n%s", want, remarks)
		}
	}
}
