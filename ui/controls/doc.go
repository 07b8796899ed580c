// Package controls contains the widgets of Heliotrope that know nothing of a
// journal: they could be moved into another program as they are.
//
// There are widgets to write in ([TextField], [NewPercentField]), to choose with
// ([Choice], [Answers], [Scale], [SplitBar], [Slider], [Check], [Select]), to press ([Button],
// [Link], [Chip], [MenuButton], [Nav]), to look through ([RowList], [List], [Squares],
// [Reader], [Listing]) and to look at ([Bars], [Deviation], [Glyph], [KeyCap], [Panel],
// [Colored]), and layouts ([Board], [Columns], [Ends], [Even], [Flow], [Stack]).
//
// The state of a widget is in the widget; its renderer only reads. Colors come
// from the theme by name and sizes from the theme's text size, so both themes and
// large text need no code in a widget. Every widget that can be clicked can be
// reached with Tab and operated with the keyboard, is at least 32 units high where it
// is clicked, and shows the focus as a ring around it. It scrolls into view when it
// gets the focus (see [Reveal]) and passes the keys that it does not use to the
// window.
package controls
