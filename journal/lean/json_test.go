package lean

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"heliotrope/journal"
)

// TestJSONEmpty pins the whole answer for an empty journal: lists are empty,
// not null, and figures that nobody knows are null.
func TestJSONEmpty(t *testing.T) {
	got, err := json.Marshal(Of(nil, nil, SpanOf(nil, mustWeek("2026-W47"))))
	if err != nil {
		t.Fatal(err)
	}
	want := `{"weeks":[],"level":[],` +
		`"now":{"side":"none","strength":"insufficient","mid":null,"lo90":null,"hi90":null,"pPeople":null},` +
		`"trend":null,"time":{"technical":0,"people":0},` +
		`"energy":{"technical":null,"people":null,"difference":null},"kinds":[],` +
		`"weeksLogged":0,"weeksSpanned":1,"moments":0,"weeksNeeded":null,"willNotSettle":false,` +
		`"changePoint":null,"stated":[`
	var stated []string
	for _, q := range journal.Questions {
		stated = append(stated, `{"question":"`+string(q)+`","n":0,"mean":null}`)
	}
	want += strings.Join(stated, ",") + `]}`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestJSONNames pins the names and their order in every object on a journal that has everything.
func TestJSONNames(t *testing.T) {
	entries := append(steady(20, 90, 0, 10), changed(steady(20, 10, 0, 90), func(e *journal.Entry) {
		e.Week = e.Week.Add(20)
		e.Answers = randomAnswers(rand.New(rand.NewPCG(1, 1)))
	})...)
	text, err := json.Marshal(Of(entries, nil, spanOfWeeks(45)))
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]json.RawMessage
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	if names := strings.Join(namesOf(t, text), " "); names !=
		"weeks level now trend time energy kinds weeksLogged weeksSpanned moments weeksNeeded willNotSettle changePoint stated" {
		t.Errorf("names %s", names)
	}
	for key, want := range map[string]string{
		"weeks": "week T D L nEff", "level": "week mid lo50 hi50 lo90 hi90 pPeople",
		"now": "side strength mid lo90 hi90 pPeople", "trend": "perQuarter lo hi z p",
		"time": "technical people", "energy": "technical people difference",
		"kinds": "id n hours mean lo hi", "changePoint": "week p", "stated": "question n mean",
	} {
		value := got[key]
		var list []json.RawMessage
		if json.Unmarshal(value, &list) == nil {
			value = list[0]
		}
		if names := strings.Join(namesOf(t, value), " "); names != want {
			t.Errorf("%s has %s, want %s", key, names, want)
		}
	}
	for key, want := range map[string]string{"weeksLogged": "40", "weeksSpanned": "45", "moments": "120"} {
		if string(got[key]) != want {
			t.Errorf("%s is %s, want %s", key, got[key], want)
		}
	}
}

// namesOf returns the names of a JSON object in their order.
func namesOf(t *testing.T, object []byte) []string {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(object))
	if start, err := decoder.Token(); err != nil || start != json.Delim('{') {
		t.Fatalf("not an object: %s", object)
	}
	var names []string
	for decoder.More() {
		name, err := decoder.Token()
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, name.(string))
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			t.Fatal(err)
		}
	}
	return names
}

// TestJSONValues reads back what was written: every digit is there, and null
// stands exactly where a figure is not defined.
func TestJSONValues(t *testing.T) {
	away := entry(2)
	away.Away = "leave"
	r := Of(append(steady(2, 40, 0, 60), away, splitEntry(3, 10, 0, 90)), nil, spanOfWeeks(6))
	text, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Weeks []struct {
			Week          journal.Week
			T, D, L, NEff *float64
		}
		Level []struct {
			Week                                 journal.Week
			Mid, Lo50, Hi50, Lo90, Hi90, PPeople float64
		}
		Now         struct{ Mid, Lo90, Hi90, PPeople *float64 }
		Kinds       []struct{ Lo, Hi *float64 }
		WeeksNeeded *int
	}
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	for i, w := range got.Weeks {
		nulls := []bool{w.T == nil, w.D == nil, w.L == nil, w.NEff == nil}
		want := [][]bool{{false, false, false, false}, {false, false, false, false}, {true, true, true, true}, {false, true, false, false}}[i]
		if !slices.Equal(nulls, want) {
			t.Errorf("%v: null where %v, want %v", w.Week, nulls, want)
		}
		if w.L != nil && *w.L != r.Weeks[i].L {
			t.Errorf("%v: L lost digits: %v, want %v", w.Week, *w.L, r.Weeks[i].L)
		}
	}
	for i, l := range got.Level {
		if want := r.Levels[i]; (Level{l.Week, l.Mid, l.Lo50, l.Hi50, l.Lo90, l.Hi90, l.PPeople}) != want {
			t.Errorf("level %+v, want %+v", l, want)
		}
	}
	last := r.Levels[len(r.Levels)-1]
	if *got.Now.Mid != last.Mid || *got.Now.Lo90 != last.Low90 || *got.Now.Hi90 != last.High90 || *got.Now.PPeople != last.ProbabilityPeople {
		t.Errorf("now %+v is not the last level %+v", got.Now, last)
	}
	for i, k := range got.Kinds {
		if (k.Lo == nil) == r.Kinds[i].HasBand || (k.Hi == nil) == r.Kinds[i].HasBand {
			t.Errorf("kind %d: interval %v to %v", i, k.Lo, k.Hi)
		}
	}
	if got.WeeksNeeded != nil {
		t.Errorf("%d weeks needed before a first reading", *got.WeeksNeeded)
	}
	clear, err := json.Marshal(Of(steady(20, 10, 0, 90), nil, spanOfWeeks(20)))
	if err != nil || !bytes.Contains(clear, []byte(`"weeksNeeded":0,`)) {
		t.Errorf("a clear side needs more weeks: %v", err)
	}
}
