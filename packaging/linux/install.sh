#!/bin/sh
# Installs Heliotrope, or removes it. Your journal stays either way.
#
#	./install.sh user-install      for your account, in ~/.local
#	./install.sh user-uninstall
#	./install.sh install           for everybody, in PREFIX, or /usr/local
#	./install.sh uninstall
#
# With DESTDIR, everything goes below that folder, for those who make packages.
set -eu
cd "$(dirname "$0")"

case ${1-} in
install | uninstall)
	prefix=${PREFIX:-/usr/local}
	share=$prefix/share
	;;
user-install | user-uninstall)
	prefix=$HOME/.local
	share=${XDG_DATA_HOME:-$prefix/share}
	;;
*)
	sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2
	exit 2
	;;
esac

# target FILE prints where a file of this folder goes.
target() {
	case $1 in
	share/*) printf '%s\n' "${DESTDIR-}$share/${1#share/}" ;;
	*) printf '%s\n' "${DESTDIR-}$prefix/$1" ;;
	esac
}

# quoted prints a path as the key Exec of a desktop entry takes it.
quoted() {
	printf '"%s"\n' "$(printf %s "$1" | sed -e 's/\\/\\\\\\\\/g' -e 's/["`$]/\\\\&/g' -e 's/%/%%/g')"
}

# refresh lets the desktop read its folders again.
refresh() {
	[ -z "${DESTDIR-}" ] || return 0
	if [ -d "$share/applications" ] && command -v update-desktop-database >/dev/null; then
		update-desktop-database -q "$share/applications" || :
	fi
	if [ -d "$share/mime/packages" ] && command -v update-mime-database >/dev/null; then
		update-mime-database "$share/mime" || :
	fi
	if [ -d "$share/icons/hicolor" ]; then
		touch "$share/icons/hicolor" || :
		if [ -e "$share/icons/hicolor/icon-theme.cache" ] && command -v gtk-update-icon-cache >/dev/null; then
			gtk-update-icon-cache -q -t -f "$share/icons/hicolor" || :
		fi
	fi
}

# forget removes what starts the reminder when somebody logs in.
forget() {
	reminder=$prefix/libexec/heliotrope-reminder
	if [ "$1" = user-uninstall ]; then
		rm -f "${XDG_CONFIG_HOME:-$HOME/.config}/autostart/@ID@.Reminder.desktop"
	elif [ -z "${DESTDIR-}" ]; then
@FORGET@
	fi
}

files=$(find bin libexec share -type f | sort)

case $1 in
*uninstall)
	for file in $files; do rm -f "$(target "$file")"; done
	refresh
	forget "$1"
	# What refresh made for these files alone goes with them, and so do empty
	# folders, but not those that /usr/local always has.
	top=${DESTDIR-}$share
	if rmdir "$top/mime/packages" 2>/dev/null; then
		for made in XMLnamespaces aliases generic-icons globs globs2 icons magic mime.cache subclasses treemagic types version; do
			rm -f "$top/mime/$made"
		done
		rmdir "$top"/mime/* "$top/mime" 2>/dev/null || :
	fi
	[ "$(ls "$top/applications" 2>/dev/null)" != mimeinfo.cache ] || rm "$top/applications/mimeinfo.cache"
	for folder in $(find bin libexec share -type d | sort -r); do
		case $1/$folder in
		uninstall/bin | uninstall/share | uninstall/share/man) ;;
		*) rmdir "$(target "$folder")" 2>/dev/null || : ;;
		esac
	done
	;;
*install)
	for file in $files; do
		new=$(target "$file")
		mkdir -p "$(dirname "$new")"
		# Under another name first: a program that runs can't be written to.
		cp "$file" "$new.new"
		case $file in
		*.desktop)
			command=$(quoted "$prefix/bin/heliotrope" | sed 's/[\\&|]/\\&/g')
			sed "s|^Exec=heliotrope|Exec=$command|" "$file" > "$new.new"
			;;
		esac
		case $file in
		bin/* | libexec/*) chmod 755 "$new.new" ;;
		*) chmod 644 "$new.new" ;;
		esac
		mv -f "$new.new" "$new"
	done
	refresh
	;;
esac
