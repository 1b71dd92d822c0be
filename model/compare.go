package model

import (
	"cmp"
	"slices"
	"strings"
)

// TopicRow is one topic of the comparison of two documents.
type TopicRow struct {
	Topic         *Topic
	Judgement     Judgement // of this pair of documents; NotJudged where the dataset holds none
	Reason        Text
	ReasonSources []SourceID
	Left, Right   Position
	Others        []*Clause // clauses of further documents on the topic
}

// Silence says why a document has nothing on a topic.
type Silence int

// A document addresses a topic, or it was looked for there and is not mentioned, or nothing is recorded either way.
const (
	Addressed Silence = iota
	NotMentioned
	NotRecorded
)

// Position is what one document holds on a topic.
type Position struct {
	Silence Silence
	Text    Text
	Clauses []*Clause
	Related []*Clause // listed under other topics, and bearing on this one
	Sources []SourceID
}

// Compare sets two documents side by side, one row per topic, in the order of the file.
func (ds *Dataset) Compare(left, right DocumentID) []TopicRow {
	rows := make([]TopicRow, 0, len(ds.facts.Topics))
	for _, topic := range pointers(ds.facts.Topics) {
		row := TopicRow{Topic: topic}
		if c := ds.comparison(topic.ID, left, right); c != nil {
			row.Judgement, row.Reason, row.ReasonSources = c.Judgement, c.Reason, slices.Clone(c.ReasonSources)
			row.Left, row.Right = ds.judged(c.Stances[left]), ds.judged(c.Stances[right])
			row.Others = ds.clauses(c.Others)
		} else {
			row.Left, row.Right = ds.listed(left, topic.ID), ds.listed(right, topic.ID)
		}
		rows = append(rows, row)
	}
	return rows
}

func (ds *Dataset) comparison(topic TopicID, left, right DocumentID) *Comparison {
	for i := range ds.facts.Comparisons {
		c := &ds.facts.Comparisons[i]
		if _, ok := c.Stances[left]; !ok || c.Topic != topic {
			continue
		}
		if _, ok := c.Stances[right]; ok && left != right {
			return c
		}
	}
	return nil
}

func (ds *Dataset) judged(s Stance) Position {
	p := Position{Text: s.Text, Clauses: ds.clauses(s.Clauses), Related: ds.clauses(s.Related), Sources: slices.Clone(s.Sources)}
	if !s.Addressed {
		p.Silence = NotMentioned
	}
	return p
}

// listed is the position of a document on a topic for which no judgement is recorded: its clauses, nothing more.
func (ds *Dataset) listed(id DocumentID, topic TopicID) Position {
	var p Position
	for _, c := range ds.clausesOf[id] {
		switch {
		case c.Topic == topic:
			p.Clauses = append(p.Clauses, c)
			p.Sources = append(p.Sources, c.Sources...)
		case slices.Contains(c.AlsoTopics, topic):
			p.Related = append(p.Related, c)
		}
	}
	p.Sources = distinct(p.Sources)
	if len(p.Clauses) == 0 && len(p.Related) == 0 {
		p.Silence = ds.silenceOf(id, topic)
	}
	return p
}

// silenceOf says why no clause of a document is listed on a topic: a judgement of some pair may tell that it was looked
// for there.
func (ds *Dataset) silenceOf(id DocumentID, topic TopicID) Silence {
	silence := NotRecorded
	for i := range ds.facts.Comparisons {
		c := &ds.facts.Comparisons[i]
		if s, ok := c.Stances[id]; !ok || c.Topic != topic {
			continue
		} else if s.Addressed {
			return NotRecorded
		}
		silence = NotMentioned
	}
	return silence
}

func (ds *Dataset) clauses(ids []ClauseID) []*Clause {
	var list []*Clause
	for _, id := range ids {
		if c := ds.clause[id]; c != nil {
			list = append(list, c)
		}
	}
	return list
}

// sortByDate sorts by date and leaves those of one date in their order. It takes the dates out first, so that it need not
// go through what has them for every step.
func sortByDate[T any](list []T, date func(T) Date) {
	type dated struct {
		first, last int64
		text        string
		at          int // in the list, which keeps those of one date in their order
		of          T
	}
	byDate := func(a, b dated) int {
		switch {
		case a.first != b.first:
			return cmp.Compare(a.first, b.first)
		case a.last != b.last:
			return cmp.Compare(a.last, b.last)
		case a.text != b.text:
			return strings.Compare(a.text, b.text)
		}
		return cmp.Compare(a.at, b.at)
	}
	all := make([]dated, len(list))
	for i, x := range list {
		d := date(x)
		all[i] = dated{d.first.Unix(), d.last.Unix(), d.text, i, x}
	}
	if slices.IsSortedFunc(all, byDate) {
		return
	}
	slices.SortFunc(all, byDate)
	for i := range all {
		list[i] = all[i].of
	}
}
