package command

import (
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"parley/ui/changes"
)

func (p *program) diff() *cobra.Command {
	var output, format string
	c := p.command("diff", 2, 2, func(c *cobra.Command, files []string) error {
		as, err := p.changesFormat(c, format, output)
		if err != nil {
			return err
		}
		report, err := p.compareVersions(files[0], files[1])
		if err != nil {
			return err
		}
		return p.writeTo(output, func(w io.Writer) error { return report.Write(w, as) })
	})
	flags := c.Flags()
	flags.StringVarP(&output, "output", "o", "-", p.t("diff.flag.output"))
	flags.StringVar(&format, "format", "", p.t("diff.flag.format"))
	flags.SortFlags = false
	complete(c, "format", changesFormats)
	return c
}

func changesFormats() []string { return words(changes.Formats()) }

// changesFormat is the format asked for, else that of the file's name, else JSON for programs and Markdown for people.
func (p *program) changesFormat(c *cobra.Command, word, output string) (changes.Format, error) {
	option := "--format"
	if extension := filepath.Ext(output); word == "" && len(extension) > 1 {
		word, option = strings.ToLower(extension[1:]), "--output"
	}
	switch {
	case word != "":
		return changes.Format(word), p.choice(c, word, changesFormats(), "wrong.choice", "Option", option)
	case p.json:
		return changes.JSON, nil
	}
	return changes.Markdown, nil
}

func (p *program) compareVersions(old, now string) (changes.Report, error) {
	before, err := p.open(old)
	if err != nil {
		return changes.Report{}, err
	}
	after, err := p.open(now)
	if err != nil {
		return changes.Report{}, err
	}
	return changes.Tell(p.locale, before, after), nil
}
