package export_test

import (
	"testing"
	"time"

	"parley/ui/export"
)

func TestEpochIsTheDateThatTheBuilderNames(t *testing.T) {
	for text, want := range map[string]time.Time{
		"":           {},
		"0":          time.Unix(0, 0).UTC(),
		"1700000000": time.Date(2023, 11, 14, 22, 13, 20, 0, time.UTC),
	} {
		t.Setenv("SOURCE_DATE_EPOCH", text)
		if got, err := export.Epoch(); err != nil || !got.Equal(want) || got.Location() != time.UTC {
			t.Errorf("%q: got %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"-1", "today", "1e9", "253402300800", "99999999999999999999"} {
		t.Setenv("SOURCE_DATE_EPOCH", text)
		if got, err := export.Epoch(); err == nil {
			t.Errorf("%q is taken for %v", text, got)
		}
	}
}
