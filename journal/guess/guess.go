// Package guess guesses what kind of work a moment is from its words.
//
// It is a multinomial naive Bayes classifier (Manning, Raghavan and Schütze,
// Introduction to Information Retrieval, 2008, chapter 13) that learns from two
// sources: from the words that the catalog has for each kind, in every language,
// and from the user's own moments, of which recent ones weigh more. A kind that the
// user made or renamed is known by its name. Words are compared as package fold
// does, by their beginnings.
//
// A guess is a guess: it is shown as one, and only if [Guess.Sure] allows it.
// Where it does not, the user is asked.
package guess

import (
	"cmp"
	"iter"
	"math"
	"slices"
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/words"
)

// Guess is a kind that a moment may be of.
type Guess struct {
	Kind string  // id of a kind
	P    float64 // probability, 0 to 1; those of all kinds add up to 1

	// Understood is whether the guess comes from the text: at least a quarter of that
	// is like something seen before. If not, it only shows which kind is frequent.
	Understood bool
}

// threshold is the probability from which on a guess is shown: it is more likely
// right than wrong. As the tests of this package measure it, the guesses that are
// shown from a probability on, and the right ones of those, in percent:
//
//	                            0.4           0.5           0.6           0.7
//	empty journal, plain texts  78, 80 right  66, 86 right  61, 87 right  51, 92 right
//	sample, from weeks before   54, 65 right  44, 69 right  33, 73 right  23, 78 right
const threshold = 0.5

// Sure reports whether g can be shown as a guess. If not, the kind is asked.
func (g Guess) Sure() bool { return g.Understood && g.P >= threshold }

// Guesser guesses kinds. [Guesser.Kinds] may be called concurrently, but not
// with [Guesser.Learn].
type Guesser struct {
	words  vocabulary
	kinds  []kind
	index  map[string]int    // of a kind by its id
	first  map[feature]int32 // the first of a feature's counts
	counts []count           // the one at 0 is none
	total  float64           // weight of all features of all kinds
}

// kind is what is known of a kind.
type kind struct {
	id      string
	moments float64 // their weight
	weight  float64 // of all features
	smooth  float64 // of the features that are as frequent as in all kinds together
}

// count is how often a feature was seen in a kind.
type count struct {
	kind, next int32 // next is the feature's next count
	weight     float64
}

const (
	smoothing = 1500 // weight of the catalog's features of a kind, about
	unseen    = 3    // moments that each kind is taken to have had
	ownName   = 12   // times that the words of a name count which the user gave
	own       = 2    // times that the words of a moment count
	halfLife  = 52   // weeks after which a moment weighs half
)

// New returns a guesser for a catalog of kinds that has learned from the user's
// entries. Ten years of them take some tens of milliseconds. What is of a kind
// that kinds does not have is left out.
func New(kinds journal.Kinds, entries []journal.Entry) *Guesser {
	g := &Guesser{
		words:  vocabulary{beginnings: make(map[string]uint32), forms: make(map[string]word), common: make(map[uint32]bool)},
		index:  make(map[string]int),
		first:  make(map[feature]int32),
		counts: make([]count, 1),
	}
	for _, k := range kinds {
		g.index[k.ID] = len(g.kinds)
		g.kinds = append(g.kinds, kind{id: k.ID, moments: unseen})
	}
	g.learnCatalog(kinds)
	var last journal.Week
	for _, e := range entries {
		if last.Compare(e.Week) < 0 {
			last = e.Week
		}
	}
	for i := range entries {
		weight := math.Exp2(-float64(last.Index()-entries[i].Week.Index()) / halfLife)
		for _, m := range entries[i].Moments {
			g.learn(m, weight)
		}
	}
	return g
}

// Learn lets a new moment count from now on.
func (g *Guesser) Learn(m journal.Moment) { g.learn(m, 1) }

func (g *Guesser) learn(m journal.Moment, weight float64) {
	if k, ok := g.index[m.Kind]; ok {
		features, whole := g.words.features(m.Text, m.Tags, g.words.see)
		g.kinds[k].moments += weight
		g.count(k, features, own*weight)
		g.add(k, whole, weight)
	}
}

// learnCatalog learns the words that the catalog has for the kinds, in every language.
func (g *Guesser) learnCatalog(kinds journal.Kinds) {
	for _, lang := range words.Languages {
		eachWord(words.In(lang).Say("guess.common"), g.words.setCommon)
	}
	for i, k := range kinds {
		if k.BuiltIn() {
			for _, lang := range words.Languages {
				w, plain := words.In(lang), journal.Kind{ID: k.ID}
				for phrase := range strings.SplitSeq(w.Kind(plain)+","+w.KindMeaning(plain)+","+w.Say("guess."+k.ID), ",") {
					features, _ := g.words.features(phrase, nil, g.words.see)
					g.count(i, features, 1)
				}
			}
		}
		features, _ := g.words.features(k.Name, nil, g.words.see)
		g.count(i, features, ownName)
	}
	most := 0.0
	for _, k := range g.kinds {
		most = max(most, k.weight)
	}
	for i := range g.kinds {
		g.kinds[i].smooth = smoothing + most - g.kinds[i].weight
	}
}

// count counts features of a kind.
func (g *Guesser) count(k int, features []feature, weight float64) {
	for _, f := range features {
		g.add(k, f, weight)
	}
	all := weight * float64(len(features))
	g.kinds[k].weight += all
	g.total += all
}

// add adds to the weight of a feature in a kind.
func (g *Guesser) add(k int, f feature, weight float64) {
	first := g.first[f]
	at := first
	for at != 0 && g.counts[at].kind != int32(k) {
		at = g.counts[at].next
	}
	if at == 0 {
		at = int32(len(g.counts))
		g.counts = append(g.counts, count{kind: int32(k), next: first})
		g.first[f] = at
	}
	g.counts[at].weight += weight
}

// of returns the counts of a feature.
func (g *Guesser) of(f feature) iter.Seq[count] {
	return func(yield func(count) bool) {
		for at := g.first[f]; at != 0 && yield(g.counts[at]); at = g.counts[at].next {
		}
	}
}

// in returns the weight of a feature in all kinds.
func (g *Guesser) in(f feature) (weight float64) {
	for c := range g.of(f) {
		weight += c.weight
	}
	return weight
}

// Kind returns the id of the kind that a moment with a text and tags is surely of, ""
// if none is.
func (g *Guesser) Kind(text string, tags []string) string {
	if all := g.Kinds(text, tags); len(all) > 0 && all[0].Sure() {
		return all[0].Kind
	}
	return ""
}

// Kinds returns every kind with the probability that a moment with a text and
// tags is of it, the most probable first. It takes less than a millisecond,
// however long the text is.
//
// The probability that a feature f comes from a kind c is smoothed toward how
// frequent f is in all kinds (a Dirichlet prior: Zhai and Lafferty, ACM Transactions
// on Information Systems 22:179, 2004):
//
//	P(f|c) = (n(f,c) + s·n(f)/n) / (n(c) + s)
//
// Naive Bayes takes the features to be independent, which they are not, so that it
// is too sure of a long text. The logarithm of what the features show is therefore
// divided by 1/2 + features/8, a temperature (Guo et al., On Calibration of Modern
// Neural Networks, ICML 2017), for which the loss is least over the moments of the
// sample journals.
//
// A text that was written n times before is, with the probability n/(n+1), of one
// of the kinds that it was of.
func (g *Guesser) Kinds(text string, tags []string) []Guess {
	features, whole := g.words.features(text, tags, g.words.find)
	shown := make([]float64, len(g.kinds)) // by the features for each kind, less what they show for all
	known, understood := 0.0, 0
	for _, f := range features {
		all := g.in(f)
		if all == 0 {
			continue
		}
		for c := range g.of(f) {
			shown[c.kind] += math.Log1p(c.weight / all * g.total / g.kinds[c.kind].smooth)
		}
		known++
		if f>>32 != opening {
			understood++
		}
	}
	temperature := 0.5 + float64(len(features))/8
	guesses := make([]Guess, len(g.kinds))
	best := math.Inf(-1)
	for i, k := range g.kinds {
		p := math.Log(k.moments) + (shown[i]+known*math.Log(k.smooth/(k.weight+k.smooth)))/temperature
		guesses[i] = Guess{Kind: k.id, P: p, Understood: understood > 0 && 4*understood >= len(features)}
		best = max(best, p)
	}
	sum := 0.0
	for i := range guesses {
		guesses[i].P = math.Exp(guesses[i].P - best)
		sum += guesses[i].P
	}
	times := g.in(whole)
	for i := range guesses {
		guesses[i].P /= sum * (1 + times)
	}
	for c := range g.of(whole) {
		guesses[c.kind].P += c.weight / (1 + times)
	}
	slices.SortStableFunc(guesses, func(a, b Guess) int { return cmp.Compare(b.P, a.P) })
	return guesses
}
