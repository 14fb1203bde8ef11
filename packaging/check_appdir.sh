#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs the folder of packaging/make_appdir.sh in a clean Debian that has none of our libraries, only what every system
# with a desktop has.
# shellcheck source=packaging/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh" || exit 1
# shellcheck source=packaging/chroot.sh
. "$root/packaging/chroot.sh" || exit 1
set -euo pipefail

base=
dir=$root/build/package/RegNetExplorer.AppDir
while [ $# -gt 0 ]; do
    case $1 in
    -h | --help)
        say "packaging/check_appdir.sh [--base FOLDER] [APPDIR]"
        say "Runs the programs of APPDIR (build/package/RegNetExplorer.AppDir) in a clean Debian. Needs root."
        say "  --base FOLDER  a minimal Debian to start from, made where it is missing; a copy of it is used"
        exit 0
        ;;
    --base)
        [ $# -gt 1 ] || fail "--base has no folder."
        base=$(realpath -m "$2")
        shift
        ;;
    -*) fail "$1 is not an option; see packaging/check_appdir.sh --help." ;;
    *) dir=$1 ;;
    esac
    shift
done
[ -x "$dir/AppRun" ] || fail "there is no $dir/AppRun; packaging/make_appdir.sh makes it."
require_chroot_tools

copy_chroot "$base"
apt_in install libgl1 libegl1 libopengl0 libx11-6 libx11-xcb1 libxcb1 libsm6 libice6 libfontconfig1 libwayland-client0 \
    fonts-dejavu-core
# In a folder with a blank in its name: AppImages are mounted anywhere.
app="/opt/a b/app"
mkdir -p "$debian/opt/a b"
cp -a "$dir" "$debian$app"

check "the window's version" 'regnet-explorer [0-9]' as_user "$app/AppRun" --version
check "the window paints itself" '^painted$' as_user "$app/AppRun" --quit-after-first-frame
check "regnet as the first word" '^[0-9]+\.[0-9]+\.[0-9]+$' as_user "$app/AppRun" regnet --version
check "regnet as its name" '^[0-9]+\.[0-9]+\.[0-9]+$' as_user env ARGV0=regnet "$app/AppRun" --version
check "regnet figure" '' as_user "$app/AppRun" regnet figure edf paper:fig9-left --out /tmp/home/x.svg
check "the figure is an SVG" '<svg' head -c 400 "$debian/tmp/home/x.svg"
# Qt gives up, for want of a display and not of a library. 134: SIGABRT, as a shell tells it.
ends 134 "Qt's part for X11 is loaded" 'could not connect to display' as_user env QT_QPA_PLATFORM=xcb "$app/AppRun"
if [ -x "$dir/usr/bin/regnet-worker" ]; then
    check "regnet-worker --info" '"torch"' as_user "$app/AppRun" regnet-worker --info
fi
[ $failures -eq 0 ] || fail "$failures checks failed."
say "The folder runs by itself."
