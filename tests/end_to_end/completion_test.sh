#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A shell reads its completions, and completes with them. $1: the folder with regnet-manual, $2: bash, zsh or fish.
# Ends with 77, skipped, where that shell is not installed.
set -euo pipefail

command -v "$2" >/dev/null || {
    printf '%s is not installed: its completions are not tried.\n' "$2"
    exit 77
}
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

try_bash() {
    bash -n "$folder/bash/regnet"
    # The cursor is in the last of these words.
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
    is "what follows a value" "--published" "$(completed regnet network --spec x --pu)"
    is "words at their place: file names" "" "$(completed regnet edf '')"
    if [ -x "$1/regnet-explorer" ]; then # which tells the options of figures
        is "an option of another program" "--normalise" "$(completed regnet figure --norm)"
    fi
}

# zsh completes on a terminal only: one is made for it, in which the tab key lists.
try_zsh() {
    zsh -n "$folder/zsh/_regnet"
    # shellcheck disable=SC2016 # for zsh
    completed() {
        timeout 20 zsh -fc '
            zmodload zsh/zpty
            zpty shell zsh -f -i
            zpty -w shell "PS1=; setopt no_beep; stty -echo; unset zle_bracketed_paste; fpath=($1 \$fpath); autoload -U compinit; compinit -D -u; echo re\ady"
            zpty -r shell text "*ready*"
            zpty -w -n shell "$2"$'"'\t\t'"'
            zpty -r shell text "*$3*"
            print found
        ' zsh "$folder/zsh" "$1" "$2" || printf 'not found\n'
    }
    is "a command" "found" "$(completed 'regnet qu' queue)"
    is "a command below a command" "found" "$(completed 'regnet queue p' priority)"
    is "an option's words" "found" "$(completed 'regnet network --as t' torchvision)"
}

try_fish() {
    export XDG_CONFIG_HOME=$folder/config XDG_DATA_HOME=$folder/data
    # shellcheck disable=SC2016 # for fish
    completed() { fish --no-config -c 'source $argv[1]; complete -C "$argv[2]"' "$folder/fish/regnet.fish" "$1" | cut -f1 | sort | paste -sd ' '; }
    is "a command" "queue" "$(completed 'regnet qu')"
    is "a command below a command" "pause priority" "$(completed 'regnet queue p')"
    is "an option" "--published" "$(completed 'regnet network --pu')"
    is "an option's words" "timm torchvision" "$(completed 'regnet network --as t')"
}

case $2 in
bash) try_bash "$1" ;;
zsh) try_zsh ;;
fish) try_fish ;;
esac
exit $((failures > 0))
