package preferences_test

import (
	"fmt"
	"os"
	"path/filepath"

	"heliotrope/journal/preferences"
)

// What is chosen in one program is there in the next.
func ExampleFile_Change() {
	folder, err := os.MkdirTemp("", "heliotrope-example-")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "settings.json")

	err = preferences.Open(path).Change(func(p *preferences.Preferences) { p.Language = "fr" })
	fmt.Println(preferences.Open(path).Get().Language, err)
	// Output: fr <nil>
}
