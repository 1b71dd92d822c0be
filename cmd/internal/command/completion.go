package command

import (
	"slices"

	"github.com/spf13/cobra"
)

// completion writes the script by which a shell completes commands, options and the names of items.
func (p *program) completion() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	c := p.command("completion", 1, 1, func(c *cobra.Command, args []string) error {
		root, out := c.Root(), p.out
		switch args[0] {
		case "bash":
			return root.GenBashCompletionV2(out, true)
		case "zsh":
			return root.GenZshCompletion(out)
		case "fish":
			return root.GenFishCompletion(out, true)
		case "powershell":
			return root.GenPowerShellCompletionWithDesc(out)
		}
		return p.misused(c, "wrong.argument", "Word", visible(args[0]), "Choices", p.quoted(shells))
	})
	c.ValidArgs = slices.Clone(shells)
	return c
}
