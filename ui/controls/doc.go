// Package controls contains the widgets of Heliotrope that know nothing of a
// journal: they could be moved into another program as they are.
//
// The state of a widget is in the widget; its renderer only reads. Colors come
// from the theme by name, sizes from the theme's text size, so
// both themes and large text need no code in a widget. Every widget
// that can be clicked can be reached with Tab and operated with the keyboard. It
// scrolls into view when it gets the focus (see [Reveal]) and passes the keys
// that it does not use to the window.
package controls
