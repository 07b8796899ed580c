// Package backup says what is known of the copies of a journal and of the ways
// back to it, as plain values: which backups there are and which of them are
// kept, what each way back from damage would bring and what it would lose, and
// whether a folder is one that another program changes too.
//
// It opens no journal. Package boltstore does that and fills these values in,
// package words says them, and the window shows them.
package backup
