package model

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MostFindings is how many findings [Facts.Check] tells apart; of those beyond it only the number is given.
const MostFindings = 1000

// Check holds the facts against the rules between them: every reference leads somewhere, every number has a source, no
// date runs backwards. What one value may look like is the file format's matter, see package datafile.
func (f *Facts) Check() Findings {
	findings, _ := f.CheckContext(context.Background(), nil)
	return findings
}

// CheckContext is [Facts.Check] for facts that may be many: it tells progress, unless that is nil, how far it is, and
// returns the error of ctx soon after that is cancelled.
func (f *Facts) CheckContext(ctx context.Context, progress func(done, total int)) (Findings, error) {
	c := &checker{facts: f, guesses: 2_000_000, ctx: ctx, progress: progress, all: passes * f.size()}
	c.check()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return c.findings, nil
}

// passes is how often each fact is looked at: its ID is collected, then it is checked.
const passes = 2

// size is the number of elements in those lists that may be long.
func (f *Facts) size() int {
	return len(f.Sources) + len(f.Exchanges) + len(f.Pledges) + len(f.Rounds) + len(f.Clauses)
}

func (c *checker) check() {
	f := c.facts
	c.collect()
	c.metadata(&f.Metadata)
	c.cast()
	c.talks()
	c.deeds()
	c.memoranda()
	c.publications()
	if c.more > 0 {
		c.findings = append(c.findings, Finding{
			Severity: c.worstMore,
			Message:  fmt.Sprintf("there are %d more faults, which are not listed; mend these first", c.more),
		})
	}
}

type checker struct {
	facts     *Facts
	path      []step
	findings  Findings
	more      int // findings beyond the most that are listed
	worstMore Severity
	guesses   int // how many names may still be compared to find the nearest: bounds the time on a hopeless file

	sides, actors, kinds, categories, people, places, events, rounds, agreements, pledges, exchanges, totals,
	documents, clauses,
	topics, discrepancies, sources *names

	cited []bool // by place in Facts.Sources

	ctx       context.Context
	progress  func(done, total int)
	done, all int
}

// step is a member of an object or, where it has no name, a place in a list.
type step struct {
	name  string
	index int
}

func (c *checker) enter(name string) { c.path = append(c.path, step{name: name}) }
func (c *checker) leave()            { c.path = c.path[:len(c.path)-1] }

// each checks every element of the list that stands in the named member.
func each[T any](c *checker, member string, list []T, check func(*T)) {
	c.enter(member)
	for i := range list {
		if len(c.path) == 1 && !c.goOn() {
			break
		}
		c.path = append(c.path, step{index: i})
		check(&list[i])
		c.leave()
	}
	c.leave()
}

// goOn counts an element of a list of the dataset, and reports whether the check goes on.
func (c *checker) goOn() bool {
	const often = 1024
	if c.done++; c.done%often != 0 {
		return true
	}
	if c.progress != nil {
		c.progress(min(c.done, c.all), c.all)
	}
	return c.ctx.Err() == nil
}

// at checks one element of the list that stands in the named member.
func (c *checker) at(member string, index int, check func()) {
	c.path = append(c.path, step{name: member}, step{index: index})
	check()
	c.path = c.path[:len(c.path)-2]
}

// fault puts down an error at the named member of where the checker is, or there itself where no member is named. It
// rests on what stands in the object where the checker is. The message says what is wrong and, after a semicolon, how
// to mend it.
func (c *checker) fault(member, message string, args ...any) {
	c.found(Finding{Severity: Error, Scope: len(c.path)}, member, message, args)
}

// wrong is fault for a value that is wrong by itself, whatever else stands in the file.
func (c *checker) wrong(member, message string, args ...any) {
	c.found(Finding{Severity: Error, Scope: len(c.path) + 1}, member, message, args)
}

// wide is fault for what rests on other parts of the same element of a list of the file.
func (c *checker) wide(member, message string, args ...any) {
	const element = 2
	c.found(Finding{Severity: Error, Scope: element}, member, message, args)
}

func (c *checker) warn(member, message string, args ...any) {
	c.found(Finding{Severity: Warning, Scope: len(c.path)}, member, message, args)
}

// dangling puts down a reference to what is not among n.
func (c *checker) dangling(s Severity, member string, n *names, id string) {
	how := ""
	if len(c.findings) < MostFindings { // it is told
		how = c.suggest(id, n.order, n.member)
	}
	c.found(Finding{Severity: s, Scope: len(c.path) + 1, Missing: n.member}, member, "there is no %s %s; %s",
		[]any{n.noun, Quoted(id), how})
}

func (c *checker) found(f Finding, member, message string, args []any) {
	if len(c.findings) == MostFindings {
		if c.more == 0 || f.Severity == Error {
			c.worstMore = f.Severity
		}
		c.more++
		return
	}
	f.Message, f.Path = fmt.Sprintf(message, args...), make([]any, 0, len(c.path)+1)
	for _, p := range c.path {
		if p.name != "" {
			f.Path = append(f.Path, p.name)
		} else {
			f.Path = append(f.Path, p.index)
		}
	}
	if member != "" {
		f.Path = append(f.Path, member)
	}
	f.Scope = min(f.Scope, len(f.Path))
	c.findings = append(c.findings, f)
}

// names are the IDs of one noun.
type names struct {
	noun   string
	member string // of the file, where they are listed
	at     map[string]int
	order  []string
}

func newNames(noun, member string, size int) *names {
	return &names{noun: noun, member: member, at: make(map[string]int, size), order: make([]string, 0, size)}
}

// define puts down the ID of the element that the checker is at.
func (c *checker) define(n *names, member, id string, index int) {
	if !isName(id) {
		c.wrong(member, "%s is no id; write letters, digits and hyphens, without spaces and slashes", Quoted(id))
		return
	}
	if first, ok := n.at[id]; ok {
		c.wrong(member, "the %s %s is there already, as number %d of %q; give one of them another id",
			n.noun, Quoted(id), first+1, n.member)
		return
	}
	n.at[id] = index
	n.order = append(n.order, id)
}

// isName reports whether an address can be made with s: "round/s".
func isName(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool {
		return r == '/' || unicode.IsSpace(r) || !unicode.IsPrint(r)
	})
}

// refer checks that id is one of n. An empty id refers to nothing, which is for the caller to judge.
func refer[ID ~string](c *checker, member string, n *names, id ID) (index int, ok bool) {
	if id == "" {
		return 0, false
	}
	if index, ok = n.at[string(id)]; !ok {
		c.dangling(Error, member, n, string(id))
	}
	return index, ok
}

func referAll[ID ~string](c *checker, member string, n *names, list []ID) {
	each(c, member, list, func(id *ID) { referHere(c, n, *id) })
}

// referHere is refer for an element of a list, which must not be empty.
func referHere[ID ~string](c *checker, n *names, id ID) (index int, ok bool) {
	if id == "" {
		c.wrong("", "the id is empty; name a %s", n.noun)
	}
	return refer(c, "", n, id)
}

// suggest says how to mend a reference that leads nowhere.
func (c *checker) suggest(word string, among []string, member string) string {
	if c.guesses -= len(among); c.guesses >= 0 {
		if nearest := Nearest(word, among); nearest != "" {
			return "did you mean " + Quoted(nearest) + "?"
		}
	}
	return "add it to " + strconv.Quote(member) + ", or name one that is there"
}

// collect puts down all IDs, so that facts may refer to what stands later in the file.
func (c *checker) collect() {
	f := c.facts
	c.sides = newNames("side", "sides", len(f.Sides))
	c.actors = newNames("actor", "actors", len(f.Sides)+len(f.Actors))
	c.collectActors()
	c.kinds = collect(c, "kind", "kinds", f.Kinds, func(x *Kind) KindID { return x.ID })
	c.categories = collect(c, "category", "categories", f.Categories, func(x *Category) CategoryID { return x.ID })
	c.people = collect(c, "person", "people", f.People, func(x *Person) PersonID { return x.ID })
	c.places = collect(c, "place", "places", f.Places, func(x *Place) PlaceID { return x.ID })
	c.events = collect(c, "event", "events", f.Events, func(x *Event) EventID { return x.ID })
	c.rounds = collect(c, "round", "rounds", f.Rounds, func(x *Round) RoundID { return x.ID })
	c.agreements = collect(c, "agreement", "agreements", f.Agreements, func(x *Agreement) AgreementID { return x.ID })
	c.pledges = collect(c, "pledge", "pledges", f.Pledges, func(x *Pledge) PledgeID { return x.ID })
	c.exchanges = collect(c, "exchange", "exchanges", f.Exchanges, func(x *Exchange) ExchangeID { return x.ID })
	c.totals = collect(c, "total", "totals", f.Totals, func(x *Total) TotalID { return x.ID })
	c.documents = collect(c, "document", "documents", f.Documents, func(x *Document) DocumentID { return x.ID })
	c.clauses = collect(c, "clause", "clauses", f.Clauses, func(x *Clause) ClauseID { return x.ID })
	c.topics = collect(c, "topic", "topics", f.Topics, func(x *Topic) TopicID { return x.ID })
	c.discrepancies = collect(c, "discrepancy", "discrepancies", f.Discrepancies,
		func(x *Discrepancy) DiscrepancyID { return x.ID })
	collect(c, "handover", "handovers", f.Handovers, func(x *Handover) string { return x.ID })
	collect(c, "check", "checks", f.Checks, func(x *Check) CheckID { return x.ID })
	collect(c, "statement", "document_statements", f.DocumentStatements, func(x *DocumentStatement) string { return x.ID })
	c.collectSources()
	c.collectRetold()
	former(c, c.events, f.Events, func(x *Event) []EventID { return x.Formerly })
	former(c, c.rounds, f.Rounds, func(x *Round) []RoundID { return x.Formerly })
	former(c, c.pledges, f.Pledges, func(x *Pledge) []PledgeID { return x.Formerly })
	former(c, c.exchanges, f.Exchanges, func(x *Exchange) []ExchangeID { return x.Formerly })
	former(c, c.documents, f.Documents, func(x *Document) []DocumentID { return x.Formerly })
	former(c, c.clauses, f.Clauses, func(x *Clause) []ClauseID { return x.Formerly })
	former(c, c.topics, f.Topics, func(x *Topic) []TopicID { return x.Formerly })
	former(c, c.sources, f.Sources, func(x *Source) []SourceID { return x.Formerly })
}

// former checks the IDs that items had before: each must lead to one item only, so it is no other's, now or before.
func former[T any, ID ~string](c *checker, n *names, list []T, formerly func(*T) []ID) {
	before := map[string]bool{}
	c.enter(n.member)
	defer c.leave()
	for i := range list {
		ids := formerly(&list[i])
		if len(ids) == 0 {
			continue
		}
		c.path = append(c.path, step{index: i})
		each(c, "formerly", ids, func(id *ID) { c.former(n, string(*id), before) })
		c.leave()
	}
}

func (c *checker) former(n *names, id string, before map[string]bool) {
	_, lives := n.at[id]
	switch {
	case !isName(id):
		c.wrong("", "%s is no id; write letters, digits and hyphens, without spaces and slashes", Quoted(id))
	case lives:
		c.wrong("", "%s is the id of a %s that is there; take it out, or give that one another id", Quoted(id), n.noun)
	case before[id]:
		c.wrong("", "%s was the id of a %s already; keep it at one of the two", Quoted(id), n.noun)
	}
	before[id] = true
}

// collectRetold puts down what is retold of all rounds: the rounds share its names.
func (c *checker) collectRetold() {
	n := newNames("retold statement", "retold", 0)
	for i := range c.facts.Rounds {
		if len(c.facts.Rounds[i].Retold) > 0 {
			c.at("rounds", i, func() {
				each(c, "retold", c.facts.Rounds[i].Retold, func(s *RetoldStatement) {
					c.define(n, "id", s.ID, len(n.order))
				})
			})
		}
	}
}

func collect[T any, ID ~string](c *checker, noun, member string, list []T, id func(*T) ID) *names {
	n := newNames(noun, member, len(list))
	index := 0
	each(c, member, list, func(x *T) {
		c.define(n, "id", string(id(x)), index)
		index++
	})
	return n
}

// collectActors puts down the sides and the other actors, who share their names: a statement is by one or the other.
func (c *checker) collectActors() {
	each(c, "sides", c.facts.Sides, func(s *Side) {
		if r := Reporter(s.ID); r == ThirdParty || r == NotNamed {
			c.wrong("id", "%s stands for those who are no side; give the side another id", Quoted(string(s.ID)))
		}
		c.define(c.sides, "id", string(s.ID), len(c.sides.order))
		c.actors.at[string(s.ID)] = len(c.actors.order)
		c.actors.order = append(c.actors.order, string(s.ID))
	})
	each(c, "actors", c.facts.Actors, func(a *Actor) {
		if _, isSide := c.sides.at[string(a.ID)]; isSide {
			c.wrong("id", "%s is a side already; take it out of \"actors\" or give it another id", Quoted(string(a.ID)))
			return
		}
		c.define(c.actors, "id", string(a.ID), len(c.actors.order))
	})
}

// collectSources puts down the publications under their IDs and their aliases.
func (c *checker) collectSources() {
	c.sources = newNames("source", "sources", len(c.facts.Sources))
	c.cited = make([]bool, len(c.facts.Sources))
	index := 0
	each(c, "sources", c.facts.Sources, func(s *Source) {
		c.define(c.sources, "id", string(s.ID), index)
		each(c, "aliases", s.Aliases, func(alias *SourceID) { c.define(c.sources, "", string(*alias), index) })
		index++
	})
}

// text checks what people read.
func (c *checker) text(member string, t Text) {
	for _, s := range t {
		if hiddenRune(s) != 0 {
			c.hidden(member, t)
			return
		}
	}
}

func (c *checker) hidden(member string, t Text) {
	if member != "" {
		c.enter(member)
		defer c.leave()
	}
	for _, lang := range t.Languages() {
		c.plain(lang, t[lang])
	}
}

func (c *checker) texts(member string, list []Text) {
	each(c, member, list, func(t *Text) { c.text("", *t) })
}

// plain checks a string that has no language.
func (c *checker) plain(member, s string) {
	if hidden := hiddenRune(s); hidden != 0 {
		c.wrong(member, "the text holds the invisible character %U, which can make it read as something else; take "+
			"it out", hidden)
	}
}

func (c *checker) plains(member string, list []string) {
	each(c, member, list, func(s *string) { c.plain("", *s) })
}

// hiddenRune returns the first control character (but for a line break and a tabulator) or the first character that
// turns the direction of writing, or 0.
func hiddenRune(s string) rune {
	for i := 0; i < len(s); {
		b := s[i]
		if b >= ' ' && b < 0x7f || b == '\n' || b == '\t' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return r
		}
		i += size
	}
	return 0
}

// cite checks a list of sources, which must not be empty where one is needed.
func (c *checker) cite(member string, list []SourceID) {
	each(c, member, list, func(id *SourceID) {
		if i, ok := referHere(c, c.sources, *id); ok {
			c.cited[i] = true
		}
	})
}

// mustCite is cite for what nobody should have to believe without a source.
func (c *checker) mustCite(noun string, list []SourceID) {
	if len(list) == 0 {
		c.fault("", "the %s has no source; name the publications that it rests on in \"sources\"", noun)
	}
	c.cite("sources", list)
}

// reporter checks who is said to have counted.
func (c *checker) reporter(member string, r Reporter) {
	if r.Side() == "" {
		return
	}
	if _, ok := c.sides.at[string(r)]; !ok {
		among := append(slices.Clone(c.sides.order), string(ThirdParty), string(NotNamed))
		c.found(Finding{Scope: len(c.path) + 1, Missing: c.sides.member}, member,
			"%s is no side, \"third-party\" or \"not-named\"; %s",
			[]any{Quoted(string(r)), c.suggest(string(r), among, "sides")})
	}
}

// MostPeople bounds every number of a dataset, so that no sum can overflow.
const MostPeople = 1_000_000_000

func (c *checker) number(member string, n int) {
	switch {
	case n < 0:
		c.wrong(member, "%d is less than nothing; a count is 0 or more", n)
	case n > MostPeople:
		c.wrong(member, "%d is more than %d; mend the number", n, MostPeople)
	}
}

func (c *checker) maybeNumber(member string, n *int) {
	if n != nil {
		c.number(member, *n)
	}
}

// eachSide checks what is said of each side, in the order of the file's sides, and finds those that are none.
func eachSide[V any](c *checker, member string, bySide map[SideID]V, check func(SideID, V)) {
	c.enter(member)
	defer c.leave()
	found := 0
	for _, s := range c.facts.Sides {
		if v, ok := bySide[s.ID]; ok {
			found++
			c.enter(string(s.ID))
			check(s.ID, v)
			c.leave()
		}
	}
	if found == len(bySide) {
		return
	}
	for _, id := range sortedKeys(bySide) {
		refer(c, string(id), c.sides, id)
	}
}

func sortedKeys[K ~string, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// circles finds where following a relation leads back to where it began; next lists the places that one refers to.
// It calls found once for each circle, with a place on it.
func circles(size int, next func(i int) []int, found func(i int)) {
	const (
		unseen = iota
		open
		done
	)
	state := make([]int8, size)
	var visit func(i int)
	visit = func(i int) {
		state[i] = open
		for _, j := range next(i) {
			switch state[j] {
			case unseen:
				visit(j)
			case open:
				found(i)
			}
		}
		state[i] = done
	}
	for i := range state {
		if state[i] == unseen {
			visit(i)
		}
	}
}
