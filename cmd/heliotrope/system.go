package main

// What is said differently on another system, which goos names as
// runtime.GOOS does.

// endOfInput returns the keys that end what is typed in a console.
func endOfInput(goos string) string {
	if goos == "windows" {
		return "Ctrl+Z"
	}
	return "Ctrl+D"
}

// noOpenGL returns the id of the sentence that names what to do without OpenGL.
func noOpenGL(goos string) string {
	if goos == "windows" || goos == "darwin" {
		return "system.no-opengl" // there are no packages
	}
	return "cli.no-opengl"
}
