//go:build !linux

package boltstore

import (
	"errors"
	"math/rand/v2"
	"testing"
)

func forgetfulFigure(*testing.T, form, *rand.Rand) row {
	return row{done: "The power is cut on a file system that forgets", missing: "it takes Linux"}
}

func saveForgetfully(string) error { return errors.New("it takes Linux") }
