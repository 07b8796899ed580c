// Package boltstore keeps a journal in one bbolt file.
//
// # Layout
//
// The file holds seven buckets:
//
//	meta     "format"    "heliotrope-journal", in the clear
//	         "version"   "2", in the clear: the format of the program that wrote it
//	         "readers"   "2", in the clear: the least format that a reader must know
//	         "key"       32 random bytes and their CRC-32C; "key-copy" the same again
//	         "journal"   record: the journal's id
//	         "head"      record: what stands for all others, see below
//	kinds    kind id     record: a kind of the user's own, with its place in their order
//	events   event id    record: an event
//	entries  week        record: what the week "2026-W47" holds; keys sort in time order
//	history  week/revision  record: what the week held before, the last 50 of each
//	trash    id          record: a week, a moment or an event that was deleted
//	draft    "moment"    record: a moment half-written
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
// so that a damaged value, a whole one under another's key and one of another
// journal are told from a good one. The record types are apart from the domain
// types: either may change without the other.
//
// The head record holds how many records there are in each bucket, the sum of
// their codes and the number of the transaction that wrote it. It is written in
// every transaction. So a record that is missing, one that came back older, and
// an older tree under a newer meta page do not go unseen either.
//
// The key lies in the file, in the clear: codes show damage. They do not keep
// anybody from reading the journal, nor one who means to from changing it.
//
// # Room for sealed records
//
// A record of version 3 can have a nonce of 24 bytes in place of the code, then
// the payload under an AEAD whose tag comes last, with the same parts bound to
// it; its key a random one, the week and all else within. The head then adds up
// tags, and the key record holds a wrapped key. The walk, the head, the history
// and the trash stay as they are; a file that holds such records says so in
// "readers". So this is a new version of records and of readers, and no other
// layout.
//
// # Durability
//
// A change is one bbolt transaction, synced before Apply returns, and what
// belongs to it is in it: the version that it replaces, what goes to the trash,
// the end of a draft. bbolt never overwrites what the last transaction left, so
// a crash or a power cut shows the state before or after. The one moment when
// bbolt is not safe is the creation of a file: a new journal is therefore made
// under another name, and appears at its path complete.
//
// A save that fails before its meta page is written has not happened and can
// be made again, on a full disk say. If nobody can know, because a sync failed
// or the meta page is there nevertheless, nothing more is written until Verify
// has closed the file, examined it anew and made a fresh commit.
//
// # Damage
//
// bbolt trusts its pages: on damaged ones it panics, faults, never ends, or
// leaves records out. So Open looks before bbolt does, under a lock, before
// anything is written or shown, in this order:
//
//  1. the kind and the size of the file, and both meta pages (precheck.go);
//  2. every page of the tree and of the free list (pages.go). No page is read
//     twice, so this ends on every file, and needs no process of its own;
//  3. the format, the code of every record, then the head (inspect.go);
//  4. bbolt's own check, which is only safe on what has passed so far.
//
// All four take about 50 ms for fifty years of twenty moments a week, so Open
// does them at every start. Load then reads the records into the domain, and
// checks their codes again. Before every save the file must still be at its
// path, as long as it was, and its last transaction and head the ones that are
// known. What cannot be read in full is refused, never skipped, and never
// written over. What faults nevertheless, because the file changed under an
// open journal, becomes an error that wraps [journal.ErrDamaged].
//
// A whole older file cannot be told from itself. So a small marker
// next to the file, journal.db.last, records its last save here, and Open
// reports a file that is behind, or another (seen.go). Without a marker nothing
// is known, and nothing is refused because of one. A newest meta page
// that is damaged shows the state one save before, and the note tells that too.
//
// Not seen: an older file in whose place there is no note, or the older note
// with it; and whatever one does who changes records and codes together.
//
// # Backups and ways back
//
// A [Keeper] keeps backups: whole files with names of their own, which count
// only once they were read back. It never lets bbolt see a file that it does not
// know: backups, and damaged files above all, are read by the walk alone
// (whole.go).
//
// Of a damaged file it looks at the state that the other meta page leads to, at
// the newest backups, and at every record on any page whose code fits
// (salvage.go, merge.go). What comes of each is held against the others by week
// and revision (ladder.go). What is chosen is written into a new file, record by
// record, as it was (rebuild.go); that is read back, the damaged file gets a
// second name, and the new one takes its place (restore.go).
//
// A new file goes on counting transactions where the last one that is known
// ended. So they only ever grow along the life of a journal, and tell which of
// two backups is later, whatever the clock says.
//
// # Compatibility
//
// A file of every released version stays in testdata and opens in every later
// version. The first format that a release will write is number 2; there is no
// file of format 1.
//
// A file of a later version opens for reading if its "readers" allows that: all
// of its records must have codes and be counted by the head as here, in whatever
// buckets; fields that we do not know are left out. Otherwise it is refused with
// [journal.ErrNewerFormat]. It is never written to.
//
// Since a file is refused if it breaks a rule of package journal, those rules
// may be loosened, but never tightened without a new version here that reads
// the old ones.
package boltstore
