#!/bin/sh
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the pictures of the README and the guide from the running window, under a virtual display of its own.
# usage: docs/screenshots.sh [folder of the programs; default build/release/bin [names of pictures; default all]]
set -eu

here=$(cd "$(dirname "$0")" && pwd)
bin=$(cd "${1:-$here/../build/release/bin}" && pwd)
out=$here/images
[ $# -eq 0 ] || shift
wanted=$*
for tool in Xvfb import convert xdotool; do
    command -v "$tool" >/dev/null || { echo "screenshots.sh: $tool is missing: install xvfb, xdotool and imagemagick" >&2; exit 1; }
done
[ -x "$bin/regnet-explorer" ] || { echo "screenshots.sh: there is no $bin/regnet-explorer: build it first" >&2; exit 1; }

# Its name is seen in some pictures.
work=/tmp/regnet
mkdir -m 700 "$work" || { echo "screenshots.sh: $work is there already: remove it first" >&2; exit 1; }
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

is_wanted()
{
    case " ${wanted:-$1} " in *" $1 "*) return 0 ;; esac
    return 1
}

# What shoot does before it takes the picture: `act`, a list of steps, a word and its two arguments each. Then the
# window whose title is `window`, or the whole screen.
#   click X Y    double X Y    menu X Y (the right button)    key KEY -    size TITLE WIDTHxHEIGHT (of a dock that floats)
#   with KEY X_Y (a click while the key is held)    type WORD -
step()
{
    case $1 in
        click) xdotool mousemove "$2" "$3" click 1 ;;
        double) xdotool mousemove "$2" "$3" click --repeat 2 --delay 100 1 ;;
        menu) xdotool mousemove "$2" "$3" click 3 ;;
        key) xdotool key "$2" ;;
        type) xdotool type --delay 50 "$2" ;;
        with) xdotool keydown "$2" mousemove "${3%_*}" "${3#*_}" click 1 keyup "$2" ;;
        size) xdotool search --onlyvisible --name "^$2\$" windowmove %@ 40 40 windowsize %@ "${3%x*}" "${3#*x}" && sleep 2 ;;
    esac
    sleep 1
}

# shoot NAME SCALE ARGUMENTS...: one picture of the window as it starts with the settings in $work/NAME.ini.
shoot()
{
    name=$1 scale=$2
    shift 2
    is_wanted "$name" || { act='' window=''; return 0; }
    (cd "$work" && exec env HOME="$work" XDG_DATA_HOME="$work/data" QT_QPA_PLATFORM=xcb QT_SCALE_FACTOR="$scale" XDG_RUNTIME_DIR="$work" \
        REGNET_SETTINGS="$work/$name.ini" REGNET_SLURM_PROFILES="$work/slurm.json" "$bin/regnet-explorer" "$@") &
    program=$!
    sleep "${REGNET_SCREENSHOT_WAIT:-4}"
    # Without a window manager somebody has to give the window the keyboard.
    xdotool search --onlyvisible --name 'RegNet Explorer' windowfocus 2>/dev/null || true
    # shellcheck disable=SC2086 # a list of words
    set -- ${act:-}
    while [ $# -ge 3 ]; do
        step "$1" "$2" "$3"
        shift 3
    done
    shown=root
    if [ -n "${window:-}" ]; then
        shown=$(xdotool search --onlyvisible --name "$window" | tail -1)
        [ -n "$shown" ] || { import -window root "$out/$name.png"; echo "screenshots.sh: $name: no window $window: see the picture" >&2; exit 1; }
    fi
    import -window "$shown" "$out/$name.png"
    act='' window=''
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
settings explorer-invalid light "{\"network\":$skips,\"wanted_stages\":4,\"pins\":[]}"
shoot explorer-invalid 1

shoot compare 1 paper:fig9-left
! is_wanted cpu-spaces || QT_QPA_PLATFORM=offscreen "$bin/regnet" figure edf shipped:cpu-spaces/AnyNetX_A@cpu shipped:cpu-spaces/AnyNetX_E@cpu \
    shipped:cpu-spaces/RegNetX@cpu --out "$out/cpu-spaces.png" --width-mm 150 --height-mm 95 --dpi 150 --no-sidecar

# The docks, floating (a double click on their title): each is larger than its place in a small window. Where their
# tabs and titles lie is that of the standard layout at 1200 x 800.
plain='{"network":'$x400',"wanted_stages":4,"pins":[]}'
for each in spaces studies queue figures import cluster preferences tour; do settings "$each" light "$plain"; done
act='click 488 591 double 400 111 size Spaces 1100x640' window='^Spaces$'
shoot spaces 1
act='click 556 591 double 400 111 size Studies 1100x640' window='^Studies$'
shoot studies 1

cat >"$work/recipe.json" <<'END'
{"name": "pictures", "epochs": 8, "batch_size": 32, "base_learning_rate": 0.05, "warmup_epochs": 1, "crop_padding": 2,
 "train_images": 640, "test_images": 200}
END
if is_wanted queue || is_wanted cluster || is_wanted import; then (
    cd "$work"
    export XDG_DATA_HOME="$work/data" REGNET_SLURM_PROFILES="$work/slurm.json"
    "$bin/regnet" train --store runs.db --population RegNetX --space RegNetX@cpu --n 6 --recipe recipe.json >/dev/null
    "$bin/regnet" queue add --store runs.db --population AnyNetX_A --space AnyNetX_A@cpu --n 10 --recipe recipe.json >/dev/null
    "$bin/regnet" slurm profile add lab --host login1 --folder /scratch/me/regnet --rsync --worker /home/me/regnet-worker \
        --partition gpu --gpus 1 --cpus 4 --memory 8000 --minutes 120 >/dev/null
    printf 'name,test_err,flops\nstem-16,30.1,2610000\nstem-32,32.5,2840000\nno-se,28.4,2950000\n' >results.csv
); fi
act='click 447 764 double 400 588 size Queue 1100x560 click 340 377 with shift 340_460' window='^Queue$'
shoot queue 1 --store runs.db
act='click 447 764 click 330 726 click 560 684 key ctrl+a - key ctrl+k - type cluster - key Return -' window='cluster'
shoot cluster 1 --store runs.db
act='click 560 300 key ctrl+e -' window='^Export'
shoot figures 1 paper:fig9-left
window='^Import'
shoot import 1 results.csv
act='key ctrl+comma -' window='^Settings'
shoot preferences 1
act='click 204 9 key t - click 1145 87'
shoot tour 1

rm -f "$work/number"
start_display 2400 1600
settings explorer-light-200 light "{\"network\":$x400,\"wanted_stages\":4,\"pins\":$pins}"
shoot explorer-light-200 2
settings explorer-dark-200 dark "{\"network\":$x400,\"wanted_stages\":4,\"pins\":$pins}"
shoot explorer-dark-200 2
echo "screenshots.sh: wrote ${wanted:-all pictures} to $out"
