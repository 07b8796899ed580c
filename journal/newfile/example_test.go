package newfile_test

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	"heliotrope/journal/newfile"
)

func Example() {
	folder, err := os.MkdirTemp("", "newfile-example-")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "letter.txt")
	f, err := newfile.Create(path)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Remove()
	if _, err := f.Write([]byte("Dear Ada,\n")); err != nil {
		log.Fatal(err)
	}
	_, err = os.Stat(path)
	fmt.Println("there before it is complete:", err == nil)
	if err := f.Link(); err != nil {
		log.Fatal(err)
	}
	_, err = os.Stat(path)
	fmt.Println("there afterwards:", err == nil)
	// Output:
	// there before it is complete: false
	// there afterwards: true
}
