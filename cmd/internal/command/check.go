package command

import (
	"cmp"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"parley/model"
	"parley/model/datafile"
)

func (p *program) check() *cobra.Command {
	return p.command("check", 1, -1, p.checkFiles)
}

// checkFiles prints all faults of all files. One that cannot be read does not keep the others from being checked.
func (p *program) checkFiles(_ *cobra.Command, files []string) error {
	var results []checked
	var text strings.Builder
	worst := Done
	for _, file := range files {
		ds, problems, err := p.problemsOf(file)
		if err != nil {
			p.complain(err)
			worst = max(worst, Unreadable)
			results = append(results, checked{File: file, Problems: []problem{}, Unreadable: err.Error()})
			continue
		}
		if len(problems.Errors()) > 0 {
			worst = max(worst, Faulty)
		}
		madeUp := ds != nil && ds.Metadata().MadeUp
		results = append(results, newChecked(file, madeUp, problems))
		text.WriteString(listed(problems))
		if !p.quiet {
			text.WriteString(p.verdict(file, problems) + "\n")
			if madeUp {
				text.WriteString(visible(file) + ": " + p.locale.MadeUp(ds.Metadata()) + "\n")
			}
		}
	}
	if err := p.printChecked(results, text.String()); err != nil {
		return err
	}
	if worst != Done {
		return &failure{code: worst}
	}
	return nil
}

func (p *program) problemsOf(file string) (*model.Dataset, datafile.Problems, error) {
	if file != "-" {
		ds, problems, err := datafile.Load(file)
		if err != nil {
			return nil, nil, p.unreadable(file, err)
		}
		return ds, problems, nil
	}
	data, err := io.ReadAll(io.LimitReader(p.env.Stdin, datafile.MaxSize+1))
	if err != nil {
		return nil, nil, p.unreadable(file, err)
	}
	ds, problems := datafile.Read(file, data)
	return ds, problems, nil
}

// verdict is "talks.json: no faults" or "talks.json: 2 errors and 1 warning".
func (p *program) verdict(file string, problems datafile.Problems) string {
	var counts []string
	if n := len(problems.Errors()); n > 0 {
		counts = append(counts, p.locale.N("command.check.errors", n))
	}
	if n := len(problems.Warnings()); n > 0 {
		counts = append(counts, p.locale.N("command.check.warnings", n))
	}
	return visible(file) + ": " + cmp.Or(p.locale.List(counts), p.t("check.fine"))
}

// checked is what --json prints of a file.
type checked struct {
	File     string    `json:"file"`
	OK       bool      `json:"ok"` // no errors; warnings do not count
	MadeUp   bool      `json:"made_up"`
	Problems []problem `json:"problems"`
	// Unreadable says why the file could not be read; then nothing is known of it.
	Unreadable string `json:"unreadable,omitzero"`
}

type problem struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"` // in characters, from 1
	Severity string `json:"severity"`
	Path     string `json:"path"`
	Message  string `json:"message"`
}

func newChecked(file string, madeUp bool, problems datafile.Problems) checked {
	c := checked{File: file, OK: len(problems.Errors()) == 0, MadeUp: madeUp, Problems: []problem{}}
	for _, p := range problems {
		c.Problems = append(c.Problems, problem{file, p.Line, p.Col, p.Severity.String(), p.Path, p.Msg})
	}
	return c
}

func (p *program) printChecked(results []checked, text string) error {
	if !p.json {
		p.print(text)
		return nil
	}
	if results == nil {
		results = []checked{}
	}
	return p.printJSON(results)
}
