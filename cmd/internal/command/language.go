package command

import (
	"cmp"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"parley/ui/format"
)

// language returns the language that the command line asks for, else that of the environment. It looks before the options
// are read, because the help and the faults of the options themselves are in that language too.
func language(args []string) string {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if lang, ok := strings.CutPrefix(arg, "--lang="); ok {
			return lang
		}
		if arg == "--lang" && i+1 < len(args) {
			return args[i+1]
		}
	}
	return systemLanguage()
}

// systemLanguage returns the language of the environment, "" where it names none.
func systemLanguage() string {
	locale := cmp.Or(os.Getenv("LC_ALL"), os.Getenv("LC_MESSAGES"), os.Getenv("LANG"))
	locale, _, _ = strings.Cut(locale, ".")
	locale, _, _ = strings.Cut(locale, "@")
	return strings.ReplaceAll(locale, "_", "-")
}

func (p *program) checkLanguage(c *cobra.Command) error {
	if p.lang == "" || slices.Contains(format.Languages(), p.lang) {
		return nil
	}
	return p.misused(c, "wrong.choice", "Word", visible(p.lang), "Option", "--lang", "Choices", p.quoted(format.Languages()))
}
