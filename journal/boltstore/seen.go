package boltstore

import (
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"os"
	"strings"
	"time"
)

// seenSuffix names the note beside a journal.
const seenSuffix = ".last"

// seen is what was last seen of the journal at a path, noted in a small file
// beside it. A whole older file cannot be told from itself: only what lies
// outside of it can.
//
// The note is written without a sync after each save, whose own sync is done
// by then. So it may be behind the journal, but never ahead of it, unless the
// journal was put back, by hand or by a program that synchronizes folders. It
// is no reason to refuse anything; one that is missing or damaged means
// nothing.
type seen struct {
	journal     string // tells journals apart, also where their ids are the same
	transaction int
	mac         mac // of the head
	at          time.Time
}

// seenOf returns what is to be noted of a state.
func seenOf(b box, h head, at time.Time) seen {
	return seen{hex.EncodeToString(b.key[:8]), h.transaction, h.mac, at}
}

// String writes a line of a fixed length, so that a new one always covers the
// one before.
func (s seen) String() string {
	line := fmt.Sprintf("heliotrope-last 1 %s %020d %x %020d", s.journal, s.transaction, s.mac, s.at.Unix())
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

// readSeen returns the note beside the journal at path, if there is a whole
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

// write notes s beside the journal at path. That it cannot is no reason not to
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

// Rollback tells that a journal is not the one that was last saved here, or not
// as far on: it was restored, or a program that synchronizes folders brought
// another copy.
type Rollback struct {
	Missing int       // saves that the one seen here has more; 0 if it is another copy as far on
	Other   bool      // it is another journal altogether, a new one say
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
