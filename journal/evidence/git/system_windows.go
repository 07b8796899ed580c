package git

import (
	"os/exec"

	"golang.org/x/sys/windows"
)

// group does nothing there: git, which starts nothing, ends by itself with its context.
func group(*exec.Cmd) {}

// belongs reports whether the file at path is the user's own, or, as for what is
// installed or unpacked by an administrator who is the user, that of the administrators.
func belongs(path string) (bool, error) {
	about, err := windows.GetNamedSecurityInfo(path, windows.SE_FILE_OBJECT, windows.OWNER_SECURITY_INFORMATION)
	if err != nil {
		return false, err
	}
	owner, _, err := about.Owner()
	if err != nil {
		return false, err
	}
	token := windows.GetCurrentProcessToken()
	user, err := token.GetTokenUser()
	if err != nil {
		return false, err
	}
	if owner.Equals(user.User.Sid) {
		return true, nil
	}
	return owner.IsWellKnown(windows.WinBuiltinAdministratorsSid) && token.IsElevated(), nil
}
