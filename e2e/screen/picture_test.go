//go:build linux

package screen

import "testing"

// TestPictures: what differs between two pictures is found.
func TestPictures(t *testing.T) {
	picture := func(width int) Picture { return Picture{width, 1, make([]byte, 4*width)} }
	plain, other := picture(100), picture(100)
	other.Pixels[4*7] = 1
	for _, test := range []struct {
		name  string
		a, b  Picture
		share float64
	}{
		{"the same", plain, picture(100), 0},
		{"one pixel of a hundred", plain, other, 0.01},
		{"another size", plain, picture(50), 1},
		{"nothing", Picture{}, Picture{}, 1},
	} {
		if got := test.a.Changed(test.b); got != test.share {
			t.Errorf("%s: %v changed, want %v", test.name, got, test.share)
		}
	}
	white := picture(2)
	for i := range white.Pixels {
		white.Pixels[i] = 255
	}
	if plain.Light() != 0 || white.Light() != 1 || (Picture{}).Light() != 0 {
		t.Error("light is mismeasured")
	}
	if plain.Colors(40) != 1 || other.Colors(40) != 2 || other.Colors(1) != 1 {
		t.Error("colors are miscounted")
	}
}
