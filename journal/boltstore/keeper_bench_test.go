package boltstore

import (
	"os"
	"testing"
)

// BenchmarkKeeper is what backups cost a journal of fifty years: making one,
// checking one, and finding the ways back once the file is damaged.
func BenchmarkKeeper(b *testing.B) {
	path := lifetime(b, 0)
	k := newKeeper(b, path)
	copied := backUp(b, k)
	b.Run("backup", func(b *testing.B) {
		s, err := Open(path)
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			made, err := k.BackUpTo(b.TempDir(), s)
			if err != nil || !made.New {
				b.Fatal(err)
			}
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	})
	b.Run("verify", func(b *testing.B) {
		for b.Loop() {
			if _, err := look(copied.Path); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("verify and count", func(b *testing.B) {
		for b.Loop() {
			if _, err := Summarize(copied.Path); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("list again", func(b *testing.B) {
		for b.Loop() {
			k.List("")
		}
	})
	file, err := os.ReadFile(path)
	if err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(path, spoilRecord(file, "Moment 19"), 0o600); err != nil {
		b.Fatal(err)
	}
	b.Run("diagnose", func(b *testing.B) {
		for b.Loop() {
			if len(diagnose(b, k).Steps) == 0 {
				b.Fatal("no way back")
			}
		}
	})
	b.Run("repair", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			if err := os.WriteFile(path, file, 0o600); err != nil {
				b.Fatal(err)
			}
			step := diagnose(b, k).Steps[0]
			b.StartTimer()
			if _, err := k.Repair(step); err != nil {
				b.Fatal(err)
			}
		}
	})
}
