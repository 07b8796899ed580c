package vault_test

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/preferences"
	"heliotrope/journal/vault"
)

// A journal is begun by the first thing that is stored, backed up, and brought
// back after its file was lost.
func Example() {
	folder, err := os.MkdirTemp("", "heliotrope-example-")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	prefs := preferences.Open(filepath.Join(folder, "settings.json"))
	v, err := vault.At(filepath.Join(folder, "journal.db"), prefs, time.Now)
	if err != nil {
		log.Fatal(err)
	}
	j, err := v.OpenLater()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("begun:", v.Begun())
	week, err := journal.ParseWeek("2026-W48")
	if err != nil {
		log.Fatal(err)
	}
	if err := j.Save(journal.Entry{Week: week, Reflection: "A quiet week."}); err != nil {
		log.Fatal(err)
	}
	if _, err := v.BackUp(); err != nil {
		log.Fatal(err)
	}
	if err := v.Close(); err != nil {
		log.Fatal(err)
	}

	if err := os.Truncate(v.Path(), 0); err != nil {
		log.Fatal(err)
	}
	_, err = v.Open()
	fmt.Println("recoverable:", vault.Recoverable(err))
	found, err := v.Diagnose()
	if err != nil {
		log.Fatal(err)
	}
	if _, err := v.Repair(found.Steps[0]); err != nil {
		log.Fatal(err)
	}
	if j, err = v.Open(); err != nil {
		log.Fatal(err)
	}
	fmt.Println(j.Entry(week).Reflection)
	if err := v.Close(); err != nil {
		log.Fatal(err)
	}
	// Output:
	// begun: false
	// recoverable: true
	// A quiet week.
}

func ExampleSample() {
	v, err := vault.Sample("en", time.Now)
	if err != nil {
		log.Fatal(err)
	}
	j, err := v.Open()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(v.IsSample(), j.Empty())
	if err := v.Close(); err != nil {
		log.Fatal(err)
	}
	// Output: true false
}
