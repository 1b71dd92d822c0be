// Package command is the command line of Parley. The program with the window and the one without run the same commands,
// a file for each; a program's main only turns [Run] into its exit code.
//
// Results go to standard output, everything else to standard error.
package command

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/goccy/go-json/jsontext"
	json "github.com/goccy/go-json/v2"
	"github.com/spf13/cobra"

	"parley/ui/format"
	"parley/ui/keep"
)

// Version is the version of Parley.
const Version = "0.1.0"

// Env is what a program hands to its commands.
type Env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	// OpenWindow opens the window and returns when it is closed. It is nil in the program without a window.
	OpenWindow func(WindowArgs) error
}

// The exit codes of every command.
const (
	Done       = 0
	Faulty     = 1 // the data has faults, or an item was not found
	Misused    = 2 // the command line is wrong
	Unreadable = 3 // a file is missing, or could not be read or written
)

// failure ends a command with an exit code. Its text is for the reader; without one all has been said.
type failure struct {
	code int
	text string
}

func (f *failure) Error() string { return f.text }

// Run runs the command line args, without the name of the program, and returns the exit code.
func Run(args []string, env Env) int {
	survivesFileLimit()
	putOffGarbage()
	p := &program{env: env, out: &output{to: env.Stdout}, locale: format.In(language(args))}
	root := p.root()
	root.SetArgs(append([]string{}, args...)) // cobra takes nil for "those of the process"
	err := root.Execute()
	if p.out.fault != nil {
		err = p.fail(Unreadable, "wrong.stdout", "Cause", p.out.fault.Error())
	}
	if err == nil {
		return Done
	}
	var f *failure
	if !errors.As(err, &f) {
		f = &failure{Misused, err.Error()}
	}
	p.complain(f)
	return f.code
}

// output is standard output. It remembers that a disk or a pipe did not take what was written, whoever wrote it.
type output struct {
	to    io.Writer
	fault error
}

func (o *output) Write(b []byte) (int, error) {
	n, err := o.to.Write(b)
	if err != nil && o.fault == nil {
		o.fault = err
	}
	return n, err
}

// program is what the commands share: the streams, the reader's language and the options that hold everywhere.
type program struct {
	env    Env
	out    *output
	locale *format.Locale

	data, notes, portable, lang string
	json, force, quiet, reset   bool
	places                      keep.Places // where settings, notes and the like lie
}

func (p *program) name() string {
	if p.env.OpenWindow == nil {
		return "parley-cli"
	}
	return "parley"
}

// t returns one of the program's own texts, in which {{.Program}} is the name that it was started by.
func (p *program) t(key string, args ...any) string {
	return p.locale.T("command."+key, append([]any{"Program", p.name()}, args...)...)
}

// fail ends a command with an exit code and a text.
func (p *program) fail(code int, key string, args ...any) error {
	return &failure{code, p.t(key, args...)}
}

// misused is fail for a wrong command line; it says where to read on.
func (p *program) misused(c *cobra.Command, key string, args ...any) error {
	return &failure{Misused, p.t(key, args...) + "\n" + p.t("wrong.help", "Command", c.CommandPath())}
}

// print writes a result. That it could not be written is told when the command ends.
func (p *program) print(text string) { _, _ = io.WriteString(p.out, text) }

// printJSON writes a result for programs.
func (p *program) printJSON(v any) error {
	text, err := json.Marshal(v, jsontext.WithIndent("  "))
	if err != nil {
		return err
	}
	p.print(string(text) + "\n")
	return nil
}

// complain says what went wrong.
func (p *program) complain(err error) {
	if text := err.Error(); text != "" {
		fmt.Fprintf(p.env.Stderr, "%s: %s\n", p.name(), text)
	}
}

// report tells the reader how things went, unless the reader asked for quiet.
func (p *program) report(text string) {
	if !p.quiet {
		fmt.Fprintln(p.env.Stderr, text)
	}
}

// root builds the tree of commands.
func (p *program) root() *cobra.Command {
	root := p.window()
	root.AddCommand(p.export(), p.check(), p.diff(), p.compare(), p.newDataset(), p.importCommand(), p.notesCommand(), p.completion(), p.manual())
	root.SetIn(p.env.Stdin)
	root.SetOut(p.out)
	root.SetErr(p.env.Stderr)
	root.SilenceErrors, root.SilenceUsage = true, true
	root.CompletionOptions.DisableDefaultCmd = true
	root.PersistentPreRunE = func(c *cobra.Command, _ []string) error {
		if err := p.checkLanguage(c); err != nil {
			return err
		}
		return p.findPlaces()
	}
	root.SetFlagErrorFunc(p.flagError)
	p.describe(root)

	flags := root.PersistentFlags()
	flags.StringVar(&p.data, "data", "", p.t("flag.data"))
	flags.StringVar(&p.notes, "notes", "", p.t("flag.notes"))
	flags.StringVar(&p.portable, "portable", "", p.t("flag.portable"))
	flags.StringVar(&p.lang, "lang", "", p.t("flag.lang", "Languages", strings.Join(format.Languages(), ", ")))
	flags.BoolVar(&p.json, "json", false, p.t("flag.json"))
	flags.BoolVar(&p.force, "force", false, p.t("flag.force"))
	flags.BoolVarP(&p.quiet, "quiet", "q", false, p.t("flag.quiet"))
	flags.BoolP("help", "h", false, p.t("flag.help"))
	complete(root, "lang", func() []string { return format.Languages() })
	return root
}

// command is a command that takes from least to most arguments; a negative most is any number. Places are those of its
// long text.
func (p *program) command(
	area string, least, most int, run func(*cobra.Command, []string) error, places ...any,
) *cobra.Command {
	return &cobra.Command{
		Use:     p.t(area + ".use"),
		Short:   p.t(area + ".short"),
		Long:    p.t(area+".long", places...),
		Example: p.t(area + ".example"),
		Args: func(c *cobra.Command, args []string) error {
			if len(args) < least || most >= 0 && len(args) > most {
				return p.misused(c, "wrong.arguments", "Usage", c.UseLine())
			}
			return nil
		},
		RunE: run,

		DisableFlagsInUseLine: true,
	}
}

// complete offers the words of an option to the shell.
func complete(c *cobra.Command, flag string, words func() []string) {
	err := c.RegisterFlagCompletionFunc(flag, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return words(), cobra.ShellCompDirectiveNoFileComp
	})
	if err != nil {
		panic(err) // the option does not exist
	}
}

// quoted joins words as a reader sees them listed: "a", "b" and "c".
func (p *program) quoted(words []string) string {
	marked := make([]string, len(words))
	for i, w := range words {
		marked[i] = p.t("quoted", "Word", visible(w))
	}
	return p.locale.List(marked)
}

// visible cuts a word that others wrote to what a message can hold, and shows no control characters.
func visible(word string) string {
	const most = 200
	if runes := []rune(word); len(runes) > most {
		word = string(runes[:most]) + "…"
	}
	return printable(word)
}

// printable replaces characters that a terminal would take for instructions: notes and names may come from anybody.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cc, r) && r != '\n' && r != '\t' || unicode.Is(unicode.Bidi_Control, r) {
			return unicode.ReplacementChar
		}
		return r
	}, text)
}
