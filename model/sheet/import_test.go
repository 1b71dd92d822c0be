package sheet

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"parley/data"
	"parley/model"
	"parley/model/datafile"
)

// small is a dataset in order, with a comment, members of its own, and an indentation of its own.
const small = `{
    "format": "parley/1",
    "$comment": "Kept as it is",
    "x-editor": {"likes":   "odd   spaces"},
    "name": "small-talks",
    "title": "Small talks",
    "version": "1.0.0",
    "created": "2026-01-31",
    "language": "en",
    "sides": [{"id": "north", "name": {"en": "Norland", "uk": "Північ"}}, {"id": "south", "name": "Sudland"}],
    "kinds": [{"id": "prisoners", "name": {"en": "Prisoners", "uk": "Полонені"}, "carried_out": "exchanged"},
              {"id": "bodies", "name": "Bodies", "carried_out": "returned"}],
    "rounds": [{"id": "first", "name": "First round", "date": "2026-01-10", "status": "held"}],
    "exchanges": [
        {
            "id": "jan", "date": "2026-01-20", "kind": "prisoners",
            "to": {"north": {"claims": [{"value": 10, "qualifier": "exact", "by": "north", "sources": ["paper"]}]}}
        }
    ],
    "sources": [{"id": "paper", "publisher": "The Paper", "title": "Ten each", "url": "https://www.paper.example/ten/"}]
}
`

const heading = "date,kind,side,count,claimed by,source url\n"

// into puts a sheet into the small dataset.
func into(t *testing.T, rows string, o Options) *Import {
	t.Helper()
	return New(Parse("new.csv", []byte(rows)), Target{Path: "small.json", Data: []byte(small)}, o)
}

// facts are those of the file that an import made; it must be in order, without even a warning of ours.
func facts(t *testing.T, im *Import) *model.Facts {
	t.Helper()
	ds, problems := datafile.Read("new.json", im.Text)
	for _, p := range problems {
		if !strings.Contains(p.Msg, "x-editor") {
			t.Errorf("%s in\n%s", p, im.Text)
		}
	}
	if ds == nil {
		t.Fatalf("nothing can be read; faults %+v, problems %v", im.Faults, im.Problems)
	}
	return ds.Facts()
}

// told lists faults as line:column field reason.
func told(faults []Fault) []string {
	var list []string
	for _, f := range faults {
		list = append(list, fmt.Sprintf("%d:%d %s %s", f.Line, f.Col, cmp.Or(string(f.Field), "-"), f.Reason))
	}
	return list
}

func wantFaults(t *testing.T, im *Import, want ...string) {
	t.Helper()
	if got := told(im.Faults); !slices.Equal(got, want) {
		t.Errorf("faults\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestRowsOfADayBecomeOneExchange(t *testing.T) {
	im := into(t, heading+
		"2026-02-01,Prisoners,Norland,\"1,000\",north,https://paper.example/a\n"+
		"2026-02-01,полонені,south,about 900,south,https://paper.example/b\n"+
		"2026-02-01,prisoners,south,950,third party,https://paper.example/c\n"+
		"2026-02-01,prisoners,south,950,third party,https://paper.example/d\n"+
		"2026-02-02,bodies,south,,,https://paper.example/ten\n", Options{})
	wantFaults(t, im)
	f := facts(t, im)
	if len(f.Exchanges) != 3 || im.Rows != 5 || im.Unnamed != 1 || im.Here != 0 {
		t.Fatalf("%d exchanges, %d rows, %d unnamed", len(f.Exchanges), im.Rows, im.Unnamed)
	}
	x := f.Exchanges[1]
	if x.ID != "2026-02-01-prisoners" || len(x.To["south"].Claims) != 2 || len(x.To["south"].Claims[1].Sources) != 2 {
		t.Errorf("%+v", x)
	}
	if a := x.Received("north"); a.Value != 1000 || a.State != model.Known {
		t.Errorf("north: %+v", a)
	}
	if a := x.Received("south"); a.Value != 950 || a.Low != 900 {
		t.Errorf("south: %+v", a)
	}
	bodies := f.Exchanges[2]
	if c := bodies.To["south"].Claims[0]; c.Value != nil || c.Qualifier != model.NotQuantified || c.By != model.NotNamed {
		t.Errorf("an empty count became %+v", c)
	}
	if !slices.Equal(bodies.Sources, []model.SourceID{"paper"}) {
		t.Errorf("the source that is there already is not used again: %v", bodies.Sources)
	}
}

func TestTheFileStaysAsItIsWritten(t *testing.T) {
	im := into(t, heading+"2026-02-01,prisoners,north,12,north,https://paper.example/a\n", Options{})
	text := string(im.Text)
	for _, line := range strings.Split(strings.TrimSpace(small), "\n") {
		line = strings.TrimSuffix(strings.TrimSuffix(line, "}]"), "}")
		if !strings.Contains(text, line) {
			t.Errorf("the line %q is gone", line)
		}
	}
	want := `        },
        {
            "id": "2026-02-01-prisoners",
            "date": "2026-02-01",
            "kind": "prisoners",
            "to": {
                "north": {"claims": [{"value": 12, "qualifier": "exact", "by": "north", "sources": ["paper-example"]}]}
            },
            "sources": ["paper-example"]
        }
    ],
`
	if !strings.Contains(text, want) {
		t.Errorf("the exchange is not written as the others are:\n%s", text)
	}
	if !strings.Contains(text, `"title_basis": "address"`) {
		t.Errorf("a title that is made of the address does not say so:\n%s", text)
	}
}

func TestWhatIsThereAlreadyIsNotAddedAgain(t *testing.T) {
	rows := heading +
		"20.01.2026,prisoners,north,10,north,https://paper.example/ten\n" + // there
		"20.01.2026,prisoners,south,11,south,https://paper.example/ten\n" + // the other side
		"21.01.2026,bodies,south,~7,,https://other.example/x\n" +
		"2026-02,bodies,north,3,third party,https://other.example/y\n"
	first := into(t, rows, Options{})
	wantFaults(t, first)
	if first.Here != 1 || first.Claims != 1 || len(first.Exchanges) != 2 {
		t.Errorf("first: %d here, %d claims, %d exchanges", first.Here, first.Claims, len(first.Exchanges))
	}
	facts(t, first)
	again := New(Parse("new.csv", []byte(rows)), Target{Path: "small.json", Data: first.Text}, Options{})
	wantFaults(t, again)
	if again.Here != 4 || !again.Empty() || again.Text != nil || len(again.Sources) != 0 {
		t.Errorf("again: %+v", again)
	}
}

func TestAFurtherSourceOfANumberIsAdded(t *testing.T) {
	rows := heading +
		"2026-01-20,prisoners,north,10,north,https://paper.example/ten https://other.example/x\n"
	im := into(t, rows, Options{})
	wantFaults(t, im)
	if im.Citations != 1 || im.Claims != 0 || im.Here != 0 || len(im.Sources) != 1 {
		t.Errorf("%+v", im)
	}
	claims := facts(t, im).Exchanges[0].To["north"].Claims
	if want := []model.SourceID{"paper", "other-example"}; len(claims) != 1 || !slices.Equal(claims[0].Sources, want) {
		t.Errorf("%+v", claims)
	}
	again := New(Parse("new.csv", []byte(rows)), Target{Path: "small.json", Data: im.Text}, Options{})
	if again.Here != 1 || !again.Empty() {
		t.Errorf("again: %+v", again)
	}
}

func TestAnAliasIsNoFurtherSource(t *testing.T) {
	old := strings.Replace(small, `{"id": "paper",`, `{"id": "paper", "aliases": ["the-paper"],`, 1)
	im := New(Parse("new.csv", []byte(heading+"2026-01-20,prisoners,north,10,north,the-paper\n")),
		Target{Path: "small.json", Data: []byte(old)}, Options{})
	if wantFaults(t, im); im.Here != 1 || !im.Empty() {
		t.Errorf("%+v", im)
	}
}

func TestAnotherNumberIsAClaimOfAnotherReporterOrAConflict(t *testing.T) {
	for _, c := range []struct {
		name, row, want string
		claims, here    int
	}{
		{"another reporter", "2026-01-20,prisoners,north,12,south,https://a.example/1", "", 1, 0},
		{"the same number by another reporter", "2026-01-20,prisoners,north,10,south,https://a.example/1", "", 1, 0},
		{"the same reporter", "2026-01-20,prisoners,north,12,north,https://a.example/1", "2:28 count conflict", 0, 0},
		{"nobody named", "2026-01-20,prisoners,north,12,,https://a.example/1", "2:28 count who", 0, 0},
		{"nobody named and nothing new", "2026-01-20,prisoners,north,10,,https://a.example/1", "", 0, 1},
		{"no number is nothing new", "2026-01-20,prisoners,north,,,https://a.example/1", "", 0, 1},
	} {
		im := into(t, heading+c.row+"\n", Options{})
		var want []string
		if c.want != "" {
			want = []string{c.want}
		}
		t.Log(c.name)
		wantFaults(t, im, want...)
		if im.Claims != c.claims || im.Here != c.here || len(im.Exchanges) != 0 {
			t.Errorf("%s: %d claims, %d here, %d exchanges", c.name, im.Claims, im.Here, len(im.Exchanges))
		}
		if c.claims > 0 {
			f := facts(t, im)
			if n := len(f.Exchanges[0].To["north"].Claims); n != 2 {
				t.Errorf("%s: %d claims in the file", c.name, n)
			}
		}
	}
}

func TestEveryRowThatIsNotUnderstoodIsToldWithItsPlace(t *testing.T) {
	im := into(t, heading+
		"2026-02-01,prisoners,north,12,north,https://paper.example/a\n"+
		"05/06/2026,prisoners,north,\"1,5\",north,https://paper.example/a\n"+
		"2026-02-03,horses,West,1,nobody,\n"+
		",,,,,paper.example\n"+
		"2026-02-04,bodies,north,5,north,ftp://paper.example/a\n"+
		"2026-02-05,bodies,north,5,north,https://paper.example/a,extra\n"+
		"\n"+
		"2026-02-01,bodies,north,5,north,https://paper.example/a\n"+
		"2026-02-01,bodies,north,6,north,https://paper.example/a\n", Options{})
	wantFaults(t, im,
		"3:1 date date.ambiguous", "3:28 count count.decimal",
		"4:12 kind kind", "4:19 side side", "4:26 by by", "4:33 source source",
		"5:1 date novalue", "5:2 kind novalue", "5:3 side novalue", "5:6 source source.bad",
		"6:33 source source.url",
		"7:57 - beyond",
		"9:1 - held", "10:25 count other")
	if im.Text != nil {
		t.Error("something would be written")
	}
	if im.FaultyRows() != 7 || im.Rows != 8 {
		t.Errorf("%d of %d rows", im.FaultyRows(), im.Rows)
	}
}

func TestARowOfSeveralLinesIsOneRow(t *testing.T) {
	im := into(t, heading+"\"2026-02-01\n\",horses,north,x,north,paper\n", Options{})
	wantFaults(t, im, "3:3 kind kind", "3:16 count count")
	im = into(t, heading+"2026-13-01,\"prisoners\n\",north,x,north,paper\n", Options{})
	wantFaults(t, im, "2:1 date date.nosuch", "3:9 count count")
	if im.FaultyRows() != 1 {
		t.Errorf("%d rows of 1", im.FaultyRows())
	}
}

func TestTheSourceOfAllRowsIsAWebAddress(t *testing.T) {
	im := into(t, "date,kind,side,count\n2026-02-01,bodies,north,12\n", Options{Source: model.Source{URL: "the paper"}})
	wantFaults(t, im, "1:1 source source.url")
}

func TestAPartIsTakenOnlyWhenItIsAskedFor(t *testing.T) {
	rows := heading +
		"2026-02-01,prisoners,north,12,north,https://paper.example/a\n" +
		"2026-02-02,prisoners,north,13,north,https://paper.example/b\n" +
		"2026-02-02,prisoners,south,some,south,https://paper.example/c\n"
	if im := into(t, rows, Options{}); im.Text != nil || len(im.Exchanges) != 1 {
		t.Errorf("without asking: %d bytes, %d exchanges", len(im.Text), len(im.Exchanges))
	}
	im := into(t, rows, Options{Partial: true})
	wantFaults(t, im, "3:1 - held", "4:28 count count")
	f := facts(t, im)
	if len(f.Exchanges) != 2 || len(f.Sources) != 2 {
		t.Errorf("half of an exchange was taken, or a source that nothing cites: %+v", f.Exchanges)
	}
}

func TestAnExchangeThatIsThereIsTakenAsAWholeToo(t *testing.T) {
	rows := heading +
		"2026-01-20,prisoners,north,11,north,paper\n" + // the dataset has 10
		"2026-01-20,prisoners,south,7,south,paper\n" +
		"2026-02-02,prisoners,north,13,north,paper\n"
	im := into(t, rows, Options{Partial: true})
	wantFaults(t, im, "2:28 count conflict", "3:1 - held")
	if im.Claims != 0 || len(im.Exchanges) != 1 || im.FaultyRows() != 2 {
		t.Errorf("%d claims, %d exchanges", im.Claims, len(im.Exchanges))
	}
	if to := facts(t, im).Exchanges[0].To["south"]; len(to.Claims) != 0 {
		t.Errorf("half of an exchange was taken: %+v", to)
	}
}

func TestClaimsOfOneSideNeedNotStandTogether(t *testing.T) {
	im := into(t, heading+
		"2026-01-20,prisoners,south,7,south,paper\n"+
		"2026-01-20,prisoners,north,12,third party,paper\n"+
		"2026-01-20,prisoners,south,8,north,paper\n", Options{})
	wantFaults(t, im)
	if to := facts(t, im).Exchanges[0].To; len(to["south"].Claims) != 2 || len(to["north"].Claims) != 2 {
		t.Errorf("%+v", to)
	}
}

func TestTwoPlacesAreNotOneExchangeOfTheDataset(t *testing.T) {
	im := into(t, "date,kind,side,count,by,source,place\n"+
		"2026-01-20,prisoners,north,10,north,paper,Ford\n"+
		"2026-01-20,prisoners,north,9,south,paper,Mill\n", Options{})
	wantFaults(t, im, "2:43 place one", "3:42 place one")
}

func TestASheetWithPlacesIsKnownAgain(t *testing.T) {
	rows := "date,kind,side,count,by,source,place\n" +
		"2026-02-01,bodies,north,1,north,paper,Ford\n" +
		"2026-02-01,bodies,north,1,north,paper,Mill\n"
	im := into(t, rows, Options{})
	wantFaults(t, im)
	again := New(Parse("new.csv", []byte(rows)), Target{Path: "small.json", Data: im.Text}, Options{})
	wantFaults(t, again)
	if len(im.Exchanges) != 2 || again.Here != 2 || !again.Empty() {
		t.Errorf("first %d exchanges, again: %d here", len(im.Exchanges), again.Here)
	}
}

func TestAnErrorOfTheDatasetIsTheRowsFault(t *testing.T) {
	rows := "date,kind,side,count,by,source,round\n" +
		"2025-12-01,prisoners,north,12,north,paper,First round\n" +
		"2026-02-02,prisoners,north,13,north,paper,first\n"
	im := into(t, rows, Options{})
	wantFaults(t, im, "2:1 - check")
	if im = into(t, rows, Options{Partial: true}); len(im.Exchanges) != 1 || im.Text == nil {
		t.Fatalf("%+v", im.Faults)
	}
	if ties := facts(t, im).Exchanges[1].Ties; len(ties) != 1 || ties[0].Occasion.Round != "first" {
		t.Errorf("ties are %+v", ties)
	}
}

func TestATieIsAddedToAnExchangeThatIsThere(t *testing.T) {
	rows := "date,kind,side,count,by,source,round\n2026-01-20,prisoners,north,10,north,paper,first\n"
	im := into(t, rows, Options{})
	if im.Ties != 1 || im.Here != 0 || im.Empty() {
		t.Errorf("%+v", im)
	}
	if ties := facts(t, im).Exchanges[0].Ties; len(ties) != 1 || ties[0].By[0] != "north" {
		t.Errorf("ties are %+v", ties)
	}
	again := New(Parse("new.csv", []byte(rows)), Target{Path: "small.json", Data: im.Text}, Options{})
	if again.Here != 1 || !again.Empty() {
		t.Errorf("again: %+v", again)
	}
}

func TestPlacesAndIDsTellExchangesOfADayApart(t *testing.T) {
	head := "date,kind,side,count,by,source,place\n"
	im := into(t, head+
		"2026-02-01,bodies,north,12,north,paper,Ford\n2026-02-01,bodies,south,13,south,paper,Mill\n"+
		"2026-02-02,bodies,north,12,north,paper,Ford\n2026-02-02,bodies,south,13,south,paper,\n", Options{})
	wantFaults(t, im)
	f := facts(t, im)
	if len(f.Exchanges) != 4 || f.Exchanges[2].ID != "2026-02-01-bodies-2" || f.Exchanges[3].Places[0].Text.In("") != "Ford" {
		t.Errorf("%+v", f.Exchanges)
	}
	im = into(t, head+
		"2026-02-01,bodies,north,12,north,paper,Ford\n2026-02-01,bodies,south,13,south,paper,Mill\n"+
		"2026-02-01,bodies,south,14,south,paper,\n", Options{})
	wantFaults(t, im, "4:40 place places")

	head = "id,date,kind,side,count,by,source\n"
	im = into(t, head+
		"a,2026-02-01,bodies,north,12,north,paper\nb,2026-02-01,bodies,north,13,north,paper\n"+
		"jan,2026-01-20,prisoners,north,10,north,paper\n", Options{})
	wantFaults(t, im)
	if im.Here != 1 || len(im.Exchanges) != 2 || im.Exchanges[1].ID != "b" {
		t.Errorf("%+v", im)
	}
	im = into(t, head+
		"feb,2026-01-20,prisoners,north,10,north,paper\n"+ // the dataset has these numbers as "jan"
		"jan,2026-01-21,prisoners,north,10,north,paper\n"+
		"a b,2026-02-01,bodies,north,12,north,paper\n", Options{})
	wantFaults(t, im, "2:1 id id.maybethere", "3:1 id id.other", "4:1 id id")
}

func TestColumnsAndDefaultsCanBeNamed(t *testing.T) {
	im := into(t, "Datum,N,Zeit,Bemerkung\n2026-02-01,12,noon,a word\n", Options{
		Columns: map[Field]string{Date: "Datum", Count: "n", Note: "Bemerkung"},
		Kind:    "bodies", Side: "Північ", By: "receiver",
		Source: model.Source{URL: "https://site.example/list", Publisher: "The Site"},
	})
	wantFaults(t, im)
	want := []Column{{"Datum", Date}, {"N", Count}, {"Zeit", ""}, {"Bemerkung", Note}}
	if !slices.Equal(im.Columns, want) {
		t.Errorf("columns are %v", im.Columns)
	}
	f := facts(t, im)
	c := f.Exchanges[1].To["north"].Claims[0]
	if c.By != "north" || *c.Value != 12 || c.Note.In("") != "a word" || f.Sources[1].Title != "list" ||
		f.Sources[1].Publisher != "The Site" {
		t.Errorf("%+v %+v", c, f.Sources[1])
	}
}

func TestColumnsThatAreMissingOrThereTwiceKeepEverythingOut(t *testing.T) {
	for _, c := range []struct {
		name, rows string
		o          Options
		want       []string
	}{
		{"none", "a,b\n1,2\n", Options{}, []string{
			"1:1 date nocolumn", "1:1 kind nocolumn", "1:1 side nocolumn", "1:1 count nocolumn", "1:1 source nosources",
		}},
		{"two dates", "date,дата,kind,side,count,source\n1,2,3,4,5,6\n", Options{}, []string{"1:6 date twocolumns"}},
		{
			"two dates, one named", "date,дата,kind,side,count,source\n1,2026-02-01,bodies,north,5,paper\n",
			Options{Columns: map[Field]string{Date: "дата"}},
			nil,
		},
		{
			"a heading that is not there", heading + "1,2,3,4,5,6\n",
			Options{Columns: map[Field]string{Date: "Datum"}},
			[]string{"1:1 date noheader", "1:1 date nocolumn"},
		},
		{"no rows", heading, Options{}, []string{"1:1 - norows"}},
		{"a broken file", "PK\x03\x04", Options{}, []string{"1:1 - workbook"}},
	} {
		im := into(t, c.rows, c.o)
		t.Log(c.name)
		wantFaults(t, im, c.want...)
		if len(c.want) > 0 && (im.Text != nil || !im.Faults[0].OfFile()) {
			t.Errorf("%s: something would be written", c.name)
		}
	}
}

func TestSourcesAreReadInEveryForm(t *testing.T) {
	head := "date,kind,side,count,source,url,publisher,title,published\n2026-02-01,bodies,north,1,"
	for _, c := range []struct {
		cells string
		want  []model.Source
		why   string
	}{
		{"paper,,,,", nil, ""},
		{"http://paper.example/ten#top,,,,", nil, ""},
		{"https://b.example/x-y_z.html,,,,", []model.Source{{
			ID: "b-example", Publisher: "b.example", Title: "x y z", TitleBasis: "address", URL: "https://b.example/x-y_z.html",
		}}, ""},
		{"The B,https://b.example/,,On it,03.02.2026", []model.Source{{
			ID: "the-b-2026-02-03", Publisher: "The B", Title: "On it", URL: "https://b.example/",
			Published: model.MustDate("2026-02-03"),
		}}, ""},
		{"The B,,,On it,", []model.Source{{ID: "the-b", Publisher: "The B", Title: "On it"}}, ""},
		{"The Paper,,,ten EACH,", nil, ""},
		{"https://b.example/1; https://b.example/2,,,,", []model.Source{
			{ID: "b-example", Publisher: "b.example", Title: "b.example/1", TitleBasis: "address", URL: "https://b.example/1"},
			{ID: "b-example-2", Publisher: "b.example", Title: "b.example/2", TitleBasis: "address", URL: "https://b.example/2"},
		}, ""},
		{"https://b.example/1 https://b.example/2,,,One title,", nil, "2:27 source source.many"},
		{"The B,,,,", nil, "2:27 source source.bad"},
		{",,The B,,", nil, "2:29 source source.title"},
		{"www.b.example,,,,", nil, "2:27 source source.url"},
		{",,,,", nil, "2:27 source source"},
		{"paper,,,,soon", nil, "2:36 published date"},
	} {
		im := into(t, head+c.cells+"\n", Options{})
		t.Log(c.cells)
		if c.why != "" {
			wantFaults(t, im, c.why)
			continue
		}
		wantFaults(t, im)
		if !slices.EqualFunc(im.Sources, c.want, func(a, b model.Source) bool { return fmt.Sprint(a) == fmt.Sprint(b) }) {
			t.Errorf("%s: %+v", c.cells, im.Sources)
		}
		facts(t, im)
	}
}

func TestANewDatasetIsMadeOfASheet(t *testing.T) {
	rows := "\xef\xbb\xbfДата;Вид;Сторона;Кількість;За даними;Джерело\r\n" +
		"23.05.2025;Полонені;Україна;1 000;Україна;https://a.example/1\r\n" +
		"23.05.2025;полонені;Росія;1 000;третя сторона;https://a.example/2\r\n" +
		"11.06.2025;Тіла загиблих;Україна;близько 1 200;;https://a.example/3\r\n"
	im := New(Parse("обміни.csv", []byte(rows)), Target{Path: "/somewhere/Мої обміни.json", New: true}, Options{
		New: Dataset{Created: model.MustDate("2026-11-22"), Language: "uk", CarriedOut: "передано"},
	})
	wantFaults(t, im)
	f := facts(t, im)
	m := f.Metadata
	if m.Name != "moi-obminy" || m.Title.In("") != "Мої обміни" || m.Language != "uk" || m.Created.String() != "2026-11-22" {
		t.Errorf("%+v", m)
	}
	if len(f.Sides) != 2 || f.Sides[0].ID != "ukraina" || f.Sides[0].Name.In("") != "Україна" || len(f.Kinds) != 2 ||
		f.Kinds[1].ID != "tila-zahyblykh" || len(f.Exchanges) != 2 || len(f.Sources) != 3 {
		t.Errorf("%+v", f)
	}
	if len(strings.Split(string(im.Text), "\n")) < 20 {
		t.Errorf("the file is not for people:\n%s", im.Text)
	}
	one := New(Parse("a.csv", []byte(heading+"2026-02-01,bodies,north,12,north,https://a.example/1\n")),
		Target{Path: "a.json", New: true}, Options{New: Dataset{Created: model.MustDate("2026-11-22")}})
	wantFaults(t, one, "1:1 side fewsides")
	if one.FaultyRows() != 0 || one.Text != nil {
		t.Errorf("a row is at fault, or something would be written: %+v", one)
	}
	two := New(Parse("a.csv", []byte(heading+"2026-02-01,bodies,north,12,north,https://a.example/1\n")),
		Target{Path: "a.json", New: true}, Options{New: Dataset{Created: model.MustDate("2026-11-22"), Sides: []string{"South"}}})
	wantFaults(t, two)
}

func TestADatasetWithErrorsTakesNothing(t *testing.T) {
	im := New(Parse("a.csv", []byte(heading+"2026-02-01,bodies,north,12,north,paper\n")),
		Target{Path: "bad.json", Data: []byte(strings.Replace(small, "2026-01-20", "2026-01-40", 1))}, Options{})
	if len(im.Problems.Errors()) != 1 || im.Understood() || im.Text != nil {
		t.Errorf("%+v", im)
	}
}

func TestTheBundledDatasetTakesASheet(t *testing.T) {
	rows := "date;kind;to;count;by;source\n" +
		"23/05/2025;prisoners;Україна;390;Ukraine;https://a.example/x\n" +
		"01/09/2026;bodies;Ukraine;1.000;Ukraine;https://a.example/y\n" +
		"01/09/2026;bodies;Russia;24;third party;https://a.example/y\n"
	im := New(Parse("a.csv", []byte(rows)), Target{Path: "talks.json", Data: data.Talks}, Options{})
	wantFaults(t, im)
	before, _ := datafile.Read("talks.json", data.Talks)
	ds, problems := datafile.Read("talks.json", im.Text)
	if ds == nil || len(problems.Errors()) > 0 {
		t.Fatal(problems)
	}
	if len(ds.Exchanges()) != len(before.Exchanges())+1 || im.Citations != 1 || len(im.Text)-len(data.Talks) > 2000 {
		t.Errorf("%d exchanges, %d citations, %d bytes more", len(ds.Exchanges()), im.Citations, len(im.Text)-len(data.Talks))
	}
	x := ds.Exchange("2026-09-01-bodies")
	if x == nil || x.Received("ukraine").Value != 1000 || x.Received("russia").Value != 24 {
		t.Errorf("%+v", x)
	}
}

func TestATieToAPledgeIsOneToItsRound(t *testing.T) {
	rows := "date,to,kind,count,by,source,round\n2025-06-11,Ukraine,Bodies,1212,Russia,https://a.example/b,2025-06-02-istanbul\n"
	im := New(Parse("a.csv", []byte(rows)), Target{Path: "talks.json", Data: data.Talks}, Options{})
	wantFaults(t, im)
	if im.Citations != 1 || im.Ties != 0 {
		t.Errorf("%d citations, %d ties", im.Citations, im.Ties)
	}
}

func TestATargetIsReadOrNew(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.json")
	if target, err := Open(path); err != nil || !target.New {
		t.Errorf("%+v %v", target, err)
	}
	if err := os.WriteFile(path, []byte(small), 0o600); err != nil {
		t.Fatal(err)
	}
	if target, err := Open(path); err != nil || target.New || string(target.Data) != small {
		t.Errorf("%v", err)
	}
	if _, err := Open(dir); err == nil {
		t.Error("a folder is read")
	}
}
