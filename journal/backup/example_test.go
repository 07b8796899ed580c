package backup_test

import (
	"fmt"
	"time"

	"heliotrope/journal/backup"
)

func ExampleName() {
	name := backup.Name("/home/me/journal.db", time.Date(2026, time.November, 23, 7, 0, 0, 0, time.Local), 41)
	fmt.Println(name)
	made, transaction, ok := backup.ParseName("journal.db", name)
	fmt.Println(made.Format(time.DateTime), transaction, ok)
	// Output:
	// journal-20261123-070000-tx41.db
	// 2026-11-23 07:00:00 41 true
}

// A year with a backup a day: the ten newest, one a week for three months, and
// one a month are retained.
func ExampleRotate() {
	var all []backup.Backup
	for day := range 365 {
		all = append(all, backup.Backup{
			Path: fmt.Sprint(day), Made: time.Date(2026, time.January, 1+day, 9, 0, 0, 0, time.UTC), Transaction: day, Verified: true,
			Summary: backup.Summary{Transaction: day, State: fmt.Sprint(day), Lineage: backup.Lineage{{ID: "1f"}}},
		})
	}
	fmt.Println(len(all)-len(backup.Rotate(all, all[len(all)-1])), "of", len(all))
	// Output: 32 of 365
}

// A journal was copied to another computer after save 40, and both continue.
func ExampleSummary_Follows() {
	line := backup.Line{ID: "a1", Computer: "paris"}
	moved := backup.Summary{Transaction: 40, State: "s40", Lineage: backup.Lineage{line}}
	stayed := backup.Summary{Transaction: 45, State: "s45", Lineage: backup.Lineage{line}}
	went := backup.Summary{
		Transaction: 43, State: "t43", Lineage: moved.Lineage.Continue(backup.Line{ID: "b2", Computer: "oslo"}, 40),
	}
	fmt.Println("paris follows what moved:", stayed.Follows(moved))
	fmt.Println("oslo follows what moved:", went.Follows(moved))
	fmt.Println("paris follows oslo:", stayed.Follows(went))
	fmt.Println("oslo follows paris:", went.Follows(stayed))
	// Output:
	// paris follows what moved: true
	// oslo follows what moved: true
	// paris follows oslo: false
	// oslo follows paris: false
}
