// Package storetest defines what every [journal.Store] must do, as a suite of
// tests, and has a store for the tests of others that fails on demand.
package storetest
