package chart

import "testing"

// A text that has room neither to the right nor to the left of its line stands over it,
// in full, and so that no other line runs through it.
func TestCalloutOverItsLine(t *testing.T) {
	xs := []float64{50, 90}
	placed := placeCallouts(xs, []string{"sixty characters are more than there is on either side of it.", "short"}, 0, 100, 3, mono{})
	long, short := placed[0], placed[1]
	if !long.over() || long.from < 0 || long.to > 100 || long.to-long.from != 61 {
		t.Errorf("the long text is %+v", long)
	}
	if short.label != "short" || short.row < 0 {
		t.Errorf("the short text is %+v", short)
	}
	if long.row <= short.row && long.from-calloutGap < xs[1] && xs[1] < long.to+calloutGap {
		t.Errorf("the line of the short text in row %d runs through the long one in row %d", short.row, long.row)
	}
	if alone := placeCallouts([]float64{10}, []string{"short"}, 0, 100, 3, mono{})[0]; alone.over() || alone.leftward || alone.row != 0 {
		t.Errorf("with room it is %+v", alone)
	}
}
