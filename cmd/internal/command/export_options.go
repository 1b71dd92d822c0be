package command

import (
	"cmp"
	"errors"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"parley/model"
	"parley/ui/chart"
	"parley/ui/export"
	"parley/ui/palette"
)

// exportOptions are the options of export as they were typed.
type exportOptions struct {
	output, all, kind, from, to, format, preset, size, theme string

	sides       []string
	documents   []string
	scale       float64
	dpi         int
	transparent bool
}

func (p *program) exportFlags(c *cobra.Command) *exportOptions {
	var typed exportOptions
	flags := c.Flags()
	flags.StringVarP(&typed.output, "output", "o", "", p.t("export.flag.output"))
	flags.StringVar(&typed.all, "all", "", p.t("export.flag.all"))
	flags.StringVar(&typed.kind, "kind", "", p.t("export.flag.kind"))
	flags.StringSliceVar(&typed.sides, "side", nil, p.t("export.flag.side"))
	flags.StringSliceVar(&typed.documents, "documents", nil, p.t("export.flag.documents"))
	flags.StringVar(&typed.from, "from", "", p.t("export.flag.from"))
	flags.StringVar(&typed.to, "to", "", p.t("export.flag.to"))
	flags.StringVar(&typed.format, "format", "", p.t("export.flag.format"))
	flags.StringVar(&typed.preset, "preset", "", p.t("export.flag.preset"))
	flags.StringVar(&typed.size, "size", "1280x800", p.t("export.flag.size"))
	flags.Float64Var(&typed.scale, "scale", 1, p.t("export.flag.scale"))
	flags.IntVar(&typed.dpi, "dpi", 0, p.t("export.flag.dpi"))
	flags.StringVar(&typed.theme, "theme", "light", p.t("export.flag.theme"))
	flags.BoolVar(&typed.transparent, "transparent", false, p.t("export.flag.transparent"))
	flags.SortFlags = false
	complete(c, "kind", p.offerIDs(kindIDs))
	complete(c, "side", p.offerIDs(sideIDs))
	complete(c, "format", formats)
	complete(c, "theme", palette.ThemeNames)
	complete(c, "preset", presets)
	return &typed
}

func (p *program) offerIDs(of func(*model.Dataset) []string) func() []string {
	return func() []string {
		ds, err := p.dataset()
		if err != nil {
			return nil
		}
		return of(ds)
	}
}

func kindIDs(ds *model.Dataset) []string {
	return ids(ds.Kinds(), func(k model.Kind) model.KindID { return k.ID })
}

func sideIDs(ds *model.Dataset) []string {
	return ids(ds.Sides(), func(s model.Side) model.SideID { return s.ID })
}

// plan is what export is asked for, understood and checked.
type plan struct {
	names  []chart.Name
	all    string // the folder of --all
	format chart.Format
	look   chart.Look
	show   chart.Options // but for the kind
}

// understand finds every fault of the command line before anything is drawn, those of the dataset last.
func (p *program) understand(c *cobra.Command, names []string, typed *exportOptions) (*model.Dataset, plan, error) {
	asked := plan{all: typed.all}
	if err := p.charts(c, names, typed, &asked); err != nil {
		return nil, plan{}, err
	}
	for _, part := range []func(*cobra.Command, *exportOptions, *plan) error{p.look, p.format, p.period} {
		if err := part(c, typed, &asked); err != nil {
			return nil, plan{}, err
		}
	}
	ds, err := p.dataset()
	if err != nil {
		return nil, plan{}, err
	}
	if err := p.scope(c, typed, ds, &asked); err != nil {
		return nil, plan{}, err
	}
	if err := p.pair(c, typed, ds, &asked); err != nil {
		return nil, plan{}, err
	}
	return ds, asked, nil
}

// pair reads which two documents the strip of topics compares; the first that are judged where none are named.
func (p *program) pair(c *cobra.Command, typed *exportOptions, ds *model.Dataset, asked *plan) error {
	if !c.Flags().Changed("documents") {
		return nil
	}
	if len(typed.documents) != 2 {
		return p.misused(c, "wrong.documents")
	}
	var err error
	asked.show.Left, asked.show.Right, err = p.twoDocuments(c, ds, typed.documents)
	return err
}

// charts reads which charts are meant: those that are named, or all.
func (p *program) charts(c *cobra.Command, names []string, typed *exportOptions, asked *plan) error {
	switch all := typed.all != ""; {
	case all && len(names) > 0 || all && typed.output != "" || !all && len(names) == 0:
		return p.misused(c, "wrong.arguments", "Usage", c.UseLine())
	case all:
		asked.names = chart.Names()
		return nil
	}
	for _, name := range names {
		if err := p.choice(c, name, charts(), "wrong.chart"); err != nil {
			return err
		}
		if !slices.Contains(asked.names, chart.Name(name)) {
			asked.names = append(asked.names, chart.Name(name))
		}
	}
	return nil
}

// choice checks that a word is one of those to choose from.
func (p *program) choice(c *cobra.Command, word string, choices []string, key string, args ...any) error {
	if slices.Contains(choices, word) {
		return nil
	}
	return p.misused(c, key, append([]any{"Word", visible(word), "Choices", p.quoted(choices)}, args...)...)
}

// look reads how the picture is to look: what a preset says, but for what is said besides.
func (p *program) look(c *cobra.Command, typed *exportOptions, asked *plan) error {
	if err := p.choice(c, typed.theme, palette.ThemeNames(), "wrong.choice", "Option", "--theme"); err != nil {
		return err
	}
	asked.look = chart.Look{DPI: typed.dpi, Transparent: typed.transparent}
	asked.look.Theme, _ = palette.ParseTheme(typed.theme)
	width, height, ok := parseSize(typed.size)
	if !ok {
		return p.misused(c, "wrong.size", "Word", visible(typed.size))
	}
	asked.look.Size = chart.Size{Width: width, Height: height, Scale: typed.scale}
	if err := p.preset(c, typed, &asked.look); err != nil {
		return err
	}
	var err error
	if asked.look.Created, err = export.Epoch(); err != nil {
		return p.misused(c, "wrong", "Cause", visible(err.Error()))
	}
	err = asked.look.Check()
	var size *chart.SizeError
	if errors.As(err, &size) {
		return p.misused(c, "wrong", "Cause", size.In(p.locale))
	}
	return err
}

func presets() []string {
	var names []string
	for _, p := range chart.Presets() {
		names = append(names, p.Name)
	}
	return names
}

// preset takes from a preset what was not typed.
func (p *program) preset(c *cobra.Command, typed *exportOptions, look *chart.Look) error {
	if typed.preset == "" {
		return nil
	}
	if err := p.choice(c, typed.preset, presets(), "wrong.choice", "Option", "--preset"); err != nil {
		return err
	}
	preset := chart.Presets()[slices.Index(presets(), typed.preset)]
	if !c.Flags().Changed("size") {
		look.Size.Width, look.Size.Height = preset.Size.Width, preset.Size.Height
	}
	if !c.Flags().Changed("scale") {
		look.Size.Scale = preset.Size.Scale
	}
	if !c.Flags().Changed("dpi") {
		look.DPI = preset.DPI
	}
	return nil
}

// parseSize reads "1280x800".
func parseSize(word string) (width, height int, ok bool) {
	w, h, _ := strings.Cut(word, "x")
	width, errW := strconv.Atoi(w)
	height, errH := strconv.Atoi(h)
	return width, height, errW == nil && errH == nil
}

// format is the one asked for, else that of the file's name, else PNG.
func (p *program) format(c *cobra.Command, typed *exportOptions, asked *plan) error {
	word, option := typed.format, "--format"
	if extension := filepath.Ext(typed.output); word == "" && len(extension) > 1 {
		word, option = strings.ToLower(extension[1:]), "--output"
	}
	asked.format = chart.Format(cmp.Or(word, string(chart.PNG)))
	return p.choice(c, string(asked.format), formats(), "wrong.choice", "Option", option)
}

func (p *program) period(c *cobra.Command, typed *exportOptions, asked *plan) error {
	from, err := p.date(c, "--from", typed.from)
	if err != nil {
		return err
	}
	to, err := p.date(c, "--to", typed.to)
	if err != nil {
		return err
	}
	if !from.IsZero() && !to.IsZero() && to.Last().Before(from.First()) {
		return p.misused(c, "wrong.period", "From", typed.from, "To", typed.to)
	}
	asked.show = chart.Options{From: from, To: to, Locale: p.locale}
	return nil
}

func (p *program) date(c *cobra.Command, option, word string) (model.Date, error) {
	if word == "" {
		return model.Date{}, nil
	}
	date, err := model.ParseDate(word)
	if err != nil {
		return model.Date{}, p.misused(c, "wrong.date", "Option", option, "Word", visible(word))
	}
	return date, nil
}

// scope reads which sides of the dataset are shown, and checks the kind: those asked for, or all.
func (p *program) scope(c *cobra.Command, typed *exportOptions, ds *model.Dataset, asked *plan) error {
	for _, word := range typed.sides {
		if err := p.choice(c, word, sideIDs(ds), "wrong.choice", "Option", "--side"); err != nil {
			return err
		}
		asked.show.Sides = append(asked.show.Sides, model.SideID(word))
	}
	if typed.kind != "" {
		return p.choice(c, typed.kind, kindIDs(ds), "wrong.choice", "Option", "--kind")
	}
	return nil
}
