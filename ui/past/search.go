package past

import "strings"

// matches reports whether each word of a query, folded, is in folded text.
func matches(folded string, query []string) bool {
	for _, word := range query {
		if !strings.Contains(folded, word) {
			return false
		}
	}
	return true
}
