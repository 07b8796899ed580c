package words_test

import (
	"strings"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/words"
)

func weeksFrom(n, count int) (weeks []journal.Week) {
	for i := range count {
		weeks = append(weeks, journal.WeekAt(n+i))
	}
	return weeks
}

func TestBackupSaid(t *testing.T) {
	made := time.Date(2026, 11, 1, 7, 5, 0, 0, time.Local)
	b := backup.Backup{
		Made: made, Size: 84_300, Verified: true,
		Summary: backup.Summary{Weeks: 31, Moments: 1, Last: journal.WeekAt(2968)},
	}
	both(t, func(w *words.Words) string { return w.Backup(b) },
		"1 November 2026, 07:05: 31 weeks with 1 moment, latest: week 47 of 2026 (84~KB)",
		"1er novembre 2026 à 07~h~05~: 31~semaines avec 1~moment, la dernière~: semaine 47 de 2026 (84~ko)")
	b.Summary = backup.Summary{}
	b.Size = 12_340_000
	both(t, func(w *words.Words) string { return w.Backup(b) },
		"1 November 2026, 07:05: no weeks yet (12.3~MB)", "1er novembre 2026 à 07~h~05~: pas encore de semaine (12,3~Mo)")
	b.Verified = false
	both(t, func(w *words.Words) string { return w.Backup(b) },
		"1 November 2026, 07:05: damaged, can’t be used (12.3~MB)", "1er novembre 2026 à 07~h~05~: endommagée, inutilisable (12,3~Mo)")
}

func TestStep(t *testing.T) {
	s := backup.Step{
		Way: backup.Copy, Made: time.Date(2026, 11, 22, 18, 4, 0, 0, time.Local),
		Summary: backup.Summary{Weeks: 2, Moments: 9, Last: journal.WeekAt(2968)},
		Missing: weeksFrom(2969, 1), Older: weeksFrom(2000, 10),
	}
	say := func(w *words.Words) string {
		said := w.Step(s)
		return said.Title + "\n" + said.Holds + "\n" + said.Loses
	}
	both(t, say, "The backup from 22 November 2026, 18:04\nRestores 2 weeks with 9 moments, latest: week 47 of 2026.\n"+
		"Not in this option, but in another: 2026-W48. "+
		"Another option has a newer version of 2008-W18, 2008-W19, 2008-W20, 2008-W21, 2008-W22, 2008-W23, 2008-W24, 2008-W25 and 2 more.",
		"La sauvegarde du 22 novembre 2026 à 18~h~04\nRestaure 2~semaines avec 9~moments, la dernière~: semaine 47 de 2026.\n"+
			"Absent ici, présent dans une autre option~: 2026-W48. "+
			"Une autre option a une version plus récente de 2008-W18, 2008-W19, 2008-W20, 2008-W21, 2008-W22, 2008-W23, 2008-W24, 2008-W25 et 2 autres.")
}

func TestRestored(t *testing.T) {
	r := backup.Restored{
		Present: backup.Summary{Weeks: 3}, Next: backup.Summary{Weeks: 1, Moments: 1, Last: journal.WeekAt(2968)},
		Other: true, Gone: weeksFrom(2969, 2), Changed: weeksFrom(2968, 1),
	}
	both(t, func(w *words.Words) string { return strings.Join(w.Restored(r), "\n") },
		"Restored: 1 week with 1 moment, latest: week 47 of 2026.\nThis is a different journal from the one here.\n"+
			"Weeks that differ: 2026-W47.\nWeeks it doesn’t contain: 2026-W48, 2026-W49.",
		"Restauration~: 1~semaine avec 1~moment, la dernière~: semaine 47 de 2026.\nCe n’est pas le même journal que celui-ci.\n"+
			"Semaines différentes~: 2026-W47.\nSemaines absentes~: 2026-W48, 2026-W49.")
	r.Present = backup.Summary{}
	if said := words.In(words.English).Restored(r); len(said) != 1 {
		t.Errorf("into an empty place it says %q", said)
	}
}

func TestSyncedFolder(t *testing.T) {
	for _, lang := range words.Languages {
		dropbox, network := words.In(lang).SyncedFolder("Dropbox"), words.In(lang).SyncedFolder(backup.Network)
		if !strings.Contains(dropbox, "Dropbox") || dropbox == network || strings.Contains(network, backup.Network+" ") && lang == words.French {
			t.Errorf("%s: %q and %q", lang, dropbox, network)
		}
	}
}
