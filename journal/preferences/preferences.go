// Package preferences is the one home of the user's settings: a small JSON file
// in the user's configuration folder, which the window and the commands read
// alike.
//
// Nothing that the user wrote in the journal goes there. The file is readable by
// the user alone and is replaced as a whole, so a crash, or two programs that
// write at once, leave one complete file: the last one written wins.
//
// A file that cannot be read never stops the program. A missing, damaged or
// unreadable one means the defaults. Fields that this version does not know are
// retained, and a damaged file is moved aside before another takes its place.
package preferences

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"heliotrope/journal/newfile"
	"heliotrope/journal/outfile"
)

// Preferences are what the user chose. The zero value is the default.
type Preferences struct {
	Appearance  string `json:"appearance,omitzero"`  // "light" or "dark"; "" follows the system
	TextSize    int    `json:"textSize,omitzero"`    // see TextPercent
	Language    string `json:"language,omitzero"`    // "en" or "fr"; "" follows the system
	HideYearAgo bool   `json:"hideYearAgo,omitzero"` // the week page does not show the week a year ago
	HidePicture bool   `json:"hidePicture,omitzero"` // the week page does not show what gave and what took energy

	// Tray shows the program in the tray of the desktop, where there is one, and lets
	// a window that is closed hide behind that.
	Tray bool `json:"tray,omitzero"`

	// Window is where the window was when it was closed.
	Window Window `json:"window,omitzero"`

	// SyncWarning is the last warning about a synchronized folder that the user
	// dismissed. It is shown again when there is another one.
	SyncWarning string `json:"syncWarning,omitzero"`

	// SecondFolders are the folders that also get each backup, by the absolute
	// path of the journal.
	SecondFolders map[string]string `json:"secondFolders,omitzero"`

	// Disks are where the disk of each journal, and of each second folder, was
	// mounted when it was last used, by its absolute path, unless that is the disk
	// of these preferences. If nothing is mounted there now, the place is not what
	// it was.
	Disks map[string]string `json:"disks,omitzero"`

	// SkippedWeeks are the weeks that the user does not want to finish, such as
	// "2026-W47", by the id of the journal.
	SkippedWeeks map[string][]string `json:"skippedWeeks,omitzero"`

	// Evidence is where this computer has traces of the user's weeks, by the id of the
	// journal.
	Evidence Evidences `json:"evidence,omitzero"`

	// Reminder is when to remind the user of the week, and what was done about it.
	Reminder Reminder `json:"reminder,omitzero"`

	// Scheduled is what the system was asked to show.
	Scheduled Scheduled `json:"scheduled,omitzero"`

	// ReminderOffered reports whether the reminder was offered, which it is once.
	ReminderOffered bool `json:"reminderOffered,omitzero"`

	// Other contains the fields that a later version wrote.
	Other jsontext.Value `json:",embed"`
}

// Scheduled is a notification that the system shows at its time.
type Scheduled struct {
	ID   string    `json:"id"` // by which it is canceled
	At   time.Time `json:"at"`
	Text string    `json:"text"`
}

// Window is the size and the place of a window, in pixels of the screen.
type Window struct {
	Width     int  `json:"width,omitzero"` // 0 if none was stored
	Height    int  `json:"height,omitzero"`
	X         int  `json:"x,omitzero"` // of its left edge, from that of the screens
	Y         int  `json:"y,omitzero"`
	Maximized bool `json:"maximized,omitzero"` // then the others are those before
}

func (p Preferences) clone() Preferences {
	p.SecondFolders, p.Disks, p.Other = maps.Clone(p.SecondFolders), maps.Clone(p.Disks), bytes.Clone(p.Other)
	p.Reminder = p.Reminder.Clone()
	p.SkippedWeeks, p.Evidence = maps.Clone(p.SkippedWeeks), maps.Clone(p.Evidence)
	for id, weeks := range p.SkippedWeeks {
		p.SkippedWeeks[id] = slices.Clone(weeks)
	}
	for id, evidence := range p.Evidence {
		p.Evidence[id] = evidence.Clone()
	}
	return p
}

// File is a file of preferences. It is safe for use by several goroutines.
type File struct {
	path string

	mu      sync.Mutex
	now     Preferences
	problem error
}

// Open reads the file at path. It always succeeds: a file that cannot be read
// means the defaults, and where path is "" what is chosen lasts as long as the
// program runs.
func Open(path string) *File {
	f := &File{path: path}
	f.now, f.problem = read(path) // the defaults are as good a start
	return f
}

// Problem returns why the file could not be read when it was opened, so that the
// defaults apply in place of what was chosen; nil if it could, or if there is none.
func (f *File) Problem() error {
	if errors.Is(f.problem, fs.ErrNotExist) || errors.Is(f.problem, errNowhere) {
		return nil
	}
	return f.problem
}

// Path returns the path of the file; "" if there is none.
func (f *File) Path() string { return f.path }

// Get returns the preferences as they were when the file was opened, reloaded or last
// changed.
func (f *File) Get() Preferences {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.now.clone()
}

// Reload reads the file again, for what another program has stored. If it cannot be
// read, nothing changes. It reads the disk.
func (f *File) Reload() {
	f.mu.Lock()
	defer f.mu.Unlock()
	if now, err := read(f.path); err == nil {
		f.now = now
	}
}

// Change applies change to the preferences as they are in the file now, and
// stores them. If they cannot be stored they still apply until the program ends,
// and the error wraps the one of the file system.
//
// It writes to the disk, which takes milliseconds.
func (f *File) Change(change func(*Preferences)) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	next, err := read(f.path)
	damaged := errors.Is(err, errDamaged)
	if err != nil && !damaged {
		next = f.now.clone() // nothing newer is known
	}
	change(&next)
	f.now = next.clone()
	if damaged {
		err = moveAside(f.path)
	} else if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	if err == nil {
		err = write(f.path, next)
	}
	if err != nil {
		return fmt.Errorf("store preferences: %w", err)
	}
	return nil
}

var (
	errDamaged = errors.New("the file of preferences is damaged")
	errNowhere = errors.New("the system names no folder for preferences")
)

// maxSize bounds what is read of the file, in bytes.
const maxSize = 1 << 20

// read reads the file at path. The error wraps errDamaged if there is a file
// that contains something else.
func read(path string) (Preferences, error) {
	if path == "" {
		return Preferences{}, errNowhere
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return Preferences{}, err
	case !info.Mode().IsRegular():
		return Preferences{}, fmt.Errorf("%w: it is not a regular file", errDamaged)
	case info.Size() > maxSize:
		return Preferences{}, fmt.Errorf("%w: it has %d bytes", errDamaged, info.Size())
	}
	content, err := newfile.Read(path)
	if err != nil {
		return Preferences{}, err
	}
	var p Preferences
	if err := json.Unmarshal(content, &p); err != nil {
		return Preferences{}, fmt.Errorf("%w: %w", errDamaged, err)
	}
	return p, nil
}

// write replaces the file at path, and makes its folder if there is none.
func write(path string, p Preferences) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	content, err := json.Marshal(p, jsontext.Multiline(true))
	if err != nil {
		return err
	}
	return outfile.Write(outfile.Replace, outfile.File{Path: path, Content: content})
}

const (
	fileName   = "settings.json"
	damagedEnd = ".damaged-" // then the time
)

// Recognize reports whether the file at path is one of preferences, wherever it
// is: the user's own, a copy of one, or a damaged one that was moved aside. So it
// also reports the name of the user's own before there is one. It only reads.
func Recognize(path string) bool {
	name := strings.ToLower(filepath.Base(path))
	if strings.HasPrefix(name, fileName+damagedEnd) {
		return true
	}
	if own := DefaultPath(); own != "" && name == fileName {
		mine, errMine := os.Stat(filepath.Dir(own))
		its, errIts := os.Stat(filepath.Dir(path))
		if errMine == nil && errIts == nil && os.SameFile(mine, its) {
			return true
		}
	}
	p, err := read(path)
	return err == nil && len(p.Other) == 0 && !reflect.DeepEqual(p, Preferences{})
}

// moveAside renames a damaged file, in its folder, to a name with the time.
func moveAside(path string) error {
	return os.Rename(path, path+time.Now().Format(damagedEnd+"20060102-150405.000000000"))
}
