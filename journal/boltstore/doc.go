// Package boltstore keeps a journal in one bbolt file.
//
// # Layout
//
// The file holds four buckets:
//
//	meta     "format"   "heliotrope-journal", in the clear
//	         "version"  "1", in the clear
//	         "journal"  record: the journal's id
//	kinds    kind id    record: a kind of the user's own, with its place in their order
//	events   event id   record: an event
//	entries  week       record: what the week "2026-W47" holds; keys sort in time order
//
// A record is
//
//	1 byte   version, 1
//	4 bytes  CRC-32C, big endian, over the bucket's name, the key and all else here
//	the rest JSON of a type in record.go
//
// so that a damaged value, and a whole one under another's key, is told from a
// good one. The record types are apart from the domain types: either may
// change without the other. A later record version has room to put a revision
// and a MAC in place of the checksum, or an AEAD around the payload, bound to
// the same bucket and key.
//
// # Durability
//
// A change is one bbolt transaction, synced before Apply returns. bbolt never
// overwrites what the last transaction left, so a crash or a power cut shows
// the state before or after. The one moment when bbolt is not safe is the
// creation of a file: a new journal is therefore made under another name, and
// appears at its path complete.
//
// # Damage
//
// bbolt trusts its pages: on damaged ones it panics, faults, never ends, or
// leaves records out. So Open looks before bbolt does. The meta pages are
// checked (precheck.go), then every page of the tree and of the free list
// (pages.go), under a lock and before anything is written. Load checks every
// record. What cannot be read in full is refused, never skipped, and never
// written to. What faults nevertheless, because the file changed under an open
// journal, becomes an error that wraps [journal.ErrDamaged].
//
// Two things are not told from a good file: a newest meta page that is damaged
// while the other is whole reads as a save that never finished, and older
// pages that a lying disk brings back are whole pages. Both need a stamp
// outside of what they replace.
//
// # Compatibility
//
// A file of every released version stays in testdata and opens in every later
// version. A file or a record of a later version is refused with
// [journal.ErrNewerFormat] and left as it is. Since a file is refused if it
// breaks a rule of package journal, those rules may be loosened, but never
// tightened without a new version here that reads the old ones.
package boltstore
