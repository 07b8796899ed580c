package input

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"heliotrope/journal"
	"heliotrope/journal/fold"
)

// Kind is a kind of work as it may be typed.
type Kind struct {
	ID    string
	Names []string // in which it may be typed; the first is the one that is shown

	// Hidden kinds are meant only by a name in full.
	Hidden bool
}

// Kinds returns a journal's kinds as they may be typed: by their name, which name
// returns in the user's language, and a built-in kind by its id too.
func Kinds(kinds journal.Kinds, name func(journal.Kind) string) []Kind {
	typed := make([]Kind, 0, len(kinds))
	for _, k := range kinds {
		t := Kind{ID: k.ID, Names: []string{name(k)}, Hidden: k.Hidden}
		if k.BuiltIn() {
			t.Names = append(t.Names, k.ID)
		}
		typed = append(typed, t)
	}
	return typed
}

// Matches returns the kinds that query may mean: those with a name that begins
// with its letters, then those with a name in which a word does. Spaces and
// hyphens are the same. It returns all for an empty query, but no hidden ones.
func Matches(query string, kinds []Kind) []Kind {
	var matches []Kind
	for _, i := range newNames(kinds).matches(query) {
		matches = append(matches, kinds[i])
	}
	return matches
}

// names are the names of kinds as they are compared.
type names struct {
	kinds []Kind
	keys  [][]string          // of each kind
	found map[string][]string // what find returned, for a line that asks again and again
}

func newNames(kinds []Kind) *names {
	n := &names{kinds: kinds, keys: make([][]string, len(kinds)), found: make(map[string][]string)}
	for i, k := range kinds {
		for _, name := range k.Names {
			if key := nameKey(name); key != "" {
				n.keys[i] = append(n.keys[i], key)
			}
		}
	}
	return n
}

// nameKey returns a name as it is compared: its letters, and one hyphen for what
// is between its words.
func nameKey(name string) string {
	words := strings.FieldsFunc(fold.String(name), func(r rune) bool { return unicode.IsSpace(r) || r == '-' })
	return strings.Join(words, "-")
}

// SameName reports whether two names of kinds are the same when they are typed:
// capitals, accents, spaces and hyphens make no difference.
func SameName(a, b string) bool { return nameKey(a) == nameKey(b) }

// find returns the ids of the kinds that name means: the one with exactly that
// name, one that is not hidden and the user's own first, or else those with a name
// that begins so, or else those with a word that does.
func (n *names) find(name string) []string {
	if len(name) > maxQuoted {
		return nil
	}
	ids, ok := n.found[name]
	if !ok {
		ids = n.look(nameKey(name))
		if len(n.found) < maxTokens {
			n.found[name] = ids
		}
	}
	return ids
}

// look returns what find does for a name as it is compared.
func (n *names) look(key string) []string {
	if key == "" {
		return nil
	}
	var exact []Kind
	for i, keys := range n.keys {
		if slices.Contains(keys, key) {
			exact = append(exact, n.kinds[i])
		}
	}
	if len(exact) > 0 {
		return []string{slices.MinFunc(exact, func(a, b Kind) int { return cmp.Compare(a.rank(), b.rank()) }).ID}
	}
	var ids []string
	found, inside := n.begin(key)
	if len(found) == 0 {
		found = inside
	}
	for _, i := range found {
		ids = append(ids, n.kinds[i].ID)
	}
	return ids
}

// rank orders kinds of the same name: the first is meant.
func (k Kind) rank() int {
	rank := 0
	if (journal.Kind{ID: k.ID}).BuiltIn() {
		rank++
	}
	if k.Hidden {
		rank += 2
	}
	return rank
}

// matches returns the indices of the kinds that query may mean.
func (n *names) matches(query string) []int {
	begin, inside := n.begin(nameKey(query))
	return append(begin, inside...)
}

// begin returns the kinds with a name that begins with key, and the others with a
// name in which a word does, without those that are hidden.
func (n *names) begin(key string) (whole, inside []int) {
	for i, keys := range n.keys {
		switch {
		case n.kinds[i].Hidden:
		case slices.ContainsFunc(keys, func(k string) bool { return strings.HasPrefix(k, key) }):
			whole = append(whole, i)
		case slices.ContainsFunc(keys, func(k string) bool { return strings.Contains(k, "-"+key) }):
			inside = append(inside, i)
		}
	}
	return whole, inside
}
