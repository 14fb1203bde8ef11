#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Fetches the sources of the libraries that the Flatpak builds for itself into packaging/flatpak/sources: Debian's
# source packages, whose signatures apt-get checks, unpacked with Debian's patches. The system's lists stay as they are.
# shellcheck source=packaging/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/../setup.sh" || exit 1
# shellcheck source=packaging/chroot.sh
. "$root/packaging/chroot.sh" || exit 1
set -euo pipefail

libraries=(nlohmann-json3 fmtlib spdlog yaml-cpp sqlitecpp cli11 highway boost1.81 qcustomplot)
[ "${1:-}" = --list ] && { printf '%s\n' "${libraries[@]}" && exit 0; }
for tool in apt-get dpkg-source; do
    command -v "$tool" >/dev/null || fail "$tool is missing: this needs a Debian with the package dpkg-dev."
done
[ -n "$(debian_sources)" ] || fail "apt-get knows no package source of Debian here; was apt-get update run?"

sources=$root/packaging/flatpak/sources
state=$(mktemp -d)
trap 'rm -rf "$state"' EXIT
mkdir -p "$state/lists/partial" "$sources"
debian_sources | sed 's/^/deb-src /' >"$state/sources.list"
options=(-q -o "Dir::Etc::SourceList=$state/sources.list" -o Dir::Etc::SourceParts=- -o "Dir::State::Lists=$state/lists"
    -o "Dir::Cache::srcpkgcache=" -o "Dir::Cache::pkgcache=")
apt-get "${options[@]}" update >"$state/log" 2>&1 || fail "apt-get update failed: $(grep '^E:' "$state/log" | head -1)"
cd "$sources"
for library in "${libraries[@]}"; do
    [ -d "$library" ] && continue
    say "Fetching $library."
    apt-get "${options[@]}" source --only-source "$library" >"$state/log" 2>&1 ||
        fail "the source of $library could not be fetched: $(tail -1 "$state/log")"
    folder=$(compgen -G "$library-*/" | head -1)
    mv "${folder%/}" "$library"
    rm -f "${library}"_*
done
say "The sources are in packaging/flatpak/sources."
