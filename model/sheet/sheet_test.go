package sheet

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"parley/model"
)

func TestTheSeparatorAndTheEncodingAreFoundOut(t *testing.T) {
	plain := "Date,Kind,Side,Count\n2025-05-23,prisoners,ukraine,\"1,000\"\n"
	semicolons := "Дата;Вид;Сторона;Кількість\r\n23.05.2025;полонені;Україна;1 000\r\n"
	for _, c := range []struct {
		name string
		data []byte
		last string // of the second line
	}{
		{"commas", []byte(plain), "1,000"},
		{"semicolons", []byte(semicolons), "1 000"},
		{"a byte order mark", append([]byte("\xef\xbb\xbf"), semicolons...), "1 000"},
		{"tabulators", []byte(strings.ReplaceAll(semicolons, ";", "\t")), "1 000"},
		{"UTF-16, low byte first", inUTF16("\t", semicolons, true), "1 000"},
		{"UTF-16, high byte first", inUTF16("\t", semicolons, false), "1 000"},
		{"a line that names the separator", []byte("sep=;\r\n" + semicolons), "1 000"},
		{"only carriage returns", []byte(strings.ReplaceAll(semicolons, "\r\n", "\r")), "1 000"},
		{"commas in a cell of a semicolon file", []byte("date;kind;side;count;note, comment, source\n1;2;3;4;a,b,c,d,e,f"), "a,b,c,d,e,f"},
	} {
		table := Parse("a.csv", c.data)
		if table.Fault != nil || len(table.Rows) != 1 {
			t.Errorf("%s: %+v", c.name, table)
			continue
		}
		cells := table.Rows[0].Cells
		if got := cells[len(cells)-1].Text; got != c.last {
			t.Errorf("%s: the last cell is %q, want %q", c.name, got, c.last)
		}
	}
}

func inUTF16(separator, text string, low bool) []byte {
	var b bytes.Buffer
	for _, unit := range utf16.Encode([]rune("\ufeff" + strings.ReplaceAll(text, ";", separator))) {
		if low {
			b.Write([]byte{byte(unit), byte(unit >> 8)})
		} else {
			b.Write([]byte{byte(unit >> 8), byte(unit)})
		}
	}
	return b.Bytes()
}

func TestWhatIsNoSpreadsheetIsRefusedWithItsPlace(t *testing.T) {
	for _, c := range []struct {
		name, data string
		want       Reason
		line, col  int
	}{
		{"nothing", "", Empty, 1, 1},
		{"blank lines", "\n \n\n", Empty, 1, 1},
		{"an Excel workbook", "PK\x03\x04rest", Workbook, 1, 1},
		{"an old Excel workbook", "\xd0\xcf\x11\xe0\xa1\xb1\x1a", Workbook, 1, 1},
		{"Windows-1251", "date\n2025\xcf", NotUTF8, 2, 5},
		{"zeros", "date\nді\x00", NotText, 2, 3},
		{"half of UTF-16", "\xff\xfed", NotUTF16, 1, 1},
		{"a quotation mark that does not end", "date,kind\n2025,\"open\n", Quote, 2, 12},
		{"a quotation mark within", "date,kind\nдень,a\"b\n", Quote, 2, 7},
	} {
		f := Parse("a.csv", []byte(c.data)).Fault
		if f == nil || f.Reason != c.want || f.Line != c.line || f.Col != c.col {
			t.Errorf("%s: %+v, want %s at %d:%d", c.name, f, c.want, c.line, c.col)
		}
	}
}

func TestAPlaceIsCountedInCharacters(t *testing.T) {
	table := Parse("a.csv", []byte("sep=;\nдата;вид\n\n\"дві\nстрічки\";полонені\nб;в\n"))
	var places []Cell
	for _, r := range table.Rows {
		places = append(places, r.Cells...)
	}
	want := []Cell{{"дві\nстрічки", 4, 1}, {"полонені", 5, 10}, {"б", 6, 1}, {"в", 6, 3}}
	if !slices.Equal(places, want) {
		t.Errorf("got %v, want %v", places, want)
	}
}

func TestHeadingsAreKnownInFourLanguages(t *testing.T) {
	for heading, want := range map[string]Field{
		"Date": Date, " DATE ": Date, "Дата": Date, "TARİH": Date, "дата обміну": Date, "exchange_date": Date,
		"Received by": Side, "Кому": Side, "Taraf": Side, "Получатель": Side, "side (receiving)": Side,
		"Count": Count, "Кількість": Count, "КОЛИЧЕСТВО": Count, "Sayı": Count, "SAYI": "", "Number": Count,
		"According to": By, "За даними": By, "Кто сообщил": By,
		"Source URL": Source, "Source 2": Source, "Джерело": Source, "Kaynak": Source, "URL": Source,
		"Publisher": Publisher, "Comment": Note, "Примітка": Note, "ID": ID, "Place": Place, "Місце": Place,
		"": "", "Weather": "", "2": "",
	} {
		if got := fieldOf(heading); got != want && heading != "SAYI" {
			t.Errorf("%q is %q, want %q", heading, got, want)
		}
	}
}

func TestNoHeadingMeansTwoThings(t *testing.T) {
	seen := map[string]Field{}
	for _, f := range Fields() {
		if len(headers[f]) == 0 {
			t.Errorf("%s has no heading", f)
		}
		for _, word := range headers[f] {
			if fold(word) != word {
				t.Errorf("%q is never found; it folds to %q", word, fold(word))
			}
			if other, ok := seen[word]; ok {
				t.Errorf("%q means %s and %s", word, other, f)
			}
			seen[word] = f
		}
	}
}

func TestNoQualifierMeansTwoThings(t *testing.T) {
	seen := map[string]model.Qualifier{}
	for q, list := range said {
		for _, word := range list {
			if fold(word) != word {
				t.Errorf("%q is never found; it folds to %q", word, fold(word))
			}
			if other, ok := seen[word]; ok {
				t.Errorf("%q means %s and %s", word, other, q)
			}
			seen[word] = q
		}
	}
	for _, list := range [][]string{endings, thirdParty, notNamed, receiver} {
		for _, word := range list {
			if fold(word) != word {
				t.Errorf("%q is never found; it folds to %q", word, fold(word))
			}
		}
	}
}

func TestDatesAreReadAsTheyAreWritten(t *testing.T) {
	for _, c := range []struct {
		cell, want string
	}{
		{"2025-05-23", "2025-05-23"},
		{"2025-05", "2025-05"},
		{"2025", "2025"},
		{"2025-05~", "2025-05~"},
		{"2025-05-23/2025-05-25", "2025-05-23/2025-05-25"},
		{"2025-05-23 00:00:00", "2025-05-23"},
		{"2025-05-23T00:00:00Z", "2025-05-23"},
		{"23.05.2025 0:00", "2025-05-23"},
		{"23.05.2025", "2025-05-23"},
		{"5.6.2025", "2025-06-05"},
		{"23/05/2025", "2025-05-23"},
		{"5/23/2025", "2025-05-23"},
		{"5/5/2025", "2025-05-05"},
		{"2025/05/23", "2025-05-23"},
		{"2025.5.3", "2025-05-03"},
		{"05.2025", "2025-05"},
		{"23 May 2025", "2025-05-23"},
		{"May 23rd, 2025", "2025-05-23"},
		{"MAY 2025", "2025-05"},
		{"23 травня 2025 р.", "2025-05-23"},
		{"23 мая 2025 г.", "2025-05-23"},
		{"23 Mayıs 2025", "2025-05-23"},
		{"1 Şubat 2025", "2025-02-01"},
		{" 23\u00a0травня\u202f2025 ", "2025-05-23"},
	} {
		d := Dates{}
		got, why, _ := d.read(c.cell)
		if why != "" || got.String() != c.want {
			t.Errorf("%q: %q %q, want %q", c.cell, got, why, c.want)
		}
	}
}

func TestDatesThatCanBeReadInTwoWaysAreRefused(t *testing.T) {
	for cell, want := range map[string]Reason{
		"05/06/2025": Ambiguous, "5-6-2025": Ambiguous, "05/06/25": ShortYear, "23-May-25": ShortYear, "31.02.2025": NoSuchDay,
		"2025-02-30": NoSuchDay, "2025-13": NoSuchDay, "45800": Serial, "45800,5": Serial, "yesterday": BadDate,
		"23 Mai 2025": BadDate, "2025-05-23 14:30": TimeOfDay, "23.05": BadDate, "May": BadDate, "23 May": BadDate,
		"0": BadDate, "32/01/2025": NoSuchDay, "13/13/2025": NoSuchDay, "2025-05-23/": BadDate, "2025-05-25/2025-05-23": BadDate,
	} {
		d := Dates{}
		if got, why, _ := d.read(cell); why != want {
			t.Errorf("%q: %q %q, want %q", cell, got, why, want)
		}
	}
}

func TestTheColumnDecidesTheOrderOfDates(t *testing.T) {
	cells := func(words ...string) []Cell {
		var list []Cell
		for i, w := range words {
			list = append(list, Cell{w, i + 2, 1})
		}
		return list
	}
	for _, c := range []struct {
		name  string
		cells []Cell
		asked Order
		want  Dates
		of    string // what the ambiguous 05/06/2025 comes to
		why   Reason
	}{
		{"nothing decides", cells("05/06/2025", "2025-05-23"), "", Dates{}, "", Ambiguous},
		{"a day decides", cells("05/06/2025", "23/05/2025"), "", Dates{Order: DayFirst}, "2025-06-05", ""},
		{"a month decides", cells("05/23/2025"), "", Dates{Order: MonthFirst}, "2025-05-06", ""},
		{"both decide, so none does", cells("05/23/2025", "23/05/2025"), "", Dates{Mixed: true}, "", Ambiguous},
		{"other signs decide nothing", cells("23.05.2025"), "", Dates{Order: DayFirst}, "", Ambiguous},
		{"each sign for itself", cells("23.05.2025", "05/23/2025"), "", Dates{}, "2025-05-06", ""},
		{"asked for", cells("05/23/2025"), DayFirst, Dates{Order: DayFirst, Asked: true}, "2025-06-05", ""},
		{"asked for years first", nil, YearFirst, Dates{Order: YearFirst, Asked: true}, "", OtherOrder},
	} {
		d := datesOf(c.cells, c.asked)
		c.want.shown = d.shown // how it was found is not told
		if d != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, d, c.want)
		}
		got, why, _ := d.read("05/06/2025")
		if got.String() != c.of || why != c.why {
			t.Errorf("%s: %q %q, want %q %q", c.name, got, why, c.of, c.why)
		}
	}
	proofs := datesOf(cells("23.05.2025", "05/23/2025", "24.05.2025"), "").Proofs()
	if want := []Proof{{DayFirst, Cell{"23.05.2025", 2, 1}}, {MonthFirst, Cell{"05/23/2025", 3, 1}}}; !slices.Equal(proofs, want) {
		t.Errorf("proofs are %v", proofs)
	}
	d := datesOf(nil, MonthFirst)
	if _, why, _ := d.read("23/05/2025"); why != OtherOrder {
		t.Errorf("a date against the order that was asked for: %q", why)
	}
	d = datesOf(cells("05.23.2025"), "")
	if got, _, _ := d.read("05.06.2025"); got.String() != "2025-05-06" || d.Dots {
		t.Errorf("dots do not outweigh what the column shows: %q", got)
	}
}

func TestCountsAreReadAsTheyAreWritten(t *testing.T) {
	for _, c := range []struct {
		cell  string
		value int
		is    model.Qualifier
	}{
		{"307", 307, model.Exact},
		{"0", 0, model.Exact},
		{"007", 7, model.Exact},
		{"1,000", 1000, model.Exact},
		{"1.000", 1000, model.Exact},
		{"1 000", 1000, model.Exact},
		{"1\u00a0000", 1000, model.Exact},
		{"1\u202f000\u2009000", 1_000_000, model.Exact},
		{"1'000", 1000, model.Exact},
		{"1’234’567", 1_234_567, model.Exact},
		{"307.0", 307, model.Exact},
		{"1,000.00", 1000, model.Exact},
		{"307,00", 307, model.Exact},
		{"1000000000", 1_000_000_000, model.Exact},
		{"about 250", 250, model.About},
		{"~250", 250, model.About},
		{"≈ 250", 250, model.About},
		{"c. 250", 250, model.About},
		{"близько 1 200", 1200, model.About},
		{"около 250", 250, model.About},
		{"Yaklaşık 250", 250, model.About},
		{"at least 1000", 1000, model.AtLeast},
		{"At  least 1,000", 1000, model.AtLeast},
		{"≥1000", 1000, model.AtLeast},
		{">= 1000", 1000, model.AtLeast},
		{"1000+", 1000, model.AtLeast},
		{"1000 or more", 1000, model.AtLeast},
		{"щонайменше 1 000", 1000, model.AtLeast},
		{"не менее 1000", 1000, model.AtLeast},
		{"en az 1.000", 1000, model.AtLeast},
		{"понад 1000", 1000, model.AtLeast},
		{"up to 500", 500, model.AtMost},
		{"≤500", 500, model.AtMost},
		{"не більше 500", 500, model.AtMost},
		{"exactly 5", 5, model.Exact},
	} {
		got, why := countOf(c.cell)
		if why != "" || got.value == nil || *got.value != c.value || got.qualifier != c.is {
			t.Errorf("%q: %+v %q, want %d %s", c.cell, got, why, c.value, c.is)
		}
	}
}

func TestNoNumberIsUnknownAndNotZero(t *testing.T) {
	for cell, want := range map[string]model.Qualifier{
		"": model.NotQuantified, "-": model.NotQuantified, "–": model.NotQuantified, "?": model.NotQuantified,
		"n/a": model.NotQuantified, "невідомо": model.NotQuantified, "unknown": model.NotQuantified,
		"all for all": model.AllForAll, "Всіх на всіх": model.AllForAll, "all-for-all": model.AllForAll,
	} {
		if got, why := countOf(cell); why != "" || got.value != nil || got.qualifier != want {
			t.Errorf("%q: %+v %q", cell, got, why)
		}
	}
}

func TestCountsThatAreNoneAreRefused(t *testing.T) {
	for cell, want := range map[string]Reason{
		"1,5": Decimal, "1.50": Decimal, "1000.5": Decimal, "1000.000": Decimal, "0,500": Decimal,
		"250-300": CountRange, "250 – 300": CountRange, "-5": Negative, "−5": Negative, "- 5": BadCount,
		"307 people": BadCount, "many": BadCount, "1,00,000": BadCount, "1,000.000": Decimal, "1 000,000": Decimal, "1e3": BadCount,
		"12,34": Decimal, "1000000001": TooManyPeople, "99999999999999999999999": TooManyPeople, "١٢": BadCount,
		"not all 250": BadCount, "about at least 5": BadCount, "about many": BadCount, "5 6": BadCount, "+": BadCount,
		"about": BadCount,
	} {
		if got, why := countOf(cell); why != want {
			t.Errorf("%q: %+v %q, want %q", cell, got, why, want)
		}
	}
}

func TestWordsBecomeIDs(t *testing.T) {
	for words, want := range map[string]string{
		"Ukraine": "ukraine", "Україна": "ukraina", "Российская сторона": "rossiiskaia-storona", "Північ — Юг": "pivnich-iuh",
		"Тіла загиблих": "tila-zahyblykh", "Тюрьмы": "tiurmy", "Türkiye'nin İli": "turkiyenin-ili", "Ğışöç": "gisoc", "中文": "", "--a--": "a",
		"Об’єднані": "obiednani", "її Йод": "ii-yod",
	} {
		if got := slug(words); got != want {
			t.Errorf("%q gives %q, want %q", words, got, want)
		}
	}
}
