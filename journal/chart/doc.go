// Package chart turns the results of package lean into scenes: lines, areas,
// marks and texts in plain coordinates.
//
// A chart is a function from figures, words and a size to a [Scene]. The scene
// is computed once and then only drawn: package chartview draws it on a Fyne
// canvas, [Scene.SVG] writes it for a report. Drawing moves nothing, drops
// nothing and adds nothing, so screen and paper cannot disagree.
//
// # Rules
//
// The package knows no toolkit. It makes no sentences: every text comes from
// package words, or from the user. It measures texts with a [Measurer], so that
// none runs into another whatever the font. A color is a [Role] until a
// [Palette] makes it one. The same input gives the same scene.
//
// # Reading
//
// A side has a color, a shape and a word: technical is a circle at the
// bottom or on the left, people a diamond opposite, tech lead work and what is
// even a square. Labels stand next to what they name; there is no legend. A week
// that was not logged is a gap in the line, never a guess.
package chart
