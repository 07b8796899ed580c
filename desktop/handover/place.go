package handover

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

// folder is where sockets are.
type folder struct {
	above string // must be the user's own; the system or the user makes it
	path  string // only the user may enter; made if need be
}

// folders returns where sockets may be, the best one first.
func folders() []folder {
	var all []folder
	if runtime.GOOS != "windows" {
		if own := os.Getenv("XDG_RUNTIME_DIR"); filepath.IsAbs(own) {
			all = append(all, folder{own, filepath.Join(own, "heliotrope")})
		}
	}
	if cache, err := os.UserCacheDir(); err == nil {
		all = append(all, folder{"", filepath.Join(cache, "heliotrope", "run")})
	}
	return all
}

func (f folder) socket(name string) string { return filepath.Join(f.path, name) }

// lock waits until no other program makes or removes a socket in the folder.
func (f folder) lock(limit time.Duration) (unlock func(), err error) {
	end := time.Now().Add(limit)
	for {
		file, err := tryLock(f.path)
		if err == nil {
			return func() { _ = file.Close() }, nil
		}
		if !errors.Is(err, errLocked) || time.Now().After(end) {
			return nil, err
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// errLocked is returned for a folder that another program has locked.
var errLocked = errors.New("another program has locked it")

// errPlace is wrapped by errors about a folder in which others may do something.
var errPlace = errors.New("not a private folder")

// create makes the folder, if it is not there, and checks it.
func (f folder) create() error {
	make := os.MkdirAll
	if f.above != "" {
		if err := checkOwn(f.above, 0o022); err != nil {
			return err
		}
		make = os.Mkdir
	}
	if err := make(f.path, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return f.check()
}

// check returns an error unless the folder is the user's own, and nobody else may
// enter it.
func (f folder) check() error {
	if f.above != "" {
		if err := checkOwn(f.above, 0o022); err != nil {
			return err
		}
	}
	return checkOwn(f.path, 0o077)
}

// checkOwn returns an error unless path is a folder of the user's, no link to one,
// in whose mode none of the bits of others are set.
func checkOwn(path string, others fs.FileMode) error {
	info, err := os.Lstat(path)
	if err != nil {
		return err
	}
	if !info.IsDir() || !isOwn(info) || hasModes && info.Mode()&others != 0 {
		return fmt.Errorf("%w: %s", errPlace, path)
	}
	return nil
}

// hasModes is set where the mode of a file determines who may use it.
const hasModes = runtime.GOOS != "windows"

// socketName returns the name of the sockets of the journal at path, which need
// not be there. It is short, since the path of a socket may have about a hundred
// bytes. The name of the computer is in it, as the home folder of one user may be
// on several.
func socketName(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	} else if above, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		path = filepath.Join(above, filepath.Base(path))
	}
	computer, err := os.Hostname()
	if err != nil {
		computer = ""
	}
	sum := sha256.Sum256([]byte(computer + "\x00" + path))
	return hex.EncodeToString(sum[:8]), nil
}
