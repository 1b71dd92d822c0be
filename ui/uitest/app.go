package uitest

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// NewApp returns an app that needs no display, for pictures of the window. It takes the place of the current app.
func NewApp() fyne.App { return test.NewApp() }
