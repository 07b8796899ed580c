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
	"math"
	"slices"
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/words"
)

// Guess is a kind that a moment may be of.
type Guess struct {
	Kind  string  // id of a kind
	P     float64 // probability, 0 to 1; those of all kinds add up to 1
	known bool    // something in the text has been seen before
}

// Threshold is the probability from which on a guess is shown.
const Threshold = 0.6

// Sure reports whether g can be shown as a guess. If not, the kind is asked.
func (g Guess) Sure() bool { return g.known && g.P >= Threshold }

// Guesser guesses kinds. [Guesser.Kinds] may be called concurrently, but not
// with [Guesser.Learn].
type Guesser struct {
	words    vocabulary
	kinds    []kind
	index    map[string]int // of a kind by its id
	features map[feature]*evidence
	total    float64 // weight of all features of all kinds
}

// kind is what is known of a kind.
type kind struct {
	id      string
	moments float64 // their weight
	weight  float64 // of all features
	smooth  float64 // of the features that are as frequent as in all kinds together
}

// evidence is where a feature was seen.
type evidence struct {
	weight float64 // in all kinds
	in     []share
}

type share struct {
	kind   int
	weight float64
}

const (
	smoothing = 600 // of the catalog's features, of which a kind has about as many
	unseen    = 3   // moments that each kind is taken to have had
	ownName   = 4   // times that the words of a name count which the user gave
	halfLife  = 52  // weeks after which a moment weighs half
)

// New returns a guesser for a catalog of kinds that has learned from the user's
// entries. Ten years of them take some tens of milliseconds. What is of a kind
// that kinds does not have is left out.
func New(kinds journal.Kinds, entries []journal.Entry) *Guesser {
	g := &Guesser{
		words:    vocabulary{stems: make(map[string]uint32), forms: make(map[string]uint32), common: make(map[uint32]bool)},
		index:    make(map[string]int),
		features: make(map[feature]*evidence),
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
		g.kinds[k].moments += weight
		g.count(k, g.words.features(m.Text, m.Tags, g.words.see), weight)
	}
}

// learnCatalog learns what the words of each language say about the kinds.
func (g *Guesser) learnCatalog(kinds journal.Kinds) {
	for _, lang := range words.Languages {
		eachWord(words.In(lang).Say("guess.common"), func(word string) { g.words.common[g.words.see(word)] = true })
	}
	for i, k := range kinds {
		if k.BuiltIn() {
			for _, lang := range words.Languages {
				w, plain := words.In(lang), journal.Kind{ID: k.ID}
				for phrase := range strings.SplitSeq(w.Kind(plain)+","+w.KindMeaning(plain)+","+w.Say("guess."+k.ID), ",") {
					g.count(i, g.words.features(phrase, nil, g.words.see), 1)
				}
			}
		}
		g.count(i, g.words.features(k.Name, nil, g.words.see), ownName)
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
		e := g.features[f]
		if e == nil {
			e = new(evidence)
			g.features[f] = e
		}
		e.weight += weight
		if i := slices.IndexFunc(e.in, func(s share) bool { return s.kind == k }); i >= 0 {
			e.in[i].weight += weight
		} else {
			e.in = append(e.in, share{k, weight})
		}
	}
	all := weight * float64(len(features))
	g.kinds[k].weight += all
	g.total += all
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
// Words that follow each other do not come independently, as naive Bayes takes
// them to, so that it is too sure the longer a text is. Its logarithm is therefore divided by 1 + features/10, a
// temperature (Guo et al., On Calibration of Modern Neural Networks, 2017), which
// was chosen for the smallest loss over texts that were not learned.
func (g *Guesser) Kinds(text string, tags []string) []Guess {
	scores := make([]float64, len(g.kinds))
	known := 0.0
	for _, f := range g.words.features(text, tags, g.words.find) {
		e := g.features[f]
		if e == nil {
			continue
		}
		known++
		for _, s := range e.in {
			scores[s.kind] += math.Log1p(s.weight * g.total / e.weight / g.kinds[s.kind].smooth)
		}
	}
	moments := 0.0
	for _, k := range g.kinds {
		moments += k.moments
	}
	temperature := 1 + known/10
	guesses := make([]Guess, len(g.kinds))
	best := math.Inf(-1)
	for i, k := range g.kinds {
		scores[i] = (scores[i]+known*math.Log(k.smooth/(k.weight+k.smooth)))/temperature + math.Log(k.moments/moments)
		best = max(best, scores[i])
	}
	sum := 0.0
	for i, k := range g.kinds {
		p := math.Exp(scores[i] - best)
		guesses[i] = Guess{Kind: k.id, P: p, known: known > 0}
		sum += p
	}
	for i := range guesses {
		guesses[i].P /= sum
	}
	slices.SortStableFunc(guesses, func(a, b Guess) int { return cmp.Compare(b.P, a.P) })
	return guesses
}
