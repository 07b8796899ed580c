package lean

import (
	"encoding/json"

	"heliotrope/journal"
)

// The shape that `heliotrope lean --json` writes and that others read. It is
// apart from Result, so that Result may change and this may not. A null says
// that a figure is not defined; a list is never null.
type (
	resultJSON struct {
		Span         spanJSON         `json:"span"`
		WeeksLogged  int              `json:"weeksLogged"`
		WeeksSpanned int              `json:"weeksSpanned"`
		Moments      int              `json:"moments"`
		Weeks        []weekJSON       `json:"weeks"`
		Time         dialJSON         `json:"time"`
		Energy       energyJSON       `json:"energy"`
		Memory       memoryJSON       `json:"memory"`
		Trend        *trendJSON       `json:"trend"`
		ChangePoint  *changePointJSON `json:"changePoint"`
		Kinds        []kindJSON       `json:"kinds"`
		Stated       []statedJSON     `json:"stated"`
		Events       []eventJSON      `json:"events"`
	}
	spanJSON struct {
		From journal.Week `json:"from"`
		To   journal.Week `json:"to"`
	}
	weekJSON struct {
		Week     journal.Week      `json:"week"`
		Time     *float64          `json:"time"`
		Evidence *float64          `json:"evidence"`
		Hours    ByTrack[*float64] `json:"hours"`
		Energy   ByTrack[*float64] `json:"energy"`
	}
	rangeJSON struct {
		Mid     *float64 `json:"mid"`
		Low50   *float64 `json:"lo50"`
		High50  *float64 `json:"hi50"`
		Low90   *float64 `json:"lo90"`
		High90  *float64 `json:"hi90"`
		PPeople *float64 `json:"pPeople"`
	}
	levelJSON struct {
		Week journal.Week `json:"week"`
		rangeJSON
	}
	dialJSON struct {
		State State         `json:"state"`
		Since *journal.Week `json:"since"`
		rangeJSON
		Level []levelJSON `json:"level"`
	}
	energyJSON struct {
		dialJSON
		Tracks ByTrack[ratingJSON] `json:"tracks"`
	}
	ratingJSON struct {
		N    int      `json:"n"`
		Mean *float64 `json:"mean"`
		Low  *float64 `json:"lo"`
		High *float64 `json:"hi"`
	}
	memoryJSON struct {
		Weeks     int      `json:"weeks"`
		Mean      *float64 `json:"mean"`
		Low       *float64 `json:"lo"`
		High      *float64 `json:"hi"`
		Allowance float64  `json:"allowance"`
	}
	trendJSON struct {
		PerQuarter float64 `json:"perQuarter"`
		Low        float64 `json:"lo"`
		High       float64 `json:"hi"`
		Z          float64 `json:"z"`
		P          float64 `json:"p"`
	}
	kindJSON struct {
		ID    string   `json:"id"`
		Hours *float64 `json:"hours"`
		ratingJSON
		Drained int `json:"drained"`
	}
	changePointJSON struct {
		Week journal.Week `json:"week"`
		P    float64      `json:"p"`
	}
	statedJSON struct {
		Question journal.Question `json:"question"`
		N        int              `json:"n"`
		Mean     *float64         `json:"mean"`
	}
	eventJSON struct {
		ID     string            `json:"id"`
		Week   journal.Week      `json:"week"`
		Kind   journal.EventKind `json:"kind"`
		Time   differenceJSON    `json:"time"`
		Energy differenceJSON    `json:"energy"`
	}
	differenceJSON struct {
		Before     *float64 `json:"before"`
		After      *float64 `json:"after"`
		Difference *float64 `json:"difference"`
		Low90      *float64 `json:"lo90"`
		High90     *float64 `json:"hi90"`
	}
)

// known returns a pointer to x, or nil if x is not defined.
func known[T any](x T, defined bool) *T {
	if !defined {
		return nil
	}
	return &x
}

// MarshalJSON writes r as `heliotrope lean --json` does. Numbers keep all their
// digits.
func (r Result) MarshalJSON() ([]byte, error) {
	out := resultJSON{
		Span:         spanJSON(r.Span),
		WeeksLogged:  r.WeeksLogged,
		WeeksSpanned: r.Span.Weeks(),
		Moments:      r.Moments,
		Weeks:        make([]weekJSON, len(r.Weeks)),
		Time:         jsonOfDial(r.Time.Dial),
		Energy:       energyJSON{dialJSON: jsonOfDial(r.Energy.Dial)},
		Memory:       jsonOfMemory(r.Memory),
		Kinds:        make([]kindJSON, len(r.Kinds)),
		Stated:       make([]statedJSON, len(r.Stated)),
		Events:       make([]eventJSON, len(r.Changes)),
	}
	tracks := r.Energy.Tracks
	out.Energy.Tracks = ByTrack[ratingJSON]{
		jsonOfRating(tracks.Technical), jsonOfRating(tracks.Both), jsonOfRating(tracks.People),
	}
	for i, w := range r.Weeks {
		out.Weeks[i] = jsonOfWeek(w)
	}
	if r.Trend != nil {
		out.Trend = known(trendJSON(*r.Trend), true)
	}
	for i, k := range r.Kinds {
		out.Kinds[i] = kindJSON{k.ID, known(k.Hours, k.Hours > 0), jsonOfRating(k.Rating), k.Drained}
	}
	if r.ChangePoint != nil {
		out.ChangePoint = known(changePointJSON(*r.ChangePoint), true)
	}
	for i, s := range r.Stated {
		out.Stated[i] = statedJSON{s.Question, s.N, known(s.Mean, s.N > 0)}
	}
	for i, c := range r.Changes {
		out.Events[i] = eventJSON{c.Event.ID, c.Event.Week, c.Event.Kind, jsonOfDifference(c.Time), jsonOfDifference(c.Energy)}
	}
	return json.Marshal(out)
}

func jsonOfWeek(w Week) weekJSON {
	out := weekJSON{Week: w.Week, Time: known(w.Time, w.Observed), Evidence: known(w.Evidence, w.HasEvidence)}
	hours := func(t journal.Track) *float64 {
		h := w.Hours.Of(t)
		// None is a figure only where no moment of that track could have had some.
		return known(h, h > 0 || w.HasHours && w.Energy.Of(t).N == 0)
	}
	energy := func(t journal.Track) *float64 { return known(w.Energy.Of(t).Mean()) }
	out.Hours = ByTrack[*float64]{hours(journal.Technical), hours(journal.Both), hours(journal.People)}
	out.Energy = ByTrack[*float64]{energy(journal.Technical), energy(journal.Both), energy(journal.People)}
	return out
}

func jsonOfDial(d Dial) dialJSON {
	now, defined := d.Now()
	out := dialJSON{
		State: d.State, Since: known(d.Since, d.Weeks > 0),
		rangeJSON: jsonOfLevel(now, defined), Level: make([]levelJSON, len(d.Levels)),
	}
	for i, l := range d.Levels {
		out.Level[i] = levelJSON{l.Week, jsonOfLevel(l, true)}
	}
	return out
}

func jsonOfLevel(l Level, defined bool) rangeJSON {
	return rangeJSON{
		known(l.Mid, defined), known(l.Low50, defined), known(l.High50, defined),
		known(l.Low90, defined), known(l.High90, defined), known(l.ProbabilityPeople, defined),
	}
}

func jsonOfRating(r Rating) ratingJSON {
	some := r.N > 0
	return ratingJSON{r.N, known(r.Mean, some), known(r.Low, some), known(r.High, some)}
}

func jsonOfMemory(m Memory) memoryJSON {
	some := m.Weeks > 0
	return memoryJSON{m.Weeks, known(m.Mean, some), known(m.Low, some), known(m.High, some), m.Allowance}
}

func jsonOfDifference(d Difference) differenceJSON {
	return differenceJSON{
		known(d.Before.Mid, d.Before != Level{}), known(d.After.Mid, d.After != Level{}),
		known(d.Mid, d.Comparable), known(d.Low, d.Comparable), known(d.High, d.Comparable),
	}
}
