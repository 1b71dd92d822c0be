package chart

import (
	"bytes"
	"encoding/csv"
	"errors"
	"slices"
	"strings"
	"testing"

	"parley/model"
	"parley/model/modeltest"
	"parley/ui/chart/charttest"
)

// records reads the CSV of a table as one map per row, by the names of the columns.
func records(t *testing.T, table Table) []map[string]string {
	t.Helper()
	var out bytes.Buffer
	if err := table.WriteCSV(&out); err != nil {
		t.Fatal(err)
	}
	lines, err := csv.NewReader(&out).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var list []map[string]string
	for _, line := range lines[1:] {
		record := map[string]string{}
		for i, name := range lines[0] {
			record[name] = line[i]
		}
		list = append(list, record)
	}
	return list
}

func pick(record map[string]string, names ...string) string {
	var values []string
	for _, n := range names {
		values = append(values, record[n])
	}
	return strings.Join(values, "|")
}

func TestCSVHoldsEveryNumberAndLeavesTheUnknownEmpty(t *testing.T) {
	var got []string
	for _, r := range records(t, RoundsChart(realTalks(t), Options{Kind: "prisoners"}).Table()) {
		got = append(got, pick(r, "occasion", "side", "agreed", "agreed_state", "carried_out", "carried_out_state",
			"exchanges_without_count", "exchanges_inferred"))
	}
	for _, want := range []string{
		"Istanbul I, 16 May 2025|Ukraine|1000|known|1000|known|0|0",
		"Istanbul II, 2 June 2025|Ukraine|1000|at least||unknown|9|0",
		"Istanbul III, 23 July 2025|Ukraine|1200|at least|205|known|0|0",
		"Telephone call Trump – Putin, 18 March 2025|Ukraine||disputed|175|known|0|0",
		"Truce of 9-11 May announced by the US president, 8 May 2026|Russia||disputed||tied by inference|0|1",
		"Istanbul agreements, round not stated|Russia||not applicable|146|known|0|0",
		"tied to no round or event|Ukraine||not applicable|5008|at least|2|0",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("no row %q in\n%s", want, strings.Join(got, "\n"))
		}
	}
}

func TestCSVListsThePledgesThatAreNotDrawn(t *testing.T) {
	var got []string
	for _, r := range records(t, RoundsChart(realTalks(t), Options{Kind: "bodies"}).Table()) {
		got = append(got, pick(r, "status", "side", "agreed", "agreed_state", "agreed_claims"))
	}
	// An offer is no agreement: it has no agreed number, and who named which is told.
	want := "offered by one side after the round|Ukraine||not applicable|2,239 (Russia), no claim recorded (Ukraine)"
	if !slices.Contains(got, want) {
		t.Errorf("no row %q in\n%s", want, strings.Join(got, "\n"))
	}
}

// What was carried out of a part stands in its row too, with a word that it is in the sum of the whole.
func TestCSVTellsWhatWasCarriedOutOfPledgesThatAreNotDrawn(t *testing.T) {
	var got []string
	for _, r := range records(t, RoundsChart(realTalks(t), Options{Kind: "prisoners"}).Table()) {
		got = append(got, pick(r, "pledge", "status", "side", "carried_out", "carried_out_state",
			"exchanges_without_count"))
	}
	for _, want := range []string{
		"All severely wounded and severely ill prisoners, all for all|part of another pledge, its exchanges counted " +
			"there|Russia||unknown|9",
		"All servicemen aged 18 to 25, all for all|part of another pledge, its exchanges counted there|Ukraine||unknown|4",
		"First list of 640 prisoners handed to the Ukrainian side|part of another pledge|Ukraine||nothing tied|0",
		"Regular exchange of severely wounded through medical commissions|agreed without a number|Russia||nothing tied|0",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("no row %q in\n%s", want, strings.Join(got, "\n"))
		}
	}
}

// Exchanges tied to a pledge that is no agreement are in the sum of those tied to the occasion.
func TestCSVSaysWhereElseExchangesAreCounted(t *testing.T) {
	facts := modeltest.TalksFacts()
	for i := range facts.Pledges {
		if facts.Pledges[i].ID == "r1-prisoners" {
			facts.Pledges[i].Status = model.Proposed
		}
	}
	var got []string
	for _, r := range records(t, RoundsChart(model.New(facts), Options{Kind: modeltest.Prisoners}).Table()) {
		if strings.HasPrefix(r["occasion"], "First round") && r["side"] == "Norland" && r["carried_out"] != "" {
			got = append(got, pick(r, "status", "carried_out"))
		}
	}
	checkLines(t, got, []string{
		"tied to the occasion, to no pledge drawn|1000",
		"proposed, not agreed, its exchanges counted in another row|1000",
	})
}

func TestStateOfWhatWasCarriedOutInCSV(t *testing.T) {
	e := []*model.Exchange{{}}
	for want, c := range map[string]model.Carried{
		"nothing tied":      {},
		"tied by inference": {Inferred: e},
		"unknown":           {Uncounted: e},
		"at least":          {Counted: e, Uncounted: e},
		"known":             {Counted: e, Inferred: e},
	} {
		if got := carriedWord(c); got != want {
			t.Errorf("%+v: %q, want %q", c, got, want)
		}
	}
}

// A number rests on the publications of its own side and of the ties, not on those of the other side's number.
func TestPublicationsAreThoseOfTheSideAndOfTheTies(t *testing.T) {
	figure := func(source model.SourceID) model.Figure {
		return model.Figure{Claims: []model.Claim{{Sources: []model.SourceID{source}}}}
	}
	e := &model.Exchange{
		Sources: []model.SourceID{"exchange"},
		To:      map[model.SideID]model.Figure{"north": figure("north"), "south": figure("south")},
		Ties:    []model.Tie{{Sources: []model.SourceID{"tie"}}},
	}
	got := exchangeSources("north", model.Carried{Counted: []*model.Exchange{e}})
	if want := []model.SourceID{"exchange", "north", "tie"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestCSVNamesEveryPublication(t *testing.T) {
	for _, r := range records(t, RoundsChart(charttest.One(), Options{Kind: modeltest.Prisoners}).Table()) {
		if r["publications"] != "1" || r["sources"] != "World Agency: Papers handed over" {
			t.Errorf("publications %q, sources %q", r["publications"], r["sources"])
		}
	}
}

func TestZeroIsWrittenAsZero(t *testing.T) {
	r := records(t, RoundsChart(charttest.Zero(), Options{Kind: modeltest.Prisoners}).Table())[0]
	if got := pick(r, "carried_out", "carried_out_state"); got != "0|known" {
		t.Errorf("a published zero is %q, want 0|known", got)
	}
}

func TestEveryRowHasACellForEveryColumn(t *testing.T) {
	for _, f := range charttest.Fixtures() {
		table := RoundsChart(f.Dataset, Options{Kind: f.Kind}).Table()
		for _, row := range table.Rows {
			if len(row.Cells) != len(table.Columns) {
				t.Fatalf("%s: a row has %d cells for %d columns", f.Name, len(row.Cells), len(table.Columns))
			}
		}
	}
}

var errDiskFull = errors.New("disk full")

// fullDisk takes nothing.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errDiskFull }

func TestCSVReportsAWriterThatFails(t *testing.T) {
	err := RoundsChart(charttest.One(), Options{Kind: modeltest.Prisoners}).Table().WriteCSV(fullDisk{})
	if !errors.Is(err, errDiskFull) {
		t.Errorf("got %v, want the writer's own error", err)
	}
}
