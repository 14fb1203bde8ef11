#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# "cmake --install" puts everything in its place, the programs run from there, and what the desktop reads is right.
# $1: cmake, $2: the build folder. Ends with 77, skipped, where all is right but a program that checks a format is
# missing.
set -euo pipefail

prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
"$1" --install "$2" --prefix "$prefix" >"$prefix/log"
failures=0
missing=
wrong() {
    failures=$((failures + 1))
    printf '%s\n' "$*" >&2
}
has() { [ -s "$prefix/$1" ] || wrong "$1 is not installed"; }
# value KEY: of the desktop entry
value() { sed -n "s/^$1=//p" "$entry"; }

for program in regnet regnet-worker regnet-explorer; do
    [ -x "$2/bin/$program" ] || continue
    has "bin/$program"
    "$prefix/bin/$program" --version >/dev/null || wrong "$program does not run where it was installed"
    has "share/man/man1/$program.1.gz"
    gzip -t "$prefix/share/man/man1/$program.1.gz"
    has "share/bash-completion/completions/$program"
    has "share/zsh/vendor-completions/_$program"
    has "share/fish/vendor_completions.d/$program.fish"
done
has share/man/man1/regnet-queue.1.gz
has share/doc/regnet/guide/README.md
has share/doc/regnet/LICENSE
# The guide's pictures and other pages are where it looks for them.
while read -r link; do
    has "share/doc/regnet/guide/$link"
done < <(grep -ohE '\]\([^):#]+' "$prefix"/share/doc/regnet/guide/*.md | cut -c3- | sort -u)

if [ -x "$2/bin/regnet-explorer" ]; then
    entry=$prefix/share/applications/regnet-explorer.desktop
    metainfo=$(compgen -G "$prefix/share/metainfo/*.metainfo.xml")
    # No validator compares the three files with each other.
    grep -q '<launchable type="desktop-id">regnet-explorer.desktop</launchable>' "$metainfo" ||
        wrong "$metainfo names another desktop entry"
    [ "$(sed -n 's/.*<id>\(.*\)<.id>/\1/p' "$metainfo").metainfo.xml" = "$(basename "$metainfo")" ] ||
        wrong "$metainfo is not called like its id"
    # shellcheck disable=SC2046 # words
    set -- $(value Exec)
    has "bin/$1"
    for size in 16 24 32 48 64 128 256 512; do
        icon=share/icons/hicolor/${size}x$size/apps/$(value Icon).png
        has "$icon"
        # width and height stand in bytes 16 to 23 of a PNG
        [ "$(od -An -j16 -N8 -tu1 "$prefix/$icon" | awk '{ print $3 * 256 + $4, $7 * 256 + $8 }')" = "$size $size" ] ||
            wrong "$icon has another size"
    done
    has "share/icons/hicolor/scalable/apps/$(value Icon).svg"
    for type in $(value MimeType | tr ';' ' '); do
        grep -q "<mime-type type=\"$type\">" "$prefix/share/mime/packages/regnet-explorer.xml" ||
            wrong "the desktop entry opens $type, which is not described"
        grep -q "<mediatype>$type</mediatype>" "$metainfo" || wrong "$metainfo does not name $type"
    done

    # check TOOL ARGUMENT...
    check() {
        if command -v "$1" >/dev/null; then
            "$@" >"$prefix/said" 2>&1 || wrong "$1: $(cat "$prefix/said")"
        else
            missing+=" $1"
        fi
    }
    check desktop-file-validate "$entry"
    check appstreamcli validate --no-net "$metainfo"
    check xmllint --noout "$prefix/share/mime/packages/regnet-explorer.xml"
    check update-mime-database "$prefix/share/mime"
fi
[ $failures -eq 0 ] || exit 1
if [ -n "$missing" ]; then
    printf 'All else is right, but not installed, and so not asked:%s\n' "$missing"
    exit 77
fi
