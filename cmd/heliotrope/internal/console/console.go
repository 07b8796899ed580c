// Package console connects the program with the console of the shell that
// started it.
//
// Windows gives a program either a console, which also opens at every double
// click, or none, and then nothing it prints is seen. Heliotrope is built the
// second way (-H=windowsgui) and asks for the console of its parent. What the
// shell redirected, to a file, a pipe or NUL, stays redirected. Elsewhere there
// is nothing to do.
package console

// Join makes the console of the parent, if it has one, the standard input,
// output and error, each unless it is redirected. Without such a console, the
// null device takes their places, so that nothing fails because nobody reads it.
// It is called before anything uses [os.Stdin], [os.Stdout] or [os.Stderr].
func Join() { join() }

// Leave undoes Join before a window opens: Ctrl+C in the shell, which no longer
// waits for the program, or closing its console does not end the program then.
func Leave() { leave() }

// Missing reports whether standard error leads nowhere, for want of a console.
func Missing() bool { return missing() }
