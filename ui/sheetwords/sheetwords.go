// Package sheetwords tells in readers' words how a spreadsheet of exchanges was understood, and what comes of it: for the
// window and for the command line.
package sheetwords

import (
	"parley/model"
	"parley/model/sheet"
	"parley/ui/format"
)

// Field is what a column is about.
func Field(l *format.Locale, f sheet.Field) string { return l.T("import.field." + string(f)) }

// Sum is what the sheet comes to, part by part: "3 new exchanges", "2 rows not understood".
func Sum(l *format.Locale, im *sheet.Import) []string {
	var list []string
	for _, part := range im.Sum() {
		list = append(list, l.N("import."+part.What, part.N))
	}
	return list
}

// Remarks tell how dates were read and what was taken for granted.
func Remarks(l *format.Locale, im *sheet.Import) []string {
	var list []string
	d := im.Dates
	order := func(o sheet.Order) string { return l.T("import.order." + string(o)) }
	for _, proof := range d.Proofs() {
		list = append(list, l.T("import.dates.proof",
			"Order", order(proof.Order), "Date", shown(proof.Cell.Text), "Line", proof.Cell.Line))
	}
	if d.Asked {
		list = append(list, l.T("import.dates.asked", "Order", order(d.Order)))
	}
	if d.Mixed {
		list = append(list, l.T("import.dates.mixed"))
	}
	if d.Dots {
		list = append(list, l.T("import.dates.dots"))
	}
	if im.New && len(im.Kinds) > 0 {
		list = append(list, l.T("import.newdataset", "Sides", names(l, im.Sides), "Kinds", names(l, im.Kinds)))
	}
	if im.Unnamed > 0 {
		list = append(list, l.N("import.unnamed", im.Unnamed))
	}
	return list
}

// Why says what was not understood and how to mend it.
func Why(l *format.Locale, f sheet.Fault) string {
	args := []any{"Value", shown(f.Value)}
	if f.Field != "" {
		args = append(args, "Field", Field(l, f.Field))
	}
	return l.T("import.why."+string(f.Reason), append(args, f.Args...)...)
}

func names(l *format.Locale, words []string) string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = shown(w)
	}
	return l.List(list)
}

// shown is what stands in a cell as a message can hold it: on one line, and not longer than can be read.
func shown(cell string) string {
	quoted := model.Quoted(cell)
	return quoted[1 : len(quoted)-1]
}
