#!/bin/bash
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# 24 networks, half of them trained on this machine and half on a test cluster, with a restart of Slurm's controller, a
# task that is cancelled and queued again, and a dispatcher that is killed in between, give the same curve as 24 that
# nobody disturbed on this machine. BIN is the folder of the built programs.
set -euo pipefail
bin=${1:?the folder of the programs}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
folder=$(mktemp -d)
pid=
cleanup() {
    [ -z "$pid" ] || kill -9 "$pid" 2>/dev/null || true
    bash "$here/mini_cluster.sh" stop "$folder/cluster" || true
    rm -rf "$folder"
}
trap cleanup EXIT
SLURM_CONF=$(bash "$here/mini_cluster.sh" start "$folder/cluster") || exit $?
export SLURM_CONF REGNET_SLURM_PROFILES=$folder/profiles.json

cat >"$folder/recipe.json" <<'JSON'
{"name": "seconds", "epochs": 2, "batch_size": 16, "base_learning_rate": 0.05, "train_images": 96, "test_images": 48}
JSON
population=(--population many --space RegNetX@cpu --n 24 --seed 4 --recipe "$folder/recipe.json")
"$bin/regnet" train --store "$folder/alone.db" "${population[@]}" --workers 2 >"$folder/alone.log" 2>&1

worker=${REGNET_WORKER:-$bin/regnet-worker}
"$bin/regnet" slurm profile add mini --worker "$worker" --minutes 10 --memory 1500 --at-once 2 --signal 60 \
    --ask 1 --look 0.2 --lost 10 >/dev/null
shared=(--store "$folder/both.db" --spool "$folder/a shared 'folder'")
"$bin/regnet" slurm submit "${shared[@]}" "${population[@]}" --profile mini --first 12 >"$folder/submit.log" 2>&1 ||
    { cat "$folder/submit.log"; exit 1; }

counts() { "$bin/regnet" queue list "${shared[@]}" --state "$1" --json 2>/dev/null | grep -o '"id"' | wc -l; }
start() { "$bin/regnet" queue run "${shared[@]}" --workers 1 >>"$folder/run.log" 2>&1 & pid=$!; }
wait_until() { # a command, for at most two minutes
    for _ in $(seq 240); do
        "$1" && return 0
        sleep 0.5
    done
    echo "it never came: $1"
    cat "$folder/run.log"
    squeue
    exit 1
}
running() { squeue -h -t RUNNING -o %F_%K | head -n 1; }
is_running() { [ -n "$(running)" ]; }
is_cancelled() { [ "$(counts cancelled)" -ge 1 ] || ! kill -0 "$pid" 2>/dev/null; }

start
wait_until is_running
kill -9 "$pid" # the dispatcher, with workers here and tasks there
wait "$pid" 2>/dev/null || true
bash "$here/mini_cluster.sh" restart "$folder/cluster"
start
wait_until is_running
victim=$(running)
scancel "$victim" # by hand, behind the dispatcher's back
wait_until is_cancelled
"$bin/regnet" queue retry "${shared[@]}" --population many
wait "$pid" || true # one that was cancelled counts as left undone
pid=
# The queue may have ended before the retry.
"$bin/regnet" queue run "${shared[@]}" --workers 1 >>"$folder/run.log" 2>&1 || { cat "$folder/run.log"; exit 1; }

"$bin/regnet" edf "$folder/alone.db#many" --json | sed 's/alone\.db//g' >"$folder/alone.json"
"$bin/regnet" edf "$folder/both.db#many" --json | sed 's/both\.db//g' >"$folder/both.json"
cmp "$folder/alone.json" "$folder/both.json" || {
    echo "the curves differ"
    cat "$folder/run.log"
    exit 1
}
"$bin/regnet" slurm status "${shared[@]}" --all
echo "the same curve: 24 networks, killed dispatcher, restarted controller, $victim cancelled and queued again"
