#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds, and measures this program and its peers in turn: docs/performance.md.
# shellcheck source=packaging/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/packaging/setup.sh" || exit 1

case ${1:-} in
-h | --help)
    say "./bench.sh [--quick] [--only SECTION,...] [--json FILE] [--markdown FILE]"
    say "Installs what is missing (it says what), builds into build/ci, and measures: network, statistics, sampling,"
    say "sampling_peer, exchange, window, training. Some 20 minutes; close other programs before. --quick takes two and"
    say "only shows that everything runs."
    exit 0
    ;;
esac

prepare "${build_packages[@]}" "${test_packages[@]}" python3-numpy
build ci
# The peers run on the very LibTorch that the program was built with, where that came from a Python package.
python=$root/.deps/python/bin/python
if [ -x "$python" ]; then
    "$python" -c 'import numpy' 2>/dev/null || logged "$python" -m pip install -q numpy ||
        say "NumPy could not be fetched: the sampler of pycls is no peer in this run."
else
    python=python3
fi
OMP_NUM_THREADS=1 exec "$python" "$root/tests/bench/bench.py" --bin "$root/build/ci/bin" "$@"
