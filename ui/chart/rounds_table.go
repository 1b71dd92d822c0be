package chart

import (
	"strconv"
	"strings"

	"parley/model"
)

// columns of the table, in the order of the cells that cells makes.
func columns() []Column {
	var list []Column
	for _, id := range []string{
		"occasion", "date", "pledge", "status", "side",
		"agreed", "agreed_state", "agreed_low", "agreed_high", "agreed_claims",
		"carried_out", "carried_out_state", "carried_out_low", "carried_out_high", "range",
		"exchanges_counted", "exchanges_without_count", "exchanges_inferred", "tied_according_to",
		"publications", "sources",
	} {
		list = append(list, Column{ID: id, InCSV: id != "range"}) // CSV has its ends as carried_out_low and _high
	}
	return list
}

// entry is what one row is about.
type entry struct {
	item     model.Item
	occasion string
	date     model.Date
	pledge   *model.Pledge
	status   string
	side     model.Side
	agreed   model.Amount
	carried  model.Carried
}

func (b *roundsBuilder) addRow(g Group, p *model.Pledge, side model.Side, agreed model.Amount, carried model.Carried) {
	e := entry{item: g.Item, occasion: g.Name, pledge: p, side: side, agreed: agreed, carried: carried}
	switch {
	case p != nil:
		e.item = model.Item{Kind: model.PledgeItem, ID: string(p.ID)}
		e.date, e.status = b.dateOf(p.Occasion), b.l.T("status."+string(p.Status))
	case g.Part == AgreementPart:
		e.status = b.l.T("chart.status.agreement")
	default:
		e.date = b.dateOf(occasionOf(g.Item))
		e.status = b.l.T("chart.status.nopledge")
	}
	b.entries = append(b.entries, e)
}

func occasionOf(i model.Item) model.Occasion {
	if i.Kind == model.RoundItem {
		return model.Occasion{Round: model.RoundID(i.ID)}
	}
	return model.Occasion{Event: model.EventID(i.ID)}
}

// addPledgeRows adds a pledge that is not drawn.
func (b *roundsBuilder) addPledgeRows(p *model.Pledge) {
	carried := b.ds.CarriedOut(p)
	status := b.rowStatus(p, carried)
	for _, s := range b.sides {
		_, pledged := p.To[s.ID]
		if !pledged && len(carried[s.ID].Exchanges()) == 0 {
			continue
		}
		b.addPledgeSources(p, s.ID)
		e := entry{
			item: model.Item{Kind: model.PledgeItem, ID: string(p.ID)}, occasion: b.occasionName(p.Occasion),
			date: b.dateOf(p.Occasion), pledge: p, status: status, side: s, agreed: p.Pledged(s.ID, b.ids),
			carried: carried[s.ID],
		}
		b.entries = append(b.entries, e)
	}
}

// rowStatus says why a pledge is not drawn, and that what was carried out of it is in the sum of another row.
func (b *roundsBuilder) rowStatus(p *model.Pledge, carried map[model.SideID]model.Carried) string {
	status := b.statusOf(p)
	if p.Drawn() {
		status = b.l.T("chart.status.unquantified")
	}
	switch {
	case len(carried) == 0:
		return status
	case p.PartOf != nil:
		return b.l.T("chart.table.countedthere", "Status", status)
	}
	return b.l.T("chart.table.countedelsewhere", "Status", status)
}

// addUnattributedRows adds the exchanges that no source ties to a round.
func (b *roundsBuilder) addUnattributedRows(a model.Apart) {
	for _, s := range b.sides {
		c, ok := a.Carried[s.ID]
		if !ok {
			continue
		}
		b.cited.addCarried(s.ID, c)
		status := b.l.T("chart.status.unattributed")
		e := entry{
			occasion: status, status: status, side: s,
			agreed: model.Amount{State: model.NotApplicable}, carried: c,
		}
		b.entries = append(b.entries, e)
	}
}

// entryTable is the table of rows.
func (q question) entryTable(entries []entry) Table {
	t := Table{Columns: columns()}
	for _, e := range entries {
		t.Rows = append(t.Rows, Row{Item: e.item, Cells: q.cells(e)})
	}
	return t
}

// cells are the values of a row in the order of columns.
func (q question) cells(e entry) []Cell {
	ids := exchangeSources(e.side.ID, e.carried)
	pledge := Cell{}
	if e.pledge != nil {
		pledge = words(q.text(e.pledge.Summary))
		ids = append(ids, e.pledge.Sources...)
		ids = append(ids, e.pledge.To[e.side.ID].Sources()...)
	}
	publications := q.ds.Publications(ids)
	cells := []Cell{
		words(e.occasion),
		{Text: q.l.Date(e.date), Value: e.date.String()},
		pledge, words(e.status),
		words(q.text(e.side.Name)),
	}
	cells = append(cells, q.agreedCells(e)...)
	cells = append(cells, q.carriedCells(e.carried)...)
	return append(cells,
		q.count(len(e.carried.Counted)), q.count(len(e.carried.Uncounted)), q.count(len(e.carried.Inferred)),
		words(q.l.Reporters(q.ds, e.carried.By)), q.count(len(publications)), words(listSources(publications)),
	)
}

func (q question) agreedCells(e entry) []Cell {
	a := e.agreed
	value := Cell{Text: q.l.Amount(a)}
	state, claims := words(stateWord(a.State, a.Qualifier)), Cell{}
	switch {
	case e.pledge != nil && e.pledge.Status != model.Agreed:
		a = model.Amount{State: model.NotApplicable}
		state = words(stateWord(a.State, a.Qualifier))
		claims = words(q.pledgeWords(e.pledge, e.pledge.To[e.side.ID].Claims))
		value.Text = q.l.T("chart.table.notagreed", "Claims", claims.Text)
	case a.HasValue():
		value.Value, value.Number = strconv.Itoa(a.Value), &a.Value
	case a.State == model.Disputed:
		claims = words(q.pledgeWords(e.pledge, a.Claims))
		value.Text = q.l.T("chart.table.disputed", "Claims", claims.Text)
	case a.State == model.Unknown:
		value.Text = q.l.T("chart.rounds.nonumber")
	}
	low, high := Cell{}, Cell{}
	if a.HasRange {
		low, high = q.number(a.Low), q.number(a.High)
		value.Text = q.l.T("chart.table.range", "Value", value.Text, "Range", q.l.Range(a.Low, a.High))
	}
	return []Cell{value, state, low, high, claims}
}

func (q question) carriedCells(c model.Carried) []Cell {
	value := Cell{Text: q.l.Carried(c)}
	if len(c.Counted) > 0 {
		value.Value, value.Number = strconv.Itoa(c.Sum), &c.Sum
	}
	low, high, both := Cell{}, Cell{}, Cell{}
	if c.HasRange() {
		low, high = q.number(c.Low), q.number(c.High)
		both = words(q.l.Range(c.Low, c.High))
	}
	return []Cell{value, words(carriedWord(c)), low, high, both}
}

// carriedWord is the state of what was carried out in CSV. Only sides to which something was pledged, or carried out,
// have a row, so where no exchange counts something else is to be said than "not applicable".
func carriedWord(c model.Carried) string {
	switch {
	case c.State() != model.NotApplicable:
		return stateWord(c.State(), model.AtLeast)
	case len(c.Inferred) > 0:
		return "tied by inference"
	}
	return "nothing tied"
}

// stateWord is the state of a number in CSV, the same in every language.
func stateWord(s model.State, q model.Qualifier) string {
	switch s {
	case model.Known:
		return "known"
	case model.Bounded:
		return strings.ReplaceAll(string(q), "-", " ")
	case model.Disputed:
		return "disputed"
	case model.NotApplicable:
		return "not applicable"
	}
	return "unknown"
}

func words(s string) Cell { return Cell{Text: s, Value: s} }

func (q question) number(n int) Cell {
	return Cell{Text: q.l.Number(n), Value: strconv.Itoa(n), Number: &n}
}

// count is a number of things listed; none is shown as nothing, in CSV as 0.
func (q question) count(n int) Cell {
	c := q.number(n)
	if n == 0 {
		c.Text = ""
	}
	return c
}

// listSources names every publication: publisher, title, address.
func listSources(list []*model.Source) string {
	var names []string
	for _, s := range list {
		name := s.Publisher + ": " + s.Title
		if s.URL != "" {
			name += " <" + s.URL + ">"
		}
		names = append(names, name)
	}
	return strings.Join(names, " | ")
}
