package preferences

import (
	"maps"
	"slices"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// readFields reads a JSON object into a struct field by field, so that a value that makes
// no sense leaves its field as it is and costs no other. It reports whether there was
// such a value, or no object.
func readFields[T any](content []byte, into *T) (unread bool) {
	var fields map[string]jsontext.Value
	if json.Unmarshal(content, &fields) != nil {
		return true
	}
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		field, err := json.Marshal(map[string]jsontext.Value{name: fields[name]})
		next := *into
		if err != nil || json.Unmarshal(field, &next) != nil {
			unread = true
			continue
		}
		*into = next
	}
	return unread
}
