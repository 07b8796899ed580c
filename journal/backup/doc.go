// Package backup describes the copies of a journal and the options to recover
// it, as plain values: what a backup is and what its name means, which backups
// are retained, what each recovery option contains and what it lacks, and which
// folders are synchronized by other programs.
//
// It only computes. Package boltstore reads and writes the files, package words
// has the sentences, and the window shows them.
package backup
