#!/bin/sh
# Open MIL Kit on Linux from a stick:  sh start.sh
#
# The program is checked against the kit's list, unpacked once into your own folder,
# gets a place in the menu, and starts. Nothing on the stick is changed. Sticks are
# often mounted so that no file on them may run: that is why this is read by sh.
# The check here finds damage; who made the kit is told by "Check this stick" inside.
set -eu
umask 022
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
archive=$here/linux/milkit-linux.tar.xz
share=${XDG_DATA_HOME:-$HOME/.local/share}
home=$share/milkit-program
quiet=/dev/null

# Words: in the terminal, or in a box where there is none.
say() {
    if [ -t 2 ]; then echo "$*" >&2
    elif command -v notify-send >$quiet 2>&1; then notify-send "MIL Kit" "$*" || true; fi
}
stop() {
    echo "MIL Kit: $*" >&2
    if [ ! -t 2 ]; then
        for box in "zenity --error --no-markup --text" "kdialog --error" "xmessage"; do
            command -v "${box%% *}" >$quiet 2>&1 || continue
            # shellcheck disable=SC2086 # a command and its options
            $box "$*" >$quiet 2>&1 && break
        done
    fi
    exit 1
}

sum() {
    if command -v sha256sum >$quiet 2>&1; then sha256sum "$1" | cut -c 1-64
    else shasum -a 256 "$1" | cut -c 1-64; fi
}

# What the archive must be: as the kit's list says, or its own note where there is none.
wanted() {
    if [ -f "$here/KIT.json" ]; then
        tr -d ' \t\r\n' <"$here/KIT.json" |
            sed -n 's/.*"linux\/milkit-linux\.tar\.xz":{\([^}]*\)}.*/\1/p' |
            sed -n 's/.*"sha256":"\([0-9a-f]\{64\}\)".*/\1/p'
    elif [ -f "$archive.sha256" ]; then
        cut -c 1-64 "$archive.sha256"
    fi
}

unpack() {
    if command -v xz >$quiet 2>&1; then xz -dc "$archive" | tar -xf - -C "$1"
    elif command -v python3 >$quiet 2>&1; then
        python3 -c 'import sys, tarfile; tarfile.open(sys.argv[1]).extractall(sys.argv[2])' \
            "$archive" "$1"
    else stop "This computer has neither xz nor Python 3 to unpack the program. Install xz-utils, or open START-HERE.html instead."
    fi
}

entry() {
    cat <<ENTRY
[Desktop Entry]
Type=Application
Name=MIL Kit
Comment=Teach media and information literacy without a network
Exec=$1
Icon=$place/_internal/resources/milkit.png
Terminal=false
Categories=Education;
$2
ENTRY
}

in_menu() {
    apps=$share/applications mime=$share/mime
    mkdir -p "$apps" "$mime/packages" || return 0
    # In a menu entry, these letters of a path need a backslash; a percent sign two.
    run=\"$(printf '%s' "$place/milkit" | sed 's/[\\"`$]/\\\\&/g; s/%/%%/g')\"
    entry "$run" "NoDisplay=false" >"$apps/milkit.desktop"
    entry "$run open %f" "NoDisplay=true
MimeType=application/x-milkit-pack;application/x-milkit-results;application/x-milkit-hub;" \
        >"$apps/milkit-open.desktop"
    cat >"$mime/packages/milkit.xml" <<TYPES
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
<mime-type type="application/x-milkit-pack"><comment>MIL Kit pack</comment><glob pattern="*.milpack"/></mime-type>
<mime-type type="application/x-milkit-results"><comment>MIL Kit results</comment><glob pattern="*.milr"/></mime-type>
<mime-type type="application/x-milkit-hub"><comment>MIL Kit enrolment</comment><glob pattern="*.milhub"/></mime-type>
</mime-info>
TYPES
    command -v update-mime-database >$quiet 2>&1 && update-mime-database "$mime" >$quiet 2>&1
    command -v update-desktop-database >$quiet 2>&1 && update-desktop-database "$apps" >$quiet 2>&1
    return 0
}

[ "$(uname -m)" = x86_64 ] || stop "This computer is of another kind than the program is made for (it needs a 64-bit PC). Open START-HERE.html instead: it works in any browser."
[ -f "$archive" ] || stop "The program for Linux is not on this stick. Open START-HERE.html instead: it works in any browser."
must=$(wanted)
[ -n "$must" ] || stop "The list of this kit does not name the program for Linux. Ask for another copy of the stick."
place=$home/$(printf %s "$must" | cut -c 1-16)

if [ ! -x "$place/milkit" ]; then
    say "Getting MIL Kit ready. This happens once and takes a moment."
    [ "$(sum "$archive")" = "$must" ] || stop "The program on this stick is damaged, so it was not opened. Nothing on your computer was changed. Ask for another copy of the stick."
    mkdir -p "$home" || stop "No folder could be made in $share. Is the disk full?"
    part=$home/new.$$
    trap 'rm -rf "$part"' EXIT
    trap 'exit 1' HUP INT TERM
    mkdir "$part"
    unpack "$part" || stop "The program could not be unpacked. It needs 200 MB of room in $share."
    [ -x "$part/milkit/milkit" ] || stop "The program could not be unpacked. It needs 200 MB of room in $share."
    rm -rf "$place"
    mv "$part/milkit" "$place" || stop "The program could not be put into $home."
    rm -rf "$part"
    trap - EXIT HUP INT TERM
    # Older programs go once the new one stands; your classes and counts lie elsewhere.
    for old in "$home"/*; do
        [ "$old" = "$place" ] || [ ! -f "$old/milkit" ] || rm -rf "$old"
    done
    in_menu
fi
# The program offers the lessons of the stick that are not on this computer yet.
MILKIT_STICK=$here exec "$place/milkit" "$@"
