// Package report writes the trend report that a user takes to a career
// conversation: as a page of HTML that needs nothing else, as a PDF, as Markdown
// with its charts beside it, or as a table of moments in CSV.
//
// A report is a pure function of its [Input]: the same input gives the same
// bytes. Its figures are those of package lean, its sentences those of package
// words and its pictures the scenes of package chart, so that it cannot
// disagree with the window.
//
// # From input to file
//
// What the user leaves out is taken out once, before anything is made: an
// [Input] becomes material, material becomes a document, and a document is
// written in a format. Whatever is not in the material is in no sentence, no
// picture, no description of a picture and no name of a file. The document has
// no format yet: what one format says, the others say. For a PDF it is set on
// pages by package paper, and the window can show these pages before.
//
// # Rules
//
// A page holds no script, names no address and says so to the browser with a
// content security policy. A moment that is marked private is never quoted or
// listed; like any other it counts in the figures, and the method says so. The
// reason for a week away stays at home. What the user wrote is set apart from
// what the program says, in bidirectional text too, and is never taken for
// markup or a formula.
//
// A report reads well without the pictures: every chart has a summary and a
// table. A page fits a phone, prints on paper and follows the reader's choice
// of light or dark.
package report
