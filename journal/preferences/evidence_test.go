package preferences

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// TestEvidenceIsStored: the places are there in the next program, and a caller that
// changes its copy changes nothing.
func TestEvidenceIsStored(t *testing.T) {
	path := place(t)
	want := Evidence{Places: map[string][]string{"git": {"/home/me/src/a", "/home/me/src/b"}}, Own: []string{"me@example.org"}, From: 480, To: 960, Figures: true}
	if err := Open(path).Change(func(p *Preferences) { p.Evidence = map[string]Evidence{"id": want} }); err != nil {
		t.Fatal(err)
	}
	f := Open(path)
	f.Get().Evidence["id"].Places["git"][0] = "spoilt"
	if got := f.Get().Evidence["id"]; !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// TestEvidenceOfAnotherType: what makes no sense is the default, and costs no other
// setting.
func TestEvidenceOfAnotherType(t *testing.T) {
	path := place(t)
	file := `{"language": "fr", "evidence": {"a": 7, "b": {"places": [], "own": ["me@example.org"], "from": 1200, "to": 600, "more": true}}}`
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	p := Open(path).Get()
	if p.Language != "fr" || p.Evidence["a"].Any() || p.Evidence["b"].Any() || len(p.Evidence["b"].Own) != 1 || len(p.Evidence["b"].Other) == 0 {
		t.Errorf("read %+v", p)
	}
	if from, to := p.Evidence["b"].WorkingDay(); from != 540 || to != 1020 {
		t.Errorf("the working day is from %d to %d", from, to)
	}
}

// TestEvidencesOfAnotherType: also where nothing of it makes sense, no other setting is
// lost.
func TestEvidencesOfAnotherType(t *testing.T) {
	for _, content := range []string{`5`, `[]`, `"all"`, `null`} {
		path := place(t)
		put(t, path, `{"language": "fr", "evidence": `+content+`}`)
		f := Open(path)
		if f.Get().Language != "fr" || f.Problem() != nil || len(f.Get().Evidence) > 0 {
			t.Errorf("%s is %+v (%v)", content, f.Get(), f.Problem())
		}
	}
}

// TestChangeEvidence: what is changed for one journal is so for no other, and no copy
// that was taken before changes.
func TestChangeEvidence(t *testing.T) {
	var p Preferences
	p.ChangeEvidence("mine", func(e *Evidence) { e.Own = []string{"me@example.org"} })
	before := p.Evidence["mine"]
	p.ChangeEvidence("mine", func(e *Evidence) { e.Own[0], e.DiaryAsked = "other@example.org", "2026-W47" })
	if before.Own[0] != "me@example.org" || p.Evidence["mine"].Own[0] != "other@example.org" || len(p.Evidence) != 1 {
		t.Errorf("it is %+v, and was %+v", p.Evidence, before)
	}
}
