package command

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"parley/data"
	"parley/model"
	"parley/model/datafile"
)

// dataset opens the dataset that --data names, else the bundled one.
func (p *program) dataset() (*model.Dataset, error) {
	if p.data == "" {
		ds, err := datafile.ReadChecked("talks.json", data.Talks)
		if err != nil { // a mistake of ours: make check finds it
			return nil, &failure{Faulty, err.Error()}
		}
		return ds, nil
	}
	return p.open(p.data)
}

// open opens a dataset. A file with errors is not opened; they are printed.
func (p *program) open(file string) (*model.Dataset, error) {
	ds, problems, err := datafile.Load(file)
	if err != nil {
		return nil, p.unreadable(file, err)
	}
	if errs := problems.Errors(); len(errs) > 0 {
		return nil, p.fail(Faulty, "wrong.data", "File", file, "Errors", p.locale.N("command.check.errors", len(errs)), "List", strings.TrimSuffix(listed(errs), "\n"))
	}
	if n := len(problems.Warnings()); n > 0 {
		p.report(p.t("data.warnings", "File", file, "Warnings", p.locale.N("command.check.warnings", n)))
	}
	if mark := p.locale.MadeUp(ds.Metadata()); mark != "" {
		p.report(p.t("data.madeup", "File", visible(file), "Mark", mark))
	}
	return ds, nil
}

// listed is a problem a line, as an editor can read it.
func listed(problems datafile.Problems) string {
	var b strings.Builder
	for _, problem := range problems {
		b.WriteString(printable(problem.String()) + "\n")
	}
	return b.String()
}

// unreadable says why a file could not be read.
func (p *program) unreadable(file string, err error) error {
	return p.fail(Unreadable, "wrong.read", "File", visible(file), "Reason", p.whyUnreadable(file, err))
}

func (p *program) whyUnreadable(file string, err error) string {
	if info, err := os.Stat(file); err == nil && info.IsDir() {
		return p.t("why.isfolder")
	}
	for _, why := range []struct {
		cause error
		key   string
	}{
		{fs.ErrNotExist, "why.missing"},
		{syscall.ENOTDIR, "why.missing"},
		{fs.ErrPermission, "why.denied"},
	} {
		if errors.Is(err, why.cause) {
			return p.t(why.key)
		}
	}
	return visible(p.locale.Reason(err, filepath.Dir(file))) + "."
}
