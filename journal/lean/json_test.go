package lean

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"heliotrope/journal"
)

// TestJSONEmpty pins the whole answer for an empty journal: lists are empty,
// not null, and figures that nobody knows are null.
func TestJSONEmpty(t *testing.T) {
	today, err := journal.ParseWeek("2026-W47")
	if err != nil {
		t.Fatal(err)
	}
	got, err := json.Marshal(Of(nil, nil, SpanOf(nil, today)))
	if err != nil {
		t.Fatal(err)
	}
	level := `"mid":null,"lo50":null,"hi50":null,"lo90":null,"hi90":null,"pPeople":null,"level":[]`
	rating := `{"n":0,"mean":null,"lo":null,"hi":null}`
	want := `{"span":{"from":"2026-W47","to":"2026-W47"},"weeksLogged":0,"weeksSpanned":1,"moments":0,"weeks":[],` +
		`"time":{"state":"insufficient","since":null,` + level + `},` +
		`"energy":{"state":"insufficient","since":null,` + level +
		`,"tracks":{"technical":` + rating + `,"both":` + rating + `,"people":` + rating + `}},` +
		`"memory":{"weeks":0,"mean":null,"lo":null,"hi":null,"allowance":0.1},` +
		`"trend":null,"changePoint":null,"kinds":[],"stated":[`
	var stated []string
	for _, q := range journal.Questions {
		stated = append(stated, `{"question":"`+string(q)+`","n":0,"mean":null}`)
	}
	want += strings.Join(stated, ",") + `],"events":[]}`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// namesOf returns the names of a JSON object in their order.
func namesOf(t *testing.T, object []byte) string {
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
	return strings.Join(names, " ")
}

// TestJSONNames pins the names and their order in every object.
func TestJSONNames(t *testing.T) {
	entries := alternating(20, 20, 1)
	entries[0].Answers = []journal.Answer{{Question: journal.Questions[0], Value: 1}}
	rising := alternating(40, 0, 1)
	for i := range rising {
		rising[i].Split = &journal.Split{Technical: 100 - i, People: i}
	}
	var got, moving map[string]json.RawMessage
	for to, from := range map[*map[string]json.RawMessage][]journal.Entry{&got: entries, &moving: rising} {
		text, err := json.Marshal(Of(from, []journal.Event{event(20, journal.RoleEvent)}, spanOfWeeks(45)))
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(text, to); err != nil {
			t.Fatal(err)
		}
	}
	got["trend"] = moving["trend"]
	for key, want := range map[string]string{
		"span": "from to", "weeks": "week time evidence hours energy",
		"time":   "state since mid lo50 hi50 lo90 hi90 pPeople level",
		"energy": "state since mid lo50 hi50 lo90 hi90 pPeople level tracks",
		"memory": "weeks mean lo hi allowance",
		"trend":  "perQuarter lo hi z p", "changePoint": "week p",
		"kinds": "id hours n mean lo hi drained", "stated": "question n mean",
		"events": "id week kind time energy",
	} {
		value := got[key]
		var list []json.RawMessage
		if json.Unmarshal(value, &list) == nil {
			if len(list) == 0 {
				t.Errorf("no %s", key)
				continue
			}
			value = list[0]
		}
		if names := namesOf(t, value); names != want {
			t.Errorf("%s has %s, want %s", key, names, want)
		}
	}
}

// TestJSONNulls: null stands exactly where a figure is not defined, and hours
// are only those said.
func TestJSONNulls(t *testing.T) {
	away := entry(1, moment(journal.Technical, 1, 1))
	away.Away = "leave"
	var got struct{ Weeks []json.RawMessage }
	whole, err := json.Marshal(Of([]journal.Entry{
		entry(0, moment(journal.Technical, 1, 2), moment(journal.Technical, 2, 0), moment(journal.People, 0, 0)), away,
	}, nil, spanOfWeeks(2)))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(whole, &got); err != nil {
		t.Fatal(err)
	}
	none := `{"technical":null,"both":null,"people":null}`
	for i, want := range []string{
		`{"week":"2024-W01","time":-0.6,"evidence":null,"hours":{"technical":2,"both":0,"people":null},"energy":{"technical":1.5,"both":null,"people":0}}`,
		`{"week":"2024-W02","time":null,"evidence":null,"hours":` + none + `,"energy":` + none + `}`,
	} {
		if string(got.Weeks[i]) != want {
			t.Errorf("got  %s\nwant %s", got.Weeks[i], want)
		}
	}
}
