package boltstore_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"heliotrope/journal"
	"heliotrope/journal/boltstore"
)

// A damaged file is refused, and left as it is.
func ExampleOpen() {
	folder, err := os.MkdirTemp("", "heliotrope-example-")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "journal.db")

	store, err := boltstore.Open(path)
	fmt.Println("made:", err)
	fmt.Println("closed:", store.Close())

	if err := os.Truncate(path, 5000); err != nil {
		fmt.Println(err)
	}
	_, err = boltstore.Open(path)
	fmt.Println("damaged:", errors.Is(err, journal.ErrDamaged))
	// Output:
	// made: <nil>
	// closed: <nil>
	// damaged: true
}
