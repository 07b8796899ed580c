package backup

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
)

// conflict matches what programs that synchronize folders put between a file's name
// and its extension when two machines changed it.
var conflict = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(` + strings.Join([]string{
		` \(.*(?i:conflict|konflikt|conflit).*\)`,  // Dropbox, Nextcloud
		`\.sync-conflict-\d{8}-\d{6}(-[A-Z0-9]+)?`, // Syncthing
		`-[A-Z0-9-]*[A-Z][A-Z0-9-]*`,               // OneDrive: the machine's name
		` ([2-9]|[1-9]\d)`,                         // iCloud Drive
		` \([1-9]\d?\)`,                            // Google Drive
	}, "|") + `)$`)
})

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
	added := between(name, stem(journalFile), filepath.Ext(journalFile))
	return added != "" && conflict().MatchString(added)
}
