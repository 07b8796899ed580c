package outfile_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"heliotrope/journal/outfile"
)

// A file that cannot be written in full leaves the one that was there.
func ExampleWrite() {
	folder, err := os.MkdirTemp("", "heliotrope-example-")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "report.md")

	err = outfile.Write(path, func(w io.Writer) error {
		_, err := io.WriteString(w, "My week")
		return err
	})
	fmt.Println("first:", err)

	err = outfile.Write(path, func(w io.Writer) error {
		fmt.Fprint(w, "My")
		return errors.New("no more words")
	})
	fmt.Println("second failed:", err != nil)

	content, err := os.ReadFile(path)
	fmt.Println(string(content), err)
	// Output:
	// first: <nil>
	// second failed: true
	// My week <nil>
}
