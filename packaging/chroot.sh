# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A clean Debian in a folder, in which packages are built and tried. Sourced after setup.sh, for say and fail.
# Needs root. The mirror is the one from which this system itself installs; none is named here.
# What is mounted lives in a mount namespace of its own and is gone when the command ends, however it ends.

# "SITE RELEASE COMPONENT" a line: Debian's own package sources of this system, and no one else's.
debian_sources() {
    local codename
    codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
    # shellcheck disable=SC2016 # apt-get's own placeholders
    apt-get indextargets --format '$(ORIGIN) $(SITE) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' |
        sed -nE "s/^Debian ([^ ]+ $codename(-[a-z]+)? main)\$/\\1/p" | sort -u
}

# Programs of /usr/sbin are not on every user's path.
require_chroot_tools() {
    local tool
    [ "$(id -u)" -eq 0 ] || fail "must be run as root: it makes a clean Debian in a folder (or use sudo)."
    for tool in debootstrap unshare chroot; do
        command -v "$tool" >/dev/null || fail "$tool is missing: apt-get install debootstrap util-linux coreutils"
    done
    [ -n "$(debian_sources)" ] || fail "apt-get knows no package source of Debian here; is this Debian, and was apt-get update run?"
}

# make_chroot FOLDER: a minimal Debian of this system's release, with the same package sources; nothing to do
# where one is already.
make_chroot() {
    local folder=$1 codename site
    [ -e "$folder/.complete" ] && return 0
    codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
    site=$(debian_sources | awk -v release="$codename" '$2 == release { print $1; exit }')
    [ -n "$site" ] || fail "apt-get knows no mirror for Debian $codename."
    say "Making a minimal Debian $codename in $folder (debootstrap)."
    mkdir -p "$folder"
    debootstrap --variant=minbase --include=ca-certificates "$codename" "$folder" "$site" >"$folder.log" 2>&1 ||
        fail "debootstrap failed; the log is $folder.log."
    debian_sources | sed 's/^/deb /' >"$folder/etc/apt/sources.list"
    # Whatever this system needs to reach the mirror: names, a proxy.
    cp -L /etc/resolv.conf "$folder/etc/resolv.conf" 2>/dev/null || true
    apt-config dump --format '%f "%v";%n' Acquire::http::Proxy Acquire::https::Proxy >"$folder/etc/apt/apt.conf.d/90proxy"
    printf 'APT::Install-Recommends "false";\nAcquire::Languages "none";\n' >"$folder/etc/apt/apt.conf.d/90small"
    in_chroot "$folder" apt-get -q update >>"$folder.log" 2>&1 || fail "apt-get update failed in $folder; the log is $folder.log."
    touch "$folder/.complete"
}

# in_chroot FOLDER [--bind PATH]... COMMAND...: runs a command inside, with /proc and what is bound at the same path.
in_chroot() {
    local folder=$1 binds=()
    shift
    while [ "${1:-}" = --bind ]; do
        binds+=("$2")
        shift 2
    done
    # shellcheck disable=SC2016 # expanded by the inner shell
    unshare --mount --propagation private bash -euc '
        folder=$1 count=$2
        shift 2
        mount -t proc proc "$folder/proc"
        [ -c "$folder/dev/null" ] || mount --bind /dev "$folder/dev"
        while [ "$count" -gt 0 ]; do
            mkdir -p "$folder$1"
            mount --bind "$1" "$folder$1"
            shift
            count=$((count - 1))
        done
        exec chroot "$folder" /usr/bin/env -i HOME=/root TERM=dumb LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
            PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@"
    ' bash "$folder" "${#binds[@]}" "${binds[@]}" "$@"
}

# ---- trying programs in a copy --------------------------------------------------------------------------

# copy_chroot [FOLDER]: a copy of the minimal Debian there, which is made where it is missing, as $debian; it goes
# when the script ends.
copy_chroot() {
    place=$(mktemp -d)
    trap 'rm -rf --one-file-system "$place"' EXIT
    debian=$place/debian
    if [ -n "${1:-}" ]; then
        make_chroot "$1"
        cp -a "$1" "$debian"
    else
        make_chroot "$debian"
    fi
    as_user mkdir -p /tmp/home
}

apt_in() {
    in_chroot "$debian" apt-get -q -y "$@" >>"$place/apt.log" 2>&1 || {
        tail -20 "$place/apt.log" >&2
        fail "apt-get $* failed."
    }
}

# As somebody without rights and without a display.
as_user() {
    in_chroot "$debian" setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/tmp/home QT_QPA_PLATFORM=offscreen "$@"
}

failures=0
# ends CODE WHAT PATTERN COMMAND...: the command ends with this code, and its output has the pattern.
ends() {
    local expected=$1 what=$2 pattern=$3 output code=0
    shift 3
    output=$("$@" 2>&1) || code=$?
    if [ $code -eq "$expected" ] && grep -qE -- "$pattern" <<<"$output"; then
        say "  ok      $what"
    else
        failures=$((failures + 1))
        say "  FAILED  $what: ended with code $code, said:"
        tail -20 <<<"$output"
    fi
}
check() { ends 0 "$@"; }
