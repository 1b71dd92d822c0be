package chart

import (
	"encoding/csv"
	"fmt"
	"io"

	"parley/model"
)

// Table is the numbers of a chart as rows: for the window's table and for CSV.
type Table struct {
	Columns []Column
	Rows    []Row
}

// Column is one column of a Table.
type Column struct {
	ID    string // its name, the same in every language
	InCSV bool   // not for the window alone
}

// Row is one row of a Table; its cells stand in the order of the columns.
type Row struct {
	Item  model.Item // what the row is about; zero for groups that are no item
	Cells []Cell
}

// Cell is one value of a Table.
type Cell struct {
	Text   string // in the reader's language
	Value  string // in CSV: plain numbers and dates; empty for a number that is not known
	Number *int   // to sort by; nil where there is no number
}

// WriteCSV writes the table as comma-separated values in UTF-8, with the names of the columns in the first line. A
// number that is not known is an empty value with its state in the column beside it, never 0.
func (t Table) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	places := t.inCSV()
	record := make([]string, len(places))
	for i, p := range places {
		record[i] = t.Columns[p].ID
	}
	if err := out.Write(record); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	for _, row := range t.Rows {
		for i, p := range places {
			record[i] = row.Cells[p].Value
		}
		if err := out.Write(record); err != nil {
			return fmt.Errorf("write CSV: %w", err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	return nil
}

// inCSV are the columns that CSV has, by their place in a row.
func (t Table) inCSV() []int {
	var list []int
	for i, c := range t.Columns {
		if c.InCSV {
			list = append(list, i)
		}
	}
	return list
}
