package report

import (
	"strings"
	"testing"

	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
)

// The kinds of work get the width of a page, before the charts that stand side
// by side.
func TestChartsOnPaper(t *testing.T) {
	charts := []chart.Chart{
		{ID: "dials", Wide: true}, {ID: "quarters"}, {ID: "quadrant"}, {ID: "kinds", Figures: []lean.Figure{lean.KindFigure}}, {ID: "year", Wide: true},
	}
	var ids []string
	for _, c := range onPaper(charts) {
		ids = append(ids, c.ID)
		if c.ID == "kinds" && !c.Wide {
			t.Error("the kinds are not wide")
		}
	}
	if got := strings.Join(ids, " "); got != "dials kinds quarters quadrant year" {
		t.Errorf("order %s", got)
	}
	if charts[3].Wide {
		t.Error("the charts given were changed")
	}
}
