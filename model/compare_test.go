package model_test

import (
	"fmt"
	"testing"

	"parley/model"
	"parley/model/modeltest"
)

func position(p model.Position) string {
	s := []string{"addressed", "not mentioned", "not recorded"}[p.Silence]
	for _, c := range p.Clauses {
		s += " " + string(c.ID)
	}
	for _, c := range p.Related {
		s += " (" + string(c.ID) + ")"
	}
	return s
}

func comparison(rows []model.TopicRow) []string {
	var lines []string
	for _, r := range rows {
		line := fmt.Sprintf("%s %q: %s | %s", r.Topic.ID, r.Judgement, position(r.Left), position(r.Right))
		for _, c := range r.Others {
			line += " | " + string(c.ID)
		}
		lines = append(lines, line)
	}
	return lines
}

func TestCompareHasARowForEachTopic(t *testing.T) {
	rows := modeltest.TwoMemoranda().Compare("north-memorandum", "south-memorandum")
	wantLines(t, comparison(rows), []string{
		`ceasefire "one-side-only": not mentioned | addressed s2`,
		`prisoners "aligned": addressed n1 | addressed s1`,
		`territory "opposed": addressed n2 | addressed s3 (s4) | d1`,
		`guarantees "": addressed (n2) | addressed s4`,
	})
	if rows[1].Reason.In("en") != "Both want all prisoners home." || len(rows[1].ReasonSources) != 1 {
		t.Errorf("the reason: %v, %v", rows[1].Reason, rows[1].ReasonSources)
	}
}

func TestCompareTheOtherWayRound(t *testing.T) {
	rows := modeltest.TwoMemoranda().Compare("south-memorandum", "north-memorandum")
	wantLines(t, comparison(rows[:1]), []string{`ceasefire "one-side-only": addressed s2 | not mentioned`})
}

func TestCompareDocumentsThatNobodyJudged(t *testing.T) {
	rows := modeltest.TwoMemoranda().Compare("north-memorandum", "joint-draft")
	wantLines(t, comparison(rows), []string{
		`ceasefire "": not mentioned | not recorded`,
		`prisoners "": addressed n1 | not recorded`,
		`territory "": addressed n2 | addressed d1`,
		`guarantees "": addressed (n2) | not recorded`,
	})
	if rows[2].Left.Text != nil || len(rows[2].Left.Sources) != 1 {
		t.Errorf("without a judgement there are clauses and their sources, and no words: %+v", rows[2].Left)
	}
}

func TestCompareADocumentWithItself(t *testing.T) {
	rows := modeltest.TwoMemoranda().Compare("north-memorandum", "north-memorandum")
	for _, r := range rows {
		if r.Judgement != model.NotJudged || position(r.Left) != position(r.Right) {
			t.Errorf("%s: %q, %s | %s", r.Topic.ID, r.Judgement, position(r.Left), position(r.Right))
		}
	}
}
