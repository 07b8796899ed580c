package boltstore

import (
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"os"
	"strings"
	"time"
)

const (
	seenSuffix = ".last"            // of the name of the marker next to a journal
	seenStart  = "heliotrope-last " // of its content
)

// seen is what was last seen of the journal at a path, recorded in a small file
// next to it. An intact older file shows nothing by itself: only what lies
// outside of it can.
//
// It is written without a sync after each save, which was synced by then. So it
// may be older than the journal, but never newer, unless an older copy of the
// journal was put in place, by hand or by a program that synchronizes folders.
// Nothing is refused because of it, and one that is missing or damaged means
// nothing.
type seen struct {
	journal     string // distinguishes journals, also where their ids are the same
	transaction int
	mac         mac // of the head
	at          time.Time
}

// seenOf returns the marker of a state.
func seenOf(b box, h head, at time.Time) seen {
	return seen{hex.EncodeToString(b.key[:8]), h.transaction, h.mac, at}
}

// String writes a line of a fixed length, so that a new one always covers the
// one before.
func (s seen) String() string {
	line := fmt.Sprintf(seenStart+"1 %s %020d %x %020d", s.journal, s.transaction, s.mac, s.at.Unix())
	return fmt.Sprintf("%s %08x\n", line, crc32.Checksum([]byte(line), castagnoli))
}

// parseSeen reads what String writes.
func parseSeen(text string) (s seen, ok bool) {
	fields := strings.Fields(text)
	if len(fields) != 7 {
		return seen{}, false
	}
	var (
		unix int64
		code []byte
		err  error
	)
	s.journal = fields[2]
	if code, err = hex.DecodeString(fields[4]); err != nil || len(code) != macSize {
		return seen{}, false
	}
	s.mac = mac(code)
	if _, err := fmt.Sscanf(fields[3]+" "+fields[5], "%d %d", &s.transaction, &unix); err != nil {
		return seen{}, false
	}
	s.at = time.Unix(unix, 0)
	return s, s.String() == text
}

// readSeen returns the marker next to the journal at path, if there is an intact
// one.
func readSeen(path string) (seen, bool) {
	info, err := os.Lstat(path + seenSuffix)
	if err != nil || !info.Mode().IsRegular() || info.Size() > 1_000 {
		return seen{}, false
	}
	text, err := os.ReadFile(path + seenSuffix)
	if err != nil {
		return seen{}, false
	}
	return parseSeen(string(text))
}

// write writes s next to the journal at path. A failure here is no reason not to
// save.
func (s seen) write(path string) {
	if info, err := os.Lstat(path + seenSuffix); err == nil && !info.Mode().IsRegular() {
		return
	}
	f, err := os.OpenFile(path+seenSuffix, os.O_WRONLY|os.O_CREATE, 0o600)
	if err != nil {
		return
	}
	_, _ = f.WriteAt([]byte(s.String()), 0)
	_ = f.Close()
}

// Rollback describes a journal that is not the one last saved here, or not
// as far on: it was restored, or a program that synchronizes folders brought
// another copy.
type Rollback struct {
	Missing int       // saves that the one seen here has more; 0 if it is another copy as far on
	Other   bool      // it is another journal altogether, such as a new one
	Seen    time.Time // when the one seen here was last saved
}

// since compares what is there with what was seen before, and returns nil if
// it is that or follows it.
func (s seen) since(before seen) *Rollback {
	switch {
	case s.journal != before.journal:
		return &Rollback{Other: true, Seen: before.at}
	case s.transaction < before.transaction:
		return &Rollback{Missing: before.transaction - s.transaction, Seen: before.at}
	case s.transaction == before.transaction && s.mac != before.mac:
		return &Rollback{Seen: before.at}
	}
	return nil
}
