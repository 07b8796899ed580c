// Package storetest defines what every [journal.Store] must do, as a suite of
// tests, and has two stores for the tests of others: one in memory, and one
// that fails on demand.
package storetest
