package command

import (
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"parley/model"
	"parley/ui/comparison"
	"parley/ui/export"
)

func (p *program) compare() *cobra.Command {
	var output, format string
	var withNotes bool
	c := p.command("compare", 2, 2, func(c *cobra.Command, words []string) error {
		as, err := p.comparisonFormat(c, format, output)
		if err != nil {
			return err
		}
		ds, err := p.dataset()
		if err != nil {
			return err
		}
		left, right, err := p.twoDocuments(c, ds, words)
		if err != nil {
			return err
		}
		var notes []model.Note
		if withNotes {
			store, err := p.openNotes(ds, reader)
			if err != nil {
				return err
			}
			notes = store.Notes()
		}
		return p.writeTo(output, func(w io.Writer) error {
			return comparison.Tell(p.locale, ds, left, right, notes).Write(w, as)
		})
	})
	flags := c.Flags()
	flags.StringVarP(&output, "output", "o", "-", p.t("compare.flag.output"))
	flags.StringVar(&format, "format", "", p.t("compare.flag.format"))
	flags.BoolVar(&withNotes, "with-notes", false, p.t("compare.flag.notes"))
	flags.SortFlags = false
	complete(c, "format", comparisonFormats)
	c.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		ds, err := p.dataset()
		if err != nil || len(args) > 1 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return documentIDs(ds), cobra.ShellCompDirectiveNoFileComp
	}
	return c
}

func comparisonFormats() []string { return wordsOf(comparison.Formats()) }

// comparisonFormat is the format asked for, else that of the file's name, else JSON for programs and Markdown for people.
func (p *program) comparisonFormat(c *cobra.Command, word, output string) (comparison.Format, error) {
	option := "--format"
	if extension := filepath.Ext(output); word == "" && len(extension) > 1 {
		word, option = strings.ToLower(extension[1:]), "--output"
	}
	switch {
	case word != "":
		return comparison.Format(word), p.choice(c, word, comparisonFormats(), "wrong.choice", "Option", option)
	case p.json:
		return comparison.JSON, nil
	}
	return comparison.Markdown, nil
}

// twoDocuments are the documents that two words name: by their IDs, those of earlier versions too.
func (p *program) twoDocuments(c *cobra.Command, ds *model.Dataset, words []string) (left, right model.DocumentID, err error) {
	var found [2]model.DocumentID
	for i, word := range words {
		id := strings.TrimPrefix(word, string(model.DocumentItem)+"/")
		item := ds.Current(model.Item{Kind: model.DocumentItem, ID: id})
		if !ds.Has(item) {
			return "", "", p.notFound(ds, item)
		}
		found[i] = model.DocumentID(item.ID)
	}
	if found[0] == found[1] {
		return "", "", p.misused(c, "compare.same", "Document", visible(words[0]))
	}
	return found[0], found[1], nil
}

func documentIDs(ds *model.Dataset) []string {
	var ids []string
	for _, d := range ds.Documents() {
		ids = append(ids, string(d.ID))
	}
	return slices.Clip(ids)
}

// writeTo writes a report to standard output, or into a file as a whole.
func (p *program) writeTo(output string, write func(io.Writer) error) error {
	if output == "-" {
		var b strings.Builder
		if err := write(&b); err != nil {
			return err
		}
		p.print(printable(b.String()))
		return nil
	}
	if err := export.File(output, p.force, write); err != nil {
		return p.notWritten(job{file: output}, err)
	}
	p.report(output)
	return nil
}
