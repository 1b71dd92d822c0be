package command

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"parley/model"
	"parley/ui/chart"
	"parley/ui/export"
)

// charts are the names of the charts, as the command line takes them.
func charts() []string { return []string{"rounds"} }

func formats() []string { return []string{"png", "csv"} }

// job is one chart that goes into one file.
type job struct {
	chart, format, file string
	kind                model.KindID
	write               func(io.Writer) error
}

func (p *program) export() *cobra.Command {
	var typed *exportOptions
	c := p.command("export", 1, -1, func(c *cobra.Command, names []string) error {
		for _, name := range names {
			if err := p.choice(c, name, charts(), "wrong.chart"); err != nil {
				return err
			}
		}
		ds, asked, err := p.understand(c, typed)
		if err != nil {
			return err
		}
		jobs := jobsFor(ds, names, asked, typed)
		if typed.output != "" && len(jobs) > 1 {
			return p.misused(c, "wrong.onefile", "Kinds", p.quoted(kindIDs(ds)))
		}
		return p.carryOut(jobs)
	})
	c.ValidArgs = charts()
	typed = p.exportFlags(c)
	return c
}

// jobsFor are a job for each chart and kind.
func jobsFor(ds *model.Dataset, names []string, asked plan, typed *exportOptions) []job {
	var jobs []job
	for _, name := range slices.Compact(slices.Sorted(slices.Values(names))) {
		for _, kind := range asked.kinds {
			file := typed.output
			if file == "" {
				file = export.Name(asked.format, append([]string{name, string(kind)}, typed.sides...)...)
			}
			show := asked.show
			show.Kind = kind
			jobs = append(jobs, job{name, asked.format, file, kind, func(w io.Writer) error {
				return draw(w, chart.RoundsChart(ds, show), asked)
			}})
		}
	}
	return jobs
}

func draw(w io.Writer, c chart.Chart, asked plan) error {
	if asked.format == "csv" {
		return c.Table().WriteCSV(w)
	}
	picture, err := c.Render(asked.size, asked.theme)
	if err != nil {
		return err
	}
	return chart.WritePNG(w, picture)
}

// carryOut writes the files. Where one of several may not be written, none is.
func (p *program) carryOut(jobs []job) error {
	for _, j := range jobs {
		if j.file == "-" {
			continue
		}
		if err := export.Check(j.file, p.force); err != nil {
			return p.notWritten(j, err)
		}
	}
	for _, j := range jobs {
		if j.file == "-" {
			return p.stream(j)
		}
		if err := export.File(j.file, p.force, j.write); err != nil {
			return p.notWritten(j, err)
		}
	}
	return p.listWritten(jobs)
}

// stream writes to standard output, and nothing of a chart that cannot be drawn.
func (p *program) stream(j job) error {
	var b strings.Builder
	if err := j.write(&b); err != nil {
		return p.notWritten(j, err)
	}
	p.print(b.String())
	return nil
}

func (p *program) notWritten(j job, err error) error {
	var size *chart.SizeError
	if errors.As(err, &size) {
		return p.fail(Misused, "wrong", "Cause", size.In(p.locale))
	}
	text := export.Explain(p.locale, visible(j.file), err)
	if errors.Is(err, export.ErrExists) {
		text += " " + p.t("wrong.force")
	}
	return &failure{Unreadable, text}
}

// written is a file as --json lists it.
type written struct {
	File   string       `json:"file"`
	Chart  string       `json:"chart"`
	Kind   model.KindID `json:"kind"`
	Format string       `json:"format"`
}

func (p *program) listWritten(jobs []job) error {
	if p.json {
		list := make([]written, len(jobs))
		for i, j := range jobs {
			list[i] = written{j.file, j.chart, j.kind, j.format}
		}
		return p.printJSON(list)
	}
	if p.quiet {
		return nil
	}
	var b strings.Builder
	for _, j := range jobs {
		fmt.Fprintln(&b, j.file)
	}
	p.print(b.String())
	return nil
}
