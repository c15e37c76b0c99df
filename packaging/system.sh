#!/bin/sh
# What a Debian-like machine must bring before pip can do the rest: python3-venv, Qt's
# system libraries, and fonts where there is no npm. As root it installs them; as a user it prints the one command.
set -eu
[ "$(uname -s)" = Linux ] || exit 0

packages=""
need() { packages="$packages $1"; }

python3 -c 'import ensurepip, venv' 2>/dev/null || need python3-venv
have=$( (ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null) || true)
while read -r file package; do
    case "$have" in *"$file"*) ;; *) need "$package" ;; esac
done <<LIST
libGL.so.1 libgl1
libEGL.so.1 libegl1
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libglib-2.0.so.0 libglib2.0-0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-image.so.0 libxcb-image0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
LIST

# The fonts come with npm where there is one, else from Debian's own package.
noto=/usr/share/fonts/truetype/noto/NotoSerifMyanmar-Bold.ttf
command -v npm >/dev/null 2>&1 || [ -e "$noto" ] || need fonts-noto-core

[ -n "$packages" ] || exit 0
if ! command -v apt-get >/dev/null 2>&1; then
    echo "MIL Kit needs these Debian packages, or your system's own of the same name:$packages" >&2
    exit 1
fi
if [ "$(id -u)" = 0 ]; then
    echo "Installing$packages"
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086 # one word a package
    apt-get install -y -q $packages >/dev/null 2>&1 ||
        { apt-get update -q >/dev/null && apt-get install -y -q $packages >/dev/null; }
else
    echo "MIL Kit needs a few system packages. Type this once, then call make again:" >&2
    echo "    sudo apt-get install -y$packages" >&2
    exit 1
fi
