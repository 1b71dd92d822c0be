package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/state"
)

func clipboard() string { return fyne.CurrentApp().Clipboard().Content() }

func TestWhatIsSelectedCanBeReferredTo(t *testing.T) {
	w, r := open(t, nil)
	r.Press("Rounds").Press("First round").Press("1,000 prisoners from each side")
	address := w.store.Now().Selected.Address(w.dataset.Metadata().Name)

	r.Press("Copy link").Sees("Link copied: parley:")
	if clipboard() != address {
		t.Errorf("the link is %q, want %q", clipboard(), address)
	}
	r.Press("Copy citation").Sees("Citation copied")
	if got := clipboard(); !strings.HasPrefix(got, "1,000 prisoners from each side (") || strings.Contains(got, address) {
		t.Errorf("the citation is %q", got)
	}
	r.Press("Copy full citation")
	if got := clipboard(); !strings.Contains(got, address) {
		t.Errorf("the full citation is %q", got)
	}
	r.Press("Memoranda").SeesNot("Citation copied")
}

func TestTheMenuRefersToWhatIsSelected(t *testing.T) {
	w, r := open(t, nil)
	w.Go(func(s *state.State) { s.Selected = model.Item{} })
	for _, a := range w.editActions() {
		if a.key == "refer.link" {
			a.do()
			r.Sees("Nothing is selected.")
			w.Go(func(s *state.State) { s.Selected = model.Item{Kind: model.RoundItem, ID: "round-1"} })
			a.do()
			r.Sees("Link copied")
		}
	}
}

func TestTheInspectorLeadsToWhereAnItemStands(t *testing.T) {
	w, r := open(t, nil)
	r.Press("Rounds").Press("First round").Press("1,000 prisoners from each side").Press("Show on the page Exchanges")
	if now := w.store.Now(); now.Page != state.Exchanges || now.Selected.Kind != model.PledgeItem {
		t.Errorf("it leads to %+v", now)
	}
	r.SeesNot("Show on the page Exchanges")
}
