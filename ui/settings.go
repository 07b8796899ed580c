package ui

import (
	"slices"

	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
)

// settings are the user's preferences in the window's own terms.
type settings struct {
	file     *preferences.File
	onFailed func(error) // is called when a choice could not be stored; it holds until the window closes
}

// change changes the preferences, and waits for the small file to be written.
func (s *settings) change(change func(*preferences.Preferences)) {
	if err := s.file.Change(change); err != nil && s.onFailed != nil {
		s.onFailed(err)
	}
}

// appearance returns the appearance that was chosen, or that of the system.
func (s *settings) appearance() appearance {
	chosen := appearance(s.file.Get().Appearance)
	if slices.Contains([]appearance{alwaysLight, alwaysDark}, chosen) {
		return chosen
	}
	return followSystem
}

func (s *settings) setAppearance(a appearance) {
	s.change(func(p *preferences.Preferences) { p.Appearance = string(a) })
}

// textScales are the text sizes that are offered, relative to the usual one.
var textScales = []float32{1, 1.2, 1.45}

// textScale returns one of textScales.
func (s *settings) textScale() float32 { return textScales[s.textSize()] }

// textSize returns an index of textScales.
func (s *settings) textSize() int {
	return min(max(s.file.Get().TextSize, 0), len(textScales)-1)
}

func (s *settings) setTextSize(i int) {
	s.change(func(p *preferences.Preferences) { p.TextSize = i })
}

func (s *settings) setLanguage(l words.Language) {
	s.change(func(p *preferences.Preferences) { p.Language = string(l) })
}

func (s *settings) yearAgo() bool { return !s.file.Get().HideYearAgo }

func (s *settings) setYearAgo(on bool) {
	s.change(func(p *preferences.Preferences) { p.HideYearAgo = !on })
}

// warnedSynced returns the last sync warning that the user dismissed.
func (s *settings) warnedSynced() string { return s.file.Get().SyncWarning }

func (s *settings) setWarnedSynced(warning string) {
	s.change(func(p *preferences.Preferences) { p.SyncWarning = warning })
}
