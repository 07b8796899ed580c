// Package e2e has what a user lives through, from the first start to years later, as
// tests: with the program as it is built for users, in its real window, driven by
// nothing but keys. What a single page does is tested in package ui, and what
// commands and windows do for each other in cmd/heliotrope.
//
// A scenario waits for what it can see: the picture of the window, and what is on
// the disk. It has a screen of its own, so that several run at once. All of them are in
// the gate. The two that take minutes, four hours and a storm of resizes, also count what
// the program holds, which must not grow; with -short they are skipped.
package e2e
