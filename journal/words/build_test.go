package words_test

import (
	"testing"

	"heliotrope"
	"heliotrope/journal/words"
)

func TestBuild(t *testing.T) {
	for _, test := range []struct {
		lang          words.Language
		build         heliotrope.Build
		version, with string
	}{
		{words.English, heliotrope.Build{Version: "1.2.0", Toolkit: "2.8.1", Go: "1.26.8"}, "1.2.0", "Built with Fyne 2.8.1 and Go 1.26.8."},
		{
			words.English, heliotrope.Build{Version: "1.2.0", Commit: "0123456789ab", Toolkit: "2.8.1", Go: "1.26.8"},
			"1.2.0 (commit 0123456789ab)", "Built with Fyne 2.8.1 and Go 1.26.8.",
		},
		{
			words.French, heliotrope.Build{Version: "1.2.0", Commit: "0123456789ab", Modified: true, Toolkit: "2.8.1", Go: "1.26.8"},
			"1.2.0 (commit 0123456789ab, modifié)", "Construit avec Fyne 2.8.1 et Go 1.26.8.",
		},
	} {
		w := words.In(test.lang)
		if got := w.Version(test.build); got != test.version {
			t.Errorf("got %q, want %q", got, test.version)
		}
		if got := w.BuiltWith(test.build); got != test.with {
			t.Errorf("got %q, want %q", got, test.with)
		}
	}
}
