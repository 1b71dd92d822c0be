package format_test

import (
	"testing"

	"parley/model"
	"parley/ui/format"
)

func TestMadeUpIsSaidOfWhatIsMadeUpAndOfNothingElse(t *testing.T) {
	for lang, want := range map[string]string{
		"en": "Made up: no real talks.", "uk": "Вигадано: це не справжні переговори.",
	} {
		l := format.In(lang)
		if got := l.MadeUp(model.Metadata{MadeUp: true}); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
		if got := l.MadeUp(model.Metadata{}); got != "" {
			t.Errorf("%s: real talks are said to be %q", lang, got)
		}
	}
}
