#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What stands in the environment is not written down: a training with a secret in it, and a search for that secret in
# everything that is left of it. $1: the folder with the programs.
set -euo pipefail

programs=$1
secret=hunter2-4c1fe0d6
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export HOME=$folder XDG_DATA_HOME=$folder/data API_TOKEN=$secret AWS_SECRET_ACCESS_KEY=$secret
worker=$programs/regnet-worker
[ -x "$worker" ] || worker=$programs/scripted_worker
export REGNET_WORKER=$worker
echo '{"epochs": 1, "batch_size": 16, "train_images": 64, "test_images": 32}' >tiny.json

{
    "$programs/regnet" doctor
    "$programs/regnet" train --store runs.db --population few --space RegNetX@cpu --n 2 --seed 5 --recipe tiny.json \
        --workers 1
    "$programs/regnet" queue list --store runs.db
    "$programs/regnet" report runs.db --out report.html
} >printed 2>&1 || {
    tail -n 5 printed >&2
    exit 1
}
if ! [ -s runs.db ] || ! [ -d runs.spool ]; then
    printf 'nothing was left to look at\n' >&2
    exit 1
fi
if grep -rlaF -- "$secret" .; then
    printf 'have what stands in the environment\n' >&2
    exit 1
fi
