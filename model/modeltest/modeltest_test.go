package modeltest_test

import (
	"testing"

	"parley/model"
	"parley/model/modeltest"
)

func TestDatasetsForTestsKeepTheRules(t *testing.T) {
	for name, facts := range map[string]model.Facts{
		"Talks":        modeltest.TalksFacts(),
		"TwoMemoranda": modeltest.TwoMemorandaFacts(),
		"Minimal":      modeltest.MinimalFacts(),
	} {
		for _, f := range facts.Check() {
			t.Errorf("%s: %v: %s: %s", name, f.Path, f.Severity, f.Message)
		}
	}
}
