package main

// nearest returns the one of names that a typing error may have turned into
// name, or "" if none is near.
func nearest(name string, names []string) string {
	typed := []rune(letters(name))
	best, least := "", len(typed)/3+2
	for _, n := range names {
		if d := distance(typed, []rune(letters(n))); d < least {
			best, least = n, d
		}
	}
	return best
}

// distance returns how many characters must be inserted, removed or replaced to
// make b of a: their Levenshtein distance.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range a {
		above := row[0]
		row[0] = i + 1
		for j, s := range b {
			replaced := above
			if r != s {
				replaced++
			}
			above = row[j+1]
			row[j+1] = min(replaced, above+1, row[j]+1)
		}
	}
	return row[len(b)]
}
