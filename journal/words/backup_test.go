package words_test

import (
	"fmt"
	"io/fs"
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
	made := time.Date(2026, 11, 1, 7, 5, 9, 0, time.Local)
	b := backup.Backup{
		Made: made, Size: 84_300, Verified: true,
		Summary: backup.Summary{Weeks: 31, Moments: 1, Last: journal.WeekAt(2968)},
	}
	both(t, func(w *words.Words) string { return w.Backup(b) },
		"1 November 2026, 07:05:09: 31 weeks with 1 moment, latest: week 47 of 2026 (84~KB)",
		"1er novembre 2026 à 07~h~05~min~09~s~: 31~semaines avec 1~moment, la dernière~: semaine 47 de 2026 (84~ko)")
	b.Summary = backup.Summary{}
	b.Size = 12_340_000
	both(t, func(w *words.Words) string { return w.Backup(b) },
		"1 November 2026, 07:05:09: no weeks yet (12.3~MB)", "1er novembre 2026 à 07~h~05~min~09~s~: pas encore de semaine (12,3~Mo)")
	b.Verified = false
	both(t, func(w *words.Words) string { return w.Backup(b) },
		"1 November 2026, 07:05:09: damaged, can’t be used (12.3~MB)", "1er novembre 2026 à 07~h~05~min~09~s~: endommagée, inutilisable (12,3~Mo)")
}

func TestStep(t *testing.T) {
	s := backup.Step{
		Way: backup.Copy, Made: time.Date(2026, 11, 22, 18, 4, 33, 0, time.Local),
		Summary: backup.Summary{Weeks: 2, Moments: 9, Last: journal.WeekAt(2968)},
		Lacks: backup.Lacks{
			Missing: weeksFrom(2969, 1), Differing: append(weeksFrom(2000, 10), weeksFrom(2100, 2)...), Moments: 12, Events: 1, Kinds: 2, Dismissed: true,
		},
	}
	say := func(w *words.Words) string {
		said := w.Step(s)
		return said.Title + "\n" + said.Holds + "\n" + said.Loses
	}
	both(t, say, "The backup from 22 November 2026, 18:04:33\nRestores 2 weeks with 9 moments, latest: week 47 of 2026.\n"+
		"Not in this option, but in another: 2026-W48. "+
		"Another option contains something else for 2008-W18 to 2008-W27, 2010-W13, 2010-W14. "+
		"In these weeks, 12 moments are only in another option or differ there. "+
		"1 change is only in another option or differs there. 2 kinds of work are only in another option or differ there. "+
		"Another option has more that is never shown from calendars and repositories.",
		"La sauvegarde du 22 novembre 2026 à 18~h~04~min~33~s\nRestaure 2~semaines avec 9~moments, la dernière~: semaine 47 de 2026.\n"+
			"Absent ici, présent dans une autre option~: 2026-W48. "+
			"Une autre option contient autre chose pour 2008-W18 à 2008-W27, 2010-W13, 2010-W14. "+
			"Dans ces semaines, 12~moments ne sont que dans une autre option, ou y sont différents. "+
			"1~changement n’est que dans une autre option, ou y est différent. 2~types de travail ne sont que dans une autre option, ou y sont différents. "+
			"Une autre option contient d’autres éléments de calendriers ou de dépôts à ne jamais montrer.")
	s.Summary.Saved = time.Date(2026, 11, 22, 17, 0, 9, 0, time.Local)
	s.Lacks, s.Summary.Lineage = backup.Lacks{}, backup.Lineage{{Computer: "old"}, {Computer: "paris"}}
	both(t, func(w *words.Words) string { return w.Step(s).Title + "\n" + w.Step(s).Holds + "\n" + w.Step(s).Loses },
		"The backup from 22 November 2026, 18:04:33, from paris\nRestores 2 weeks with 9 moments, latest: week 47 of 2026. Last saved 22 November 2026, 17:00:09, from paris.\nNo other option contains more.",
		"La sauvegarde du 22 novembre 2026 à 18~h~04~min~33~s, de paris\nRestaure 2~semaines avec 9~moments, la dernière~: semaine 47 de 2026. Dernier enregistrement~: 22 novembre 2026 à 17~h~00~min~09~s, de paris.\nAucune autre option n’en contient davantage.")
}

func TestBehind(t *testing.T) {
	seen := time.Date(2026, 11, 22, 18, 4, 33, 0, time.Local)
	for _, test := range []struct {
		behind backup.Behind
		want   string
	}{
		{backup.Behind{Missing: 1, Seen: seen}, "This journal lacks 1 save made on this computer, 22 November 2026, 18:04:33. An older copy may have replaced it."},
		{backup.Behind{Missing: 3, Seen: seen}, "This journal lacks 3 saves made on this computer, the latest 22 November 2026, 18:04:33. An older copy may have replaced it."},
		{backup.Behind{Seen: seen}, "This isn’t exactly the journal last saved on this computer, 22 November 2026, 18:04:33. Another copy may have replaced it."},
		{backup.Behind{Other: true, Seen: seen}, "This is a different journal from the one last saved on this computer, 22 November 2026, 18:04:33."},
		{backup.Behind{Unreadable: true, Missing: 1, Seen: seen}, "The last save of this journal can’t be read; this is the state before it."},
		{backup.Behind{}, "The last save of this journal can’t be read; this is the state before it."},
	} {
		if got := words.In(words.English).Behind(test.behind); got != test.want {
			t.Errorf("%+v: %q, want %q", test.behind, got, test.want)
		}
	}
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

// TestSecondFolder: how far the second folder is, by states and not by names.
func TestSecondFolder(t *testing.T) {
	day := func(n int) backup.Backup {
		return backup.Backup{
			Made: time.Date(2026, 11, n, 9, 30, 0, 0, time.UTC), Verified: true, Summary: backup.Summary{State: fmt.Sprint(n)},
		}
	}
	bad := backup.Backup{Made: time.Date(2026, 11, 24, 9, 30, 0, 0, time.UTC)}
	first := []backup.Backup{day(23), day(22), day(21)}
	for _, test := range []struct {
		second []backup.Backup
		err    error
		want   string
	}{
		{[]backup.Backup{day(23), day(20)}, nil, "Up to date"},
		{[]backup.Backup{bad, day(23)}, nil, "Up to date"},
		{[]backup.Backup{day(22)}, nil, "22 November 2026, 09:30; 1 newer backup "},
		{[]backup.Backup{day(20)}, nil, "20 November 2026, 09:30; 3 newer backups "},
		{[]backup.Backup{bad}, nil, "no backup"},
		{nil, &fs.PathError{Path: "/stick", Err: journal.ErrNoSecond}, "/stick isn’t there."},
	} {
		if got := words.In(words.English).SecondFolder(first, test.second, test.err); !strings.Contains(strings.ReplaceAll(got, "\u00a0", " "), test.want) {
			t.Errorf("it says %q, want %q", got, test.want)
		}
	}
}
