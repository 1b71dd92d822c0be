package page

import (
	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/part"
	"parley/ui/state"
)

// referTo writes how to refer to an item in another place, and how to get to where it stands.
func (s *sheet) referTo(i model.Item) {
	links := []fyne.CanvasObject{
		part.SmallLink(s.t("refer.link"), func() { s.desk.CopyLink(i) }),
		part.SmallLink(s.t("refer.cite"), func() { s.desk.CopyCitation(i, false) }),
		part.SmallLink(s.t("refer.cite.full"), func() { s.desk.CopyCitation(i, true) }),
	}
	if to := StateFor(s.desk.Dataset, s.desk.Store.Now(), i); !showsKindOf(s.desk.Store.Now(), to) {
		words := s.t("refer.show", "Page", s.t("page."+string(to.Page)))
		links = append([]fyne.CanvasObject{part.SmallLink(words, func() { s.desk.Show(i) })}, links...)
	}
	s.add(part.Flow(12, 4, links...))
}

// showsKindOf reports whether what is shown is the page, and the part of it, that another state has.
func showsKindOf(now, to state.State) bool {
	return now.Page == to.Page && (to.Page != state.Exchanges || now.Kind == to.Kind) && (to.Page != state.Rounds || now.Round == to.Round)
}

// Show leads to where an item stands.
func (d *Desk) Show(i model.Item) { d.Store.Go(StateFor(d.Dataset, d.Store.Now(), i)) }

// CopyLink puts the address of an item on the clipboard: "parley:russia-ukraine-talks/round/2025-06-02-istanbul".
func (d *Desk) CopyLink(i model.Item) {
	i = d.Dataset.Current(i)
	d.copy(i.Address(d.Dataset.Metadata().Name), "refer.copied.link")
}

// CopyCitation puts on the clipboard how to cite an item, in short or for a list of references.
func (d *Desk) CopyCitation(i model.Item, full bool) {
	cited := d.Locale.CiteItem(d.Dataset, d.Dataset.Current(i))
	words := cited.Short()
	if full {
		words = cited.Full()
	}
	d.copy(words, "refer.copied.citation")
}

func (d *Desk) copy(words, key string) {
	fyne.CurrentApp().Clipboard().SetContent(words)
	d.say(d.Locale.T(key, "Words", words))
}
