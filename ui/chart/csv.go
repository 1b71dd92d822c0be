package chart

import "io"

// madeUpColumn is in the CSV of a dataset that tells of talks that never were.
const madeUpColumn = "made_up"

// WriteCSV writes the numbers of a chart, see [Table.WriteCSV]. Where the talks never were, the last column says so in
// every row, so that a row that is copied elsewhere still tells.
func WriteCSV(w io.Writer, c Chart) error {
	t := c.Table()
	if c.Head().Dataset.MadeUp {
		t = t.markedMadeUp()
	}
	return t.WriteCSV(w)
}

func (t Table) markedMadeUp() Table {
	marked := Table{Columns: append(t.Columns[:len(t.Columns):len(t.Columns)], Column{ID: madeUpColumn, InCSV: true})}
	for _, row := range t.Rows {
		row.Cells = append(row.Cells[:len(row.Cells):len(row.Cells)], Cell{Value: "true"})
		marked.Rows = append(marked.Rows, row)
	}
	return marked
}
