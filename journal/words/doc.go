// Package words holds every sentence that Heliotrope says, in English and in
// French, on screen, on paper and on the command line. Nothing else in the
// program words anything for a user: it names a sentence by its id, fills the
// gaps, and gets text in the user's language.
//
// The catalog is in assets/words, one file an area and language. Tests hold
// that both languages have the same ids with the same gaps, and that each id
// in use exists.
//
// # Voice
//
// Plain, warm and short. No jargon, no blame, no exclamation marks. A lean is
// always printed with its word. Nothing says which track one should take, and
// an error says what happened, what is safe and what to do.
package words
