# Removes the entries that start the reminder when somebody logs in, where they
# name the one that was removed. Each is looked at as the user whose it is, so that
# nothing else can be reached. Those of users from elsewhere than /etc/passwd do
# nothing without the program.
while IFS=: read -r user _ _ _ _ home _; do
	entry=$home/.config/autostart/@ID@.Reminder.desktop
	[ -f "$entry" ] || continue
	runuser -u "$user" -- sh -c 'grep -qxF "TryExec=$1" "$0" && rm "$0"' "$entry" "$reminder" </dev/null || :
done </etc/passwd
