package boltstore

import (
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"os"
	"strings"
	"time"

	"heliotrope/journal/backup"
)

const (
	seenSuffix = ".last"        // of the name of the marker next to a journal
	seenStart  = lastName + " " // of its content
)

// marker is what is known of the journal at a path, in a small file next to it.
// An intact older file shows nothing by itself: only what lies outside of it can.
//
// It is written without a sync after each save, which was synced by then. So it
// may be older than the journal, but never newer, unless an older copy of the
// journal was put in place, by hand or by a program that synchronizes folders.
// No journal is refused because of it, and one that is missing or damaged means
// nothing.
type marker struct {
	last seen // the last save here; the zero value if it is not known

	// lost are saves that the journal no longer contained when it was opened.
	// They stay until it does again, or until the user has chosen to go on
	// without.
	lost []seen
}

// seen describes a save.
type seen struct {
	journal     string // distinguishes journals, also where their ids are the same
	line        string // see [backup.Line]; empty if it is not known
	file        string // distinguishes the file from copies of it
	transaction int
	mac         mac // of the head
	at          time.Time
}

// seenOf returns the save that left the journal at path in a state.
func seenOf(path string, b box, h head, at time.Time) seen {
	return seen{keyName(b), h.lineage.Last().ID, fileOf(path), h.transaction, h.mac, at}
}

func keyName(b box) string { return hex.EncodeToString(b.key[:8]) }

// fileOf identifies the file at path. A copy has another identity.
func fileOf(path string) string {
	info, err := os.Stat(path)
	if err != nil {
		return unknown
	}
	return digest(placeOf(path), fileNumber(info))
}

// unknown stands for an identity that is not known.
const unknown = "0000000000000000"

// same reports whether s and o are one save.
func (s seen) same(o seen) bool {
	return s.journal == o.journal && s.transaction == o.transaction && s.mac == o.mac
}

const (
	lastName = "heliotrope-last"
	lostName = "heliotrope-lost"
	maxLost  = 4 // lines that a marker has of these
)

// format formats a line of the marker.
func (s seen) format(name string) string {
	line, file, at := s.line, s.file, int64(0)
	if line == "" {
		line = unknown
	}
	if file == "" {
		file = unknown
	}
	if !s.at.IsZero() {
		at = s.at.Unix()
	}
	text := fmt.Sprintf("%s 2 %s %s %s %020d %x %020d", name, s.journal, line, file, s.transaction, s.mac, at)
	return fmt.Sprintf("%s %08x\n", text, crc32.Checksum([]byte(text), castagnoli))
}

// String formats the whole marker.
func (m marker) String() string {
	text := m.last.format(lastName)
	for _, lost := range m.lost {
		text += lost.format(lostName)
	}
	return text
}

// parseMarker reads what String formats, and what the version before did. A line
// that is damaged means nothing.
func parseMarker(text string) (m marker, ok bool) {
	for line := range strings.Lines(text) {
		switch s, name := parseSeen(line); name {
		case lastName:
			m.last, ok = s, true
		case lostName:
			m.lost = append(m.lost, s)
		}
	}
	return m, ok
}

// parseSeen reads a line of a marker and returns what it begins with, or "" if
// it is not intact.
func parseSeen(line string) (s seen, name string) {
	text, ok := strings.CutSuffix(line, "\n")
	at := strings.LastIndexByte(text, ' ')
	if !ok || at < 0 || text[at+1:] != fmt.Sprintf("%08x", crc32.Checksum([]byte(text[:at]), castagnoli)) {
		return seen{}, ""
	}
	fields := strings.Fields(text[:at])
	switch {
	case len(fields) == 8 && fields[1] == "2":
		if s.line, s.file = fields[3], fields[4]; s.line == unknown {
			s.line = ""
		}
		fields = append(fields[:3], fields[5:]...)
	case len(fields) != 6 || fields[1] != "1":
		return seen{}, ""
	}
	code, err := hex.DecodeString(fields[4])
	if err != nil || len(code) != macSize {
		return seen{}, ""
	}
	s.journal, s.mac = fields[2], mac(code)
	var unix int64
	if _, err := fmt.Sscanf(fields[3]+" "+fields[5], "%d %d", &s.transaction, &unix); err != nil {
		return seen{}, ""
	}
	if unix != 0 {
		s.at = time.Unix(unix, 0)
	}
	return s, fields[0]
}

// readMarker returns the marker next to the journal at path, if there is an
// intact one.
func readMarker(path string) (marker, bool) {
	info, err := os.Lstat(path + seenSuffix)
	if err != nil || !info.Mode().IsRegular() || info.Size() > 4_000 {
		return marker{}, false
	}
	text, err := os.ReadFile(path + seenSuffix)
	if err != nil {
		return marker{}, false
	}
	return parseMarker(string(text))
}

// write writes m next to the journal at path. A failure here is no reason not to
// save.
func (m marker) write(path string) {
	if info, err := os.Lstat(path + seenSuffix); err == nil && !info.Mode().IsRegular() {
		return
	}
	f, err := os.OpenFile(path+seenSuffix, os.O_WRONLY|os.O_CREATE, 0o600)
	if err != nil {
		return
	}
	text := m.String()
	if _, err := f.WriteAt([]byte(text), 0); err == nil {
		_ = f.Truncate(int64(len(text)))
	}
	_ = f.Close()
}

// behind compares a state with a save that was seen before, and returns nil if
// the state is that one or follows it.
func behind(b box, h head, before seen) *backup.Behind {
	last, follows := h.lineage.Split(before.line, h.transaction)
	if before.line == "" {
		last, follows = h.transaction, before.mac != (mac{})
	}
	switch {
	case keyName(b) != before.journal:
		return &backup.Behind{Other: true, Seen: before.at}
	case h.mac == before.mac:
		return nil
	case !follows:
		return &backup.Behind{Missing: max(0, before.transaction-h.transaction), Seen: before.at}
	case before.transaction > last:
		return &backup.Behind{Missing: before.transaction - last, Seen: before.at}
	case before.transaction == h.transaction:
		return &backup.Behind{Seen: before.at}
	}
	return nil
}

// compare compares a state with all that the marker next to it knows. It returns
// how far it is behind, nil if it is not, and the saves that it lacks; fresh is
// set if that was not known before.
func (m marker) compare(b box, h head) (found *backup.Behind, lost []seen, fresh bool) {
	for _, before := range m.lost {
		if b := behind(b, h, before); b != nil {
			found, lost = b, append(lost, before)
		}
	}
	if b := behind(b, h, m.last); b != nil && m.last.journal != "" {
		found, lost, fresh = b, append(lost, m.last), true
	}
	return found, lost[max(0, len(lost)-maxLost):], fresh
}
