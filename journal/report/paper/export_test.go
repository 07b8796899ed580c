package paper

// What tests look at from outside.
var (
	Legible = legible
	Printed = printed
	Prints  = prints
	Named   = named
	WidthOf = widthOf
)
