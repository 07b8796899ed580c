package ui

import (
	"fyne.io/fyne/v2"

	"heliotrope/journal/words"
)

// settings are the user's wishes for the window. They are kept in Fyne's
// preferences, which are not safe against a crash: nothing that the user wrote
// may ever go there.
type settings struct {
	prefs fyne.Preferences
}

const (
	prefAppearance = "appearance"
	prefTextSize   = "text-size"
	prefLanguage   = "language"
	prefNoYearAgo  = "no-year-ago"
	prefToldSynced = "told-synced"
)

func (s *settings) appearance() appearance {
	return appearance(s.prefs.StringWithFallback(prefAppearance, string(followSystem)))
}

func (s *settings) setAppearance(a appearance) { s.prefs.SetString(prefAppearance, string(a)) }

// textScales are the text sizes that are offered, relative to the usual one.
var textScales = []float32{1, 1.2, 1.45}

// textScale returns one of textScales.
func (s *settings) textScale() float32 {
	i := s.prefs.Int(prefTextSize)
	if i < 0 || i >= len(textScales) {
		i = 0
	}
	return textScales[i]
}

func (s *settings) textSize() int     { return s.prefs.Int(prefTextSize) }
func (s *settings) setTextSize(i int) { s.prefs.SetInt(prefTextSize, i) }

// language returns the language that was chosen, "" if none was.
func (s *settings) language() words.Language {
	return words.Language(s.prefs.String(prefLanguage))
}

func (s *settings) setLanguage(l words.Language) { s.prefs.SetString(prefLanguage, string(l)) }

func (s *settings) yearAgo() bool      { return !s.prefs.Bool(prefNoYearAgo) }
func (s *settings) setYearAgo(on bool) { s.prefs.SetBool(prefNoYearAgo, !on) }

// toldSynced returns what was told of the journal's folder before.
func (s *settings) toldSynced() string        { return s.prefs.String(prefToldSynced) }
func (s *settings) setToldSynced(told string) { s.prefs.SetString(prefToldSynced, told) }
