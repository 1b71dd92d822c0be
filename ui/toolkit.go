package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"github.com/goccy/go-json/v2"

	"parley/ui/format"
)

// toolkitTexts are the words of the toolkit's own dialogs and menus that a reader of Parley can meet.
var toolkitTexts = []string{
	"Advanced", "Cancel", "Confirm", "Copy", "Create Folder", "Cut", "Enter filename", "Error", "Favourites", "File", "Folder",
	"New Folder", "No", "OK", "Open", "Paste", "Quit", "Redo", "Save", "Select all", "Show Hidden Files", "Undo", "Yes",
	"file.name", "file.parent",
}

// teachToolkit makes the toolkit's dialogs speak the language of the program. The toolkit knows the system's language only,
// so that language is given the words of ours.
func teachToolkit(l *format.Locale) {
	words := make(map[string]map[string]string, len(toolkitTexts))
	for _, key := range toolkitTexts {
		words[key] = map[string]string{"other": l.T("toolkit." + key)}
	}
	data, err := json.Marshal(words)
	if err == nil {
		err = lang.AddTranslationsForLocale(data, lang.SystemLocale())
	}
	if err != nil {
		fyne.LogError("translate the toolkit's dialogs", err)
	}
}
