#!/bin/bash
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# 24 networks, half of them trained on this machine and half on a test cluster, with a dispatcher that is killed, a
# restart of Slurm's controller and a task that is cancelled and queued again in between, give the same curve, bit for
# bit, as 24 that nobody disturbed on this machine. That each of these things really happened is checked too. BIN is the
# folder of the built programs.
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
shared=(--store "$folder/both.db" --spool "$folder/a shared 'folder'")

fail() {
    echo "$*"
    cat "$folder"/*.log
    squeue || true
    exit 1
}

# counts EXPRESSION: of how many jobs it is true; j is a job as "regnet queue list --json" prints it.
counts() {
    "$bin/regnet" queue list "${shared[@]}" --limit 1000 --json 2>/dev/null |
        python3 -c 'import json, sys; print(sum(bool(eval(sys.argv[1])) for j in json.load(sys.stdin)["jobs"]))' "$1"
}
wait_until() { # a command, for at most three minutes
    for _ in $(seq 360); do
        "$1" && return 0
        sleep 0.5
    done
    fail "it never came: $1"
}
start() {
    "$bin/regnet" queue run "${shared[@]}" --workers 1 >>"$folder/run.log" 2>&1 &
    pid=$!
}
running() { squeue -h -t RUNNING -o %F_%K | head -n 1; }
# Both at once: a worker of this machine in the middle of its training, and a task of the cluster.
both_run() {
    [ "$(counts 'j["state"] == "running" and j["device"] == "cpu"')" -ge 1 ] && [ -n "$(running)" ]
}
# By hand, behind the dispatcher's back. A task that was done before scancel came is none; then it is another one's turn.
victim=
cancel_one() {
    [ "$(counts 'j["state"] == "cancelled"')" -eq 0 ] || return 0
    kill -0 "$pid" 2>/dev/null || fail "everything was over before a task could be cancelled"
    victim=$(running)
    [ -n "$victim" ] || return 1
    scancel "$victim"
    for _ in $(seq 20); do
        [ "$(counts 'j["state"] == "cancelled"')" -eq 0 ] || return 0
        sleep 0.25
    done
    return 1
}

"$bin/regnet" train --store "$folder/alone.db" "${population[@]}" --workers 2 >"$folder/alone.log" 2>&1 ||
    fail "the undisturbed population was not trained"

worker=${REGNET_WORKER:-$bin/regnet-worker}
"$bin/regnet" slurm profile add mini --worker "$worker" --minutes 10 --memory 1500 --at-once 2 --signal 60 \
    --ask 1 --look 0.2 --lost 10 >/dev/null || fail "the profile was not made"
"$bin/regnet" slurm submit "${shared[@]}" "${population[@]}" --profile mini --first 12 >"$folder/submit.log" 2>&1 ||
    fail "it was not submitted"
[ -n "$(squeue -h)" ] || fail "nothing was submitted"

start
wait_until both_run
kill -9 "$pid" # the dispatcher, with a worker here and tasks there
wait "$pid" 2>/dev/null || true
pid=
[ "$(counts 'j["state"] == "done"')" -lt 24 ] || fail "the dispatcher was killed after everything was over"
bash "$here/mini_cluster.sh" restart "$folder/cluster" || fail "the controller did not come back"
start
wait_until cancel_one
[ -n "$victim" ] || fail "no task was cancelled by us"
"$bin/regnet" queue retry "${shared[@]}" --population many >"$folder/retry.log" 2>&1 || fail "no retry"
wait "$pid" || true # it may have ended before the retry, with one job left undone
pid=
"$bin/regnet" queue run "${shared[@]}" --workers 1 >>"$folder/run.log" 2>&1 || fail "the queue was not worked off"

[ "$(counts 'j["state"] == "done"')" -eq 24 ] || fail "not all are done"
[ "$(counts 'j["device"] == "slurm:mini"')" -eq 12 ] || fail "not half of them were trained on the cluster"
[ "$(counts 'j["device"] == "cpu"')" -eq 12 ] || fail "not half of them were trained here"
[ "$(counts 'j["device"] == "slurm:mini" and j["attempt"] >= 2')" -ge 1 ] || fail "none was queued again"

# Names aside, which say what file it is, every bit is the same.
"$bin/regnet" edf "$folder/alone.db#many" --json | sed 's/alone\.db//g' >"$folder/alone.json"
"$bin/regnet" edf "$folder/both.db#many" --json | sed 's/both\.db//g' >"$folder/both.json"
python3 -c 'import json, sys; p, = json.load(sys.stdin)["populations"]; sys.exit(p["n"] != 24 or p["failed"] != 0)' \
    <"$folder/alone.json" || fail "the curve is not that of 24 trained networks"
cmp "$folder/alone.json" "$folder/both.json" || fail "the curves differ"
"$bin/regnet" slurm status "${shared[@]}" --all
echo "the same curve: 24 networks, killed dispatcher, restarted controller, $victim cancelled and queued again"
