#!/bin/bash
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A population trained by real workers, from a command line that is closed and opened again in between, gives the same
# curve as one that nobody disturbed. BIN is the folder of the built programs.
set -euo pipefail
bin=${1:?the folder of the programs}
folder=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || kill -9 "$pid" 2>/dev/null || true; rm -rf "$folder"' EXIT

cat > "$folder/recipe.json" <<'JSON'
{"name": "seconds", "epochs": 2, "batch_size": 16, "base_learning_rate": 0.05, "train_images": 192, "test_images": 64}
JSON
train() {
    exec "$bin/regnet" train --store "$folder/$1.db" --population few --space RegNetX@cpu --n 6 --seed 4 \
        --recipe "$folder/recipe.json" --workers 2 > "$folder/$1.log" 2>&1
}

(train undisturbed)
runs=0
while :; do
    runs=$((runs + 1))
    (train disturbed) & pid=$!
    signal=TERM
    [ $((runs % 3)) -ne 0 ] || signal=KILL
    # Closed after a few seconds, unless it is done; from the tenth time on it is left alone.
    for _ in $(seq 25); do
        kill -0 "$pid" 2>/dev/null || break
        sleep 0.1
    done
    [ $runs -ge 10 ] || kill -$signal "$pid" 2>/dev/null || true
    status=0
    wait "$pid" || status=$?
    pid=
    [ $status -ne 0 ] || break
    [ $runs -lt 10 ] || { cat "$folder/disturbed.log"; exit 1; }
done
for store in undisturbed disturbed; do
    "$bin/regnet" edf "$folder/$store.db#few" --json | sed "s/$store\\.db//g" > "$folder/$store.json"
done
cmp "$folder/undisturbed.json" "$folder/disturbed.json" || { echo "the curves differ"; exit 1; }
if pgrep -f "$folder/disturbed.spool" > /dev/null; then echo "a worker is left"; exit 1; fi
echo "the same curve after $runs starts"
