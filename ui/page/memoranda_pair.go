package page

import (
	"parley/model"
	"parley/ui/comparison"
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

// firstPair is the pair that a reader who has chosen nothing sees.
func (d *Desk) firstPair() (pair, bool) {
	left, right, ok := d.voice().FirstPair()
	return pair{left, right}, ok
}

// voice says what the dataset holds of documents.
func (d *Desk) voice() comparison.Voice {
	return comparison.Voice{Locale: d.Locale, Dataset: d.Dataset}
}

// documentName is "Russia, 2 June 2025".
func (d *Desk) documentName(id model.DocumentID) string { return d.voice().DocumentName(id) }
