#!/bin/bash
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# 6 networks trained on a test cluster that is reached through ssh only, their files copied to and fro by rsync into a
# folder whose name a shell could misread, with the way there gone in between, give the same curve, bit for bit, as 6
# that were trained here. Only what comes through a real sshd on loopback knows where Slurm is. BIN is the folder of the
# built programs.
#
# sshd is not installed for this test: on somebody's own computer that would open a port for good.
set -euo pipefail
bin=${1:?the folder of the programs}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
PATH=$PATH:/usr/sbin:/sbin
for tool in sshd ssh ssh-keygen rsync; do
    command -v "$tool" >/dev/null || {
        echo "NO TEST OVER SSH: $tool is not installed; apt-get install openssh-server openssh-client rsync" >&2
        exit 77
    }
done
folder=$(mktemp -d)
pid=
stop_sshd() {
    [ ! -s "$folder/sshd.pid" ] || kill "$(cat "$folder/sshd.pid")" 2>/dev/null || true
    rm -f "$folder/sshd.pid"
}
cleanup() {
    [ -z "$pid" ] || kill -9 "$pid" 2>/dev/null || true
    stop_sshd
    bash "$here/mini_cluster.sh" stop "$folder/cluster" || true
    rm -rf "$folder"
}
trap cleanup EXIT
conf=$(bash "$here/mini_cluster.sh" start "$folder/cluster") || exit $?
unset SLURM_CONF

fail() {
    echo "$*"
    tail -n 30 "$folder"/*.log
    exit 1
}

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
ssh-keygen -q -t ed25519 -N '' -f "$folder/host_key"
ssh-keygen -q -t ed25519 -N '' -f "$folder/own_key"
sed "s/^/[127.0.0.1]:$port /" "$folder/host_key.pub" >"$folder/known_hosts"
cat >"$folder/sshd_config" <<CONF
ListenAddress 127.0.0.1
Port $port
HostKey $folder/host_key
PidFile $folder/sshd.pid
AuthorizedKeysFile $folder/own_key.pub
StrictModes no
UsePAM no
PasswordAuthentication no
SetEnv SLURM_CONF=$conf
CONF
cat >"$folder/ssh_config" <<CONF
Host login
    HostName 127.0.0.1
    Port $port
    User $(id -un)
    IdentityFile $folder/own_key
    IdentitiesOnly yes
    UserKnownHostsFile $folder/known_hosts
CONF
start_sshd() {
    # As root it wants this folder, which its service makes otherwise.
    [ "$(id -u)" -ne 0 ] || mkdir -p /run/sshd
    "$(command -v sshd)" -f "$folder/sshd_config" -E "$folder/sshd.log"
}
start_sshd || fail "sshd does not start"
ssh -F "$folder/ssh_config" -o BatchMode=yes login true 2>>"$folder/ssh.log" || fail "ssh does not come in"

cat >"$folder/recipe.json" <<'JSON'
{"name": "seconds", "epochs": 2, "batch_size": 16, "base_learning_rate": 0.05, "train_images": 96, "test_images": 48}
JSON
population=(--population few --space RegNetX@cpu --n 6 --seed 4 --recipe "$folder/recipe.json")
far=(--store "$folder/far.db")
export REGNET_SLURM_PROFILES=$folder/profiles.json

done_jobs() {
    "$bin/regnet" queue list "${far[@]}" --limit 1000 --json 2>/dev/null |
        python3 -c 'import json, sys; print(sum(j["state"] == "done" for j in json.load(sys.stdin)["jobs"]))'
}
wait_until() { # a command, for at most three minutes
    for _ in $(seq 360); do
        "$@" && return 0
        sleep 0.5
    done
    fail "it never came: $*"
}
one_is_done() { [ "$(done_jobs)" -ge 1 ]; }
way_is_missed() { grep -q 'the host cannot be reached' "$folder/run.log"; }

"$bin/regnet" train --store "$folder/alone.db" "${population[@]}" --workers 2 >"$folder/alone.log" 2>&1 ||
    fail "the population was not trained here"
there="$folder/the cluster's \"side\""
"$bin/regnet" slurm profile add far --host login --ssh-config "$folder/ssh_config" --rsync --folder "$there" \
    --worker "${REGNET_WORKER:-$bin/regnet-worker}" --minutes 10 --memory 1500 --at-once 1 --signal 60 --ask 1 \
    --look 0.2 --lost 60 >/dev/null || fail "the profile was not made"
"$bin/regnet" slurm submit "${far[@]}" "${population[@]}" --profile far >"$folder/submit.log" 2>&1 ||
    fail "it was not submitted"
"$bin/regnet" queue run "${far[@]}" --workers 1 >"$folder/run.log" 2>&1 &
pid=$!
wait_until one_is_done
stop_sshd
[ "$(done_jobs)" -lt 6 ] || fail "everything was over before the way could be closed"
wait_until way_is_missed
start_sshd || fail "sshd does not start again"
wait "$pid" || fail "the queue was not worked off"
pid=

[ "$(done_jobs)" -eq 6 ] || fail "not all are done"
ls "$there"/*/attempt-1/events.jsonl >/dev/null || fail "nothing was trained in the folder of the cluster"
"$bin/regnet" edf "$folder/alone.db#few" --json | sed 's/alone\.db//g' >"$folder/alone.json"
"$bin/regnet" edf "$folder/far.db#few" --json | sed 's/far\.db//g' >"$folder/far.json"
cmp "$folder/alone.json" "$folder/far.json" || fail "the curves differ"
echo "the same curve: 6 networks over ssh and rsync, the way there gone in between"
