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
	for _, r := range []struct {
		cause error
		key   string
	}{
		{ErrExists, "export.why.exists"},
		{ErrFolder, "export.why.isfolder"},
		{ErrNoFolder, "export.why.nofolder"},
		{syscall.ENOTDIR, "export.why.nofolder"},
		{fs.ErrNotExist, "export.why.nofolder"},
	} {
		if errors.Is(err, r.cause) {
			return l.T("export.notwritten", "File", path, "Reason", l.T(r.key, "Folder", filepath.Dir(path)))
		}
	}
	return l.T("export.failed", "File", path, "Reason", l.Reason(err, filepath.Dir(path)))
}
