//go:build !linux

package boltstore

import "errors"

func limitFiles(string) (lift func() error, err error) { return nil, errors.ErrUnsupported }
