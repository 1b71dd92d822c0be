package format

import "parley/model"

// MadeUp is what stands wherever a dataset is shown that tells of talks that never were; empty for any other.
func (l *Locale) MadeUp(m model.Metadata) string {
	if !m.MadeUp {
		return ""
	}
	return l.T("core.madeup")
}
