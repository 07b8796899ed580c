// Package screen is the program on a screen that nobody sees, as a test drives
// it: an X server with a window manager, the home of a user who is new to the
// program, the program as it is built for users, its windows, the keys that are
// pressed there, and the pictures that they show. It works on Linux alone.
//
// Nothing here measures time: what is to come is waited for. What a test that
// fails leaves behind is kept, see [NewHome].
package screen
