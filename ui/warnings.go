package ui

import (
	"strings"

	"heliotrope/journal/preferences"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// showWarnings shows what was noticed when the journal was opened.
func (s *workspace) showWarnings(found vault.Warnings) {
	say := s.Words.Say
	if found.ReadOnly != nil {
		s.bars.Show("read-only", s.Words.ReadOnly(found.ReadOnly))
	}
	if !found.Seen.IsZero() {
		args := words.Args{"When": s.Words.Instant(found.Seen.Local())}
		text := say("notice.older", args)
		switch {
		case found.Other:
			text = say("notice.other-journal", args)
		case found.Missing > 0:
			text = s.Words.Count("notice.behind", found.Missing, args)
		}
		s.bars.ShowOnce("rollback", text, nil, controls.Action{Text: say("notice.look-back"), Do: s.openBackups})
	}
	if found.Recovered {
		s.bars.ShowOnce("recovered", say("notice.recovered"), nil)
	}
	warning := found.Synced + "\n" + strings.Join(found.Conflicted, "\n")
	if warning == "\n" || s.shell.cfg.Preferences.Get().SyncWarning == warning {
		return
	}
	var lines []string
	if found.Synced != "" {
		lines = append(lines, s.Words.SyncedFolder(found.Synced))
	}
	if len(found.Conflicted) > 0 {
		lines = append(lines, s.Words.Count("notice.conflicted", len(found.Conflicted),
			words.Args{"Paths": strings.Join(found.Conflicted, "\n")}))
	}
	s.bars.ShowOnce("synced", strings.Join(lines, "\n"), func() {
		if err := s.shell.cfg.Preferences.Change(func(p *preferences.Preferences) { p.SyncWarning = warning }); err != nil {
			s.Ask.Problem(err)
		}
	})
}
