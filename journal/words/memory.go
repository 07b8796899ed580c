package words

import (
	"math"

	"heliotrope/journal"
	"heliotrope/journal/lean"
)

// agreeing is by how many percentage points splits may very likely differ from what
// was measured to agree with it.
const agreeing = 5

// memory formats how the splits compare with what the same weeks were measured to
// hold; "" before that changes anything.
func (w *Words) memory(m lean.Memory) string {
	if !m.Own() {
		return ""
	}
	args := Args{"Weeks": w.Count("count.weeks", m.Weeks), "Measured": w.measured(m)}
	points := int(math.Round(50 * math.Abs(m.Mean))) // T runs from -1 to 1, a share from 0 to 1
	if points > 0 && (m.Low > 0 || m.High < 0) {
		args["Side"] = w.toward(sideOf(m.Mean))
		return w.Count("finding.memory.more", points, args)
	}
	if most := int(math.Ceil(50 * max(-m.Low, m.High))); most <= agreeing {
		return w.Count("finding.memory.near", max(most, 1), args)
	}
	return w.Say("finding.memory.apart", args)
}

// MemoryAhead formats how many more weeks it takes to compare the splits with what
// was measured; "" where nothing was, and once they are compared.
func (w *Words) MemoryAhead(r lean.Result) string {
	if r.Memory.Weeks == 0 || r.Memory.Own() {
		return ""
	}
	return w.Count("trends.memory.ahead", r.Memory.Missing(), Args{"Measured": w.measured(r.Memory)})
}

// measured names what the splits are compared with.
func (w *Words) measured(m lean.Memory) string {
	switch m.Diary {
	case 0:
		return w.Say("finding.memory.calendar")
	case m.Weeks:
		return w.Say("finding.memory.diary")
	}
	return w.Say("finding.memory.both")
}

// Remembered formats the split of a week next to the hours that were measured, as
// shares of the people side.
func (w *Words) Remembered(s journal.Split, h journal.Hours) string {
	return w.Say("explained.memory", Args{
		"Side":     w.toward(lean.People),
		"Split":    w.share((float64(s.People) + float64(s.Both)/2) / 100),
		"Measured": w.share((h.People + h.Both/2) / h.Sum()),
	})
}
