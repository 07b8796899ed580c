// Package paper sets a document on pages: headings, paragraphs, quotes, tables
// and charts. A page is a [chart.Scene] like any chart, so that a PDF, a
// preview in a window and a test all see the same lines at the same places.
//
// [LayOut] makes the pages, [WritePDF] draws them and moves nothing. Lengths
// are points of 1/72 inch. The same document gives the same bytes.
//
// # Texts
//
// Everything is set in DejaVu Sans, which is part of the program: a PDF contains
// the letters that it uses and looks the same everywhere. The font knows the
// Latin, Greek, Cyrillic, Hebrew and Arabic scripts and most symbols. No text
// makes a document fail: what the font lacks, such as an emoji or a Chinese
// character, is printed as one hollow box each. Arabic letters are joined and
// lines that run from right to left are put in the order in which they are
// seen; stacked marks are not positioned as a shaping engine would.
//
// # Limits
//
// The PDF has a language, a title and bookmarks, but no tags for readers who
// cannot see: the HTML report is the accessible one.
package paper
