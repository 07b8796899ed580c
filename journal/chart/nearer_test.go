package chart

import (
	"testing"

	"heliotrope/journal/lean"
)

// A name is not put where it is nearer to another mark than to its own.
func TestNearerOther(t *testing.T) {
	quarter := func(time float64) lean.Quarter {
		return lean.Quarter{Time: lean.Level{Mid: time}, HasEnergy: true}
	}
	c := &quadrantChart{painter: painter{measure: mono{}}, quarters: []lean.Quarter{quarter(-0.5), quarter(0), quarter(0.5)}, reach: 2, right: 400, bottom: 400}
	own := c.of(c.quarters[1])
	above := Rect{Min: Point{own.X - 20, own.Y - 20}, Max: Point{own.X + 20, own.Y - 8}}
	if c.nearerOther(above, 1) {
		t.Error("right above its mark it is taken for the name of another")
	}
	other := c.of(c.quarters[2])
	between := Rect{Min: Point{other.X - 48, own.Y - 6}, Max: Point{other.X - 8, own.Y + 6}}
	if !c.nearerOther(between, 1) {
		t.Error("right next to another mark it is taken for its own")
	}
}
