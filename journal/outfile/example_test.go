package outfile_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"heliotrope/journal/outfile"
)

// A page and its picture are written together, or neither.
func ExampleWrite() {
	folder, err := os.MkdirTemp("", "heliotrope-example-")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(folder)
	page := outfile.File{Path: filepath.Join(folder, "report.md"), Content: []byte("My week")}
	picture := outfile.File{Path: filepath.Join(folder, "report.svg"), Content: []byte("<svg/>")}
	onlyNew := func(_ string, there fs.FileInfo) error {
		if there != nil {
			return fs.ErrExist
		}
		return nil
	}

	fmt.Println("picture:", outfile.Write(onlyNew, picture))
	err = outfile.Write(onlyNew, page, picture)
	fmt.Println("both refused:", errors.Is(err, fs.ErrExist))
	fmt.Println("both replaced:", outfile.Write(outfile.Replace, page, picture))

	content, err := os.ReadFile(page.Path)
	fmt.Println(string(content), err)
	// Output:
	// picture: <nil>
	// both refused: true
	// both replaced: <nil>
	// My week <nil>
}
