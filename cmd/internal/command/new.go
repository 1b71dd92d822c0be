package command

import (
	_ "embed"
	"errors"
	"io"
	"strings"

	"github.com/goccy/go-json/jsontext"
	json "github.com/goccy/go-json/v2"
	"github.com/spf13/cobra"

	"parley/data"
	"parley/model/datafile"
	"parley/model/synthetic"
	"parley/ui/export"
)

// starter is the dataset that new writes. A string that begins with @ stands for a text in the reader's language.
//
//go:embed starter.json
var starter []byte

// newOptions are the options of new: what to write. Without one it is the starter.
type newOptions struct {
	example, schema bool
	count           int
	seed            uint64
}

func (p *program) newDataset() *cobra.Command {
	var typed newOptions
	c := p.command("new", 1, 1, func(c *cobra.Command, args []string) error {
		write, err := p.fresh(c, typed)
		if err != nil {
			return err
		}
		return p.create(args[0], write)
	})
	flags := c.Flags()
	flags.BoolVar(&typed.example, "example", false, p.t("new.flag.example"))
	flags.BoolVar(&typed.schema, "schema", false, p.t("new.flag.schema"))
	flags.IntVar(&typed.count, "synthetic", 0, p.t("new.flag.synthetic"))
	flags.Uint64Var(&typed.seed, "seed", 1, p.t("new.flag.seed"))
	flags.SortFlags = false
	return c
}

// fresh chooses what is written.
func (p *program) fresh(c *cobra.Command, o newOptions) (func(io.Writer) error, error) {
	isSynthetic := c.Flags().Changed("synthetic")
	switch {
	case isSynthetic && o.example, isSynthetic && o.schema, o.example && o.schema:
		return nil, p.misused(c, "new.wrong.both")
	case c.Flags().Changed("seed") && !isSynthetic:
		return nil, p.misused(c, "new.wrong.seed")
	case o.example:
		return func(w io.Writer) error { return writeAll(w, data.Lakes) }, nil
	case o.schema:
		return func(w io.Writer) error { return writeAll(w, data.Schema) }, nil
	case !isSynthetic:
		return p.writeStarter, nil
	case o.count < 1 || o.count > synthetic.Most:
		return nil, p.misused(c, "new.wrong.count", "Most", p.locale.Number(synthetic.Most))
	}
	return func(w io.Writer) error {
		talks, err := synthetic.New(o.count, o.seed)
		if err != nil {
			return err
		}
		return datafile.WriteStream(w, talks.Frame(), talks.Exchanges())
	}, nil
}

// create writes the file; - is standard output.
func (p *program) create(file string, write func(io.Writer) error) error {
	if file == "-" {
		return write(p.out)
	}
	if err := export.File(file, p.force, write); err != nil {
		text := export.Explain(p.locale, visible(file), err)
		if errors.Is(err, export.ErrExists) {
			text += " " + p.t("wrong.force")
		}
		return &failure{Unreadable, text}
	}
	if p.json {
		return p.printJSON(struct {
			File string `json:"file"`
		}{file})
	}
	p.report(p.t("new.written", "File", visible(file)))
	return nil
}

func writeAll(w io.Writer, text []byte) error {
	_, err := w.Write(text)
	return err
}

// writeStarter copies the starter line by line, as it is laid out for people to edit, with the texts put in.
func (p *program) writeStarter(w io.Writer) error {
	for line := range strings.Lines(string(starter)) {
		filled, err := p.fill(line)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, filled); err != nil {
			return err
		}
	}
	return nil
}

// fill puts the texts into a line of the starter.
func (p *program) fill(line string) (string, error) {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(line, `"@`)
		b.WriteString(before)
		if !found {
			return b.String(), nil
		}
		var name string
		name, line, _ = strings.Cut(rest, `"`)
		text, err := json.Marshal(p.starterText(name), jsontext.AllowInvalidUTF8(false))
		if err != nil {
			return "", err
		}
		b.Write(text)
	}
}

func (p *program) starterText(name string) string {
	if name == "language" {
		return p.locale.Lang()
	}
	return p.locale.T("new.starter." + name)
}
