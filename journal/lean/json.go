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
		Weeks         []weekJSON       `json:"weeks"`
		Level         []levelJSON      `json:"level"`
		Now           nowJSON          `json:"now"`
		Trend         *trendJSON       `json:"trend"`
		Time          sharesJSON       `json:"time"`
		Energy        energyJSON       `json:"energy"`
		Kinds         []kindJSON       `json:"kinds"`
		WeeksLogged   int              `json:"weeksLogged"`
		WeeksSpanned  int              `json:"weeksSpanned"`
		Moments       int              `json:"moments"`
		WeeksNeeded   *int             `json:"weeksNeeded"`
		WillNotSettle bool             `json:"willNotSettle"`
		ChangePoint   *changePointJSON `json:"changePoint"`
		Stated        []statedJSON     `json:"stated"`
	}
	weekJSON struct {
		Week journal.Week `json:"week"`
		T    *float64     `json:"T"`
		D    *float64     `json:"D"`
		L    *float64     `json:"L"`
		NEff *float64     `json:"nEff"`
	}
	levelJSON struct {
		Week              journal.Week `json:"week"`
		Mid               float64      `json:"mid"`
		Low50             float64      `json:"lo50"`
		High50            float64      `json:"hi50"`
		Low90             float64      `json:"lo90"`
		High90            float64      `json:"hi90"`
		ProbabilityPeople float64      `json:"pPeople"`
	}
	nowJSON struct {
		Side     Side     `json:"side"`
		Strength Strength `json:"strength"`
		Mid      *float64 `json:"mid"`
		Low90    *float64 `json:"lo90"`
		High90   *float64 `json:"hi90"`
		PPeople  *float64 `json:"pPeople"`
	}
	trendJSON struct {
		PerQuarter float64 `json:"perQuarter"`
		Low        float64 `json:"lo"`
		High       float64 `json:"hi"`
		Z          float64 `json:"z"`
		P          float64 `json:"p"`
	}
	sharesJSON struct {
		Technical float64 `json:"technical"`
		People    float64 `json:"people"`
	}
	energyJSON struct {
		Technical  *float64 `json:"technical"`
		People     *float64 `json:"people"`
		Difference *float64 `json:"difference"`
	}
	kindJSON struct {
		ID    string   `json:"id"`
		N     int      `json:"n"`
		Hours float64  `json:"hours"`
		Mean  float64  `json:"mean"`
		Low   *float64 `json:"lo"`
		High  *float64 `json:"hi"`
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
	v, some := r.Verdict, len(r.Levels) > 0
	difference, both := r.Energy.Difference()
	out := resultJSON{
		Weeks: make([]weekJSON, len(r.Weeks)),
		Level: make([]levelJSON, len(r.Levels)),
		Now: nowJSON{
			Side: v.Side, Strength: v.Strength,
			Mid:     known(v.Level.Mid, some),
			Low90:   known(v.Level.Low90, some),
			High90:  known(v.Level.High90, some),
			PPeople: known(v.Level.ProbabilityPeople, some),
		},
		Time: sharesJSON(r.Time),
		Energy: energyJSON{
			Technical:  known(r.Energy.Technical, r.Energy.HasTechnical),
			People:     known(r.Energy.People, r.Energy.HasPeople),
			Difference: known(difference, both),
		},
		Kinds:         make([]kindJSON, len(r.Kinds)),
		WeeksLogged:   r.WeeksLogged,
		WeeksSpanned:  r.Span.Weeks(),
		Moments:       r.Moments,
		WeeksNeeded:   known(v.WeeksNeeded, v.WeeksNeeded >= 0),
		WillNotSettle: v.WillNotSettle,
		Stated:        make([]statedJSON, len(r.Stated)),
	}
	for i, w := range r.Weeks {
		out.Weeks[i] = weekJSON{
			w.Week, known(w.T, w.Observed), known(w.D, w.HasD), known(w.L, w.Observed), known(w.NEff, w.Observed),
		}
	}
	for i, l := range r.Levels {
		out.Level[i] = levelJSON(l)
	}
	if r.Trend != nil {
		out.Trend = known(trendJSON(*r.Trend), true)
	}
	for i, k := range r.Kinds {
		out.Kinds[i] = kindJSON{k.ID, k.N, k.Hours, k.Mean, known(k.Low, k.HasBand), known(k.High, k.HasBand)}
	}
	if r.ChangePoint != nil {
		out.ChangePoint = known(changePointJSON(*r.ChangePoint), true)
	}
	for i, s := range r.Stated {
		out.Stated[i] = statedJSON{s.Question, s.N, known(s.Mean, s.N > 0)}
	}
	return json.Marshal(out)
}
