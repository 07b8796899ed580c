package vault

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"heliotrope/assets"
	"heliotrope/journal"
	"heliotrope/journal/exchange"
	"heliotrope/journal/memory"
	"heliotrope/journal/preferences"
)

// Sample returns the vault of a copy of the sample journal in a language, "en"
// or "fr". The copy is in memory: it has no backups, and nothing of it remains
// once the program ends. At its path there is never a file.
func Sample(language string, clock func() time.Time) (*Vault, error) {
	v, err := sample(language, clock)
	if err != nil {
		return nil, fmt.Errorf("make sample journal: %w", err)
	}
	return v, nil
}

func sample(language string, clock func() time.Time) (*Vault, error) {
	file, err := assets.Samples.ReadFile("sample." + language + ".json")
	if err != nil {
		return nil, err
	}
	contents, err := exchange.Read(bytes.NewReader(file))
	if err != nil {
		return nil, err
	}
	nowhere := filepath.Join(os.TempDir(), "heliotrope-sample-"+journal.NewID(), "journal.db")
	v, err := At(nowhere, preferences.Open(""), clock)
	if err != nil {
		return nil, err
	}
	v.sample = memory.New(contents)
	return v, nil
}
