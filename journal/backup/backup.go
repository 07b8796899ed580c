package backup

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"heliotrope/journal"
)

// Summary describes the contents of a journal's file in figures, without any of
// the user's text.
type Summary struct {
	Journal     string // the journal's id
	Format      int    // of the file
	Transaction int    // the number of its last save, which only grows, whatever the clock does
	Revision    uint64 // of its last record
	State       string // identifies the exact contents; empty if they are put together from several states
	Lineage     Lineage
	Weeks       int
	Moments     int
	Events      int
	First, Last journal.Week // with an entry; zero if none has
	Saved       time.Time    // when a week was last saved; zero if that is not known
}

// Backup is a copy of a journal in a backup folder.
type Backup struct {
	Path        string
	Made        time.Time // by the clock, to the second, as in its name
	Transaction int       // as in its name
	Size        int64     // in bytes

	// Verified reports whether the whole file was read and is intact. If so, Summary
	// describes it; if not, Problem is why.
	Verified bool
	Summary  Summary
	Problem  error
}

// Made is the result of a backup.
type Made struct {
	// Backup is the newest backup, verified. It is zero if there is nothing in
	// the journal yet.
	Backup Backup
	New    bool // it was made now; if not, it was there already with the same contents

	// SecondProblem is why the second folder has no such backup, RotateProblem why
	// old ones could not be removed. Neither makes the first any worse.
	SecondProblem error
	RotateProblem error
}

const (
	nameTime  = "20060102-150405"
	extension = ".db"
)

// Name returns the file name of a backup of the journal in the file named
// journalFile: "journal-20261123-070000-tx41.db" for "journal.db".
func Name(journalFile string, made time.Time, transaction int) string {
	return fmt.Sprintf("%s-%s-tx%d%s", stem(journalFile), made.Format(nameTime), transaction, extension)
}

// stem returns the name of a journal's file without folder and extension.
func stem(journalFile string) string {
	base := filepath.Base(journalFile)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

// ParseName reads what [Name] writes for the same journal file. The time is in
// the local time zone.
func ParseName(journalFile, name string) (made time.Time, transaction int, ok bool) {
	at, number, _ := strings.Cut(between(name, stem(journalFile)+"-", extension), "-tx")
	made, ok = parseTime(at)
	n, err := strconv.ParseUint(number, 10, strconv.IntSize-1)
	return made, int(n), ok && err == nil
}

// between returns what is between the beginning and the end of a name, "" if the name
// has another beginning or end.
func between(name, beginning, end string) string {
	name, begins := strings.CutPrefix(name, beginning)
	if name, ends := strings.CutSuffix(name, end); begins && ends {
		return name
	}
	return ""
}

// parseTime reads a time as names have it, in the local time zone.
func parseTime(text string) (at time.Time, ok bool) {
	at, err := time.ParseInLocation(nameTime, text, time.Local)
	return at, err == nil && len(text) == len(nameTime) // which leaves no room for parts of a second
}

// reserved matches the names that only copies of journals have, in capital letters
// too, since some systems do not tell them apart.
var reserved = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?is)^.+(-\d{8}-\d{6}-tx\d{1,15}|\.(damaged|behind)-\d{8}-\d{6})\.db$`)
})

// IsReserved reports whether a file's name, without a folder, is that of a backup
// or of a file that was set aside, of whatever journal.
func IsReserved(name string) bool { return reserved().MatchString(name) }

// AsideName returns the path of a copy that is made of the journal at path before
// a save overwrites what may be left in it: "journal.behind-20261123-070000.db".
func AsideName(path string, at time.Time) string {
	return filepath.Join(filepath.Dir(path), fmt.Sprintf("%s.behind-%s%s", stem(path), at.Format(nameTime), extension))
}

// ParseAside reports whether name is one that [AsideName] gives for the journal
// at path, and returns when the copy was made, in the local time zone.
func ParseAside(path, name string) (made time.Time, ok bool) {
	return parseTime(between(name, stem(path)+".behind-", extension))
}

// DamagedName returns the name under which a damaged file is retained.
func DamagedName(journalFile string, at time.Time) string {
	return fmt.Sprintf("%s.damaged-%s%s", stem(journalFile), at.Format(nameTime), extension)
}
