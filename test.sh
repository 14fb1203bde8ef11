#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds with warnings as errors, checks format and code, and runs every test.
# shellcheck source=packaging/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/packaging/setup.sh" || exit 1

case ${1:-} in
-h | --help)
    say "./test.sh [CTEST OPTION...]"
    say "Installs what is missing (it says what), builds into build/ci with warnings as errors, checks formatting"
    say "(clang-format) and code (clang-tidy), and runs every test. Options such as -R NAME go to ctest."
    exit 0
    ;;
esac

prepare "${build_packages[@]}" "${test_packages[@]}"
checks=0
"$root/packaging/check_format.sh" || checks=1
build ci
"$root/packaging/check_tidy.py" "$root/build/ci" --jobs "$(jobs_for)" || checks=1

cd "$root" || exit 1
# A third of the time tests wait for files and programs.
ctest --preset ci -j $(($(nproc) + 1)) "$@"
tests=$?
if [ $checks -ne 0 ]; then
    say "$program: the checks before the tests found something: see above." >&2
    [ $tests -ne 0 ] || tests=1
fi
exit $tests
