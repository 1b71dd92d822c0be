package format

import (
	"errors"
	"io/fs"
	"syscall"

	"parley/model"
)

// Reason says, in a part of a sentence, why nothing could be written in a folder. What it does not know it quotes.
func (l *Locale) Reason(err error, folder string) string {
	for _, r := range []struct {
		cause error
		key   string
	}{
		{model.ErrNoFolder, "reason.nochosen"},
		{model.ErrNewer, "reason.newer"},
		{syscall.EROFS, "reason.readonly"},
		{fs.ErrPermission, "reason.readonly"},
		{syscall.ENOSPC, "reason.full"},
		{syscall.EDQUOT, "reason.full"},
		{syscall.EFBIG, "reason.toolarge"},
		{syscall.EIO, "reason.disk"},
		{syscall.ENOTDIR, "reason.nofolder"},
	} {
		if errors.Is(err, r.cause) {
			return l.T(r.key, "Folder", folder)
		}
	}
	return l.T("reason.other", "Cause", cut(err.Error()))
}

// cut bounds a message that may quote what others wrote.
func cut(s string) string {
	const most = 200
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}
