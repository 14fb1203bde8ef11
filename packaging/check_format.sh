#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Is every source file of ours as clang-format would write it? Prints where not; --fix writes it.
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
mapfile -t files < <(find app core gpu widgets tests -name '*.h' -o -name '*.cpp')
if [ "${1:-}" = --fix ]; then
    exec clang-format -i "${files[@]}"
fi
if ! clang-format --dry-run -Werror "${files[@]}"; then
    printf 'Formatting differs from .clang-format; packaging/check_format.sh --fix mends it.\n' >&2
    exit 1
fi
printf 'clang-format: %d files are as they should be.\n' "${#files[@]}"
