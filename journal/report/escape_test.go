package report

import "testing"

// A line of the user's stays a line of text.
func TestEscapeLineStarts(t *testing.T) {
	for text, want := range map[string]string{
		"- two":         `\- two`,
		"  + two":       `  \+ two`,
		"---":           `\---`,
		"===":           `\===`,
		"one\n===":      "one\n\\===",
		"12. twelve":    `12\. twelve`,
		"1) one":        `1\) one`,
		"1.5 hours":     "1.5 hours",
		"well-meant":    "well-meant",
		"# no heading":  `\# no heading`,
		"> no quote":    `\> no quote`,
		"no | table":    `no \| table`,
		"1234567890. x": "1234567890. x", // too long for the number of a list
	} {
		if got := escape(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}
