package exchange

import (
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"heliotrope/journal"
)

// The records say what the file looks like: names, order, and what is left out
// when it says nothing. They are apart from the domain's types, so that those
// can change and the file cannot.
type (
	fileRecord struct {
		Format   string        `json:"format"`
		Version  int           `json:"version"`
		ID       string        `json:"id"`
		Exported time.Time     `json:"exported"`
		Kinds    []kindRecord  `json:"kinds"`
		Events   []eventRecord `json:"events"`
		Entries  []entryRecord `json:"entries"`
	}
	kindRecord struct {
		ID    string        `json:"id"`
		Name  string        `json:"name"`
		Track journal.Track `json:"track"`
	}
	eventRecord struct {
		ID          string            `json:"id"`
		Week        journal.Week      `json:"week"`
		Kind        journal.EventKind `json:"kind"`
		Title       string            `json:"title"`
		Role        journal.Role      `json:"role,omitzero"`
		CompanySize string            `json:"companySize,omitzero"`
	}
	entryRecord struct {
		Week       journal.Week   `json:"week"`
		Away       string         `json:"away"`
		Split      *splitRecord   `json:"split,omitzero"`
		Moments    []momentRecord `json:"moments"`
		Answers    []answerRecord `json:"answers"`
		Prompt     string         `json:"prompt"`
		Reflection string         `json:"reflection"`
		Updated    time.Time      `json:"updated,omitzero"`
	}
	splitRecord struct {
		Technical int `json:"technical"`
		Both      int `json:"both"`
		People    int `json:"people"`
	}
	momentRecord struct {
		ID      string        `json:"id"`
		Text    string        `json:"text"`
		Kind    string        `json:"kind"`
		Track   journal.Track `json:"track"`
		Energy  int           `json:"energy"`
		Hours   float64       `json:"hours"`
		Tags    []string      `json:"tags"`
		Private bool          `json:"private"`
		Chosen  bool          `json:"chosen"`
		Logged  time.Time     `json:"logged,omitzero"`
	}
	answerRecord struct {
		Question journal.Question `json:"question"`
		Value    int              `json:"value"`
	}
)

// Write writes c as an exchange file: events and entries sorted, two spaces of
// indentation, one line feed at the end. The same c and exported give the same
// bytes. It writes nothing, and returns an error that wraps a
// *[journal.InvalidError] or an *[Error], if Read would refuse the file; any
// other error is w's.
func Write(w io.Writer, c journal.Contents, exported time.Time) error {
	data, err := encode(c, exported)
	if err != nil {
		return fmt.Errorf("write exchange file: %w", err)
	}
	if _, err := w.Write(data); err != nil {
		return fmt.Errorf("write exchange file: %w", err)
	}
	return nil
}

func encode(c journal.Contents, exported time.Time) ([]byte, error) {
	if err := c.Validate(); err != nil {
		return nil, err
	}
	if err := checkLimits(c); err != nil {
		return nil, err
	}
	c.Events, c.Entries = slices.Clone(c.Events), slices.Clone(c.Entries)
	c.Sort()
	data, err := json.Marshal(recordOf(c, exported), jsontext.WithIndent("  "))
	if err != nil {
		return nil, err
	}
	if len(data) >= MaxSize {
		return nil, &Error{Problem: ProblemTooLarge}
	}
	return append(data, '\n'), nil
}

// checkLimits checks what [journal.Contents.Validate] leaves to the file.
func checkLimits(c journal.Contents) error {
	if len(c.Kinds) > MaxKinds {
		return &Error{Path: fmt.Sprintf("kinds[%d]", MaxKinds), Problem: ProblemTooMany}
	}
	if len(c.Events) > MaxEvents {
		return &Error{Path: fmt.Sprintf("events[%d]", MaxEvents), Problem: ProblemTooMany}
	}
	moments := 0
	for i, e := range c.Entries {
		if moments += len(e.Moments); moments > MaxMoments {
			last := len(e.Moments) - (moments - MaxMoments)
			return &Error{Path: fmt.Sprintf("entries[%d].moments[%d]", i, last), Problem: ProblemTooMany}
		}
	}
	return nil
}

func recordOf(c journal.Contents, exported time.Time) fileRecord {
	file := fileRecord{Format: Format, Version: Version, ID: c.ID, Exported: exported.UTC()}
	for _, k := range c.Kinds {
		file.Kinds = append(file.Kinds, kindRecord(k))
	}
	for _, e := range c.Events {
		file.Events = append(file.Events, eventRecord(e))
	}
	for _, e := range c.Entries {
		file.Entries = append(file.Entries, entryRecordOf(e))
	}
	return file
}

func entryRecordOf(e journal.Entry) entryRecord {
	record := entryRecord{
		Week:       e.Week,
		Away:       e.Away,
		Split:      (*splitRecord)(e.Split),
		Prompt:     e.Prompt,
		Reflection: e.Reflection,
		Updated:    writable(e.Updated),
	}
	for _, m := range e.Moments {
		record.Moments = append(record.Moments, momentRecord{
			ID:      m.ID,
			Text:    m.Text,
			Kind:    m.Kind,
			Track:   m.Track,
			Energy:  int(m.Energy),
			Hours:   m.Hours,
			Tags:    m.Tags,
			Private: m.Private,
			Chosen:  m.Chosen,
			Logged:  writable(m.Logged),
		})
	}
	for _, a := range e.Answers {
		record.Answers = append(record.Answers, answerRecord(a))
	}
	return record
}

// writable returns t, in UTC if its offset is one that RFC 3339 cannot hold,
// such as those of local times before there were time zones.
func writable(t time.Time) time.Time {
	const day = 24 * 60 * 60
	if _, offset := t.Zone(); offset%60 != 0 || offset <= -day || offset >= day {
		return t.UTC()
	}
	return t
}
