package command

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"parley/model"
	"parley/ui/chart"
	"parley/ui/export"
)

// charts are the names of the charts, as the command line takes them.
func charts() []string { return wordsOf(chart.Names()) }

func formats() []string { return wordsOf(chart.Formats()) }

func wordsOf[T ~string](list []T) []string {
	words := make([]string, len(list))
	for i, w := range list {
		words[i] = string(w)
	}
	return words
}

// job is one chart that goes into one file.
type job struct {
	chart   chart.Name
	file    string
	dataset *model.Dataset
	show    chart.Options
	drawn   chart.Chart
	data    []byte // of the file, when it is drawn

	isWritten bool
}

func (p *program) export() *cobra.Command {
	var typed *exportOptions
	c := p.command("export", 0, -1, func(c *cobra.Command, names []string) error {
		ds, asked, err := p.understand(c, names, typed)
		if err != nil {
			return err
		}
		jobs := jobsFor(ds, asked, typed)
		whole := slices.IndexFunc(names, func(n string) bool { return !chart.IsOfKind(chart.Name(n)) })
		switch {
		case whole >= 0 && typed.kind != "":
			return p.misused(c, "wrong.nokind", "Chart", names[whole])
		case len(jobs) == 0:
			return p.misused(c, "wrong.notoffered", "Chart", string(asked.names[0]), "Kind", visible(typed.kind))
		case typed.output != "" && len(jobs) > 1:
			return p.misused(c, "wrong.onefile", "Kinds", p.quoted(kindIDs(ds)))
		}
		return p.carryOut(jobs, asked)
	}, "Charts", strings.Join(charts(), ", "))
	c.ValidArgs = charts()
	typed = p.exportFlags(c)
	return c
}

// jobsFor are a job for each chart and each kind of which there is such a chart. A chart of the whole dataset is one job,
// unless charts of one kind are asked for.
func jobsFor(ds *model.Dataset, asked plan, typed *exportOptions) []job {
	var jobs []job
	for _, name := range asked.names {
		for _, kind := range chart.KindsOf(name, ds) {
			if typed.kind != "" && kind != model.KindID(typed.kind) {
				continue
			}
			file := typed.output
			if file == "" {
				parts := append([]string{string(name), string(kind)}, typed.sides...)
				file = filepath.Join(typed.all, export.Name(string(asked.format), parts...))
			}
			show := asked.show
			show.Kind = kind
			jobs = append(jobs, job{chart: name, file: file, dataset: ds, show: show})
		}
	}
	return jobs
}

// carryOut writes the files. Where one of several cannot be drawn or may not be written, none is.
func (p *program) carryOut(jobs []job, asked plan) error {
	for _, j := range jobs {
		if err := p.allowed(j, asked); err != nil {
			return p.notWritten(j, err)
		}
	}
	if j, err := all(jobs, asked.atOnce(), func(j *job) error { return j.draw(asked) }); err != nil {
		return p.notWritten(j, err)
	}
	p.warnOfMissing(jobs, asked)
	if jobs[0].file == "-" {
		p.print(string(jobs[0].data))
		return nil
	}
	if err := makeFolder(asked.all); err != nil {
		return &failure{Unreadable, export.Explain(p.locale, visible(asked.all), err)}
	}
	j, err := all(jobs, len(jobs), func(j *job) error {
		err := export.File(j.file, p.force, j.write)
		j.isWritten = err == nil
		return err
	})
	if err != nil {
		return p.partlyWritten(jobs, p.notWritten(j, err))
	}
	return p.listWritten(jobs, asked)
}

// all does something to every job, so many at once, and returns the first that failed.
func all(jobs []job, atOnce int, do func(*job) error) (job, error) {
	faults := make([]error, len(jobs))
	var busy sync.WaitGroup
	free := make(chan struct{}, max(atOnce, 1))
	for i := range jobs {
		free <- struct{}{}
		busy.Go(func() {
			faults[i] = do(&jobs[i])
			<-free
		})
	}
	busy.Wait()
	for i, err := range faults {
		if err != nil {
			return jobs[i], err
		}
	}
	return job{}, nil
}

// atOnce is how many pictures are drawn at once: one a processor, but together no more than the largest that may be.
func (asked plan) atOnce() int {
	scale := asked.look.Size.Scale
	pixels := float64(asked.look.Size.Width) * float64(asked.look.Size.Height) * scale * scale
	return min(runtime.GOMAXPROCS(0), int(chart.MaxPixels/max(pixels, 1)))
}

// draw makes the chart and the bytes of its file.
func (j *job) draw(asked plan) error {
	j.drawn = chart.New(j.chart, j.dataset, j.show)
	var out bytes.Buffer
	err := chart.Write(&out, j.drawn, asked.format, asked.look)
	j.data = out.Bytes()
	return err
}

func (j *job) write(w io.Writer) error {
	_, err := w.Write(j.data)
	return err
}

// allowed reports why a file may not be written. The folder of --all need not be there yet.
func (p *program) allowed(j job, asked plan) error {
	if j.file == "-" {
		return nil
	}
	err := export.Check(j.file, p.force)
	if asked.all != "" && errors.Is(err, export.ErrNoFolder) {
		if info, err := os.Stat(filepath.Dir(filepath.Clean(asked.all))); err == nil && info.IsDir() {
			return nil
		}
	}
	return err
}

// makeFolder makes the folder of --all where it is missing, but none above it.
func makeFolder(folder string) error {
	if folder == "" {
		return nil
	}
	if err := os.Mkdir(folder, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}

// warnOfMissing says which letters are empty boxes in the pictures.
func (p *program) warnOfMissing(jobs []job, asked plan) {
	if asked.format == chart.CSV {
		return
	}
	var letters []rune
	for _, j := range jobs {
		letters = append(letters, chart.Missing(j.drawn)...)
	}
	slices.Sort(letters)
	letters = slices.Compact(letters)
	if len(letters) == 0 {
		return
	}
	const most = 40
	p.report(p.t("export.missing", "Letters", visible(string(letters[:min(len(letters), most)]))))
}

// partlyWritten adds to what went wrong which of the files are there all the same, as on a disk that filled up.
func (p *program) partlyWritten(jobs []job, err error) error {
	var there []string
	for _, j := range jobs {
		if j.isWritten {
			there = append(there, visible(j.file))
		}
	}
	if len(there) == 0 {
		return err
	}
	words := p.locale.N("command.export.partly", len(jobs), "Written", p.locale.Number(len(there)))
	return &failure{Unreadable, err.Error() + "\n" + words + "\n" + strings.Join(there, "\n")}
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
	Chart  chart.Name   `json:"chart"`
	Kind   model.KindID `json:"kind,omitzero"` // none for a chart of the whole dataset
	Format chart.Format `json:"format"`
}

func (p *program) listWritten(jobs []job, asked plan) error {
	if p.json {
		list := make([]written, len(jobs))
		for i, j := range jobs {
			list[i] = written{j.file, j.chart, j.show.Kind, asked.format}
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
