package format

import (
	"testing"

	"parley/model"
)

func TestTurkishDatesAndNumbers(t *testing.T) {
	l := In("tr-TR")
	for date, want := range map[string]string{
		"2025-06-02":            "2 Haziran 2025",
		"2025-06":               "Haziran 2025",
		"2025-06~":              "yaklaşık Haziran 2025",
		"2025-05-23/2025-05-25": "23–25 Mayıs 2025",
		"2025-05-31/2025-06-02": "31 Mayıs – 2 Haziran 2025",
	} {
		if got := l.Date(model.MustDate(date)); got != want {
			t.Errorf("%s: %q, want %q", date, got, want)
		}
	}
	for n, want := range map[int]string{0: "0", 999: "999", 6057: "6.057", 18301: "18.301", 1_000_000: "1.000.000"} {
		if got := l.Number(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
	if got, want := l.Decimal(20.3, 1), "20,3"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// After a number a noun stays in the singular.
func TestTurkishNounsAfterNumbersStaySingular(t *testing.T) {
	for n, want := range map[int]string{0: "0 kaynak", 1: "1 kaynak", 2: "2 kaynak", 1000: "1.000 kaynak"} {
		if got := In("tr").N("core.sources", n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestTurkishWordsStandInTheTurkishAlphabet(t *testing.T) {
	words := []string{"Zonguldak", "Ürgüp", "Çorum", "İzmir", "Iğdır", "Cizre", "Hatay", "Şırnak", "Sivas", "Öğe", "Ordu"}
	want := []string{"Cizre", "Çorum", "Hatay", "Iğdır", "İzmir", "Ordu", "Öğe", "Sivas", "Şırnak", "Ürgüp", "Zonguldak"}
	for i, place := range In("tr").SortedBy(len(words), func(i int) string { return words[i] }) {
		if words[place] != want[i] {
			t.Errorf("place %d: %q, want %q", i, words[place], want[i])
		}
	}
}

func TestAFirstLetterIsMadeLargeAsTheLanguageDoes(t *testing.T) {
	for _, c := range []struct{ lang, words, want string }{
		{"tr", "iade edilen", "İade edilen"},
		{"tr", "ılımlı", "Ilımlı"},
		{"en", "item", "Item"},
		{"uk", "їхній", "Їхній"},
		{"en", "", ""},
		{"tr", "3 madde", "3 madde"},
	} {
		if got := In(c.lang).Capital(c.words); got != c.want {
			t.Errorf("%s, %q: %q, want %q", c.lang, c.words, got, c.want)
		}
	}
}
