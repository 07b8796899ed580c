// Package controls holds the widgets of Heliotrope that know no journal words:
// they could be lifted into another program as they are.
//
// Each widget keeps its state in itself; its renderer only reads. Colors come
// from the theme by name, sizes from the theme's text size, so that both
// themes and large text work without a widget knowing of them. Every widget
// that can be clicked can be reached with Tab and worked with the keyboard; it
// comes into view when it gets the focus, see [Reveal], and hands the keys that
// it has no use for to the window.
package controls
