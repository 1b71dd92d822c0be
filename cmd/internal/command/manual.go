package command

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// manual writes a page for man(1), from the same texts as the help.
func (p *program) manual() *cobra.Command {
	return p.command("man", 0, 0, func(c *cobra.Command, _ []string) error {
		p.print(p.manualPage(c.Root()))
		return nil
	})
}

func (p *program) manualPage(root *cobra.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH %s 1 \"\" \"Parley %s\"\n", strings.ToUpper(roff(p.name())), Version)
	fmt.Fprintf(&b, ".SH %s\n%s \\- %s\n", p.t("man.name"), roff(p.name()), roff(root.Short))
	fmt.Fprintf(&b, ".SH %s\n.B %s\n", p.t("man.synopsis"), roff(root.UseLine()))
	fmt.Fprintf(&b, ".SH %s\n%s", p.t("man.description"), paragraphs(root.Long))
	fmt.Fprintf(&b, ".SH %s\n", p.t("man.commands"))
	for _, c := range leaves(root) {
		fmt.Fprintf(&b, ".SS %s\n%s", roff(c.UseLine()), paragraphs(c.Long))
		b.WriteString(tagged(optionRows(c.LocalFlags(), root.PersistentFlags())))
	}
	fmt.Fprintf(&b, ".SH %s\n%s", p.t("man.options"), tagged(optionRows(root.PersistentFlags(), nil)))
	fmt.Fprintf(&b, ".SH %s\n", p.t("man.examples"))
	for _, c := range leaves(root) {
		if c.Example != "" {
			fmt.Fprintf(&b, ".nf\n%s\n.fi\n", lines(c.Example))
		}
	}
	return b.String()
}

// leaves are the commands that do something, in the order of the help.
func leaves(c *cobra.Command) []*cobra.Command {
	var list []*cobra.Command
	for _, sub := range c.Commands() {
		switch {
		case !sub.IsAvailableCommand():
		case sub.HasSubCommands():
			list = append(list, leaves(sub)...)
		default:
			list = append(list, sub)
		}
	}
	return list
}

func tagged(rows [][2]string) string {
	var b strings.Builder
	for _, row := range rows {
		fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", roff(strings.TrimSpace(row[0])), lines(row[1]))
	}
	return b.String()
}

func paragraphs(text string) string {
	var b strings.Builder
	for _, part := range strings.Split(text, "\n\n") {
		if strings.HasPrefix(part, "  ") { // a list, whose lines stay
			fmt.Fprintf(&b, ".PP\n.nf\n%s\n.fi\n", lines(part))
			continue
		}
		fmt.Fprintf(&b, ".PP\n%s\n", lines(part))
	}
	return b.String()
}

func lines(text string) string {
	list := strings.Split(text, "\n")
	for i, line := range list {
		list[i] = roff(line)
	}
	return strings.Join(list, "\n")
}

// roff keeps a line from being read as an instruction, and its hyphens from being typeset as dashes.
func roff(line string) string {
	line = strings.ReplaceAll(line, `\`, `\e`)
	line = strings.ReplaceAll(line, "-", `\-`)
	if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
		line = `\&` + line
	}
	return line
}
