package boltstore

import (
	"slices"

	"heliotrope/journal/backup"
)

// kin is what the states of one journal have in common: its id, which an import
// can change, or a line of saves.
type kin map[string]bool

// kin returns what is known of the journal at the path, also by the marker.
func (k *Keeper) kin(ways []way) kin {
	known := make(kin)
	for _, w := range ways {
		known.add(w.Summary)
	}
	for _, line := range lastLines(k.path) {
		known[line] = true
	}
	return known
}

// lastLines returns the lines of the saves that the marker next to path knows.
func lastLines(path string) (lines []string) {
	m, _ := readMarker(path)
	for _, save := range append(m.lost, m.last) {
		if save.line != "" {
			lines = append(lines, save.line)
		}
	}
	return lines
}

func (k kin) add(s backup.Summary) {
	k[s.Journal] = true
	for _, line := range s.Lineage {
		k[line.ID] = true
	}
}

func (k kin) has(s backup.Summary) bool {
	return k[s.Journal] || slices.ContainsFunc(s.Lineage, func(l backup.Line) bool { return k[l.ID] })
}

// of returns the backups that are related, also through others.
func (k kin) of(all []backup.Backup) (related []backup.Backup) {
	for before := -1; before < len(related); {
		before, related = len(related), nil
		for _, b := range all {
			if k.has(b.Summary) {
				k.add(b.Summary)
				related = append(related, b)
			}
		}
	}
	return related
}

// copies returns the verified backups worth offering: of every line the newest,
// and of the one that was backed up last some more. They are those of kin, or if
// there are none of every journal that was at the path.
func (k *Keeper) copies(kin kin, same shared) (ways []way, bad []backup.Backup) {
	clear(k.seen) // now is the time to look again
	all := k.list(k.folder, "")
	if k.second.Folder != "" && k.usableSecond() == nil {
		all = append(all, k.list(k.second.Folder, "")...)
	}
	good := slices.DeleteFunc(slices.Clone(all), func(b backup.Backup) bool { return !b.Verified })
	bad = slices.DeleteFunc(all, func(b backup.Backup) bool { return b.Verified })
	if related := kin.of(good); len(related) > 0 {
		good = related
	}
	backup.Sort(good, placeOf(k.path))
	tips := backup.Tips(good)
	offered := make(map[string]bool)
	for i, b := range good {
		if tip := slices.Contains(tips, i); !tip && len(ways) >= maxCopies || len(ways) >= maxTips {
			continue
		}
		w, err := look(b.Path)
		if err != nil {
			continue
		}
		made, ok := same.newWay(w, backup.Step{Way: backup.Copy, Backup: b.Path, Made: b.Made})
		if ok && !offered[made.ID] {
			offered[made.ID] = true
			ways = append(ways, made)
		}
	}
	return ways, bad
}
