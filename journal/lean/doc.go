// Package lean is the mathematics of Heliotrope: which track the work in
// a journal leans toward, how sure that is, and where time and energy disagree.
// Everything is a pure function of entries and events; [Of] computes all of it.
// METHOD.md, next to the code, has the formulas, the thresholds and where both
// come from.
//
// # What is measured
//
// Every figure of a lean runs from -1, technical work (Staff engineer), to +1,
// people work (engineering manager). A moment of h hours and energy e, -2
// drained to +2 energized, has p = 1 if it is people work, 0 if it is
// technical and ½ if it is both, so that a "both" moment gives half its hours
// to each track. From the moments and the split of one week come three
// figures (weekly.go):
//
//   - T, the time lean: where the hours went.
//   - D, the energy lean: which track's hour energized more.
//   - L, the energy-weighted time lean, the headline. L-T is the pull of
//     energy, an exact covariance (Price, "Selection and covariance", Nature
//     227:520, 1970).
//
// Weighting by duration follows the Day Reconstruction Method (Kahneman,
// Krueger, Schkade, Schwarz and Stone, Science 306:1776, 2004).
//
// # What is concluded
//
// A single week is noisy. The weeks are joined by a local-level model, one
// step a calendar week, in which a missing week is a missing observation and
// a declared change of work lets the level jump (Durbin and Koopman, Time
// Series Analysis by State Space Methods, 2nd ed. 2012, chapter 2). How fast
// the level moves is not estimated but integrated out over a grid, since
// maximum likelihood piles up at "not at all" in short series (Shephard and
// Harvey, J Time Series Analysis 11:339, 1990). The posterior of each week is
// a mixture of Student t distributions, widened by an allowance for a split
// that is misjudged week after week, which no series can show.
//
// A trend is a Theil-Sen slope with a Mann-Kendall test whose variance allows
// for weeks that resemble their neighbors (trend.go). A change point comes
// from Pettitt's test, is corrected in the same way, and is a question to the
// user, never a finding (change.go).
//
// The parts of the whole are computed too: calendar quarters (quarters.go), the
// level before and after each declared event (events.go), chosen moments alone
// (chosen.go), and the energy lean with its own level (energy.go), to compare
// with where the time goes.
//
// Student's t and the normal distribution are gonum's. What is written out here
// is what no library has: the filter, the mixtures and these tests.
//
// # Rules
//
//   - An entry outside the span does not exist; "all" in a sum means all
//     entries of the span.
//   - A week away counts as missing, even with a split and moments: they count
//     neither in the level nor in a sum. A week without split and
//     moments is missing too. Only answers to questions count in both, as
//     they are about the writer and not about the week.
//   - No claim without the weeks for it; the gates are named in verdict.go.
//   - A [Verdict] is a value. Sentences are made in package words.
//   - No figure is ever NaN or infinite, whatever valid entries contain.
package lean
