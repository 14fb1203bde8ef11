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
    say "sampling_peer, exchange, window, training, training_threads. Some 40 minutes; close other programs before."
    say "--quick takes three and only shows that everything runs."
    exit 0
    ;;
esac

prepare "${build_packages[@]}" "${test_packages[@]}" python3-numpy python3-dev # whose headers torch.compile needs
build ci
# The peers run on the very LibTorch that the program was built with, where that came from a Python package: beside it,
# and not in it, lie what they need. Without dependencies, which would bring another torch.
python=$root/.deps/python/bin/python
peers=$root/.deps/peers
if [ -x "$python" ]; then
    if [ ! -d "$peers" ]; then
        vision=$("$python" -c 'import torch; v = torch.__version__.split("."); print(f"0.{int(v[1]) + 15}.*")')
        logged "$python" -m pip install -q --no-deps --target "$peers" numpy "torchvision==$vision" timm pillow pyyaml \
            safetensors sympy mpmath networkx jinja2 markupsafe filelock fsspec typing_extensions || {
            rm -rf "$peers"
            say "NumPy, torchvision, timm and what torch.compile needs could not be fetched: peers are missing."
        }
    fi
    export PYTHONPATH=$peers
else
    python=python3
fi
OMP_NUM_THREADS=1 exec "$python" "$root/tests/bench/bench.py" --bin "$root/build/ci/bin" "$@"
