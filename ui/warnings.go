package ui

import (
	"strings"

	"heliotrope/journal/preferences"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// showBackup shows what went wrong with the last backup, until the user has
// dismissed that or one went well.
func (s *workspace) showBackup() {
	b := s.backups
	if b == nil {
		return
	}
	const bar = "backup"
	var lines []string
	add := func(id string, problem error) {
		if problem != nil {
			p := s.Words.Problem(problem)
			lines = append(lines, s.Words.Say(id, words.Args{"Problem": p.What})+" "+p.Do)
		}
	}
	add("notice.backup-failed", b.Failed)
	add("notice.second-failed", b.Made.SecondProblem)
	if lines == nil || b.Seen {
		s.bars.Hide(bar)
		return
	}
	s.bars.ShowOnce(bar, strings.Join(lines, "\n"), func() { b.Seen = true },
		controls.Action{Text: s.Words.Say("notice.look-back"), Do: s.openBackups})
}

// showWarnings shows what was noticed when the journal was opened.
func (s *workspace) showWarnings(found vault.Warnings) {
	say := s.Words.Say
	if found.ReadOnly != nil {
		s.bars.Show("read-only", s.Words.ReadOnly(found.ReadOnly))
	}
	if found.Behind != nil { // until the user has decided
		s.bars.Show("behind", s.Words.Behind(*found.Behind), controls.Action{Text: say("notice.look-back"), Do: s.shell.decide})
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
