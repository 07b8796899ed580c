package native

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
)

func TestFit(t *testing.T) {
	laptop, beside, above := Rect{0, 27, 1366, 741}, Rect{1366, 0, 1920, 1080}, Rect{0, -1440, 2560, 1440}
	frame := Frame{1, 20, 1, 5}
	for _, test := range []struct {
		name    string
		was     Rect
		screens []Rect
		frame   Frame
		want    Rect
	}{
		{"where it was", Rect{100, 90, 1003, 611}, []Rect{laptop}, frame, Rect{100, 90, 1003, 611}},
		{"as large as its screen", Rect{0, 27, 1366, 741}, []Rect{laptop}, Frame{}, Rect{0, 27, 1366, 741}},
		{"with a frame around it", Rect{0, 27, 1366, 741}, []Rect{laptop}, frame, Rect{1, 47, 1364, 716}},
		{"larger than its screen", Rect{10, 40, 2400, 1600}, []Rect{laptop}, Frame{}, Rect{0, 27, 1366, 741}},
		{"partly beside its screen", Rect{900, 400, 800, 600}, []Rect{laptop}, Frame{}, Rect{566, 168, 800, 600}},
		{"on the second screen", Rect{1500, 100, 1200, 800}, []Rect{laptop, beside}, frame, Rect{1500, 100, 1200, 800}},
		{"on a screen that is gone", Rect{1500, 100, 1200, 700}, []Rect{laptop}, frame, Rect{165, 63, 1200, 700}},
		{"on one above", Rect{300, -1200, 1200, 800}, []Rect{laptop, above}, frame, Rect{300, -1200, 1200, 800}},
		{"between two", Rect{1000, 100, 1200, 800}, []Rect{laptop, beside}, Frame{}, Rect{1366, 100, 1200, 800}},
		{"far away", Rect{-9000, -9000, 800, 600}, []Rect{laptop, beside}, Frame{}, Rect{0, 27, 800, 600}},
		{"on a screen of which nothing is known", Rect{-5, 7, 800, 600}, nil, frame, Rect{-5, 7, 800, 600}},
	} {
		got := test.was.Fit(test.screens, test.frame)
		if got != test.want {
			t.Errorf("%s: it opens at %+v, want %+v", test.name, got, test.want)
		}
		if again := got.Fit(test.screens, test.frame); again != got {
			t.Errorf("%s: it moves to %+v when it is opened again", test.name, again)
		}
	}
}

func TestCenter(t *testing.T) {
	for _, test := range []struct {
		name          string
		width, height int
		screens       []Rect
		want          Rect
	}{
		{"a large screen", 1200, 800, []Rect{{0, 0, 1920, 1080}}, Rect{360, 140, 1200, 800}},
		{"a laptop with a panel above", 1200, 800, []Rect{{0, 40, 1366, 728}}, Rect{83, 60, 1200, 703}},
		{"a small laptop", 1200, 800, []Rect{{0, 0, 1280, 760}}, Rect{40, 20, 1200, 735}},
		{"twice the scale", 2400, 1600, []Rect{{0, 0, 1366, 768}}, Rect{1, 20, 1364, 743}},
		{"the first of two", 1200, 800, []Rect{{1366, 0, 1920, 1080}, {0, 0, 1366, 768}}, Rect{1726, 140, 1200, 800}},
		{"no screen", 1200, 800, nil, Rect{0, 0, 1200, 800}},
	} {
		if got := Center(test.width, test.height, test.screens, Frame{1, 20, 1, 5}); got != test.want {
			t.Errorf("%s: it opens at %+v, want %+v", test.name, got, test.want)
		}
	}
}

func TestUsable(t *testing.T) {
	for r, want := range map[Rect]bool{
		{}: false, {0, 0, 10, 10}: false, {5, 5, 1200, 100}: false, {-50, 0, 320, 240}: true, {0, 0, 1200, 800}: true,
	} {
		if r.Usable() != want {
			t.Errorf("%+v: %v", r, !want)
		}
	}
}

// A key has the name of its letter, and that of its place where that is of use.
func TestKeyNames(t *testing.T) {
	for _, test := range []struct {
		name          string
		letter, place string
		want          []fyne.KeyName
	}{
		{"a letter", "N", "N", []fyne.KeyName{"N"}},
		{"a digit", "1", "1", []fyne.KeyName{"1"}},
		{"A where others have Q", "A", "Q", []fyne.KeyName{"A"}},
		{"& above 1", "&", "1", []fyne.KeyName{"&", "1"}},
		{"minus above 6", "-", "6", []fyne.KeyName{"-", "6"}},
		{"a letter that is not Latin", "Т", "N", []fyne.KeyName{"Т", "N"}},
		{"a key without a letter", "", "", nil},
	} {
		if got := keyNames(test.letter, test.place); !slices.Equal(got, test.want) {
			t.Errorf("%s: it has the names %q, want %q", test.name, got, test.want)
		}
	}
}
