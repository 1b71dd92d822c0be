package sheet

import (
	"slices"
	"strings"
	"unicode"
)

// Field is what a column is about.
type Field string

// The fields. A date, a kind, a receiving side, a count and a source are what every claim needs.
const (
	Date        Field = "date"
	Kind        Field = "kind"
	Side        Field = "side" // that received
	Count       Field = "count"
	Qualifier   Field = "qualifier"
	By          Field = "by" // whose count it is
	AnnouncedBy Field = "announced"
	Source      Field = "source" // addresses, or IDs of sources that the dataset has; there may be several such columns
	Publisher   Field = "publisher"
	Title       Field = "title"
	Published   Field = "published"
	Place       Field = "place"
	ID          Field = "id" // of the exchange
	Round       Field = "round"
	Pledge      Field = "pledge"
	Military    Field = "military"
	Civilians   Field = "civilians"
	Note        Field = "note"
)

// Fields lists the fields in the order in which they are shown.
func Fields() []Field {
	return []Field{
		Date, Kind, Side, Count, Qualifier, By, AnnouncedBy, Source, Publisher, Title, Published,
		Place, ID, Round, Pledge, Military, Civilians, Note,
	}
}

// headers are the words that a column may be headed by, folded, in English, Ukrainian, Russian and Turkish.
var headers = map[Field][]string{
	Date: {
		"date", "day", "exchange date", "date of exchange", "when", "дата", "день", "дата обміну", "дата обмена", "коли",
		"когда", "tarih", "gün", "takas tarihi", "değişim tarihi",
	},
	Kind: {
		"kind", "type", "what", "kind of exchange", "type of exchange", "вид", "тип", "що", "что", "вид обміну",
		"вид обмена", "тип обміну", "тип обмена", "tür", "tip", "cins", "takas türü",
	},
	Side: {
		"side", "to", "to side", "received by", "receiving side", "receiver", "recipient", "party", "country", "сторона",
		"кому", "отримала сторона", "сторона що отримала", "отримувач", "отримала", "получила", "получатель",
		"получившая сторона", "сторона получатель", "taraf", "alan taraf", "kime", "ülke", "країна", "страна",
	},
	Count: {
		"count", "number", "n", "value", "people", "persons", "quantity", "how many", "number of people",
		"number returned", "кількість", "число", "скільки", "осіб", "людей", "количество", "сколько", "человек", "sayı",
		"sayi", "adet", "kişi", "kişi sayısı", "кількість осіб", "количество человек",
	},
	Qualifier: {
		"qualifier", "precision", "exactness", "at least about", "exact or about", "уточнення", "точність", "уточнение",
		"точность", "kesinlik", "niteleme",
	},
	By: {
		"by", "claimed by", "according to", "reported by", "said by", "who says so", "reporter", "claimant", "за даними",
		"згідно з", "хто повідомив", "повідомила", "за словами", "по данным", "согласно", "кто сообщил", "сообщила",
		"göre", "kime göre", "bildiren", "açıklayan",
	},
	AnnouncedBy: {
		"announced by", "announced", "speaker", "official", "оголосив", "хто оголосив", "объявил", "кто объявил", "duyuran",
	},
	Source: {
		"source", "sources", "source url", "url", "link", "links", "web address", "source link", "reference",
		"джерело", "джерела", "посилання", "источник", "источники", "ссылка", "ссылки", "kaynak",
		"kaynaklar", "bağlantı", "link adresi",
	},
	Publisher: {
		"publisher", "source publisher", "published by", "outlet", "media", "newspaper", "agency", "видавець", "видання",
		"змі", "агентство", "издатель", "издание", "сми", "yayıncı", "yayın", "ajans", "gazete",
	},
	Title: {
		"title", "source title", "headline", "заголовок", "назва", "назва джерела", "название", "название источника",
		"başlık", "kaynak başlığı",
	},
	Published: {
		"published", "source date", "source published", "publication date", "date published", "опубліковано",
		"дата публікації", "дата джерела", "опубликовано", "дата публикации", "дата источника", "yayın tarihi",
		"yayımlandı",
	},
	Place: {
		"place", "location", "where", "city", "місце", "де", "місто", "место", "где", "город", "yer", "konum", "nerede",
		"şehir",
	},
	ID: {
		"id", "exchange id", "ід", "ід обміну", "ид", "ид обмена", "kimlik", "takas id",
	},
	Round: {"round", "round of talks", "раунд", "раунд переговорів", "раунд переговоров", "tur", "müzakere turu"},
	Pledge: {
		"pledge", "under pledge", "домовленість", "обіцянка", "зобов'язання", "договоренность", "обещание", "обязательство",
		"taahhüt", "söz",
	},
	Military:  {"military", "soldiers", "servicemen", "військові", "військових", "военные", "военных", "asker", "askerî"},
	Civilians: {"civilians", "civilian", "цивільні", "цивільних", "гражданские", "гражданских", "sivil", "siviller"},
	Note: {
		"note", "notes", "comment", "comments", "remark", "remarks", "примітка", "примітки", "коментар", "примечание",
		"примечания", "комментарий", "not", "notlar", "açıklama", "yorum",
	},
}

// fieldOf is what a heading means, or "" where it is not known.
func fieldOf(heading string) Field {
	without, _, _ := strings.Cut(heading, "(")
	for _, words := range []string{fold(heading), fold(without)} {
		words = strings.TrimRightFunc(words, func(r rune) bool { return unicode.IsDigit(r) || r == ' ' }) // "source 2"
		for _, f := range Fields() {
			if words != "" && slices.Contains(headers[f], words) {
				return f
			}
		}
	}
	return ""
}

func countKnown(header []Cell) int {
	n := 0
	for _, c := range header {
		if fieldOf(c.Text) != "" {
			n++
		}
	}
	return n
}

// Column is a column of a spreadsheet and what it was understood as.
type Column struct {
	Heading string
	Field   Field // empty: not used
}

// columns are the places of the columns by what they are about.
type columns map[Field][]int

// understand finds out what each column is about: what was asked for, else what its heading says.
func understand(t *Table, o Options) ([]Column, columns, []Fault) {
	list := make([]Column, len(t.Header))
	for i, c := range t.Header {
		list[i] = Column{Heading: c.Text, Field: fieldOf(c.Text)}
		if len(o.Fields) == len(t.Header) {
			list[i].Field = o.Fields[i]
		}
	}
	faults := ask(t, list, o.Columns)
	at := columns{}
	for i, c := range list {
		if c.Field == "" {
			continue
		}
		if others := at[c.Field]; len(others) > 0 && c.Field != Source {
			faults = append(faults, Fault{
				Line: t.Header[i].Line, Col: t.Header[i].Col, Field: c.Field, Reason: TwoColumns,
				Args: []any{"First", list[others[0]].Heading, "Second", c.Heading},
			})
			continue
		}
		at[c.Field] = append(at[c.Field], i)
	}
	return list, at, faults
}

// ask gives the columns the meaning that was asked for. A field that is asked for has no other column.
func ask(t *Table, list []Column, asked map[Field]string) []Fault {
	var faults []Fault
	for _, f := range Fields() {
		heading, isAsked := asked[f]
		if !isAsked {
			continue
		}
		for i := range list {
			if list[i].Field == f {
				list[i].Field = ""
			}
		}
		found := slices.IndexFunc(list, func(c Column) bool { return c.Heading == heading })
		if found < 0 {
			found = slices.IndexFunc(list, func(c Column) bool { return fold(c.Heading) == fold(heading) })
		}
		switch {
		case heading == "": // not to be used
		case found < 0:
			faults = append(faults, Fault{Line: t.Header[0].Line, Col: 1, Field: f, Value: heading, Reason: NoHeader})
		default:
			list[found].Field = f
		}
	}
	return faults
}
