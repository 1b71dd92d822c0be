package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"parley/ui/page"
	"parley/ui/part"
)

// helpTexts are the texts of the menu Help that are about the dataset, by the key of their name in the texts.
func (w *Window) helpTexts() []action {
	return []action{
		{key: "menu.howwecount", do: func() { w.help(page.HowWeCount) }},
		{key: "help.title.glossary", do: func() { w.help(page.Glossary) }},
		{key: "menu.dataset", do: func() { w.help(page.AboutDataset) }},
		{key: "help.title.citations", do: func() { w.help(page.Citations) }},
		{key: "help.title.report", do: func() { w.help(page.ReportError) }},
	}
}

// help shows a text of the menu Help.
func (w *Window) help(what page.Help) {
	switch what {
	case page.HowWeCount:
		w.read("menu.howwecount", w.desk.HowWeCount())
	case page.Glossary:
		w.read("help.title.glossary", w.desk.Glossary())
	case page.Citations:
		w.read("help.title.citations", w.desk.Citations())
	case page.ReportError:
		w.read("help.title.report", w.desk.ReportError())
	case page.AboutDataset:
		w.inform("menu.dataset", w.desk.AboutDataset(), fyne.NewSize(720, 600))
	}
}

// read shows a text that scrolls by itself, as high as the window allows, with one button that takes it away.
func (w *Window) read(titleKey string, content fyne.CanvasObject) {
	d := dialog.NewCustomWithoutButtons(strings.TrimSuffix(w.locale.T(titleKey), "…"), part.Inset(8, 8, 8, 16, content), w.window)
	closing := part.NewButton(w.locale.T("dialog.close"), d.Hide)
	closing.Importance = widget.HighImportance
	d.SetButtons([]fyne.CanvasObject{closing})
	d.Resize(part.DialogSize(w.window.Canvas(), part.ProseWidth+80, 680))
	d.SetOnClosed(func() { w.told = nil })
	w.told = d
	d.Show()
}
