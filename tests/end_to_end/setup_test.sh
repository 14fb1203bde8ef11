#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What packaging/setup.sh says when something cannot be had. apt-get and its like are played by small scripts, so
# that nothing is installed; everything happens in a folder of its own.
# shellcheck disable=SC2016 # the single quotes hold scripts for another shell
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P) || exit 1
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/checkout/packaging" "$folder/checkout/build" "$folder/bin"
cp "$here/packaging/setup.sh" "$folder/checkout/packaging/"
failures=0

# fake NAME SCRIPT: a command that stands before the real one.
fake() {
    printf '#!/bin/bash\n%s\n' "$2" >"$folder/bin/$1"
    chmod +x "$folder/bin/$1"
}

# with_setup SCRIPT: runs it in a shell that has sourced setup.sh; both streams.
with_setup() {
    PATH="$folder/bin:$PATH" bash -c ". '$folder/checkout/packaging/setup.sh'; $1" run.sh 2>&1
}

expect() { # expect WHAT TEXT PATTERN
    if [[ $2 == *"$3"* ]]; then
        printf 'ok: %s\n' "$1"
    else
        printf 'FAILED: %s\n  expected: %s\n  got: %s\n' "$1" "$3" "$2"
        failures=$((failures + 1))
    fi
}

fake dpkg-query 'printf "ii cmake\nii libboost-dev\nrc ninja-build\n"'
fake apt-cache 'case $2 in unknown-package) ;; *) echo "Package: $2" ;; esac'
fake sudo 'exec "$@"'
fake id 'echo 1000'
apt_get_that_says() {
    fake apt-get "case \"\$*\" in *update*) exit 0 ;; *--assume-no*) echo 'After this operation, 12.5 MB of additional disk space will be used.' ;; *) echo '$1'; exit ${2:-100} ;; esac"
}

expect "an installed package is not missing" "[$(with_setup 'missing_packages cmake')]" "[]"
expect "one of two names is enough" "[$(with_setup 'missing_packages "libboost1.81-dev|libboost-dev"')]" "[]"
expect "a removed package is missing" "[$(with_setup 'missing_packages ninja-build')]" "[ninja-build]"

apt_get_that_says 'Setting up' 0
expect "says what it installs, and how much" "$(with_setup 'install_packages cmake ninja-build')" "(12.5 MB on disk): ninja-build"
expect "nothing to do is silent" "[$(with_setup 'install_packages cmake')]" "[]"

apt_get_that_says 'E: Failed to fetch http://example.org/x.deb  Temporary failure resolving'
expect "no network" "$(with_setup 'install_packages ninja-build')" "is there a network connection?"
apt_get_that_says 'E: Unable to locate package ninja-build'
expect "no such package" "$(with_setup 'install_packages ninja-build')" "package sources do not have ninja-build;"
apt_get_that_says "E: You don have enough free space in /var/cache/apt/archives/."
expect "a full disk" "$(with_setup 'install_packages ninja-build')" "the disk is full"
expect "a failure is a failure" "$(with_setup 'install_packages ninja-build; echo code $?')" "code 1"

fake apt-get 'echo "sudo: a password is required"; exit 1'
expect "sudo refuses" "$(with_setup 'install_packages ninja-build')" "sudo did not let this user install packages."

rm "$folder/bin/sudo"
mkdir "$folder/few"
for tool in bash basename dirname sed tr mapfile cat ls rm mkdir awk df sort tail head; do
    path=$(type -P "$tool") && ln -s "$path" "$folder/few/$tool"
done
for tool in dpkg-query apt-get apt-cache id; do ln -s "$folder/bin/$tool" "$folder/few/$tool"; done
without_sudo=$(PATH="$folder/few" bash -c ". '$folder/checkout/packaging/setup.sh'; install_packages ninja-build" run.sh 2>&1)
expect "no sudo" "$without_sudo" "as root: apt-get install ninja-build"

fake df 'printf "head\n/dev/x 1 1 12 1%% /\n"'
expect "too small a disk for the build" "$(with_setup 'build release')" "needs about 2 GB on disk; 12 MB are free"
rm "$folder/bin/df"

expect "pip that had no build for the CPU is not asked again" \
    "$(with_setup 'mkdir -p "$deps"; note_no_pip "offers CUDA only"; touch -d "2 years ago" "$deps/no-pip-torch"; pip_was_asked && echo asked')" asked
expect "pip that could not be reached is asked again a day later" \
    "$(with_setup 'mkdir -p "$deps"; note_no_pip "cannot be asked"; touch -d "2 days ago" "$deps/no-pip-torch"; pip_was_asked || echo not asked')" "not asked"
expect "another LibTorch than noted is asked for" \
    "$(with_setup 'mkdir -p "$deps"; note_no_pip "offers CUDA only"; torch_version=9.9.9; pip_was_asked || echo not asked')" "not asked"

expect "a second one waits for the first" \
    "$(with_setup 'lock_checkout; (exec 9>&-; timeout 1 bash -c ". \"$root/packaging/setup.sh\"; lock_checkout; echo through")')" \
    "Another run.sh or test.sh is at work"

for script in run.sh test.sh; do
    expect "$script --help from another folder" "$(cd / && "$here/$script" --help)" "Installs what is missing"
done

[ $failures -eq 0 ] || exit 1
