// Package boltstore stores a journal in one bbolt file.
//
// # Layout
//
// The file has seven buckets:
//
//	meta     "format"    "heliotrope-journal", in the clear
//	         "version"   "2", in the clear: the format of the program that wrote it
//	         "readers"   "2", in the clear: the least format that a reader must know
//	         "key"       32 random bytes and their CRC-32C; "key-copy" the same again
//	         "journal"   record: the journal's id
//	         "head"      record: the summary of all others, see below
//	kinds    kind id     record: a kind of the user, with its place in the order
//	events   event id    record: an event
//	entries  week        record: the entry of the week "2026-W47"; keys sort in time order
//	history  week/revision  record: an earlier version of the week, the last 50 of each
//	trash    id          record: a week, a moment or an event that was deleted
//	draft    "moment"    record: an unfinished moment
//
// A record is
//
//	1 byte    version, 2
//	8 bytes   revision, big endian: rises with every record that is written
//	16 bytes  code: HMAC-SHA-256 under the file's key, cut, over the format, the
//	          version, the bucket, the key, the revision and all that follows,
//	          each with its length before it
//	the rest  JSON of a type in package shape or in record.go
//
// so a damaged value, an intact one under another's key and one of another
// journal are all recognized. The record types are separate from the domain
// types: either may change without the other.
//
// The head record contains the number of records in each bucket, the sum of
// their codes, the number of the transaction that wrote it, and the lines of saves
// that led there, see below. Every transaction writes it. So a missing record, an older copy of one, and an older tree under
// a newer meta page are recognized too.
//
// The key is in the file, in the clear: the codes detect damage. They do not
// prevent anybody from reading the journal, or from forging a change.
//
// # Room for sealed records
//
// A record of version 3 can have a nonce of 24 bytes in place of the code, then
// the payload under an AEAD whose tag comes last, with the same parts bound to
// it; its key is then random, with the week and everything else inside. The head
// adds up tags, and the key record contains a wrapped key. The walk, the head,
// the history and the trash stay as they are, and "readers" announces such
// records. So this is a new version of records and of readers, not another
// layout.
//
// # Durability
//
// A change is one bbolt transaction, synced before Apply returns, and what
// belongs to it is part of it: the version that it replaces, what goes to the trash,
// the end of a draft. bbolt never overwrites what the last transaction left, so
// a crash or a power cut shows the state before or after. The one moment when
// bbolt is not safe is the creation of a file: a new journal is therefore made
// without a name, and appears at its path complete.
//
// A save that fails before its meta page is written has not happened and can
// be repeated, for example on a full disk. If the outcome is unknown, because a
// sync failed or the meta page is there nevertheless, nothing more is written
// until Verify has closed the file, checked it again and made a new commit.
//
// # Damage
//
// bbolt trusts its pages: on damaged ones it panics, faults, never ends, or
// leaves records out. So Open checks before bbolt reads, under a lock, before
// anything is written or shown, in this order:
//
//  1. the kind and the size of the file, and both meta pages (precheck.go);
//  2. every page of the tree and of the free list (pages.go). No page is read
//     twice, so this terminates on any input and needs no separate process;
//  3. the format, the code of every record, then the head (inspect.go), and each
//     record is decoded (reading.go);
//  4. bbolt's check, which is only safe on what has passed so far.
//
// All four take about 60 ms of one processor for fifty years of twenty moments a
// week, so Open does them at every start; two processors share the third (deal.go).
// Load returns what was decoded then, if the file still has that state; later it
// reads the records again, and checks their codes again. The file is not mapped into
// memory for any of this but the fourth, which has a mapping of its own, so what stays
// there is what bbolt looks at for a save. Before every save the file must still be at its
// path, no shorter than before, with the expected last transaction and head.
// What cannot be read in full is refused, never skipped, and never overwritten.
// A fault that happens nevertheless, because the file changed under an open
// journal, becomes an error that wraps [journal.ErrDamaged].
//
// An intact older file shows nothing by itself. So a small marker next to the
// file, journal.db.last, records its last save here, and Open reports a file
// that does not follow it (seen.go). Without a marker, or with an older one, a
// backup that follows the file reveals it. No file is refused because of either.
// If the newest meta page is damaged, the file shows the state one save before,
// which is reported too.
//
// Such a file can be written, but the first save sets a copy of it aside, byte
// for byte, and the marker does not forget what is missing until the user has
// chosen an option (behind.go).
//
// Not detected: an older file with nothing newer next to it; and a deliberate
// change of records together with their codes.
//
// # Lines of saves
//
// A journal that is copied, restored or imported elsewhere exists twice, and
// each of the two continues to count its transactions. So the head names the
// line that a save belongs to, with the computer, and those before it with the
// last save that counts. A store begins a new line unless the marker is certain
// that the very file was last saved here (line.go). Then one state follows
// another if the other's line is among its own and not past that save, and only
// then is what it lacks known to be changed or deleted.
//
// # Backups and recovery
//
// A [Keeper] manages backups: complete files, each under its own name, which
// count only after they were read back. It never lets bbolt open a file that it
// has not checked: backups, and damaged files above all, are read by the walk
// alone (whole.go).
//
// Of a damaged file it considers the state that the other meta page leads to,
// the newest backups of every line, and every record on any page whose code fits (salvage.go,
// merge.go). It compares each with those that it does not follow (lacks.go). The chosen
// one is written into a new file, record by record, unchanged (rebuild.go). That
// is read back, the damaged file is renamed, and the new one takes its place
// (restore.go).
//
// A new file continues to count transactions where the last known one ended, in a
// new line. So the count only grows over the life of a journal in one place, and
// orders its backups whatever the clock says. Backups of other lines are never
// retired.
//
// # Compatibility
//
// A file of every released version stays in testdata and opens in every later
// version. The first format that a release will write is number 2; there is no
// file of format 1.
//
// A file of a later version opens for reading if its "readers" allows that: all
// of its records must have codes and be counted by the head as here, in whatever
// buckets; unknown fields are left out. If not, it is refused with
// [journal.ErrNewerFormat]. It is never written to.
//
// Since a file is refused if it breaks a rule of package journal, those rules
// may be loosened, but never tightened without a new version here that reads
// the old ones.
package boltstore
