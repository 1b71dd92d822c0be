package state

import "parley/model"

// Comparison is how the page Memoranda shows its two documents. The zero value shows all topics side by side.
type Comparison struct {
	Matrix    bool          // topics by documents instead of two documents side by side
	Judgement string        // only topics of this judgement, by its key; empty: of any
	Topic     model.TopicID // only this topic; empty: all
	Reach     Reach         // only topics that these documents address
	Find      string        // words whose hits are marked
	Columns   Columns       // how wide the columns are
}

// Reach tells topics apart by which of the two documents address them. The zero Reach is any.
type Reach struct {
	By    model.DocumentID // this document addresses it
	Alone bool             // and the other one does not; without By, just one of the two does
	Both  bool             // both address it
}

// Columns are how the columns share the width, as parts of a sum of 1; zero: as is best for reading.
type Columns struct{ Topic, Left, Judgement, Right float32 }

// notJudged is the key of the judgement that has no word in the format.
const notJudged = "not-judged"

// JudgementKey names a judgement so that "none" is not "any".
func JudgementKey(j model.Judgement) string {
	if j == model.NotJudged {
		return notJudged
	}
	return string(j)
}

// IsFiltered reports whether topics are left out.
func (c Comparison) IsFiltered() bool {
	return c.Judgement != "" || c.Topic != "" || c.Reach != Reach{}
}

// Unfiltered is the same with all topics.
func (c Comparison) Unfiltered() Comparison {
	c.Judgement, c.Topic, c.Reach = "", "", Reach{}
	return c
}

// ShowsJudgement reports whether the filter leaves topics of a judgement.
func (c Comparison) ShowsJudgement(j model.Judgement) bool {
	return c.Judgement == "" || c.Judgement == JudgementKey(j)
}

// Shows reports whether a topic is left, where left and right say which of two documents address it.
func (r Reach) Shows(pair [2]model.DocumentID, left, right bool) bool {
	own, other := left, right
	if r.By == pair[1] {
		own, other = right, left
	}
	switch {
	case r.Both:
		return left && right
	case r.By == "" && r.Alone:
		return left != right
	case r.By == "":
		return true
	case r.Alone:
		return own && !other
	}
	return own
}
