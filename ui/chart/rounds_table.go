package chart

import (
	"strconv"
	"strings"

	"parley/model"
)

// columns of the table, in the order of the cells that cells makes.
func (b *roundsBuilder) columns() []Column {
	both := func(id string, numeric bool) Column {
		return Column{ID: id, Title: b.l.T("chart.column." + id), Numeric: numeric, InView: true, InCSV: true}
	}
	csvOnly := func(id string, numeric bool) Column {
		return Column{ID: id, Title: b.l.T("chart.column." + id), Numeric: numeric, InCSV: true}
	}
	return []Column{
		both("occasion", false),
		csvOnly("date", false),
		both("pledge", false),
		both("status", false),
		both("side", false),
		both("agreed", true),
		csvOnly("agreed_state", false),
		csvOnly("agreed_low", true),
		csvOnly("agreed_high", true),
		csvOnly("agreed_claims", false),
		both("carried_out", true),
		csvOnly("carried_out_state", false),
		csvOnly("carried_out_low", true),
		csvOnly("carried_out_high", true),
		{ID: "range", Title: b.l.T("chart.column.range"), InView: true},
		csvOnly("exchanges_counted", true),
		both("exchanges_without_count", true),
		both("exchanges_inferred", true),
		both("tied_according_to", false),
		both("publications", true),
		csvOnly("sources", false),
	}
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
	b.rows = append(b.rows, Row{Item: e.item, Cells: b.cells(e)})
}

func occasionOf(i model.Item) model.Occasion {
	if i.Kind == model.RoundItem {
		return model.Occasion{Round: model.RoundID(i.ID)}
	}
	return model.Occasion{Event: model.EventID(i.ID)}
}

// addPledgeRows adds a pledge that is not drawn.
func (b *roundsBuilder) addPledgeRows(p *model.Pledge) {
	status := b.statusOf(p)
	if p.Drawn() {
		status = b.l.T("chart.status.unquantified")
	}
	for _, s := range b.sides {
		if _, ok := p.To[s.ID]; !ok {
			continue
		}
		b.addPledgeSources(p, s.ID)
		e := entry{
			item: model.Item{Kind: model.PledgeItem, ID: string(p.ID)}, occasion: b.occasionName(p.Occasion),
			date: b.dateOf(p.Occasion), pledge: p, status: status, side: s, agreed: p.Pledged(s.ID, b.ds.SideIDs()),
		}
		b.rows = append(b.rows, Row{Item: e.item, Cells: b.cells(e)})
	}
}

// addUnattributedRows adds the exchanges that no source ties to a round.
func (b *roundsBuilder) addUnattributedRows(a model.Apart) {
	for _, s := range b.sides {
		c, ok := a.Carried[s.ID]
		if !ok {
			continue
		}
		b.addExchangeSources(s.ID, c)
		status := b.l.T("chart.status.unattributed")
		e := entry{
			occasion: status, status: status, side: s,
			agreed: model.Amount{State: model.NotApplicable}, carried: c,
		}
		b.rows = append(b.rows, Row{Cells: b.cells(e)})
	}
}

// cells are the values of a row in the order of columns.
func (b *roundsBuilder) cells(e entry) []Cell {
	ids := b.exchangeSources(e.carried)
	pledge := Cell{}
	if e.pledge != nil {
		pledge = words(b.text(e.pledge.Summary))
		ids = append(ids, e.pledge.Sources...)
		ids = append(ids, e.pledge.To[e.side.ID].Sources()...)
	}
	publications := b.ds.Publications(ids)
	cells := []Cell{
		words(e.occasion),
		{Text: b.l.Date(e.date), Value: e.date.String()},
		pledge, words(e.status),
		words(b.text(e.side.Name)),
	}
	cells = append(cells, b.agreedCells(e)...)
	cells = append(cells, b.carriedCells(e.carried)...)
	return append(cells,
		b.count(len(e.carried.Counted)), b.count(len(e.carried.Uncounted)), b.count(len(e.carried.Inferred)),
		words(b.l.Reporters(b.ds, e.carried.By)), b.count(len(publications)), words(listSources(publications)),
	)
}

func (b *roundsBuilder) agreedCells(e entry) []Cell {
	a := e.agreed
	value := Cell{Text: b.l.Amount(a)}
	state, claims := words(stateWord(a.State, a.Qualifier)), Cell{}
	switch {
	case e.pledge != nil && e.pledge.Status != model.Agreed:
		a = model.Amount{State: model.NotApplicable}
		state = words(stateWord(a.State, a.Qualifier))
		claims = words(b.claimWords(e.pledge.To[e.side.ID].Claims))
		value.Text = b.l.T("chart.table.notagreed", "Claims", claims.Text)
	case a.HasValue():
		value.Value, value.Number = strconv.Itoa(a.Value), &a.Value
	case a.State == model.Disputed:
		claims = words(b.claimWords(a.Claims))
		value.Text = b.l.T("chart.table.disputed", "Claims", claims.Text)
	case a.State == model.Unknown:
		value.Text = b.l.T("chart.rounds.nonumber")
	}
	low, high := Cell{}, Cell{}
	if a.HasRange {
		low, high = b.number(a.Low), b.number(a.High)
		value.Text = b.l.T("chart.table.range", "Value", value.Text, "Range", b.l.Range(a.Low, a.High))
	}
	return []Cell{value, state, low, high, claims}
}

func (b *roundsBuilder) carriedCells(c model.Carried) []Cell {
	value := Cell{Text: b.l.Carried(c)}
	if len(c.Counted) > 0 {
		value.Value, value.Number = strconv.Itoa(c.Sum), &c.Sum
	}
	low, high, both := Cell{}, Cell{}, Cell{}
	if c.HasRange() {
		low, high = b.number(c.Low), b.number(c.High)
		both = words(b.l.Range(c.Low, c.High))
	}
	return []Cell{value, words(stateWord(c.State(), model.AtLeast)), low, high, both}
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

func (b *roundsBuilder) number(n int) Cell {
	return Cell{Text: b.l.Number(n), Value: strconv.Itoa(n), Number: &n}
}

// count is a number of things listed; none is shown as nothing, in CSV as 0.
func (b *roundsBuilder) count(n int) Cell {
	c := b.number(n)
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
