#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The completions are read by their shells and complete. $1: the folder with regnet-manual. A shell that is not
# installed is passed over, and that is said.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$1/regnet-manual" "$folder"
failures=0
# is WHAT WANTED FOUND
is() {
    [ "$2" = "$3" ] && return 0
    failures=$((failures + 1))
    printf '%s: expected "%s", found "%s"\n' "$1" "$2" "$3" >&2
}

# ---- bash: the last word of the arguments is the one that the cursor is in
bash -n "$folder/bash/regnet"
completed() {
    bash -euc '
        source "$1"
        shift
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        _regnet
        printf "%s\n" "${COMPREPLY[@]}"
    ' bash "$folder/bash/regnet" "$@" | paste -sd ' '
}
is "a command" "queue" "$(completed regnet qu)"
is "several commands" "sample slurm space store study" "$(completed regnet s)"
is "a command below a command" "pause priority" "$(completed regnet queue p)"
is "two below" "add" "$(completed regnet slurm profile a)"
is "an option" "--published" "$(completed regnet network --pu)"
is "an option's words" "timm torchvision" "$(completed regnet network --as t)"
is "behind an equals sign" "timm torchvision" "$(completed regnet network --as = t)"
is "any value: file names" "" "$(completed regnet network --spec '')"
is "a value that is called like a command" "--published" "$(completed regnet network --spec x --pu)"
is "words at their place: file names" "" "$(completed regnet edf '')"
if [ -x "$1/regnet-explorer" ]; then # which tells the options of figures
    is "an option of another program" "--normalise" "$(completed regnet figure --norm)"
fi

# ---- zsh, which has no simple way to be asked for completions: it reads them
if command -v zsh >/dev/null; then
    zsh -n "$folder/zsh/_regnet"
    is "zsh knows what it is for" "#compdef regnet" "$(head -1 "$folder/zsh/_regnet")"
else
    printf 'zsh is not installed: its completions are not tried.\n'
fi

# ---- fish
if command -v fish >/dev/null; then
    export XDG_CONFIG_HOME=$folder/config XDG_DATA_HOME=$folder/data
    # shellcheck disable=SC2016 # for fish
    asked() { fish --no-config -c 'source $argv[1]; complete -C "$argv[2]"' "$folder/fish/regnet.fish" "$1" | cut -f1 | sort | paste -sd ' '; }
    is "fish: a command" "queue" "$(asked 'regnet qu')"
    is "fish: a command below a command" "pause priority" "$(asked 'regnet queue p')"
    is "fish: an option" "--published" "$(asked 'regnet network --pu')"
    is "fish: an option's words" "timm torchvision" "$(asked 'regnet network --as t')"
else
    printf 'fish is not installed: its completions are not tried.\n'
fi
exit $((failures > 0))
