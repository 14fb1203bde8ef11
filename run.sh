#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds, and starts: the window where there is a display, the headless tour elsewhere.
# shellcheck source=packaging/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/packaging/setup.sh" || exit 1

case ${1:-} in
-h | --help)
    say "./run.sh [--build-only] [ARGUMENT...]"
    say "Installs what is missing (it says what), builds into build/release, and starts the window."
    say "Without a display it runs the headless tour: regnet tour [ARGUMENT...]."
    exit 0
    ;;
esac

# Does a server answer behind DISPLAY or WAYLAND_DISPLAY? A name alone may be left over from another session.
answers() {
    [ -S "$1" ] || return 1
    command -v perl >/dev/null || return 0
    perl -MSocket -e 'socket(my $s, PF_UNIX, SOCK_STREAM, 0) && connect($s, sockaddr_un($ARGV[0])) or exit 1' "$1" 2>/dev/null
}
has_display() {
    local host number
    if [ -n "${WAYLAND_DISPLAY:-}" ]; then
        case $WAYLAND_DISPLAY in
        /*) answers "$WAYLAND_DISPLAY" && return 0 ;;
        *) answers "${XDG_RUNTIME_DIR:-/nowhere}/$WAYLAND_DISPLAY" && return 0 ;;
        esac
    fi
    [ -n "${DISPLAY:-}" ] || return 1
    host=${DISPLAY%:*} number=${DISPLAY##*:} number=${number%%.*}
    case $host in
    '' | unix) answers "/tmp/.X11-unix/X$number" ;;
    *) [ "$number" -ge 0 ] 2>/dev/null && timeout 3 bash -c "exec 3<>/dev/tcp/$host/$((6000 + number))" 2>/dev/null ;;
    esac
}

build_only=
[ "${1:-}" = --build-only ] && build_only=yes && shift
prepare "${build_packages[@]}"
build release
[ -z "$build_only" ] || exit 0

bin=$root/build/release/bin
if has_display; then
    exec "$bin/regnet-explorer" "$@"
fi
exec "$bin/regnet" tour "$@"
