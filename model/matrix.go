package model

import "slices"

// Matrix is which document addresses which topic: a row for each topic, a cell for each document.
type Matrix struct {
	Documents []*Document
	Rows      []MatrixRow
}

// MatrixRow is one topic of a matrix. Its cells stand in the order of the documents.
type MatrixRow struct {
	Topic *Topic
	Cells []MatrixCell
}

// MatrixCell is what the dataset holds of one document on one topic. A document may address a topic without a clause of
// its own, and then Clauses is 0.
type MatrixCell struct {
	Silence Silence // NotMentioned only where some judgement says that it was looked for
	Clauses int     // clauses on the topic
	Related int     // clauses listed under other topics, and bearing on this one
}

// Matrix asks every document about every topic, both in the order of the file. Where judgements of several pairs tell
// of one document, it addresses a topic if one of them says so.
func (ds *Dataset) Matrix() Matrix {
	m := Matrix{Documents: ds.Documents()}
	place := make(map[DocumentID]int, len(m.Documents))
	for i, d := range m.Documents {
		place[d.ID] = i
	}
	rowOf := make(map[TopicID]int, len(ds.facts.Topics))
	for i, t := range pointers(ds.facts.Topics) {
		rowOf[t.ID] = i
		m.Rows = append(m.Rows, MatrixRow{Topic: t, Cells: make([]MatrixCell, len(m.Documents))})
		for j := range m.Documents {
			m.Rows[i].Cells[j].Silence = NotRecorded
		}
	}
	ds.countClauses(m, place, rowOf)
	ds.countStances(m, place, rowOf)
	return m
}

// countClauses counts the clauses by the topics that they are listed under.
func (ds *Dataset) countClauses(m Matrix, place map[DocumentID]int, rowOf map[TopicID]int) {
	for _, c := range pointers(ds.facts.Clauses) {
		at, ok := place[c.Document]
		if !ok {
			continue
		}
		if row, ok := rowOf[c.Topic]; ok {
			m.Rows[row].Cells[at].Clauses++
			m.Rows[row].Cells[at].Silence = Addressed
		}
		for _, t := range c.AlsoTopics {
			if row, ok := rowOf[t]; ok && t != c.Topic {
				m.Rows[row].Cells[at].Related++
				m.Rows[row].Cells[at].Silence = Addressed
			}
		}
	}
}

// countStances takes in what the judgements say: they know of clauses under other topics, and of silence.
func (ds *Dataset) countStances(m Matrix, place map[DocumentID]int, rowOf map[TopicID]int) {
	said := map[*MatrixCell]bool{} // by an earlier judgement
	for _, c := range pointers(ds.facts.Comparisons) {
		row, ok := rowOf[c.Topic]
		if !ok {
			continue
		}
		for _, id := range sortedKeys(c.Stances) {
			at, ok := place[id]
			if !ok {
				continue
			}
			cell := &m.Rows[row].Cells[at]
			stance := c.Stances[id]
			if said[cell] {
				cell.Clauses, cell.Related = max(cell.Clauses, len(stance.Clauses)), max(cell.Related, len(stance.Related))
			} else {
				cell.Clauses, cell.Related = len(stance.Clauses), len(stance.Related)
			}
			switch {
			case stance.Addressed:
				cell.Silence = Addressed
			case !said[cell] || cell.Silence != Addressed:
				cell.Silence = NotMentioned
			}
			said[cell] = true
		}
	}
}

// Beside is what was published on the topics and the clauses of a comparison: where sources differ, and what somebody
// said of the documents. What the dataset ties to no clause of the pair stands with its topic, and what it ties to no
// topic is in neither.
type Beside struct {
	DiscrepanciesOn map[ClauseID][]*Discrepancy
	StatementsOn    map[ClauseID][]*DocumentStatement
	Discrepancies   map[TopicID][]*Discrepancy
	Statements      map[TopicID][]*DocumentStatement
}

// Beside gathers what bears on the comparison of two documents.
func (ds *Dataset) Beside(left, right DocumentID) Beside {
	a := Beside{
		DiscrepanciesOn: map[ClauseID][]*Discrepancy{}, StatementsOn: map[ClauseID][]*DocumentStatement{},
		Discrepancies: map[TopicID][]*Discrepancy{}, Statements: map[TopicID][]*DocumentStatement{},
	}
	pair := []DocumentID{left, right}
	for _, d := range pointers(ds.facts.Discrepancies) {
		if ds.concerns(d.Documents, pair) {
			tie(ds, pair, d, d.Clauses, d.Topics, a.DiscrepanciesOn, a.Discrepancies)
		}
	}
	for _, s := range pointers(ds.facts.DocumentStatements) {
		if ds.concerns(s.Documents, pair) {
			tie(ds, pair, s, s.Clauses, s.Topics, a.StatementsOn, a.Statements)
		}
	}
	return a
}

// concerns reports whether one of the documents is of the pair.
func (ds *Dataset) concerns(documents, pair []DocumentID) bool {
	return slices.ContainsFunc(documents, func(id DocumentID) bool { return slices.Contains(pair, id) })
}

// tie puts one thing beside the clauses of the pair that it is about, and beside its topics where there is no such
// clause.
func tie[T any](
	ds *Dataset, pair []DocumentID, what T, clauses []ClauseID, topics []TopicID, on map[ClauseID][]T, by map[TopicID][]T,
) {
	beside := map[TopicID]bool{}
	for _, id := range clauses {
		if c := ds.clause[id]; c != nil && slices.Contains(pair, c.Document) {
			on[id] = append(on[id], what)
			beside[c.Topic] = true
		}
	}
	for _, t := range topics {
		if !beside[t] {
			by[t] = append(by[t], what)
		}
	}
}
