package backup

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// conflicts are what programs that synchronize folders put between a file's
// name and its extension when two machines changed it.
var conflicts = []*regexp.Regexp{
	regexp.MustCompile(`(?i)^ \(.*(conflict|konflikt|conflit|conflito|conflitto).*\)$`), // Dropbox, Nextcloud
	regexp.MustCompile(`^\.sync-conflict-\d{8}-\d{6}(-[A-Z0-9]+)?$`),                    // Syncthing
	regexp.MustCompile(`^-[A-Z0-9-]*[A-Z][A-Z0-9-]*$`),                                  // OneDrive: the machine's name
	regexp.MustCompile(`^ ([2-9]|[1-9]\d)$`),                                            // iCloud Drive
	regexp.MustCompile(`^ \([1-9]\d?\)$`),                                               // Google Drive
}

// ConflictedCopies returns the paths of the files next to the journal at path
// that look like copies of it which a program made because two machines had
// changed it. Each may contain weeks that the journal does not.
func ConflictedCopies(path string) []string {
	folder := filepath.Dir(path)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var found []string
	for _, e := range entries {
		if e.Type().IsRegular() && isConflicted(filepath.Base(path), e.Name()) {
			found = append(found, filepath.Join(folder, e.Name()))
		}
	}
	return found
}

func isConflicted(journalFile, name string) bool {
	extension := filepath.Ext(journalFile)
	middle, ok := strings.CutPrefix(name, strings.TrimSuffix(journalFile, extension))
	if !ok {
		return false
	}
	middle, ok = strings.CutSuffix(middle, extension)
	if !ok {
		return false
	}
	for _, c := range conflicts {
		if c.MatchString(middle) {
			return true
		}
	}
	return false
}
