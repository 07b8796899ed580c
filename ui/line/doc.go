// Package line is the line in which a moment is written, new or edited in place.
//
// The text of the line is all of its state: hours, tags, energy and kind stand in
// it as package input reads them, and whatever is chosen by a key or with the
// pointer is written there. So what one sees is what is logged, undo goes letter by
// letter, and a draft is a text. Only whether a moment is private, and whether it
// was chosen, is outside of it.
//
// What was understood is shown below the line as chips. A kind that was not named is
// guessed from the words; where the guess is not sure, it is asked. Nothing is
// preset: an energy that was not given is asked for after Enter.
package line
