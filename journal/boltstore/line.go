package boltstore

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"heliotrope/journal/backup"
)

// A journal that is copied, restored or imported elsewhere exists twice, and each
// of the two continues to count its saves. So every save names the line that it
// belongs to, and the head has those that came before, see [backup.Lineage].
//
// A store continues the line of its file only if the marker next to the file is
// certain that this very file was last saved here: the marker names the save, and
// the file by its number on the disk, which a copy does not have. Otherwise the
// next save begins a new line. One line too many does no harm.

// Tests replace these.
var (
	hostname  = os.Hostname
	machineID = readMachineID
)

// newLine returns a new line of saves into the file at path.
func newLine(path string) backup.Line {
	id := make([]byte, 8)
	rand.Read(id) // never fails
	return backup.Line{ID: hex.EncodeToString(id), Computer: computer(), Place: placeOf(path)}
}

// computer returns the name of this computer as it may be shown, "" if it has
// none.
func computer() string {
	const longest = 63 // of a name in DNS
	name, err := hostname()
	if err != nil {
		return ""
	}
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(name, "") {
		if unicode.IsGraphic(r) && b.Len()+len(string(r)) <= longest {
			b.WriteRune(r)
		}
	}
	return strings.TrimSpace(b.String())
}

// placeOf identifies the journal at path on this computer. It is a digest, so
// that a file that is given away does not contain the path.
func placeOf(path string) string {
	name, _ := hostname()
	return digest(name, machineID(), realPath(path))
}

// realPath returns path without links, also if the file does not exist yet.
func realPath(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	if folder, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		return filepath.Join(folder, filepath.Base(path))
	}
	return path
}

func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:8])
}

// readMachineID returns what distinguishes this computer from others of the
// same name, where the system has a file for it.
func readMachineID() string {
	id, err := os.ReadFile("/etc/machine-id")
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(id))
}

// lineage returns the lines of a head. One that was written before there were
// lines has one, named for the key.
func (b box) lineage(records []lineRecord) backup.Lineage {
	if len(records) == 0 {
		return backup.Lineage{{ID: hex.EncodeToString(b.key[:8])}}
	}
	lines := make(backup.Lineage, len(records))
	for i, r := range records {
		lines[i] = backup.Line(r)
	}
	return lines
}

func lineRecords(lines backup.Lineage) []lineRecord {
	records := make([]lineRecord, len(lines))
	for i, l := range lines {
		records[i] = lineRecord(l)
	}
	return records
}
