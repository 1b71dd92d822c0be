package data

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The tests read the file as plain JSON, without the program's own loader, so that a mistake of the loader cannot hide
// a mistake in the file. Numbers are those that the collection of facts gave for itself.

type object = map[string]any

func talks(t *testing.T) object {
	t.Helper()
	var file object
	if err := json.Unmarshal(Talks, &file); err != nil {
		t.Fatalf("read talks.json: %v", err)
	}
	return file
}

// list returns the objects under a member, or none where it is left out.
func list(o object, member string) []object {
	raw, _ := o[member].([]any)
	objects := make([]object, len(raw))
	for i, v := range raw {
		objects[i] = v.(object)
	}
	return objects
}

// all concatenates the lists under a member of several objects.
func all(objects []object, member string) []object {
	var found []object
	for _, o := range objects {
		found = append(found, list(o, member)...)
	}
	return found
}

func words(o object, member string) []string {
	raw, _ := o[member].([]any)
	strs := make([]string, len(raw))
	for i, v := range raw {
		strs[i] = v.(string)
	}
	return strs
}

func count(objects []object, holds func(object) bool) int {
	n := 0
	for _, o := range objects {
		if holds(o) {
			n++
		}
	}
	return n
}

func is(member string, want any) func(object) bool {
	return func(o object) bool { return o[member] == want }
}

func has(member string) func(object) bool {
	return func(o object) bool { return o[member] != nil }
}

// claims returns all claims of the Figures of pledges or exchanges, towards one side or, for "", towards every side.
func claims(objects []object, side string) []object {
	var found []object
	for _, o := range objects {
		for to, figure := range o["to"].(object) {
			if side == "" || side == to {
				found = append(found, list(figure.(object), "claims")...)
			}
		}
	}
	return found
}

func isSingleSourced(o object) bool { return len(words(o, "sources")) == 1 }

func isOf(kind, year string) func(object) bool {
	return func(o object) bool { return o["kind"] == kind && strings.HasPrefix(o["date"].(string), year) }
}

type expectation struct {
	what string
	got  int
	want int
}

func compare(t *testing.T, expectations []expectation) {
	t.Helper()
	for _, e := range expectations {
		if e.got != e.want {
			t.Errorf("%s: found %d, want %d", e.what, e.got, e.want)
		}
	}
}

func TestTheFileHoldsEveryRoundWithItsParts(t *testing.T) {
	file := talks(t)
	rounds := list(file, "rounds")
	held := count(rounds, func(o object) bool { return o["kind"] == "round" && o["status"] == "held" })
	compare(t, []expectation{
		{"rounds", len(rounds), 15},
		{"rounds that were held", held, 12},
		{"consultations", count(rounds, is("kind", "consultation")), 1},
		{"contacts", count(rounds, is("kind", "contact")), 1},
		{"postponed rounds", count(rounds, is("status", "postponed")), 1},
		{"claims about heads of delegations", len(all(all(rounds, "heads"), "claims")), 28},
		{"members", len(all(rounds, "members")), 24},
		{"agenda", len(all(rounds, "agenda")), 21},
		{"outcomes", len(all(rounds, "outcomes")), 49},
		{"statements", len(all(rounds, "statements")), 47},
		{"aftermath", len(all(rounds, "aftermath")), 14},
		{"reported numbers", len(all(rounds, "numbers")), 7},
		{"sentences retold by one article", len(all(rounds, "retold")), 21},
		{"events", len(list(file, "events")), 19},
		{"people", len(list(file, "people")), 31},
		{"places", len(list(file, "places")), 19},
	})
}

func TestTheFileHoldsEveryAccountOfARound(t *testing.T) {
	want := map[string]int{
		"date_said": 19, "place_said": 15, "venue_said": 14, "format": 18, "hosts": 13, "mediators": 11, "duration": 23,
		"language": 4, "announced_next": 20,
	}
	got := map[string]int{}
	for _, r := range list(talks(t), "rounds") {
		for member := range want {
			if account, ok := r[member].(object); ok {
				got[member] += len(list(account, "claims"))
			}
		}
	}
	for member, n := range want {
		if got[member] != n {
			t.Errorf("claims under %s: found %d, want %d", member, got[member], n)
		}
	}
}

func TestTheFileHoldsEveryPledgeWithItsClaims(t *testing.T) {
	pledges := list(talks(t), "pledges")
	found := claims(pledges, "")
	compare(t, []expectation{
		{"pledges", len(pledges), 20},
		{"agreed pledges", count(pledges, is("status", "agreed")), 12},
		{"pledges that are part of another", count(pledges, has("part_of")), 4},
		{"pledges that restate another", count(pledges, has("restates")), 2},
		{"pledges made at an event", count(pledges, has("event")), 3},
		{"claims", len(found), 91},
		{"claims of one source", count(found, isSingleSourced), 67},
		{"claims of two sources or more", len(found) - count(found, isSingleSourced), 24},
		{"claims of all for all", count(found, is("qualifier", "all-for-all")), 8},
	})
}

func TestTheFileHoldsEveryExchangeWithItsClaims(t *testing.T) {
	exchanges := list(talks(t), "exchanges")
	found := claims(exchanges, "")
	compare(t, []expectation{
		{"exchanges", len(exchanges), 117},
		{"of prisoners", count(exchanges, is("kind", "prisoners")), 85},
		{"of bodies", count(exchanges, is("kind", "bodies")), 32},
		{"claims", len(found), 288},
		{"claims towards Ukraine", len(claims(exchanges, "ukraine")), 180},
		{"claims towards Russia", len(claims(exchanges, "russia")), 108},
		{"claims of one source", count(found, isSingleSourced), 147},
		{"claims of two sources or more", len(found) - count(found, isSingleSourced), 141},
		{"claims by Ukraine", count(found, is("by", "ukraine")), 109},
		{"claims by Russia", count(found, is("by", "russia")), 111},
		{"claims by third parties", count(found, is("by", "third-party")), 46},
		{"claims by a side that is not named", count(found, is("by", "not-named")), 22},
		{"claims that are no exact number", len(found) - count(found, is("qualifier", "exact")), 2},
		{"claims of a weak source", count(found, is("weak", true)), 2},
		{"numberings", len(all(exchanges, "numbers")), 42},
		{"places", len(all(exchanges, "places")), 16},
		{"mediators", len(all(exchanges, "mediators")), 38},
	})
	byYear := map[string][2]int{"2022": {33, 5}, "2023": {13, 0}, "2024": {12, 9}, "2025": {20, 16}, "2026": {7, 2}}
	for year, want := range byYear {
		got := [2]int{count(exchanges, isOf("prisoners", year)), count(exchanges, isOf("bodies", year))}
		if got != want {
			t.Errorf("exchanges of prisoners and of bodies in %s: found %v, want %v", year, got, want)
		}
	}
}

func TestExchangesAreTiedOnlyWhereASourceTiesThem(t *testing.T) {
	exchanges := list(talks(t), "exchanges")
	ties := all(exchanges, "ties")
	compare(t, []expectation{
		{"exchanges with a tie", count(exchanges, has("ties")), 31},
		{"ties", len(ties), 38},
		{"inferred ties", count(ties, is("inferred", true)), 6},
		{"ties to a set of agreements", count(ties, has("agreement")), 10},
		{"ties with a count of their own", count(ties, has("to")), 1},
		{"stages", count(exchanges, has("stage")), 19},
	})
}

func TestTheFileHoldsEveryTotalAndCheck(t *testing.T) {
	file := talks(t)
	totals, checks := list(file, "totals"), list(file, "checks")
	compare(t, []expectation{
		{"totals", len(totals), 86},
		{"totals of prisoners", count(totals, is("kind", "prisoners")), 60},
		{"totals of bodies", count(totals, is("kind", "bodies")), 24},
		{"totals of one source", count(totals, isSingleSourced), 62},
		{"checks", len(checks), 58},
		{"matching checks", count(checks, is("matches", true)), 41},
		{"handovers that are no exchanges", len(list(file, "handovers")), 5},
		{"gaps", len(words(file, "gaps")), 9},
	})
	for _, c := range checks {
		if isEqual := c["official"] == c["computed"]; isEqual != c["matches"] {
			t.Errorf("check %v: %v and %v, but matches is %v", c["id"], c["official"], c["computed"], c["matches"])
		}
	}
}

func TestTheFileHoldsEveryDocumentAndJudgement(t *testing.T) {
	file := talks(t)
	clauses, comparisons := list(file, "clauses"), list(file, "comparisons")
	russian := count(clauses, is("document", "doc-2025-06-02-russia"))
	ukrainian := count(clauses, is("document", "doc-2025-06-02-ukraine"))
	compare(t, []expectation{
		{"documents", len(list(file, "documents")), 11},
		{"clauses", len(clauses), 99},
		{"clauses of the Russian memorandum", russian, 31},
		{"clauses of the Ukrainian memorandum", ukrainian, 21},
		{"clauses of other documents", len(clauses) - russian - ukrainian, 47},
		{"topics", len(list(file, "topics")), 23},
		{"comparisons", len(comparisons), 23},
		{"aligned", count(comparisons, is("judgement", "aligned")), 0},
		{"partly aligned", count(comparisons, is("judgement", "partly-aligned")), 5},
		{"opposed", count(comparisons, is("judgement", "opposed")), 7},
		{"one side only", count(comparisons, is("judgement", "one-side-only")), 11},
		{"statements on documents", len(list(file, "document_statements")), 12},
	})
}

func TestTheFileHoldsEveryDiscrepancyUnderAnIDOfItsOwn(t *testing.T) {
	counts, seen := map[string]int{}, map[string]bool{}
	origins := map[string]*regexp.Regexp{
		"rounds":    regexp.MustCompile(`^d\d\d$`),
		"memoranda": regexp.MustCompile(`^m\d\d$`),
		"numbers":   regexp.MustCompile(`^d-`),
	}
	for _, d := range list(talks(t), "discrepancies") {
		id := d["id"].(string)
		if seen[id] {
			t.Errorf("the ID %s stands twice", id)
		}
		seen[id] = true
		for origin, pattern := range origins {
			if pattern.MatchString(id) {
				counts[origin]++
			}
		}
	}
	compare(t, []expectation{
		{"discrepancies about rounds", counts["rounds"], 25},
		{"discrepancies about memoranda", counts["memoranda"], 10},
		{"discrepancies about numbers", counts["numbers"], 25},
		{"discrepancies", len(seen), 60},
	})
}

func TestTheFileHoldsEveryPublicationOnce(t *testing.T) {
	sources := list(talks(t), "sources")
	ids, addresses := map[string]bool{}, map[string]bool{}
	for _, s := range sources {
		for _, id := range append(words(s, "aliases"), s["id"].(string)) {
			if ids[id] {
				t.Errorf("the ID %s stands twice", id)
			}
			ids[id] = true
		}
		if address, ok := s["url"].(string); ok {
			if addresses[address] {
				t.Errorf("the address %s stands twice", address)
			}
			addresses[address] = true
		}
	}
	compare(t, []expectation{
		{"publications", len(sources), 627},
		{"IDs, with aliases", len(ids), 634},
		{"publications of the Ukrainian side", count(sources, is("side", "ukraine")), 237},
		{"publications of the Russian side", count(sources, is("side", "russia")), 104},
		{"weak publications", count(sources, is("weak", true)), 16},
		{"publications without an address", len(sources) - len(addresses), 3},
	})
}

// counted returns the exact count that a side gives of what a side received.
func counted(t *testing.T, exchanges []object, id, to, by string) int {
	t.Helper()
	i := slices.IndexFunc(exchanges, is("id", id))
	if i < 0 {
		t.Fatalf("there is no exchange %s", id)
	}
	for _, c := range claims(exchanges[i:i+1], to) {
		if c["by"] == by && c["qualifier"] == "exact" {
			return int(c["value"].(float64))
		}
	}
	t.Fatalf("exchange %s: %s gives no exact count of what %s received", id, by, to)
	return 0
}

func TestKnownSumsComeOut(t *testing.T) {
	bodies := []string{"bod-2025-06-11", "bod-2025-06-13", "bod-2025-06-14", "bod-2025-06-15", "bod-2025-06-16"}
	tests := []struct {
		name, to, by string
		exchanges    []string
		counts       []int
		sum          int
	}{
		{
			"prisoners to Ukraine, 23-25 May 2025", "ukraine", "ukraine",
			[]string{"pow-2025-05-23", "pow-2025-05-24", "pow-2025-05-25"},
			[]int{390, 307, 303},
			1000,
		},
		{
			"prisoners to Russia, 23-25 May 2025", "russia", "russia",
			[]string{"pow-2025-05-23", "pow-2025-05-24", "pow-2025-05-25"},
			[]int{390, 307, 303},
			1000,
		},
		{"bodies to Ukraine by 16 June 2025", "ukraine", "ukraine", bodies, []int{1212, 1200, 1200, 1200, 1245}, 6057},
		{"bodies to Ukraine, Russian count", "ukraine", "russia", bodies, []int{1212, 1200, 1200, 1200, 1248}, 6060},
		{"bodies to Russia by 16 June 2025", "russia", "russia", bodies, []int{27, 0, 0, 0, 51}, 78},
	}
	exchanges := list(talks(t), "exchanges")
	for _, test := range tests {
		sum := 0
		var counts []int
		for _, id := range test.exchanges {
			n := counted(t, exchanges, id, test.to, test.by)
			counts = append(counts, n)
			sum += n
		}
		if !slices.Equal(counts, test.counts) || sum != test.sum {
			t.Errorf("%s: found %v = %d, want %v = %d", test.name, counts, sum, test.counts, test.sum)
		}
	}
}

// walk calls visit for every value of the file with the member it stands under; elements of a list stand under the
// member of the list.
func walk(v any, path, member string, visit func(path, member string, v any)) {
	visit(path, member, v)
	switch v := v.(type) {
	case object:
		for k, x := range v {
			walk(x, path+"."+k, k, visit)
		}
	case []any:
		for _, x := range v {
			walk(x, path+"[]", member, visit)
		}
	}
}

var sourceMembers = []string{"sources", "compared_with", "note_sources", "reason_sources"}

func TestEverySourceThatIsCitedExists(t *testing.T) {
	file := talks(t)
	known := map[string]bool{}
	for _, s := range list(file, "sources") {
		known[s["id"].(string)] = true
	}
	cited := 0
	walk(file, "$", "", func(path, member string, v any) {
		if id, ok := v.(string); ok && slices.Contains(sourceMembers, member) {
			cited++
			if !known[id] {
				t.Errorf("%s: there is no source %q (an alias is written as the ID it stands for)", path, id)
			}
		}
	})
	if cited < 1500 {
		t.Errorf("only %d citations found: the walk misses some", cited)
	}
}

func TestEveryClaimHasASource(t *testing.T) {
	file := talks(t)
	made := append(claims(list(file, "pledges"), ""), claims(list(file, "exchanges"), "")...)
	made = append(made, list(file, "totals")...)
	made = append(made, list(file, "clauses")...)
	for _, o := range made {
		if len(words(o, "sources")) == 0 {
			t.Errorf("no source: %v", o)
		}
	}
}

// Members whose strings are no words for a reader.
var unreadMembers = append([]string{"id", "url", "aliases", "$schema", "$comment", "see"}, sourceMembers...)

func TestWordsOfCollectingDoNotReachTheReader(t *testing.T) {
	collecting := regexp.MustCompile(`(?i)\barchiv|\bstored?\b|\bexcerpt|\bseed\b|\.(txt|json)\b|\bin the copy\b|sort_date`)
	walk(talks(t), "$", "", func(path, member string, v any) {
		if s, ok := v.(string); ok && !slices.Contains(unreadMembers, member) && collecting.MatchString(s) {
			t.Errorf("%s: %q", path, s)
		}
	})
}

func TestWordsNameAPublicationAndNotItsID(t *testing.T) {
	file := talks(t)
	ids := map[string]bool{}
	for _, s := range list(file, "sources") {
		for _, id := range append(words(s, "aliases"), s["id"].(string)) {
			ids[id] = true
		}
	}
	token := regexp.MustCompile(`[\pL\d]+(-[\pL\d]+)+`)
	walk(file, "$", "", func(path, member string, v any) {
		s, ok := v.(string)
		if !ok || slices.Contains(unreadMembers, member) {
			return
		}
		for _, found := range token.FindAllString(s, -1) {
			if ids[found] {
				t.Errorf("%s names %s in %q", path, found, s)
			}
		}
	})
}

func TestNothingIsEmpty(t *testing.T) {
	walk(talks(t), "$", "", func(path, member string, v any) {
		switch v := v.(type) {
		case nil:
			if !strings.HasPrefix(path, "$.pledges[].follow_up.to.") { // unknown, and said to be
				t.Errorf("%s is null; leave it out", path)
			}
		case string:
			if strings.TrimSpace(v) != v || v == "" {
				t.Errorf("%s is empty or has blanks at its ends: %q", path, v)
			}
		case []any:
			if len(v) == 0 && member != "claims" { // no claims: not reported
				t.Errorf("%s is an empty list; leave it out", path)
			}
		}
	})
}
