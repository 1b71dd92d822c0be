package sheet

import (
	"strings"
	"testing"
	"unicode/utf8"

	"parley/model"
	"parley/model/datafile"
)

// FuzzImport holds these laws for any spreadsheet: reading never panics; a fault lies within the file; what is written is
// a dataset without errors, in which every number of the sheet stands; and the same sheet adds nothing the second time.
func FuzzImport(f *testing.F) {
	for _, rows := range []string{
		heading + "2026-02-01,prisoners,north,\"1,000\",north,https://a.example/1\n",
		heading + "01/02/2026,prisoners,north,~7,,paper\n23/02/2026,bodies,south,,third party,www.b.example\n",
		"sep=;\nДата;Вид;Кому;Кількість;Джерело\n23 травня 2026;полонені;Північ;1 000;paper\n",
		"id\tdate\tkind\tside\tcount\tplace\tround\tsource\nx\t2026-01-20\tprisoners\tnorth\t10\tFord\tfirst\tpaper\n",
		"\xff\xfed\x00a\x00t\x00e\x00", "PK\x03\x04", "\"", ",,,\n,,,", "date,date\n\"a\nb\",c",
		heading + "2026-01-20,prisoners,north,11,south,paper\n2026-01-20,prisoners,south,11,south,paper\n",
		heading + "2026-02,bodies,north,0,receiver,https://a.example/\x01\n",
	} {
		f.Add([]byte(rows), false)
		f.Add([]byte(rows), true)
	}
	f.Fuzz(func(t *testing.T, data []byte, isNew bool) {
		table := Parse("a.csv", data)
		target := Target{Path: "a.json", Data: []byte(small)}
		o := Options{Partial: true, New: Dataset{Created: model.MustDate("2026-11-22"), Sides: []string{"north", "south"}}}
		if isNew {
			target = Target{Path: "a.json", New: true}
		}
		im := New(table, target, o)
		lines := strings.FieldsFunc(string(data)+" ", func(r rune) bool { return r == '\n' || r == '\r' })
		for _, fault := range im.Faults {
			inFile := fault.Line <= strings.Count(string(data), "\n")+strings.Count(string(data), "\r")+1
			if fault.Line < 1 || fault.Col < 1 || !inFile || fault.Col > utf8.RuneCount(data)+1 {
				t.Errorf("%+v is not in a file of %d lines", fault, len(lines))
			}
		}
		if im.Text == nil {
			return
		}
		ds, problems := datafile.Read("a.json", im.Text)
		if ds == nil {
			t.Fatalf("what is written is faulty: %v\n%s", problems, im.Text)
		}
		for _, x := range im.Exchanges {
			there := ds.Exchange(x.ID)
			for side, figure := range x.To {
				for i, claim := range figure.Claims {
					if got := there.To[side].Claims[i]; !sameNumber(got, claim) || got.By != claim.By {
						t.Errorf("%s: %+v was written as %+v", x.ID, claim, got)
					}
				}
			}
		}
		again := New(table, Target{Path: "a.json", Data: im.Text}, o)
		if !again.Empty() {
			t.Errorf("the second time it adds %d exchanges, %d claims, %d ties\n%s\n%s",
				len(again.Exchanges), again.Claims, again.Ties, data, im.Text)
		}
	})
}

// FuzzCount holds that a number is read as what its digits are, or not at all.
func FuzzCount(f *testing.F) {
	for _, s := range []string{"1,000", "~250", "1.5", "1 000+", "≥ 7", "у 5", "00", "1'000.00", "-3", "5 або більше"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q, why := countOf(s)
		if why != "" || q.value == nil {
			return
		}
		digits := strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, s)
		n := *q.value
		for _, zeros := range []string{"", "0", "00"} {
			whole, ok := strings.CutSuffix(digits, zeros)
			if got, why := wholeNumber(whole); ok && why == "" && got == n {
				return
			}
		}
		t.Errorf("%q was read as %d", s, n)
	})
}
