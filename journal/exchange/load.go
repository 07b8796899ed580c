package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"heliotrope/journal"
)

const (
	// firstLook is how many bytes are read before they are looked at. Only the
	// journals of a hundred years are longer.
	firstLook = 32 << 20

	// longestToken is more than any text of a journal takes, and the space before
	// it, in bytes.
	longestToken = 1 << 20
)

// readAll returns everything in r but a byte order mark. What is longer than a
// usual file is looked at on the way, so that only a long exchange file is read to
// its end.
func readAll(r io.Reader) ([]byte, error) {
	var b bytes.Buffer
	if f, ok := r.(fs.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			if info.Size() > MaxSize {
				return nil, &Error{Problem: ProblemTooLarge}
			}
			b.Grow(int(min(info.Size(), firstLook)) + bytes.MinRead)
		}
	}
	for length := int64(firstLook); ; length *= 2 {
		_, err := io.CopyN(&b, r, min(length, MaxSize+1)-int64(b.Len()))
		data := bytes.TrimPrefix(b.Bytes(), []byte("\ufeff"))
		switch {
		case errors.Is(err, io.EOF):
			return data, nil
		case err != nil:
			return nil, fmt.Errorf("read exchange file: %w", err)
		case length > MaxSize:
			return nil, &Error{Problem: ProblemTooLarge}
		}
		if err := checkBeginning(data); err != nil {
			return nil, err
		}
	}
}

// checkBeginning checks that data can be the beginning of a long exchange file,
// which names its format in the first megabyte.
func checkBeginning(data []byte) error {
	const longestRune = 4
	if offset := invalidUTF8(data); offset >= 0 && offset <= len(data)-longestRune {
		return errorAt(data, offset, "", ProblemEncoding, nil)
	}
	if locate(data[:longestToken], "format").name == 0 {
		return errorAt(data, 0, "format", ProblemMissing, journal.ErrNotJournal)
	}
	w := newWalker(data)
	if err := w.checkAll(); err != nil {
		if bad, ok := errors.AsType[*Error](err); !ok || bad.Problem != ProblemTruncated {
			return err
		}
	}
	if len(data)-int(w.json.InputOffset()) > longestToken { // nothing ends there, or only spaces follow
		return &Error{Problem: ProblemTooLarge}
	}
	return nil
}
