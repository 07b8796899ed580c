package journal

import (
	"slices"
	"time"
)

// MaxVersions is how many versions of a week are kept beside what it holds.
const MaxVersions = 50

// versionPause is how long what is written in one go may stand without being
// kept as a version of its own.
const versionPause = 10 * time.Minute

// Version is what a week held before.
type Version struct {
	Revision uint64    // rises through the journal; with the week it names the version
	Saved    time.Time // when it was written; zero if unknown
	Replaced time.Time // when something else took its place; zero if unknown
	Entry    Entry
}

// Versions returns what was kept of week w before, newest first, at most
// [MaxVersions]. It reads the disk.
//
// What a week held when the program was started is always kept once it is
// replaced. What the program itself then wrote is kept if it stood for ten
// minutes, and at least every ten minutes while one goes on writing; also when
// a save takes a good part of the reflection away.
func (j *Journal) Versions(w Week) ([]Version, error) { return j.store.Versions(w) }

// RestoreVersion makes a version of week w what the week holds, as a save of
// the same content would. It returns [ErrVersionUnknown] if there is none with
// this revision.
func (j *Journal) RestoreVersion(w Week, revision uint64) error {
	versions, err := j.Versions(w)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(versions, func(v Version) bool { return v.Revision == revision })
	if i < 0 {
		return ErrVersionUnknown
	}
	e := versions[i].Entry
	e.Updated = j.now()
	return j.save(RestoreStep, e)
}

// fold returns the weeks whose entries change replaces without their being
// worth a version, by the rule of [Journal.Versions].
func (j *Journal) fold(now Contents, change Change) []Week {
	var weeks []Week
	for _, e := range change.PutEntries {
		kept, ok := j.kept[e.Week]
		if ok && change.At.Sub(kept).Abs() < versionPause && !losesText(now.entry(e.Week), e) {
			weeks = append(weeks, e.Week)
		}
	}
	return weeks
}

// noteVersions notes when versions of the weeks that change replaces were last
// kept. What was not there has no version, and counts as kept.
func (j *Journal) noteVersions(change Change) {
	for _, e := range change.PutEntries {
		if !slices.Contains(change.Fold, e.Week) {
			j.kept[e.Week] = change.At
		}
	}
	for _, w := range change.DropEntries {
		j.kept[w] = change.At
	}
}

// losesText reports whether a good part of the reflection is gone in after: a
// quarter of it, and more than a few words.
func losesText(before, after Entry) bool {
	lost := len(before.Reflection) - len(after.Reflection)
	return lost >= 80 && 4*lost >= len(before.Reflection)
}
