package command

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"parley/ui/keep"
)

// findPlaces finds out where everything lies that the program writes by itself. An own folder of notes comes first, then a
// portable folder, which is made where there is none.
func (p *program) findPlaces() (err error) {
	if p.places, err = keep.Usual(); p.portable != "" {
		if err := os.MkdirAll(p.portable, 0o777); err != nil {
			return p.fail(Unreadable, "wrong.portable", "Folder", visible(p.portable), "Reason", p.whyNotAFolder(err))
		}
		p.places, err = keep.Portable(p.portable)
		p.notes = cmp.Or(p.notes, p.places.Notes)
	}
	if err != nil {
		return nil // the commands that need a place say so
	}
	if p.notes != "" {
		p.places.Notes, err = filepath.Abs(p.notes)
	}
	return err
}

func (p *program) whyNotAFolder(err error) string {
	if info, e := os.Stat(p.portable); e == nil && !info.IsDir() {
		return p.locale.T("reason.nofolder", "Folder", visible(p.portable))
	}
	return visible(p.locale.Reason(err, filepath.Dir(p.portable)))
}

// filesOption makes an option of the program itself that tells where everything lies, instead of what it does else.
func (p *program) filesOption(c *cobra.Command) {
	run := c.RunE
	var asked bool
	c.Flags().BoolVar(&asked, "files", false, p.t("flag.files"))
	c.RunE = func(c *cobra.Command, args []string) error {
		switch {
		case !asked:
			return run(c, args)
		case len(args) > 0:
			return p.misused(c, "wrong.files", "Word", visible(args[0]))
		}
		return p.tellFiles()
	}
}

// tellFiles prints where everything lies.
func (p *program) tellFiles() error {
	at := p.places
	if at.Settings == "" {
		_, err := keep.Usual() // the same fault once more
		return &failure{Unreadable, err.Error()}
	}
	if p.json {
		return p.printJSON(filesView{at.Settings, at.Recent, at.Notes, at.Cache, at.Device, at.Portable})
	}
	rows := [][2]string{
		{p.t("files.settings"), at.Settings},
		{p.t("files.recent"), at.Recent},
		{p.t("files.notes"), at.Notes},
		{p.t("files.cache"), at.Cache},
		{p.t("files.device"), at.Device},
	}
	width := 0
	for _, row := range rows {
		width = max(width, len([]rune(row[0])))
	}
	for _, row := range rows {
		p.print(fmt.Sprintf("%s%*s%s\n", row[0], width-len([]rune(row[0]))+2, "", printable(row[1])))
	}
	return nil
}

// filesView is where everything lies, for programs.
type filesView struct {
	Settings string `json:"settings"`
	Recent   string `json:"recent"`
	Notes    string `json:"notes"`
	Cache    string `json:"cache"`
	Device   string `json:"device"`
	Portable bool   `json:"portable"`
}
