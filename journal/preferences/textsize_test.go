package preferences

import "testing"

func TestTextPercent(t *testing.T) {
	for stored, want := range map[int]int{
		0: 100, 1: 120, 2: 145, // as older versions wrote them
		100: 100, 110: 110, 145: 145, 200: 200,
		-1: 100, 3: 100, 99: 100, 201: 200, 1 << 40: 200,
	} {
		p := Preferences{TextSize: stored}
		if got := p.TextPercent(); got != want {
			t.Errorf("a size of %d is %d percent, want %d", stored, got, want)
		}
	}
}

func TestTextSteps(t *testing.T) {
	for _, tt := range []struct{ from, larger, smaller int }{
		{0, 110, 100}, {1, 130, 110}, {2, 150, 140}, {100, 110, 100}, {105, 110, 100}, {190, 200, 180}, {200, 200, 190},
	} {
		p := Preferences{TextSize: tt.from}
		p.EnlargeText()
		if p.TextPercent() != tt.larger {
			t.Errorf("larger than %d is %d percent, want %d", tt.from, p.TextPercent(), tt.larger)
		}
		p = Preferences{TextSize: tt.from}
		p.ReduceText()
		if p.TextPercent() != tt.smaller {
			t.Errorf("smaller than %d is %d percent, want %d", tt.from, p.TextPercent(), tt.smaller)
		}
		if p.ResetText(); p.TextPercent() != 100 {
			t.Errorf("the usual size is %d percent", p.TextPercent())
		}
	}
}
