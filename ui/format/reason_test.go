package format

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"

	"parley/model"
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
		{
			fmt.Errorf("save: %w", model.ErrNewer),
			"a newer version of Parley has changed the note, and this version cannot read what it wrote; copy your text into another note, or use the newer version",
			"нотатку змінила новіша версія Parley, а ця версія не може прочитати, що там написано; скопіюйте свій текст до іншої нотатки або користуйтеся новішою версією",
		},
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
