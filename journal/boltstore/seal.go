package boltstore

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"heliotrope/journal"
)

// How a record is laid out.
const (
	recordVersion = 2

	macSize    = 16
	headerSize = 1 + 8 + macSize // version, revision, MAC

	keySize = 32 // of the key of the MAC
)

// box seals and opens the records of one file.
type box struct {
	key     []byte // of the MAC
	lenient bool   // a newer version wrote the file: its records may have fields that we do not know

	hash hash.Hash // with the key, used again and again; nil for a new one each time
}

// mac is the code that binds a record to its place. It is HMAC-SHA-256, cut.
type mac [macSize]byte

// sealed is a record whose code fits.
type sealed struct {
	revision uint64
	mac      mac
	payload  []byte
}

// newKey returns a random key for a new file.
func newKey() []byte {
	key := make([]byte, keySize)
	rand.Read(key) // never fails
	return key
}

// code returns the MAC of a payload at its place. Each part goes in with its
// length before it, so that no two places look alike.
func (b box) code(bucket, key string, revision uint64, payload []byte) (code mac) {
	h := b.hash
	if h == nil {
		h = hmac.New(sha256.New, b.key)
	}
	h.Reset()
	var number [8]byte
	part := func(p []byte) {
		h.Write(binary.BigEndian.AppendUint64(number[:0], uint64(len(p))))
		h.Write(p)
	}
	part([]byte(formatName))
	part([]byte{recordVersion})
	part([]byte(bucket))
	part([]byte(key))
	part(binary.BigEndian.AppendUint64(nil, revision))
	part(payload)
	var sum [sha256.Size]byte
	copy(code[:], h.Sum(sum[:0]))
	return code
}

// forMany returns b for many records one after the other, which share memory: it is
// for one goroutine.
func (b box) forMany() box {
	b.hash = hmac.New(sha256.New, b.key)
	return b
}

// asWritten are the choices under which records are written. They decide how
// the bytes look, and nothing about what they mean.
var asWritten = json.JoinOptions(json.Deterministic(true), jsontext.EscapeForHTML(true), jsontext.EscapeForJS(true))

// seal returns the value to store under key in bucket.
func (b box) seal(bucket, key string, revision uint64, record any) ([]byte, error) {
	payload, err := json.Marshal(record, asWritten)
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w", bucket, printable(key), err)
	}
	return b.sealPayload(bucket, key, revision, payload), nil
}

func (b box) sealPayload(bucket, key string, revision uint64, payload []byte) []byte {
	value := make([]byte, 0, headerSize+len(payload))
	value = append(value, recordVersion)
	value = binary.BigEndian.AppendUint64(value, revision)
	code := b.code(bucket, key, revision, payload)
	value = append(value, code[:]...)
	return append(value, payload...)
}

func revisionOf(value []byte) uint64 { return binary.BigEndian.Uint64(value[1:]) }

// open verifies the value stored under key in bucket without decoding it.
func (b box) open(bucket, key string, value []byte) (sealed, error) {
	switch {
	case len(value) == 0 || value[0] < recordVersion:
		return sealed{}, damaged(bucket, key, errors.New("no record"))
	case value[0] > recordVersion:
		return sealed{}, fmt.Errorf("%w: record version %d of %s %s", journal.ErrNewerFormat, value[0], bucket, printable(key))
	case len(value) < headerSize:
		return sealed{}, damaged(bucket, key, errors.New("no record"))
	}
	s := sealed{revision: revisionOf(value), mac: mac(value[9:headerSize]), payload: value[headerSize:]}
	if code := b.code(bucket, key, s.revision, s.payload); !hmac.Equal(code[:], s.mac[:]) {
		return sealed{}, damaged(bucket, key, errors.New("wrong code"))
	}
	return s, nil
}

// errNotRecord is returned for a payload that is not of its type.
var errNotRecord = errors.New("not a record of its version")

// unseal decodes the value stored under key in bucket into record and returns its
// revision. The error never quotes the value, as one of package json might.
func (b box) unseal(bucket, key string, value []byte, record any) (revision uint64, err error) {
	s, err := b.open(bucket, key, value)
	if err != nil {
		return 0, err
	}
	if err := json.Unmarshal(s.payload, record, json.RejectUnknownMembers(!b.lenient)); err != nil {
		return 0, damaged(bucket, key, errNotRecord)
	}
	return s.revision, nil
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// damaged returns an error that names the damaged record, and the damage.
func damaged(bucket, key string, err error) error {
	return fmt.Errorf("%w: %s %s: %w", journal.ErrDamaged, bucket, printable(key), err)
}

// printable returns key for an error, unless it may be a piece of text: in a
// damaged file anything can be in its place, and an import brings ids of
// its own.
func printable(key string) string {
	const plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-"
	if key != "" && len(key) <= 40 && strings.Trim(key, plain) == "" {
		return key
	}
	return fmt.Sprintf("(%d bytes)", len(key))
}
