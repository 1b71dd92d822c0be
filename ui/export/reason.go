package export

import (
	"errors"
	"io/fs"
	"path/filepath"
	"syscall"

	"parley/ui/format"
)

// Explain says to the reader why path was not written, that what was there before is safe, and what to do.
func Explain(l *format.Locale, path string, err error) string {
	return l.T("export.notwritten", "File", path, "Reason", reason(l, path, err))
}

func reason(l *format.Locale, path string, err error) string {
	for _, r := range []struct {
		cause error
		key   string
	}{
		{ErrExists, "export.why.exists"},
		{ErrFolder, "export.why.isfolder"},
		{ErrNoFolder, "export.why.nofolder"},
		{syscall.ENOTDIR, "export.why.nofolder"},
		{syscall.ENOSPC, "export.why.full"},
		{syscall.EDQUOT, "export.why.full"},
		{syscall.EFBIG, "export.why.toolarge"},
		{syscall.EROFS, "export.why.readonly"},
		{fs.ErrPermission, "export.why.denied"},
		{fs.ErrNotExist, "export.why.nofolder"},
	} {
		if errors.Is(err, r.cause) {
			return l.T(r.key, "Folder", filepath.Dir(path))
		}
	}
	return l.T("export.why.other", "Cause", cut(err.Error()))
}

// cut bounds a message that may quote what others wrote.
func cut(s string) string {
	const most = 200
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}
