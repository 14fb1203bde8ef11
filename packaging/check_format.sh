#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Is every source file of ours as clang-format would write it? Prints where not; --fix writes it.
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
mapfile -t files < <(find app core gpu widgets tests -name '*.h' -o -name '*.cpp' | sort)
command -v clang-format >/dev/null || { printf 'clang-format is not installed.\n' >&2; exit 1; }
if [ "${1:-}" = --fix ]; then
    exec clang-format -i "${files[@]}"
fi
bad=$(clang-format --dry-run -Werror "${files[@]}" 2>&1 | sed -nE 's/^([^:]+):[0-9]+:[0-9]+: error: .*/\1/p' | sort | uniq -c)
if [ -n "$bad" ]; then
    printf '%s\nThese files differ in so many places from .clang-format; packaging/check_format.sh --fix mends them.\n' "$bad" >&2
    exit 1
fi
printf 'clang-format: %d files are as they should be.\n' "${#files[@]}"
