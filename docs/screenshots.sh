#!/bin/sh
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the pictures of the README and the guide from the running window, under a virtual display of its own.
# usage: docs/screenshots.sh [folder of the programs; default build/release/bin]
set -eu

here=$(cd "$(dirname "$0")" && pwd)
bin=${1:-$here/../build/release/bin}
out=$here/images
for tool in Xvfb import convert xdotool; do
    command -v "$tool" >/dev/null || { echo "screenshots.sh: $tool is missing: install xvfb, xdotool and imagemagick" >&2; exit 1; }
done
[ -x "$bin/regnet-explorer" ] || { echo "screenshots.sh: there is no $bin/regnet-explorer: build it first" >&2; exit 1; }

work=$(mktemp -d)
display=
trap 'kill $display 2>/dev/null || true; rm -rf "$work"' EXIT INT TERM
mkdir -p "$out"

# start_display WIDTH HEIGHT: a free number is found by Xvfb itself.
start_display()
{
    [ -z "$display" ] || { kill $display 2>/dev/null || true; wait $display 2>/dev/null || true; }
    Xvfb -displayfd 3 -screen 0 "$1x$2x24" 3>"$work/number" 2>/dev/null &
    display=$!
    while [ ! -s "$work/number" ]; do sleep 0.1; done
    DISPLAY=:$(cat "$work/number")
    export DISPLAY
}

# shoot NAME SCALE ARGUMENTS...: one picture of the window as it starts with the settings in $work/NAME.ini.
shoot()
{
    name=$1 scale=$2
    shift 2
    env XDG_DATA_HOME="$work/data" QT_QPA_PLATFORM=xcb QT_SCALE_FACTOR="$scale" XDG_RUNTIME_DIR="$work" REGNET_SETTINGS="$work/$name.ini" \
        "$bin/regnet-explorer" "$@" &
    program=$!
    sleep "${REGNET_SCREENSHOT_WAIT:-4}"
    if [ -n "${tab:-}" ]; then
        # shellcheck disable=SC2086 # two numbers
        xdotool mousemove $tab click 1
        sleep 1
    fi
    tab=
    import -window root "$out/$name.png"
    kill $program
    wait $program 2>/dev/null || true
}

# settings NAME APPEARANCE STATE
settings()
{
    printf '[window]\nappearance=%s\n[start]\npage=false\n[explorer]\nstate="%s"\n' "$2" "$(printf '%s' "$3" | sed 's/"/\\"/g')" >"$work/$1.ini"
}

line() { printf '{"regnet":{"depth":%s,"w0":%s,"wa":%s,"wm":%s,"group_width":%s},"se_ratio":%s}' "$@"; }
x400=$(line 22 24 24.48 2.54 16 0)
x200=$(line 13 24 36.44 2.49 8 0)
y800=$(line 14 56 38.84 2.4 16 0.25)
skips=$(line 9 24 80 1.6 16 0)
pins="[{\"name\":\"RegNetX-200MF\",\"slot\":1,\"network\":$x200},{\"name\":\"RegNetY-800MF\",\"slot\":2,\"network\":$y800}]"

start_display 1200 800
settings explorer-light light "{\"network\":$x400,\"wanted_stages\":4,\"pins\":[]}"
shoot explorer-light 1
settings explorer-dark dark "{\"network\":$x400,\"wanted_stages\":4,\"pins\":$pins}"
shoot explorer-dark 1
settings compare light "{\"network\":$x400,\"wanted_stages\":4,\"pins\":[]}"
settings queue light "{\"network\":$x400,\"wanted_stages\":4,\"pins\":[]}"
settings explorer-invalid light "{\"network\":$skips,\"wanted_stages\":4,\"pins\":[]}"
shoot explorer-invalid 1

shoot compare 1 paper:fig9-left
QT_QPA_PLATFORM=offscreen "$bin/regnet" figure edf shipped:cpu-spaces/AnyNetX_A@cpu shipped:cpu-spaces/AnyNetX_E@cpu \
    shipped:cpu-spaces/RegNetX@cpu --out "$out/cpu-spaces.png" --width-mm 150 --height-mm 95 --dpi 150 --no-sidecar
# The queue of a finished tour, where there is one: REGNET_TOUR names its store.
if [ -f "${REGNET_TOUR:-}" ]; then
    tab='371 764' # "Queue"
    shoot queue 1 --store "$REGNET_TOUR"
fi

rm -f "$work/number"
start_display 2400 1600
settings explorer-light-200 light "{\"network\":$x400,\"wanted_stages\":4,\"pins\":$pins}"
shoot explorer-light-200 2
settings explorer-dark-200 dark "{\"network\":$x400,\"wanted_stages\":4,\"pins\":$pins}"
shoot explorer-dark-200 2
echo "screenshots.sh: wrote $(ls "$out" | wc -l) pictures to $out"
