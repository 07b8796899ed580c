// Package lean is the mathematics of Heliotrope: where the time of a journal
// goes, what gives its writer energy, and how sure both are. The two are
// measured apart and never blended. Everything is a pure function of entries
// and events; [Of] computes all of it. METHOD.md, next to the code, has the
// formulas, the thresholds and where both come from.
//
// # Two dials
//
// Both run from technical work (Staff engineer) below 0 to people work
// (engineering manager) above it.
//
// [Time] is where the weeks went: the people share of a week less its technical
// share, -1 to 1, with half of tech lead work on each side. The weeks are joined
// by a local-level model, one step a calendar week, in which a missing week is a
// missing observation and a declared change of work lets the level jump (Durbin
// and Koopman, Time Series Analysis by State Space Methods, 2nd ed. 2012,
// chapter 2). How fast the level moves is not estimated but integrated out over
// a grid, since maximum likelihood piles up at "not at all" in short series
// (Shephard and Harvey, J Time Series Analysis 11:339, 1990). The posterior of
// each week is a mixture of Student t distributions, widened by an allowance
// for a split that is misjudged week after week, which no series can show. [Memory]
// compares splits with what the same weeks were measured to hold, and from twelve
// such weeks on the allowance is the writer's own.
//
// [Energy] is how many points more a people moment gives than a technical one,
// -4 to 4: a linear mixed model of the moments with an effect of the week, as a
// bad week drains everything, and with a level of each track that drifts (Laird
// and Ware, Biometrics 38:963, 1982). Moments weigh alike, hours do not enter,
// and tech lead moments have a mean of their own outside the difference.
//
// # What is concluded
//
// A dial is in one of five states. It goes through them in one pass over the
// calendar weeks, each of which knows only what was logged until then, so that
// reading a journal again tomorrow changes nothing that the data do not. A state
// is entered where it is nearly certain and left where it is no longer likely
// (states.go): a dial that is looked at every week must not flicker, nor find
// something some day only because it was asked so often.
//
// A trend is a Theil-Sen slope with a Mann-Kendall test whose variance allows
// for weeks that resemble their neighbors, and which has stood for six weeks
// (trend.go). A change point comes from Pettitt's test, is corrected in the same
// way, and is a question to the user, never a finding (change.go).
//
// Student's t and the normal distribution are gonum's. What is written out here
// is what no library has: the filters, the mixtures and these tests.
//
// # Rules
//
//   - An entry outside the span does not exist; "all" in a sum means all
//     entries of the span.
//   - A week away counts as missing, even with a split and moments: they count
//     neither in a level nor in a sum. A week without split and moments is
//     missing too. Only answers to questions count in both, as they are about the
//     writer and not about the week.
//   - Nothing is counted that was not said: work without moments has no energy,
//     rather than a neutral one.
//   - A state is a value. Sentences are made in package words.
//   - No figure is ever NaN or infinite, whatever valid entries contain.
package lean
