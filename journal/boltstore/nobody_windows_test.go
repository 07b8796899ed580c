package boltstore

import (
	"os/exec"
	"testing"
)

func becomeNobody(*testing.T, *exec.Cmd) {}

func openToAll(*testing.T, string) {}
