package exchange_test

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/exchange"
)

func ExampleRead() {
	c, err := exchange.Read(strings.NewReader(
		`{"format": "heliotrope-journal", "version": 1, "id": "j", "entries": [{"week": "2026-W47", "away": "leave"}]}`))
	fmt.Println(c, err)
	_, err = exchange.Read(strings.NewReader(`{"format": "heliotrope-journal", "version": 1, "id": "j", "Entries": []}`))
	fmt.Println(err)
	// Output:
	// 1 weeks, 0 events, 0 kinds <nil>
	// line 1, column 59: Entries is written in other capital letters
}

func ExampleWrite() {
	var b bytes.Buffer
	exported := time.Date(2026, 11, 23, 7, 0, 0, 0, time.UTC)
	err := exchange.Write(&b, journal.Contents{ID: "j"}, exported)
	fmt.Println(b.String(), err)
	// Output:
	// {
	//   "format": "heliotrope-journal",
	//   "version": 1,
	//   "id": "j",
	//   "exported": "2026-11-23T07:00:00Z",
	//   "kinds": [],
	//   "events": [],
	//   "entries": []
	// }
	//  <nil>
}
