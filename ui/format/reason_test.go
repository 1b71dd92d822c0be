package format

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"
)

func TestReasonsAreWordsForTheReader(t *testing.T) {
	for _, c := range []struct {
		err    error
		en, uk string
	}{
		{
			&fs.PathError{Op: "open", Path: "/notes/a", Err: syscall.EACCES},
			"nothing can be written in the folder /notes", "у теці /notes не можна нічого записати",
		},
		{
			fmt.Errorf("save: %w", syscall.EROFS),
			"nothing can be written in the folder /notes", "у теці /notes не можна нічого записати",
		},
		{fmt.Errorf("save: %w", syscall.ENOSPC), "the disk is full", "на диску немає місця"},
		{fmt.Errorf("save: %w", syscall.ENOTDIR), "/notes is not a folder", "/notes не є текою"},
		{errors.New("broken"), "broken", "broken"},
	} {
		if got := In("en").Reason(c.err, "/notes"); got != c.en {
			t.Errorf("%v: %q, want %q", c.err, got, c.en)
		}
		if got := In("uk").Reason(c.err, "/notes"); got != c.uk {
			t.Errorf("%v: %q, want %q", c.err, got, c.uk)
		}
	}
	if got := In("en").Reason(errors.New(strings.Repeat("ї", 1000)), "/notes"); got != strings.Repeat("ї", 200)+"…" {
		t.Errorf("a long cause is not cut: %q", got)
	}
}
