package command

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"parley/model"
	"parley/model/datafile"
	"parley/model/sheet"
	"parley/ui/export"
	"parley/ui/format"
	"parley/ui/sheetwords"
)

// importOptions are the options of import as they were typed.
type importOptions struct {
	into, dates, kind, side, by string
	sourceURL, sourceTitle      string
	publisher                   string
	name, title, language       string
	columns                     map[string]string
	sides                       []string
	partial, dryRun             bool
}

func (p *program) importCommand() *cobra.Command {
	var typed importOptions
	c := p.command("import", 1, 1, func(c *cobra.Command, args []string) error { return p.importSheet(c, args[0], &typed) })
	flags := c.Flags()
	flags.StringVar(&typed.into, "into", "", p.t("import.flag.into"))
	flags.BoolVar(&typed.dryRun, "dry-run", false, p.t("import.flag.dryrun"))
	flags.BoolVar(&typed.partial, "partial", false, p.t("import.flag.partial"))
	flags.StringToStringVar(&typed.columns, "map", nil, p.t("import.flag.map"))
	flags.StringVar(&typed.dates, "dates", "", p.t("import.flag.dates"))
	flags.StringVar(&typed.kind, "kind", "", p.t("import.flag.kind"))
	flags.StringVar(&typed.side, "side", "", p.t("import.flag.side"))
	flags.StringVar(&typed.by, "by", "", p.t("import.flag.by"))
	flags.StringVar(&typed.sourceURL, "source-url", "", p.t("import.flag.sourceurl"))
	flags.StringVar(&typed.sourceTitle, "source-title", "", p.t("import.flag.sourcetitle"))
	flags.StringVar(&typed.publisher, "publisher", "", p.t("import.flag.publisher"))
	flags.StringVar(&typed.name, "name", "", p.t("import.flag.name"))
	flags.StringVar(&typed.title, "title", "", p.t("import.flag.title"))
	flags.StringVar(&typed.language, "language", "", p.t("import.flag.language"))
	flags.StringSliceVar(&typed.sides, "sides", nil, p.t("import.flag.sides"))
	flags.SortFlags = false
	complete(c, "dates", func() []string { return words(sheet.Orders()) })
	return c
}

// importSheet puts a spreadsheet into a dataset's file, and tells what it understood and every row that it did not.
func (p *program) importSheet(c *cobra.Command, file string, typed *importOptions) error {
	o, err := p.importOptions(c, typed)
	if err != nil {
		return err
	}
	table, err := p.spreadsheet(file)
	if err != nil {
		return err
	}
	target, err := sheet.Open(typed.into)
	if err != nil {
		return p.unreadable(typed.into, err)
	}
	im := sheet.New(table, target, o)
	if errs := im.Problems.Errors(); len(errs) > 0 {
		return p.faultyTarget(typed.into, errs)
	}
	isWritten := im.Text != nil && !typed.dryRun
	if isWritten {
		if err := p.writeImported(typed.into, target, im.Text); err != nil {
			return err
		}
	}
	if err := p.tellImport(file, typed, im, isWritten); err != nil {
		return err
	}
	if !im.Understood() {
		return &failure{code: Faulty}
	}
	return nil
}

// importOptions checks what was typed.
func (p *program) importOptions(c *cobra.Command, typed *importOptions) (sheet.Options, error) {
	o := sheet.Options{
		Order: sheet.Order(typed.dates), Kind: typed.kind, Side: typed.side, By: typed.by, Partial: typed.partial,
		Source: model.Source{URL: typed.sourceURL, Title: typed.sourceTitle, Publisher: typed.publisher},
		New: sheet.Dataset{
			Name: typed.name, Title: typed.title, Language: typed.language, Sides: typed.sides,
			CarriedOut: p.locale.T("import.carriedout"),
		},
	}
	if typed.into == "" {
		return o, p.misused(c, "wrong.flag.missing", "Option", "--into FILE")
	}
	if typed.dates != "" {
		if err := p.choice(c, typed.dates, words(sheet.Orders()), "wrong.choice", "Option", "--dates"); err != nil {
			return o, err
		}
	}
	if len(typed.columns) > 0 {
		o.Columns = map[sheet.Field]string{}
	}
	for _, field := range slices.Sorted(maps.Keys(typed.columns)) {
		if err := p.choice(c, field, words(sheet.Fields()), "wrong.choice", "Option", "--map"); err != nil {
			return o, err
		}
		o.Columns[sheet.Field(field)] = typed.columns[field]
	}
	if o.New.Language == "" {
		o.New.Language = p.locale.Lang()
	}
	var err error
	o.New.Created, err = p.today()
	return o, err
}

func words[T ~string](list []T) []string { return ids(list, func(x T) T { return x }) }

// today is the day that a new dataset is of: that of SOURCE_DATE_EPOCH where it is set, so that the same sheet gives the
// same file.
func (p *program) today() (model.Date, error) {
	now := time.Now()
	if epoch := os.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return model.Date{}, p.fail(Misused, "wrong", "Cause", "SOURCE_DATE_EPOCH: "+visible(epoch))
		}
		now = time.Unix(seconds, 0).UTC()
	}
	return model.ParseDate(now.Format(time.DateOnly))
}

// spreadsheet reads the sheet in a file, or in standard input.
func (p *program) spreadsheet(file string) (*sheet.Table, error) {
	var table *sheet.Table
	var err error
	if file == "-" {
		table, err = sheet.From(file, p.env.Stdin)
	} else {
		table, err = sheet.Load(file)
	}
	if err != nil {
		return nil, p.unreadable(file, err)
	}
	return table, nil
}

func (p *program) faultyTarget(file string, errs datafile.Problems) error {
	return p.fail(Faulty, "wrong.data", "File", visible(file), "Errors", p.locale.N("command.check.errors", len(errs)),
		"List", strings.TrimSuffix(listed(errs), "\n"))
}

// writeImported puts the new file in the place of the old one, unless that has changed in the meantime.
func (p *program) writeImported(path string, was sheet.Target, text []byte) error {
	err := export.File(path, !was.New, func(w io.Writer) error {
		now, err := sheet.Open(path)
		if err != nil {
			return err
		}
		if string(now.Data) != string(was.Data) || now.New != was.New {
			return errors.New(p.t("import.meantime"))
		}
		_, err = w.Write(text)
		return err
	})
	if err != nil {
		return &failure{Unreadable, export.Explain(p.locale, visible(path), err)}
	}
	return nil
}

// tellImport prints what was understood, what was not, and what came of it.
func (p *program) tellImport(file string, typed *importOptions, im *sheet.Import, isWritten bool) error {
	if p.json {
		return p.printJSON(newImported(p.locale, file, typed, im, isWritten))
	}
	r := importReport{l: p.locale, file: visible(file), im: im}
	if !p.quiet {
		r.columns(p)
		r.remarks()
	}
	r.faults()
	if !p.quiet {
		r.line(p.t("import.sum", "File", r.file, "Sum", p.locale.List(sheetwords.Sum(p.locale, im))))
		r.line(p.importEnd(typed, im, isWritten))
	}
	p.print(printable(strings.TrimPrefix(r.text.String(), "\n")))
	return nil
}

// importEnd says whether anything was written.
func (p *program) importEnd(typed *importOptions, im *sheet.Import, isWritten bool) string {
	into := visible(typed.into)
	switch {
	case isWritten:
		return p.t("import.written", "File", into)
	case im.Text != nil:
		return p.t("import.dryrun", "File", into)
	case im.Understood():
		return p.t("import.unchanged", "File", into)
	case slices.ContainsFunc(im.Faults, sheet.Fault.OfFile) || typed.partial || im.Empty():
		return p.t("import.notwritten", "File", into)
	}
	return p.t("import.mend", "File", into)
}

// importReport is what a person reads of an import.
type importReport struct {
	l    *format.Locale
	file string
	im   *sheet.Import
	text strings.Builder
}

func (r *importReport) line(words string) { r.text.WriteString(words + "\n") }

// columns tells what each column was read as, and which are not used.
func (r *importReport) columns(p *program) {
	var rows [][2]string
	var ignored []string
	for _, c := range r.im.Columns {
		if c.Field == "" {
			ignored = append(ignored, visible(c.Heading))
			continue
		}
		rows = append(rows, [2]string{visible(c.Heading), sheetwords.Field(r.l, c.Field)})
	}
	if len(ignored) > 0 {
		rows = append(rows, [2]string{strings.Join(ignored, ", "), r.l.T("import.notused")})
	}
	if len(rows) > 0 {
		p.section(&r.text, "import.columns", rows)
		r.line("")
	}
}

// remarks tell how dates were read and what was taken for granted.
func (r *importReport) remarks() {
	for _, remark := range sheetwords.Remarks(r.l, r.im) {
		r.line(remark)
	}
}

// faults lists what was not understood, as an editor can read it.
func (r *importReport) faults() {
	for _, f := range r.im.Faults {
		about := ""
		if f.Field != "" {
			about = sheetwords.Field(r.l, f.Field) + ": "
		}
		r.line(fmt.Sprintf("%s:%d:%d: %s%s", r.file, f.Line, f.Col, about, sheetwords.Why(r.l, f)))
	}
}

// imported is what --json prints.
type imported struct {
	Sheet     string           `json:"sheet"`
	Into      string           `json:"into"`
	Written   bool             `json:"written"`
	Columns   []importedColumn `json:"columns"`
	DateOrder sheet.Order      `json:"date_order"` // empty where it was not needed or is not known
	Rows      int              `json:"rows"`
	Exchanges []string         `json:"exchanges_added"`
	Claims    int              `json:"claims_added"`    // to exchanges that were there
	Citations int              `json:"citations_added"` // to claims that were there
	Ties      int              `json:"ties_added"`
	Sources   []string         `json:"sources_added"`
	Here      int              `json:"already_here"`
	Unnamed   int              `json:"reporter_not_named"`
	Faulty    int              `json:"rows_not_understood"`
	Faults    []importedFault  `json:"faults"`
}

type importedColumn struct {
	Heading string      `json:"heading"`
	Field   sheet.Field `json:"field"` // empty: not used
}

type importedFault struct {
	Line    int          `json:"line"`
	Column  int          `json:"column"` // in characters, from 1
	Field   sheet.Field  `json:"field"`
	Value   string       `json:"value"`
	Reason  sheet.Reason `json:"reason"`
	Message string       `json:"message"`
}

func newImported(l *format.Locale, file string, typed *importOptions, im *sheet.Import, isWritten bool) imported {
	out := imported{
		Sheet: file, Into: filepath.ToSlash(typed.into), Written: isWritten, DateOrder: im.Dates.Order, Rows: im.Rows,
		Claims: im.Claims, Citations: im.Citations, Ties: im.Ties, Here: im.Here, Unnamed: im.Unnamed, Faulty: im.FaultyRows(),
		Columns: []importedColumn{}, Faults: []importedFault{},
		Exchanges: ids(im.Exchanges, func(x model.Exchange) model.ExchangeID { return x.ID }),
		Sources:   ids(im.Sources, func(s model.Source) model.SourceID { return s.ID }),
	}
	for _, c := range im.Columns {
		out.Columns = append(out.Columns, importedColumn(c))
	}
	for _, f := range im.Faults {
		out.Faults = append(out.Faults, importedFault{f.Line, f.Col, f.Field, f.Value, f.Reason, sheetwords.Why(l, f)})
	}
	return out
}
