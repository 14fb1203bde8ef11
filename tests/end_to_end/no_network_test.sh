#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# No command reaches for a network unless it is asked to fetch something. Each runs where there is none (a network
# namespace without interfaces), with a library before it that ends the program at its first step towards one.
# $1: the folder with the programs, $2: that library. Ends with 77, skipped, where namespaces are forbidden.
set -euo pipefail

unshare --user --map-root-user --net true 2>/dev/null || {
    printf 'This machine does not allow network namespaces (unshare -rn): that nothing is sent is NOT SHOWN here.\n'
    exit 77
}
programs=$1
library=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export HOME=$folder XDG_DATA_HOME=$folder/data QT_QPA_PLATFORM=offscreen REGNET_WORKER=$programs/scripted_worker

alone() { LD_PRELOAD=$library unshare --user --map-root-user --net "$@"; }

failures=0
# offline WORDS...: has to work, and ask for nothing.
offline() {
    local code=0
    alone "$programs/regnet" "$@" >out 2>err || code=$?
    [ $code -eq 0 ] && return 0
    failures=$((failures + 1))
    printf 'regnet %s: ended with %s: %s\n' "$*" $code "$(tail -n 3 err)" >&2
}

# The trap is one: who asks for a data set is caught in it.
code=0
alone "$programs/regnet" dataset fetch cifar10 >out 2>err || code=$?
if [ $code -ne 97 ]; then
    printf 'regnet dataset fetch ended with %s, not in the trap: %s\n' $code "$(tail -n 3 err)" >&2
    exit 1
fi

offline --version
offline doctor
offline network --published RegNetX-400MF
offline space list
offline study list
offline sample RegNetX@cpu --n 20 --seed 1 --out sample.csv
offline edf paper:fig9-left
offline train --store runs.db --population few --space RegNetX@cpu --n 3 --seed 5 --recipe cpu-tiny --workers 1
offline queue list --store runs.db
offline edf runs.db
offline report runs.db --out report.html
if [ -x "$programs/regnet-explorer" ]; then
    offline figure edf paper:fig9-left --out edf.pdf
    offline figure --verify edf.pdf
fi
printf '%s commands reached for a network or failed.\n' $failures
exit $((failures > 0))
