#!/bin/sh
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the fuzzers and runs them one after the other.
#
#   tests/fuzz/run.sh [--fast] [SECONDS [NAME...]]       each for so long (60), all or those of these names
#   tests/fuzz/run.sh [--fast] --until INPUTS [NAME...]  each until so many inputs, those of earlier runs counted
#
# Prints a table: inputs of this run and of all, code that was reached, and what was found. What crashes a reader lies
# in build/fuzz/found/NAME-*; it belongs into tests/fuzz/NAME once it is mended. Inputs that reach new code stay in
# build/fuzz/corpus/NAME, from which the next run goes on.
#
# --fast: without AddressSanitizer and UBSan, several times as many inputs a second; files are in build/fuzz-fast. It
# adds to the same corpora, and every run without it begins by reading them whole, with the sanitizers.
set -eu
cd "$(dirname "$0")/../.."
until=
seconds=60
preset=fuzz
if [ "${1:-}" = --fast ]; then
    preset=fuzz-fast
    shift
fi
if [ "${1:-}" = --until ]; then
    until=$2
    shift 2
elif [ $# -gt 0 ]; then
    seconds=$1
    shift
fi

cmake --preset "$preset" > "build/$preset-configure.log" 2>&1 || { cat "build/$preset-configure.log" >&2; exit 1; }
if [ $# -gt 0 ]; then
    for name; do cmake --build --preset "$preset" --target "${name}_fuzz"; done
else
    cmake --build --preset "$preset" --target fuzzers
    for file in tests/fuzz/*_fuzz.cpp; do
        name=${file##*/}
        set -- "$@" "${name%_fuzz.cpp}"
    done
fi

# Files that readers are given lie in memory.
TMPDIR=$(mktemp -d "$([ -w /dev/shm ] && echo /dev/shm || echo /tmp)/regnet-fuzz-XXXXXX")
export TMPDIR QT_QPA_PLATFORM=offscreen
trap 'rm -rf "$TMPDIR"' EXIT INT TERM
mkdir -p "build/$preset/found"

printf '%-14s %12s %12s %10s %8s  %s\n' reader inputs 'of all runs' 'a second' code found
all=0
failed=0
for name; do
    program=build/$preset/bin/${name}_fuzz
    [ -x "$program" ] || continue # needs a part that is not built
    mkdir -p "build/fuzz/corpus/$name"
    count=build/$preset/found/$name.count
    before=$(cat "$count" 2>/dev/null || echo 0)
    limit=-max_total_time=$seconds
    if [ -n "$until" ]; then
        [ "$before" -lt "$until" ] || continue
        limit=-runs=$((until - before))
    fi
    log=build/$preset/found/$name.log
    found=nothing
    # -entropic=0: weighing what is rare takes half of the time of readers that are this fast.
    "$program" "build/fuzz/corpus/$name" "tests/fuzz/$name" "$limit" -timeout=20 -entropic=0 \
        -rss_limit_mb=2048 -print_final_stats=1 -verbosity=1 -artifact_prefix="build/$preset/found/$name-" \
        > "$log" 2>&1 || { found=$(grep -o 'Test unit written to .*' "$log" | sed 's/.* //'); failed=1; }
    inputs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    rate=$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log")
    code=$(grep -o 'cov: [0-9]*' "$log" | tail -n 1 | cut -d' ' -f2)
    total=$((before + ${inputs:-0}))
    echo "$total" > "$count"
    printf '%-14s %12s %12s %10s %8s  %s\n' "$name" "${inputs:-?}" "$total" "${rate:-?}" "${code:-?}" \
        "${found:-it ended, see $log}"
    all=$((all + ${inputs:-0}))
done
printf '%-14s %12s\n' all "$all"
exit $failed
