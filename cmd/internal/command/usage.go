package command

import (
	"errors"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"parley/model"
)

// describe makes help and usage speak the reader's language; cobra's own know English only.
func (p *program) describe(root *cobra.Command) {
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { p.print(p.help(c)) })
	root.SetVersionTemplate("{{.DisplayName}} {{.Version}}\n")
	root.Flags().Bool("version", false, p.t("flag.version"))
	help := p.command("help", 0, -1, func(_ *cobra.Command, args []string) error {
		c, rest, err := root.Find(args)
		if err != nil || len(rest) > 0 {
			return p.unknown(root, args[0], "wrong.noword")
		}
		p.print(p.help(c))
		return nil
	})
	root.SetHelpCommand(help)
}

// help is all that there is to say about a command.
func (p *program) help(c *cobra.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n%s\n  %s\n", c.Long, p.t("help.usage"), c.UseLine())
	p.section(&b, "help.commands", commandRows(c))
	p.section(&b, "help.options", optionRows(c.LocalFlags(), c.Root().PersistentFlags()))
	p.section(&b, "help.everywhere", optionRows(c.Root().PersistentFlags(), nil))
	if c.Example != "" {
		fmt.Fprintf(&b, "\n%s\n%s\n", p.t("help.examples"), indented(c.Example))
	}
	return b.String()
}

func indented(text string) string { return "  " + strings.ReplaceAll(text, "\n", "\n  ") }

func (p *program) section(b *strings.Builder, title string, rows [][2]string) {
	if len(rows) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s\n", p.t(title))
	columns := tabwriter.NewWriter(b, 0, 0, 3, ' ', 0)
	for _, row := range rows {
		for i, line := range strings.Split(row[1], "\n") {
			left := row[0]
			if i > 0 {
				left = ""
			}
			fmt.Fprintf(columns, "  %s\t%s\n", left, line)
		}
	}
	columns.Flush()
}

func commandRows(c *cobra.Command) [][2]string {
	var rows [][2]string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			rows = append(rows, [2]string{sub.Name(), sub.Short})
		}
	}
	return rows
}

// optionRows lists the options of flags, without those that others has too.
func optionRows(flags, others *pflag.FlagSet) [][2]string {
	var rows [][2]string
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden || others != nil && others.Lookup(f.Name) != nil {
			return
		}
		value, text := pflag.UnquoteUsage(f)
		left := "    --" + f.Name
		if f.Shorthand != "" {
			left = "-" + f.Shorthand + ", --" + f.Name
		}
		if f.Value.Type() != "bool" {
			left += " " + value
		}
		rows = append(rows, [2]string{left, text})
	})
	return rows
}

// flagError says in the reader's language what is wrong with an option.
func (p *program) flagError(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var bad *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		return p.unknownFlag(c, unknown)
	case errors.As(err, &bare):
		return p.misused(c, "wrong.flag.bare", "Option", dashed(bare.GetSpecifiedName()))
	case errors.As(err, &bad):
		return p.misused(c, "wrong.flag.value", "Option", "--"+bad.GetFlag().Name, "Word", visible(bad.GetValue()))
	}
	return p.misused(c, "wrong", "Cause", err.Error())
}

func (p *program) unknownFlag(c *cobra.Command, err *pflag.NotExistError) error {
	word := err.GetSpecifiedName()
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if near := model.Nearest(word, names); near != "" && err.GetSpecifiedShortnames() == "" {
		return p.misused(c, "wrong.flag.near", "Option", dashed(visible(word)), "Near", "--"+near)
	}
	return p.misused(c, "wrong.flag.unknown", "Option", dashed(visible(word)))
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}
