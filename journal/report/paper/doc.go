// Package paper sets a document on pages: headings, paragraphs, quotes, tables
// and charts. A page is a [chart.Scene] like any chart, so that a PDF, a
// preview in a window and a test all see the same lines at the same places.
//
// [LayOut] makes the pages, [WritePDF] draws them and moves nothing. Lengths
// are points of 1/72 inch.
//
// # Texts
//
// Everything is set in DejaVu Sans, which is part of the program: a PDF contains
// the letters that it uses and looks the same everywhere. The font knows the
// Latin, Greek, Cyrillic, Hebrew and Arabic scripts and most symbols. Arabic
// letters are joined and lines that run from right to left are put in the order
// in which they are seen; stacked marks are not positioned as a shaping engine
// would.
//
// No text makes a document fail. What the font lacks, such as an emoji or a
// Chinese character, is drawn as a shape of a font of the system that has its
// outline, or else written by its name: "[party popper]". Fonts are searched
// only for such text. [Borrowed] returns which were found. So the same document
// gives the same bytes where the same fonts are.
//
// # Limits
//
// A PDF has a language, a title and bookmarks, but no tags for readers who
// cannot see: the HTML report is the accessible one.
package paper
