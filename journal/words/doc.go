// Package words makes every sentence that Heliotrope shows, prints or writes,
// in English and in French. Nothing else in the program words anything for a
// user: it names a sentence by its id, fills the gaps and gets text in the
// user's language.
//
// The catalog is in assets/words, one file an area and language. Tests enforce
// that both languages have the same ids with the same gaps, that each id in use
// exists, and the rules of style that a pattern can find.
//
// # Voice
//
// Plain, warm and short. No jargon, no blame, no exclamation marks. The window
// and the command line address the user ("you"); a report is in the first
// person, since the user is its author: see [Words.FirstPerson]. French
// addresses nobody as a man or a woman. Neither track is the better
// one: a title compares the two and advises none. An error states what happened,
// what is safe and what to do.
//
// # What a journal shows
//
// Time is told as a share of one side, energy in points, and both with what they
// very likely are. Every sentence about now is made from one claim a dial, so no
// two of them contradict each other; one about the whole span names its weeks.
package words
