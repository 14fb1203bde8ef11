#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs the packages of packaging/make_packages.sh in a clean Debian, runs the programs there as a user without
# rights, and removes them again. Takes some minutes and 2 GB on disk; not a part of ./test.sh.
# shellcheck source=packaging/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh" || exit 1
# shellcheck source=packaging/chroot.sh
. "$root/packaging/chroot.sh" || exit 1
set -euo pipefail

usage() {
    say "packaging/check_packages.sh [--base FOLDER] [PACKAGES]"
    say "Tries the Debian packages in the folder PACKAGES (build/package/packages) in a clean Debian. Needs root."
    say "  --base FOLDER  a minimal Debian to start from, made where it is missing; a copy of it is used"
}

base=
packages=$root/build/package/packages
while [ $# -gt 0 ]; do
    case $1 in
    -h | --help) usage && exit 0 ;;
    --base)
        [ $# -gt 1 ] || fail "--base has no folder."
        base=$(realpath -m "$2")
        shift
        ;;
    -*) fail "$1 is not an option; see packaging/check_packages.sh --help." ;;
    *) packages=$1 ;;
    esac
    shift
done
compgen -G "$packages/*.deb" >/dev/null || fail "there are no packages in $packages; packaging/make_packages.sh makes them."
require_chroot_tools

copy_chroot "$base"
mkdir "$debian/packages"
cp "$packages"/*.deb "$debian/packages"

has() { [ -n "$(compgen -G "$debian/packages/$1_*.deb")" ]; }
# bash expands the pattern inside.
install_package() { apt_in install "/packages/$(basename "$(compgen -G "$debian/packages/$1_*.deb")")"; }

say "regnet alone:"
install_package regnet
check "regnet --version" '^[0-9]+\.[0-9]+\.[0-9]+$' as_user regnet --version
check "regnet network --published RegNetX-400MF" '^total +22 +398 M' as_user regnet network --published RegNetX-400MF
check "regnet doctor" 'regnet-worker' as_user regnet doctor
ends 1 "regnet figure says what is missing" 'regnet-explorer' as_user regnet figure edf paper:fig9-left --out /tmp/home/x.pdf
check "no graphical library came with it" '^0$' bash -c "ls '$debian/usr/lib/'*/libQt6Gui.so* 2>/dev/null | wc -l"

if has regnet-worker; then
    say "regnet-worker:"
    install_package regnet-worker
    check "regnet-worker --info" '"torch"' as_user regnet-worker --info
    check "a training" '' as_user regnet train --store /tmp/home/t.db --population P \
        --space RegNetX@cpu --n 2 --recipe cpu-tiny --workers 1
fi

if has regnet-explorer; then
    say "regnet-explorer:"
    install_package regnet-explorer
    check "regnet-explorer --version" 'regnet-explorer [0-9]' as_user regnet-explorer --version
    check "the window paints itself" '^painted$' as_user regnet-explorer --quit-after-first-frame
    check "regnet figure" '' as_user regnet figure edf paper:fig9-left --out /tmp/home/x.pdf
    check "the figure is a PDF" '^%PDF' head -c 4 "$debian/tmp/home/x.pdf"
    apt_in install shared-mime-info libglib2.0-bin desktop-file-utils man-db
    check "a store" '' as_user regnet sample RegNetX --n 2 --seed 1 --store /tmp/home/s.db --population P
    check "its type is known" 'application/x-regnet-store' as_user gio info -a standard::content-type /tmp/home/s.db
    check "it is opened by the window" 'regnet-explorer.desktop' as_user gio mime application/x-regnet-store
    check "the desktop entry" '' in_chroot "$debian" desktop-file-validate /usr/share/applications/regnet-explorer.desktop
    check "man regnet-queue" 'regnet queue send' as_user env MANPAGER=cat man regnet-queue
fi

say "Removed again:"
# shellcheck disable=SC2016 # dpkg-query's own placeholder
mapfile -t names < <(in_chroot "$debian" dpkg-query -W -f '${Package}\n' 'regnet*')
in_chroot "$debian" dpkg -L "${names[@]}" | sort -u >"$place/files"
apt_in purge "${names[@]}"
left=$(while read -r path; do [ -d "$debian$path" ] || [ ! -e "$debian$path" ] || printf '%s\n' "$path"; done <"$place/files")
check "no file is left" '^$' printf '%s\n' "$left"
check "no folder of ours is left" '^0$' bash -c "ls -d '$debian/usr/share/doc/regnet'* 2>/dev/null | wc -l"

[ $failures -eq 0 ] || fail "$failures checks failed."
say "All packages install, run and go away: ${names[*]}."
