// Package report writes the trend report that a user takes to a career
// conversation: one HTML file that needs nothing else.
//
// A report is a pure function of its [Input]: the same input gives the same
// bytes. Its figures are those of package lean, its sentences those of package
// words and its pictures the scenes of package chart, so that it cannot
// disagree with the window.
//
// # Rules
//
// The file holds no script, names no address and says so to the browser with a
// content security policy. A moment that is marked private is never quoted;
// like any other it counts in the figures, and the method says so. The reason
// for a week away stays at home. What the user wrote is set apart from what
// the program says, in bidirectional text too.
//
// The page reads well without the pictures: every chart has a summary and a
// table. It fits a phone, prints on paper and follows the reader's choice of
// light or dark.
package report
