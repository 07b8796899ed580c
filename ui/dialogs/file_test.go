package dialogs

import "testing"

// A name leads into no other folder, and has the ending of its format.
func TestNamed(t *testing.T) {
	for typed, want := range map[string]string{
		"../x": "x.svg", "a/b": "b.svg", "/etc/passwd": "passwd.svg", "..": "...svg", ".": "heliotrope.svg", "": "heliotrope.svg",
		"  talk ": "talk.svg", "/": "heliotrope.svg", "con": "con.svg", "a/b/../../etc/lean": "lean.svg", " ": "heliotrope.svg",
		"lean": "lean.svg", "lean.SVG": "lean.SVG", "lean.png": "lean.png.svg",
	} {
		if got := named(typed, ".svg"); got != want {
			t.Errorf("named(%q) = %q, want %q", typed, got, want)
		}
	}
}
