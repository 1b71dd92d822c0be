package chart

import (
	"strings"
	"testing"

	"parley/model"
	"parley/model/modeltest"
)

// tieNote is the note on ties after a change of the talks.
func tieNote(t *testing.T, change func(*model.Facts)) string {
	t.Helper()
	facts := modeltest.TalksFacts()
	change(&facts)
	for _, n := range RoundsChart(model.New(facts), Options{Kind: modeltest.Prisoners}).Notes {
		if strings.HasPrefix(n.Text, "The tie") {
			return n.Text
		}
	}
	return ""
}

// tiedBy has every tie of an exchange stated by the given reporters alone.
func tiedBy(f *model.Facts, id model.ExchangeID, by ...model.Reporter) {
	for i := range f.Exchanges {
		if e := &f.Exchanges[i]; e.ID == id {
			for j := range e.Ties {
				e.Ties[j].By = by
			}
		}
	}
}

func TestTiesAreJudgedPerExchange(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*model.Facts)
		want   string
	}{
		"each by one side": {func(f *model.Facts) {
			tiedBy(f, "prisoners-05-23", "north")
			tiedBy(f, "prisoners-05-24", "south")
		}, "First round, 16 May 2025: 23 May 2025 (Norland), 24 May 2025 (Sudland)"},
		"all by one side": {func(f *model.Facts) {
			for _, id := range []model.ExchangeID{"prisoners-05-23", "prisoners-05-24", "prisoners-05-25"} {
				tiedBy(f, id, "north")
			}
		}, "First round, 16 May 2025 (Norland)"},
	} {
		if got := tieNote(t, c.change); !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestTiesThatEverySideStatesAreNotNoted(t *testing.T) {
	got := tieNote(t, func(*model.Facts) {})
	want := "The tie of the exchanges is not stated by every side: Second round, 2 June 2025: 4 July 2025 (Sudland); " +
		"City agreements (round not stated) (Norland and a third party)."
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
