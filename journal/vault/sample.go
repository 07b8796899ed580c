package vault

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"heliotrope/assets"
	"heliotrope/journal/exchange"
	"heliotrope/journal/preferences"
)

// Sample returns the vault of a temporary copy of the sample journal in a
// language, "en" or "fr". [Vault.Close] removes it. It takes time.
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
	folder, err := os.MkdirTemp("", "heliotrope-sample-")
	if err != nil {
		return nil, err
	}
	v, err := At(filepath.Join(folder, "journal.db"), preferences.Open(""), clock)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(folder))
	}
	v.sample = true
	j, err := v.Open()
	if err == nil {
		_, err = j.Merge(contents)
	}
	// Opened again, it has nothing to undo.
	if err = errors.Join(err, v.close()); err != nil {
		return nil, errors.Join(err, v.Close())
	}
	return v, nil
}
