package page

import (
	"slices"

	"parley/model"
	"parley/ui/state"
)

// pair is the two documents that are compared, as they stand on the page. The order means nothing.
type pair struct{ left, right model.DocumentID }

func (p pair) swapped() pair { return pair{p.right, p.left} }

// other is the document of the pair that is not this one.
func (p pair) other(id model.DocumentID) model.DocumentID {
	if id == p.left {
		return p.right
	}
	return p.left
}

// memorandaPair is the pair that a state shows: the documents that the reader chose, else the first that are judged. It
// is not ok where the dataset holds no two documents.
func (d *Desk) memorandaPair(now state.State) (shown pair, ok bool) {
	first, ok := d.firstPair()
	if !ok {
		return pair{}, false
	}
	shown = first
	leftChosen, rightChosen := d.Dataset.Document(now.Left) != nil, d.Dataset.Document(now.Right) != nil
	if leftChosen {
		shown.left = now.Left
	}
	if rightChosen {
		shown.right = now.Right
	}
	switch {
	case shown.left != shown.right:
	case leftChosen:
		shown.right = first.other(shown.left)
	default:
		shown.left = first.other(shown.right)
	}
	if now.Swapped {
		shown = shown.swapped()
	}
	return shown, true
}

// choosePair makes a state show a pair.
func choosePair(n *state.State, shown pair) {
	if n.Swapped {
		shown = shown.swapped()
	}
	n.Left, n.Right = shown.left, shown.right
}

// firstPair is the first two documents that a judgement compares, else the first two with clauses, else the first two;
// those of the sides in the alphabetical order of the reader's language.
func (d *Desk) firstPair() (pair, bool) {
	documents := d.Dataset.Documents()
	if len(documents) < 2 {
		return pair{}, false
	}
	judged := func(*model.Document) bool { return false }
	if all := d.Dataset.Facts().Comparisons; len(all) > 0 {
		judged = func(m *model.Document) bool { _, ok := all[0].Stances[m.ID]; return ok }
	}
	hasClauses := func(m *model.Document) bool { return len(d.Dataset.ClausesOf(m.ID)) > 0 }
	rank := func(m *model.Document) int {
		switch {
		case judged(m):
			return 0
		case hasClauses(m):
			return 1
		}
		return 2
	}
	slices.SortStableFunc(documents, func(a, b *model.Document) int { return rank(a) - rank(b) })
	first := documents[:2]
	slices.SortStableFunc(first, func(a, b *model.Document) int { return d.sideRank(a) - d.sideRank(b) })
	return pair{first[0].ID, first[1].ID}, true
}

// sideRank is the place of a document's only author among the sides in alphabetical order; those by others come last.
func (d *Desk) sideRank(m *model.Document) int {
	sides := d.Locale.Sides(d.Dataset, false)
	if side := onlyAuthor(m); side != "" {
		if i := slices.IndexFunc(sides, func(s model.Side) bool { return s.ID == side }); i >= 0 {
			return i
		}
	}
	return len(sides)
}

// onlyAuthor is the side that wrote a document alone, or "".
func onlyAuthor(m *model.Document) model.SideID {
	if len(m.Authors) == 1 {
		return model.SideID(m.Authors[0])
	}
	return ""
}

// documentName is "Russia, 2 June 2025".
func (d *Desk) documentName(id model.DocumentID) string {
	m := d.Dataset.Document(id)
	authors := d.Locale.Capital(d.Locale.Authors(d.Dataset, m))
	date := d.Locale.Date(m.Date)
	if date == "" {
		return authors
	}
	return d.Locale.T("memoranda.document", "Authors", authors, "Date", date)
}
