package journal

import (
	"slices"
	"time"
)

// MaxVersions is how many versions of a week are retained.
const MaxVersions = 50

// versionPause is the least time between two versions of a week that is being
// written, unless text is lost.
const versionPause = 10 * time.Minute

// Version is what a week contained before.
type Version struct {
	Revision uint64    // rises through the journal; with the week it names the version
	Saved    time.Time // when it was written; zero if unknown
	Replaced time.Time // when something else took its place; zero if unknown
	Entry    Entry
}

// Versions returns the earlier versions of week w, newest first, at most
// [MaxVersions]. It reads the disk.
//
// The content of a week when the program was started always becomes a version
// once it is replaced. What the program then wrote becomes one if it was there
// for ten minutes, and at least every ten minutes during writing; also when a
// save removes a good part of the reflection.
func (j *Journal) Versions(w Week) ([]Version, error) { return j.store.Versions(w) }

// RestoreVersion replaces week w with one of its versions, as a save of the same
// content would. It returns [ErrVersionUnknown] if there is none with
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
		last, ok := j.lastVersion[e.Week]
		if ok && change.At.Sub(last).Abs() < versionPause && !losesText(now.entry(e.Week), e) {
			weeks = append(weeks, e.Week)
		}
	}
	return weeks
}

// setLastVersions sets the time of the last version of the weeks that change
// replaces. A week that was empty has no version, and counts as one.
func (j *Journal) setLastVersions(change Change) {
	for _, e := range change.PutEntries {
		if !slices.Contains(change.Fold, e.Week) {
			j.lastVersion[e.Week] = change.At
		}
	}
	for _, w := range change.DropEntries {
		j.lastVersion[w] = change.At
	}
}

// losesText reports whether a good part of the reflection is gone in after: a
// quarter of it, and more than a few words.
func losesText(before, after Entry) bool {
	lost := len(before.Reflection) - len(after.Reflection)
	return lost >= 80 && 4*lost >= len(before.Reflection)
}
