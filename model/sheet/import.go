package sheet

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"parley/model"
	"parley/model/datafile"
)

// Target is the file that a spreadsheet goes into.
type Target struct {
	Path string
	Data []byte
	New  bool // it is not there yet
}

// Open reads the file that a spreadsheet is to go into. One that is not there is a new dataset, and no error.
func Open(path string) (Target, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Target{Path: path, New: true}, nil
	case err != nil:
		return Target{}, fmt.Errorf("read dataset: %w", err)
	case info.Size() > datafile.MaxSize:
		return Target{}, fmt.Errorf("read dataset %s: the file is larger than %d MiB", path, datafile.MaxSize>>20)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return Target{}, fmt.Errorf("read dataset: %w", err)
	}
	return Target{Path: path, Data: data}, nil
}

// Dataset says what a new dataset is called. What is left out is made of the names of files and the values of the sheet.
type Dataset struct {
	Name, Title string
	Language    string // of its texts; English where it is left out
	Created     model.Date
	Sides       []string // besides those that the rows name
	CarriedOut  string   // what was done to those whom the rows count: "handed over"
}

// Import is what a spreadsheet comes to, and the file with it in.
type Import struct {
	Columns   []Column
	Dates     Dates
	Rows      int
	Exchanges []model.Exchange  // new ones
	Claims    int               // in exchanges that the dataset has already
	Citations int               // claims of such exchanges that get further sources
	Ties      int               // in such exchanges
	Sources   []model.Source    // new ones
	Here      int               // rows that the dataset holds already
	Unnamed   int               // rows that do not say whose count it is
	Faults    []Fault           // in the order of the sheet
	Problems  datafile.Problems // of the dataset as it was: with an error nothing can be put into it
	New       bool              // the dataset is new
	Sides     []string          // of a new dataset, in the words of the sheet
	Kinds     []string          // likewise
	// Text is the file with all of it in; nil where nothing may be written: there are faults, and a part was not asked for.
	Text []byte
}

// Understood reports whether every row was.
func (im *Import) Understood() bool { return len(im.Faults) == 0 && len(im.Problems.Errors()) == 0 }

// Empty reports whether there is nothing to add.
func (im *Import) Empty() bool { return len(im.Exchanges)+im.Claims+im.Citations+im.Ties == 0 }

// Part is how much there is of something in what a spreadsheet comes to.
type Part struct {
	What string // rows, exchanges, claims, citations, ties, sources, here, faulty: as the fields of Import
	N    int
}

// Sum is what the spreadsheet comes to, part by part; what there is nothing of is left out.
func (im *Import) Sum() []Part {
	return slices.DeleteFunc([]Part{
		{"rows", im.Rows},
		{"exchanges", len(im.Exchanges)},
		{"claims", im.Claims},
		{"citations", im.Citations},
		{"ties", im.Ties},
		{"sources", len(im.Sources)},
		{"here", im.Here},
		{"faulty", im.FaultyRows()},
	}, func(p Part) bool { return p.N == 0 && p.What != "rows" })
}

// FaultyRows counts the rows that were not understood.
func (im *Import) FaultyRows() int {
	lines := map[int]bool{}
	for _, f := range im.Faults {
		if !f.OfFile() {
			lines[f.row] = true
		}
	}
	return len(lines)
}

// New understands a spreadsheet and puts it into a dataset. It writes nothing: the new file is in Text.
func New(t *Table, into Target, o Options) *Import {
	im := &Import{New: into.New}
	if t.Fault != nil {
		im.Faults = []Fault{*t.Fault}
		return im
	}
	facts := &model.Facts{}
	if !into.New {
		ds, problems := datafile.Read(into.Path, into.Data)
		if im.Problems = problems; ds == nil {
			return im
		}
		facts = ds.Facts()
	}
	im.Rows = len(t.Rows)
	var at columns
	im.Columns, at, im.Faults = understand(t, o)
	r := &reader{options: o, at: at, width: len(t.Header), shelf: shelfOf(facts), cast: castOf(facts)}
	r.faults = append(im.Faults, r.missing(t.Header[0].Line)...)
	if len(t.Rows) == 0 {
		r.faults = append(r.faults, Fault{Line: t.Header[0].Line, Col: 1, Reason: NoRows})
	}
	if len(r.faults) > 0 {
		im.Faults = r.faults
		return im
	}
	if into.New {
		facts = r.found(t, into.Path)
		im.Sides, im.Kinds = names(facts)
		if len(facts.Sides) < 2 {
			r.faults = append(r.faults, Fault{Line: t.Header[0].Line, Col: 1, Field: Side, Reason: FewSides})
		}
	}
	groups := r.rows(t, im)
	r.fill(im, into, facts, groups)
	slices.SortStableFunc(r.faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
	})
	im.Faults = r.faults
	return im
}

// rows reads all rows and joins them to exchanges.
func (r *reader) rows(t *Table, im *Import) []*group {
	r.dates = datesOf(t.column(r.at[Date]), r.options.Order)
	r.published = datesOf(t.column(r.at[Published]), r.options.Order)
	entries := make([]*entry, len(t.Rows))
	for i, row := range t.Rows {
		entries[i] = r.read(row)
		if !entries[i].stated && !entries[i].broken {
			im.Unnamed++
		}
	}
	im.Dates = r.dates
	return r.join(entries)
}

// column lists the cells of a column.
func (t *Table) column(places []int) []Cell {
	if len(places) == 0 {
		return nil
	}
	cells := make([]Cell, len(t.Rows))
	for i, row := range t.Rows {
		cells[i] = row.cell(places[0])
	}
	return cells
}

// found makes the sides and kinds of a new dataset of the words that the rows have for them.
func (r *reader) found(t *Table, path string) *model.Facts {
	o := r.options.New
	base := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	f := &model.Facts{Metadata: model.Metadata{
		Name: cmp.Or(o.Name, slug(base), "dataset"), Title: model.Plain(cmp.Or(o.Title, base)),
		Version: "0.1.0", Created: o.Created, Language: cmp.Or(o.Language, "en"),
	}}
	words := func(f Field, otherwise string) []string {
		var list []string
		for _, c := range t.column(r.at[f]) {
			list = append(list, spaced(c.Text))
		}
		return append(list, otherwise)
	}
	for _, w := range append(words(Side, r.options.Side), o.Sides...) {
		if id, isNew := r.defineIn(&r.cast.sides, w, "side"); isNew {
			f.Sides = append(f.Sides, model.Side{ID: model.SideID(id), Name: model.Plain(w)})
		}
	}
	for _, w := range words(Kind, r.options.Kind) {
		if id, isNew := r.defineIn(&r.cast.kinds, w, "kind"); isNew {
			f.Kinds = append(f.Kinds, model.Kind{
				ID: model.KindID(id), Name: model.Plain(w), CarriedOut: model.Plain(o.CarriedOut),
			})
		}
	}
	return f
}

// names are those of the sides and kinds.
func names(f *model.Facts) (sides, kinds []string) {
	for _, s := range f.Sides {
		sides = append(sides, s.Name.In(""))
	}
	for _, k := range f.Kinds {
		kinds = append(kinds, k.Name.In(""))
	}
	return sides, kinds
}

func (r *reader) defineIn(list *register, words, otherwise string) (id string, isNew bool) {
	if words == "" {
		return "", false
	}
	return list.define(words, otherwise)
}

// fill puts the groups into the file, and leaves out again those that would be errors of the dataset.
func (r *reader) fill(im *Import, into Target, facts *model.Facts, groups []*group) {
	if into.New {
		into.Data = datafile.Begin(facts)
	}
	d := newDraft(facts)
	groups = r.place(d, groups)
	for {
		add, owners := d.addition(r, im, groups)
		isFit := len(r.faults) == 0 || r.options.Partial && !slices.ContainsFunc(r.faults, Fault.OfFile)
		if !isFit || add.Empty() {
			return
		}
		text, err := datafile.Insert(into.Data, add)
		if err != nil {
			r.faults = append(r.faults, Fault{Line: 1, Col: 1, Reason: Checked, Args: []any{"What", err.Error()}})
			return
		}
		wrong, general := faultsOf(into.Path, text, owners)
		if len(wrong) == 0 && len(general) == 0 {
			im.Text = text
			return
		}
		if len(wrong) == 0 {
			r.faults = append(r.faults, general...)
			return
		}
		groups = slices.DeleteFunc(groups, func(g *group) bool {
			for _, what := range wrong[g] {
				r.refuse(g, "", Checked, "What", what)
			}
			return len(wrong[g]) > 0
		})
	}
}

// place finds for each group where it belongs; those with a row that was not understood are left out.
func (r *reader) place(d *draft, groups []*group) []*group {
	groups = slices.DeleteFunc(groups, func(g *group) bool {
		if g.broken != nil {
			return !r.refuse(g, "", Held, "Line", g.broken.row.Line)
		}
		return !r.match(g, d.known, d.exchange)
	})
	shared := map[*model.Exchange]int{}
	for _, g := range groups {
		if g.into != nil {
			shared[g.into]++
		}
	}
	return slices.DeleteFunc(groups, func(g *group) bool {
		if shared[g.into] > 1 {
			return !r.refuse(g, Place, OneExchange, "ID", string(g.into.ID))
		}
		return !r.agrees(g)
	})
}

// agrees holds a group against what the dataset has of its exchange. Where a row contradicts that, no row of the group is
// taken.
func (r *reader) agrees(g *group) bool {
	if g.into == nil {
		return true
	}
	line := 0 // of the first row that contradicts
	for _, e := range g.entries {
		claims := g.into.To[e.side].Claims
		why, _ := e.against(claims)
		if why == "" {
			continue
		}
		c, _ := r.cell(e.row, Count)
		r.fault(e, c, Count, why, "ID", string(g.into.ID), "Number", stated(claims))
		line = cmp.Or(line, e.row.Line)
	}
	if line == 0 {
		return true
	}
	g.entries = slices.DeleteFunc(g.entries, func(e *entry) bool { return e.broken })
	return r.refuse(g, "", Held, "Line", line)
}

// draft knows the exchanges of the dataset that rows are put to.
type draft struct {
	facts *model.Facts
	known map[dayAndKind][]*model.Exchange
	byID  map[model.ExchangeID]*model.Exchange
	index map[model.ExchangeID]int
	// madeAt is the round or event of each pledge.
	madeAt map[model.PledgeID]model.Occasion
}

func newDraft(f *model.Facts) *draft {
	d := &draft{
		facts: f, known: map[dayAndKind][]*model.Exchange{}, byID: map[model.ExchangeID]*model.Exchange{},
		index: map[model.ExchangeID]int{}, madeAt: map[model.PledgeID]model.Occasion{},
	}
	for _, p := range f.Pledges {
		d.madeAt[p.ID] = p.Occasion
	}
	for i := range f.Exchanges {
		x := &f.Exchanges[i]
		k := dayAndKind{x.Date.String(), x.Kind}
		d.known[k] = append(d.known[k], x)
		d.byID[x.ID], d.index[x.ID] = x, i
		for _, id := range x.Formerly {
			d.byID[id] = x
		}
	}
	return d
}

func (d *draft) exchange(id model.ExchangeID) *model.Exchange { return d.byID[id] }

// owners are the groups behind the places of a file, and the rows behind its new sources.
type owners struct {
	exchanges map[int]*group
	sources   map[int]Row
}

// addition is what the groups add to the dataset.
func (d *draft) addition(r *reader, im *Import, groups []*group) (datafile.Addition, owners) {
	im.Here = 0
	r.shelf = shelfOf(d.facts)
	of := owners{exchanges: map[int]*group{}, sources: map[int]Row{}}
	taken := map[model.ExchangeID]bool{}
	var add datafile.Addition
	for _, g := range groups {
		if g.into != nil {
			of.exchanges[d.index[g.into.ID]] = g
			d.further(r, im, g, &add)
			continue
		}
		of.exchanges[len(d.facts.Exchanges)+len(add.Exchanges)] = g
		x := d.newExchange(g, r.shelf)
		x.ID = d.newID(g, taken)
		taken[x.ID] = true
		add.Exchanges = append(add.Exchanges, x)
	}
	for i, row := range r.shelf.rows {
		of.sources[len(d.facts.Sources)+i] = row
	}
	add.Sources = r.shelf.added
	im.Exchanges, im.Sources = add.Exchanges, add.Sources
	im.Claims, im.Citations, im.Ties = len(add.Claims), len(add.Citations), len(add.Ties)
	return add, of
}

// newID is the rows' own ID, else the day and the kind: 2025-05-23-prisoners, 2025-05-23-prisoners-2.
func (d *draft) newID(g *group, taken map[model.ExchangeID]bool) model.ExchangeID {
	if g.id != "" {
		return g.id
	}
	day := strings.NewReplacer("/", "-to-", "~", "", "?", "", "%", "").Replace(g.date.String())
	return model.ExchangeID(unused(day+"-"+string(g.kind), func(id string) bool {
		return taken[model.ExchangeID(id)] || d.byID[model.ExchangeID(id)] != nil
	}))
}

// newExchange makes a new exchange of a group, but for its ID.
func (d *draft) newExchange(g *group, s *shelf) model.Exchange {
	x := model.Exchange{Date: g.date, Kind: g.kind, To: map[model.SideID]model.Figure{}}
	for _, e := range g.entries {
		claim := e.claim
		claim.Sources = s.takeAll(e.cites)
		f := x.To[e.side]
		f.Claims = append(f.Claims, claim)
		x.To[e.side] = f
		if tie, ok := e.tie(claim.Sources); ok && !d.hasTie(x.Ties, tie) {
			x.Ties = append(x.Ties, tie)
		}
		for _, id := range claim.Sources {
			if !slices.Contains(x.Sources, id) {
				x.Sources = append(x.Sources, id)
			}
		}
	}
	if g.place != "" {
		x.Places = []model.Sourced{{Text: model.Plain(g.place), Sources: g.placeSources(s)}}
	}
	return x
}

// placeSources are those of the rows that name the place.
func (g *group) placeSources(s *shelf) []model.SourceID {
	var list []publication
	for _, e := range g.entries {
		if e.place != "" {
			list = append(list, e.cites...)
		}
	}
	return s.takeAll(list)
}

func (e *entry) tie(sources []model.SourceID) (model.Tie, bool) {
	t := model.Tie{
		Pledge: e.pledge, Occasion: model.Occasion{Round: e.round}, By: []model.Reporter{e.claim.By}, Sources: sources,
	}
	return t, e.pledge != "" || e.round != ""
}

// hasTie reports whether a tie is among others; one to a round is there also where one to a pledge of that round is.
func (d *draft) hasTie(list []model.Tie, t model.Tie) bool {
	return slices.ContainsFunc(list, func(x model.Tie) bool {
		if t.Pledge == "" {
			return x.Occasion == t.Occasion || x.Pledge != "" && d.madeAt[x.Pledge] == t.Occasion
		}
		return x.Pledge == t.Pledge
	})
}

// further puts the rows of a group to an exchange that the dataset has: what is there already is counted, a number by
// somebody who is not heard there is added, and so is a further source of a number that is there.
func (d *draft) further(r *reader, im *Import, g *group, add *datafile.Addition) {
	x := g.into
	ties := slices.Clone(x.Ties)
	for _, e := range g.entries {
		claims := x.To[e.side].Claims
		_, there := e.against(claims)
		at := e.among(claims)
		tie, tied := e.tie(nil)
		tied = tied && !d.hasTie(ties, tie)
		if there && !tied && (at < 0 || r.shelf.areAmong(e.cites, claims[at].Sources)) {
			im.Here++
			continue
		}
		sources := r.shelf.takeAll(e.cites)
		switch {
		case !there:
			claim := e.claim
			claim.Sources = sources
			add.Claims = append(add.Claims, datafile.AddedClaim{Exchange: x.ID, To: e.side, Claim: claim})
		case at >= 0:
			further := slices.DeleteFunc(slices.Clone(sources), func(id model.SourceID) bool {
				return r.shelf.isAmong(id, claims[at].Sources)
			})
			if len(further) > 0 {
				add.Citations = append(add.Citations, datafile.AddedCitation{
					Exchange: x.ID, To: e.side, Claim: at, Sources: further,
				})
			}
		}
		if tied {
			tie.Sources = sources
			ties = append(ties, tie)
			add.Ties = append(add.Ties, datafile.AddedTie{Exchange: x.ID, Tie: tie})
		}
	}
}

// among is the place of the same number by the same reporter among claims, or -1. Of a row that does not say who counted
// there is none: its source does not say so either.
func (e *entry) among(claims []model.Claim) int {
	if !e.stated {
		return -1
	}
	return slices.IndexFunc(claims, func(c model.Claim) bool { return c.By == e.claim.By && sameNumber(c, e.claim) })
}

// against holds a row against the claims that the dataset has of the same figure.
func (e *entry) against(claims []model.Claim) (why Reason, there bool) {
	isSpoken, isEqual := false, false
	for _, c := range claims {
		equal := sameNumber(c, e.claim)
		if c.By == e.claim.By && equal {
			return "", true
		}
		isSpoken = isSpoken || c.By == e.claim.By
		isEqual = isEqual || equal
	}
	switch {
	case !e.stated && (isEqual || e.claim.Value == nil && len(claims) > 0):
		return "", true
	case !e.stated && len(claims) > 0:
		return WhoCounts, false
	case isSpoken:
		return Conflict, false
	}
	return "", false
}

// stated lists the numbers of claims and who states them: "307 (ukraine), 303 (russia)".
func stated(claims []model.Claim) string {
	words := make([]string, len(claims))
	for i, c := range claims {
		number := string(c.Qualifier)
		if c.Value != nil {
			number = strconv.Itoa(*c.Value)
			if c.Qualifier != model.Exact {
				number = string(c.Qualifier) + " " + number
			}
		}
		words[i] = number + " (" + string(c.By) + ")"
	}
	return strings.Join(words, ", ")
}

// faultsOf reads the new file and finds whose fault each of its errors is.
func faultsOf(path string, text []byte, of owners) (wrong map[*group][]string, general []Fault) {
	_, problems := datafile.Read(path, text)
	wrong = map[*group][]string{}
	for _, p := range problems.Errors() {
		var i int
		var row Row
		if _, err := fmt.Sscanf(p.Path, "$.exchanges[%d]", &i); err == nil && of.exchanges[i] != nil {
			wrong[of.exchanges[i]] = append(wrong[of.exchanges[i]], p.Msg)
			continue
		}
		if _, err := fmt.Sscanf(p.Path, "$.sources[%d]", &i); err == nil {
			row = of.sources[i]
		}
		general = append(general, Fault{
			Line: max(row.Line, 1), Col: 1, Reason: Checked, Args: []any{"What", p.Path + ": " + p.Msg},
			row: row.Line,
		})
	}
	return wrong, general
}
