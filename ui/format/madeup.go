package format

import (
	"strings"

	"parley/model"
)

// MadeUp is what stands wherever a dataset is shown that tells of talks that never were; empty for any other.
func (l *Locale) MadeUp(m model.Metadata) string {
	if !m.MadeUp {
		return ""
	}
	return l.T("core.madeup")
}

// Coverage says which version of a dataset this is and how far it reaches: "Data: version 1.0.0; sources found up to 7
// June 2026; compiled 22 November 2026."
func (l *Locale) Coverage(m model.Metadata) string {
	parts := []string{l.T("chart.dataset", "Version", m.Version)}
	if !m.Coverage.FoundUntil.IsZero() {
		parts = append(parts, l.T("chart.coverage.found", "Date", l.Date(m.Coverage.FoundUntil)))
	}
	compiled := m.Coverage.Compiled
	if compiled.IsZero() {
		compiled = m.Created
	}
	if !compiled.IsZero() {
		parts = append(parts, l.T("chart.coverage.compiled", "Date", l.Date(compiled)))
	}
	line := l.T("chart.coverage", "Parts", strings.Join(parts, "; "))
	return strings.TrimSpace(l.MadeUp(m) + " " + strings.TrimSuffix(line, ".") + ".")
}
