package model_test

import (
	"fmt"
	"testing"

	"parley/model"
	"parley/model/modeltest"
)

func matrixLines(m model.Matrix) []string {
	var lines []string
	for _, r := range m.Rows {
		line := string(r.Topic.ID) + ":"
		for i, c := range r.Cells {
			silence := []string{"addressed", "not mentioned", "not recorded"}[c.Silence]
			line += fmt.Sprintf(" %s %s %d+%d", m.Documents[i].ID, silence, c.Clauses, c.Related)
		}
		lines = append(lines, line)
	}
	return lines
}

func TestMatrixAsksEveryDocumentAboutEveryTopic(t *testing.T) {
	wantLines(t, matrixLines(modeltest.TwoMemoranda().Matrix()), []string{
		"ceasefire: north-memorandum not mentioned 0+0 south-memorandum addressed 1+0 joint-draft not recorded 0+0",
		"prisoners: north-memorandum addressed 1+0 south-memorandum addressed 1+0 joint-draft not recorded 0+0",
		"territory: north-memorandum addressed 1+0 south-memorandum addressed 1+1 joint-draft addressed 1+0",
		"guarantees: north-memorandum addressed 0+1 south-memorandum addressed 1+0 joint-draft not recorded 0+0",
	})
}

func TestMatrixBelievesTheJudgementThatFoundSomething(t *testing.T) {
	f := modeltest.TwoMemorandaFacts()
	f.Comparisons = append(f.Comparisons, model.Comparison{
		Topic: "ceasefire", Judgement: model.OneSideOnly,
		Stances: map[model.DocumentID]model.Stance{
			"north-memorandum": {},
			"joint-draft":      {Addressed: true},
		},
	}, model.Comparison{
		Topic: "ceasefire", Judgement: model.OneSideOnly,
		Stances: map[model.DocumentID]model.Stance{
			"south-memorandum": {},
			"joint-draft":      {Addressed: true},
		},
	})
	wantLines(t, matrixLines(model.New(f).Matrix())[:1], []string{
		"ceasefire: north-memorandum not mentioned 0+0 south-memorandum addressed 1+0 joint-draft addressed 0+0",
	})
}

func TestMatrixAgreesWithTheComparisonOfEveryPair(t *testing.T) {
	ds := modeltest.TwoMemoranda()
	m := ds.Matrix()
	for i, left := range m.Documents {
		for j, right := range m.Documents {
			if i == j {
				continue
			}
			for k, row := range ds.Compare(left.ID, right.ID) {
				cell := m.Rows[k].Cells[i]
				if row.Left.Silence != cell.Silence {
					t.Errorf("%s of %s: %v in the comparison, %v in the matrix", row.Topic.ID, left.ID, row.Left.Silence, cell.Silence)
				}
			}
		}
	}
}

func tied() *model.Dataset {
	f := modeltest.TwoMemorandaFacts()
	f.Discrepancies = []model.Discrepancy{
		{
			ID: "on-a-clause", Documents: []model.DocumentID{"south-memorandum"},
			Topics: []model.TopicID{"ceasefire"}, Clauses: []model.ClauseID{"s2"},
		},
		{ID: "on-a-topic", Documents: []model.DocumentID{"north-memorandum"}, Topics: []model.TopicID{"territory", "ceasefire"}},
		{ID: "on-the-draft", Documents: []model.DocumentID{"joint-draft"}, Clauses: []model.ClauseID{"d1"}},
		{
			ID: "on-two", Documents: []model.DocumentID{"south-memorandum", "joint-draft"},
			Topics: []model.TopicID{"territory"}, Clauses: []model.ClauseID{"d1"},
		},
		{ID: "on-nothing", Documents: []model.DocumentID{"south-memorandum"}},
	}
	f.DocumentStatements = []model.DocumentStatement{
		{ID: "said", Documents: []model.DocumentID{"north-memorandum"}, Clauses: []model.ClauseID{"n1", "n2"}},
		{ID: "said-of-the-topic", Documents: []model.DocumentID{"south-memorandum"}, Topics: []model.TopicID{"guarantees"}},
	}
	return model.New(f)
}

func TestBesideStandsBesideTheClauseElseBesideTheTopic(t *testing.T) {
	a := tied().Beside("north-memorandum", "south-memorandum")
	var got []string
	for _, id := range []model.ClauseID{"n1", "n2", "s1", "s2", "s3", "s4", "d1"} {
		for _, d := range a.DiscrepanciesOn[id] {
			got = append(got, string(id)+": "+string(d.ID))
		}
		for _, s := range a.StatementsOn[id] {
			got = append(got, string(id)+": "+s.ID)
		}
	}
	for _, id := range []model.TopicID{"ceasefire", "prisoners", "territory", "guarantees"} {
		for _, d := range a.Discrepancies[id] {
			got = append(got, string(id)+": "+string(d.ID))
		}
		for _, s := range a.Statements[id] {
			got = append(got, string(id)+": "+s.ID)
		}
	}
	wantLines(t, got, []string{
		"n1: said", "n2: said", "s2: on-a-clause",
		"ceasefire: on-a-topic", "territory: on-a-topic", "territory: on-two", "guarantees: said-of-the-topic",
	})
}
