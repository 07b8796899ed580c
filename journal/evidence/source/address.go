package source

import "strings"

// Address returns an e-mail address as addresses are compared: without the space around
// it, and in small letters. What is no UTF-8 becomes U+FFFD.
func Address(text string) string {
	return strings.ToLower(strings.ToValidUTF8(strings.TrimSpace(text), "\uFFFD"))
}

// Addresses returns the set of what [Address] returns of addresses, without "".
func Addresses(texts []string) map[string]bool {
	set := make(map[string]bool)
	for _, text := range texts {
		set[Address(text)] = true
	}
	delete(set, "")
	return set
}
