# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What run.sh and test.sh share: they source this file, then call prepare and build.
# Every step first looks whether it has anything to do, so that the second run starts at once.
# Needs bash and coreutils only; everything else is installed here. Messages are for people: what is done
# before it is done, and one sentence when something cannot be had.

program=$(basename "$0")
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P) || exit 1
deps=$root/.deps
log=$root/build/setup.log
torch_version=2.13.0

say() { printf '%s\n' "$*"; }
fail() {
    printf '%s: %s\n' "$program" "$*" >&2
    exit 1
}

# ---- Debian packages. "a|b": the first that this system's package sources know. ------------------------
build_packages=(g++ cmake ninja-build ccache ca-certificates
    nlohmann-json3-dev libfmt-dev libspdlog-dev libyaml-cpp-dev 'libboost1.81-dev|libboost-dev'
    libsqlite3-dev libsqlitecpp-dev libcli11-dev libhwy-dev
    libcurl4-openssl-dev libarchive-dev libjpeg62-turbo-dev libpng-dev
    qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools qt6-wayland libqcustomplot-dev fonts-dejavu-core)
# The last two lines draw and read what the window exports: PDF, SVG, LaTeX (64 MB to download for the latter).
test_packages=(libgtest-dev libgmock-dev libbenchmark-dev zlib1g-dev clang-format clang-tidy shellcheck python3
    poppler-utils librsvg2-bin slurm-wlm munge rsync
    desktop-file-utils appstream libxml2-utils shared-mime-info python3-yaml
    texlive-latex-base texlive-pictures)

megabytes_free() { df -Pm "$1" 2>/dev/null | awk 'NR == 2 { print $4 }'; }

# The packages of the arguments that are not installed, one a line; a|b is there when either is.
missing_packages() {
    local installed choice
    installed=" $(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' 2>/dev/null |
        sed -n 's/^.i *//p' | tr '\n' ' ')"
    for choice in "$@"; do
        local name found=
        for name in ${choice//|/ }; do
            case $installed in *" $name "*) found=yes ;; esac
        done
        [ -n "$found" ] || printf '%s\n' "$choice"
    done
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}
apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get -q -o DPkg::Lock::Timeout=900 \
        -o Dpkg::Use-Pty=0 "$@" </dev/null
}

# Runs a command; what it writes goes to the log, and to a file of its own for the one who asks why it failed.
logged() {
    local code
    "$@" >"$log.last" 2>&1
    code=$?
    cat "$log.last" >>"$log"
    return $code
}

# One sentence from what apt-get wrote.
why_apt_failed() {
    local missing
    missing=$(sed -nE "s/^E: (Unable to locate package |Package ')([^ ']+).*/\2/p" "$1" | sort -u | tr '\n' ' ')
    if grep -qE 'No space left|enough free space' "$1"; then
        say "the disk is full: $(megabytes_free /var) MB are free in /var."
    elif grep -qE 'sudoers|password is required|terminal is required|incorrect password' "$1"; then
        say "sudo did not let this user install packages."
    elif grep -qE 'Could not get lock|Unable to lock' "$1"; then
        say "another program has been installing packages for 15 minutes; try again when it is done."
    elif grep -qE 'Could not resolve|Temporary failure|Could not connect|Failed to fetch|Unable to connect|timed out' "$1"; then
        say "the packages could not be downloaded; is there a network connection?"
    elif [ -n "$missing" ]; then
        say "this system's package sources do not have ${missing% }; Debian 12 and later have it in section main."
    else
        say "apt-get ended with an error: $(grep -E '^E:' "$1" | tail -1 | cut -c4-)."
    fi
}

# Installs what is missing of its arguments. Says so first. Returns 1, with a sentence on stderr, where it cannot.
install_packages() {
    local choice name wanted=() missing=()
    command -v dpkg-query >/dev/null || return 0 # the other systems: CMake says what it does not find
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    if ! command -v apt-get >/dev/null; then
        say "$program: apt-get is missing, so these packages cannot be installed: ${missing[*]}" >&2
        return 1
    fi
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        say "$program: packages are missing, and there is no sudo to install them; as root: apt-get install ${missing[*]/|*/}" >&2
        return 1
    fi
    if [ -z "${lists_are_new:-}" ]; then
        say "Reading the list of Debian packages (apt-get update$([ "$(id -u)" -eq 0 ] || printf ', with sudo'))."
        if ! logged apt_get update && grep -qE 'sudoers|password is required|terminal is required' "$log.last"; then
            say "$program: $(why_apt_failed "$log.last")" >&2
            return 1
        fi
        lists_are_new=yes # when the network is away, apt-get update ends well and apt-get install will say so
    fi
    for choice in "${missing[@]}"; do
        local pick=
        for name in ${choice//|/ }; do
            [ -n "$pick" ] || [ -z "$(apt-cache show "$name" 2>/dev/null | head -1)" ] || pick=$name
        done
        wanted+=("${pick:-${choice%%|*}}")
    done
    local size
    size=$(apt_get install --assume-no --no-install-recommends "${wanted[@]}" 2>>"$log" |
        sed -nE 's/^Need to get ([^/]*B)[ /].*/\1 to download/p; s/^After this operation, (.*B) of additional.*/\1 on disk/p' |
        paste -sd, | sed 's/,/, /')
    say "Installing with apt-get, and what these need${size:+ ($size)}: ${wanted[*]}"
    if ! logged apt_get install --yes --no-install-recommends "${wanted[@]}"; then
        say "$program: $(why_apt_failed "$log.last") The log is $log." >&2
        return 1
    fi
}

# ---- LibTorch, in the order that cmake/LibTorch.cmake looks ---------------------------------------------
has_nvidia_gpu() { [ -e /dev/nvidia0 ] || [ -e /dev/nvidiactl ]; }
own_torch() { compgen -G "$deps/*/lib/python3*/site-packages/torch/share/cmake/Torch/TorchConfig.cmake" >/dev/null; }
debian_torch() { compgen -G "/usr/lib/*/cmake/Torch/TorchConfig.cmake" >/dev/null; }
python_torch() {
    local python
    for python in python3 python; do
        "$python" -c 'import importlib.util as u, sys; sys.exit(u.find_spec("torch") is None)' 2>/dev/null && return 0
    done
    return 1
}

# Notes why pip is not asked again: for good when it has no fitting build, for a day when it could not be asked.
note_no_pip() { printf '%s %s\n' "$torch_version" "$1" >"$deps/no-pip-torch"; }
pip_was_asked() {
    local note
    note=$(cat "$deps/no-pip-torch" 2>/dev/null) || return 1
    case $note in
    "$torch_version offers"*) return 0 ;;
    "$torch_version"*) [ -n "$(find "$deps/no-pip-torch" -mmin -1440)" ] ;;
    *) return 1 ;;
    esac
}

# Prints "cpu", "cuda" or nothing: which build of torch pip would install. Downloads descriptions only; the pip
# of Debian 12 would fetch the whole file to read them, so the newest pip is asked.
pip_offer() {
    local python=$1/bin/python report=$1/report.json
    "$python" -m pip install --quiet --upgrade pip >>"$log" 2>&1
    timeout 600 "$python" -m pip install --quiet --dry-run --ignore-installed --no-deps --only-binary :all: \
        --report "$report" "torch==$torch_version" >>"$log" 2>&1 || return 0
    "$python" - "$report" <<'PYTHON'
import json, sys
about = json.load(open(sys.argv[1]))["install"][0]["metadata"]
needs = " ".join(about.get("requires_dist", [])).lower()
cpu = "+cpu" in about["version"] or not any(word in needs for word in ("nvidia", "cuda", "rocm"))
print("cpu" if cpu else "cuda")
PYTHON
}

# A torch of our own in .deps/python, complete or not at all: made beside its place and then renamed.
install_pip_torch() {
    local new=$deps/python.new offer what needed
    pip_was_asked && return 1
    install_packages python3 python3-venv || return 1
    say "Asking pip which builds of LibTorch $torch_version it has."
    rm -rf "$new"
    if ! /usr/bin/env python3 -m venv "$new" >>"$log" 2>&1; then
        note_no_pip "cannot be asked: no virtual environment"
        return 1
    fi
    offer=$(pip_offer "$new")
    if has_nvidia_gpu && [ "$offer" = cuda ]; then
        what="with CUDA, about 3 GB to download" needed=9000
    elif [ "$offer" = cpu ]; then
        what="for the CPU, about 200 MB to download" needed=1800
    else
        rm -rf "$new"
        if [ "$offer" = cuda ]; then
            say "pip offers LibTorch with CUDA only (several GB), and this machine has no NVIDIA GPU."
            note_no_pip "offers CUDA only"
        else
            say "pip has no LibTorch $torch_version for this machine, or cannot be reached."
            note_no_pip "cannot be asked"
        fi
        return 1
    fi
    if [ "$(megabytes_free "$deps")" -lt "$needed" ]; then
        say "LibTorch $what needs $needed MB on disk; $(megabytes_free "$deps") MB are free in $deps."
        rm -rf "$new"
        return 1
    fi
    say "Installing LibTorch $torch_version into .deps/ ($what)."
    local options=(--quiet --only-binary :all:)
    # Of the rest of torch's needs only what "import torch" asks for: Python reads our weights in a test.
    [ "$offer" = cuda ] || options+=(--no-deps typing_extensions)
    if ! "$new/bin/python" -m pip install "${options[@]}" "torch==$torch_version" >>"$log" 2>&1; then
        say "pip could not install LibTorch; the log is $log."
        rm -rf "$new"
        note_no_pip "could not be installed"
        return 1
    fi
    rm -rf "$deps/python" && mv "$new" "$deps/python"
}

# A torch that an earlier version of this script installed cannot be imported by its Python.
complete_torch() {
    local python=$deps/python/bin/python
    if [ ! -x "$python" ] || "$python" -c "import typing_extensions" 2>/dev/null; then return 0; fi
    "$python" -m pip install --quiet --only-binary :all: typing_extensions >>"$log" 2>&1 || true
}

# Has LibTorch on the machine, or says how to get training back. $1 = again: what is there was of no use.
prepare_torch() {
    mkdir -p "$deps"
    if [ "${1:-}" != again ]; then
        [ -z "${Torch_DIR:-}" ] || return 0
        own_torch && { complete_torch; return 0; }
        debian_torch && pip_was_asked && return 0
        python_torch && return 0
    fi
    if ! own_torch; then
        install_pip_torch && return 0
    fi
    debian_torch && return 0
    say "Taking Debian's LibTorch."
    install_packages libtorch-dev && return 0
    say "LibTorch could not be had: everything but training works. ./run.sh tries again each time it is started;"
    say "CMAKE_PREFIX_PATH or Torch_DIR can name a LibTorch that you have."
    return 0
}

# ---- building ------------------------------------------------------------------------------------------
# As many compilers as there are cores and memory for: one that reads torch's headers takes up to 1.6 GiB.
jobs_for() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable/ { print int($2 / 1024 / 1300) }' /proc/meminfo)
    [ "$memory" -ge 1 ] || memory=1
    [ "$memory" -lt "$cores" ] && cores=$memory
    printf '%s' "$cores"
}

# One setup or build at a time in this checkout; the lock goes with the process, however it ends.
lock_checkout() {
    mkdir -p "$root/build" "$deps" 2>/dev/null
    if [ ! -w "$root/build" ] || [ ! -w "$deps" ]; then
        fail "cannot write into $root/build and $root/.deps; if root built here before: sudo chown -R $(id -un) '$root'"
    fi
    exec 9>>"$root/build/.lock" || fail "cannot write $root/build/.lock"
    if ! flock -n 9; then
        say "Another run.sh or test.sh is at work in this folder; waiting for it."
        flock 9
    fi
    : >"$log"
}
unlock_checkout() { exec 9>&-; }

configured_torch() { sed -n 's/^REGNET_CAN_TRAIN:INTERNAL=//p' "$root/build/$1/CMakeCache.txt" 2>/dev/null; }

configure() {
    local preset=$1 out=$root/build/$1/configure.log
    mkdir -p "$root/build/$preset"
    # CMake refuses a build folder that was made for another place: a checkout that was moved starts anew.
    if ! grep -qsxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$root/build/$preset/CMakeCache.txt"; then
        rm -rf "$root/build/$preset/CMakeCache.txt" "$root/build/$preset/CMakeFiles"
    fi
    say "Configuring build/$preset."
    if ! (cd "$root" && cmake --preset "$preset" ) >"$out" 2>&1 9>&-; then
        grep -A6 -m1 -E '^CMake Error' "$out" >&2
        fail "the build could not be configured; the log is $out."
    fi
    sed -n 's/^-- regnet: /  /p' "$out"
}

# What the configuration depends on beyond the files that CMake itself watches: which LibTorch there is.
torch_state() {
    printf '%s %s %s\n' "${Torch_DIR:-}" "${CMAKE_PREFIX_PATH:-}" "$(command -v python3)"
    stat -c '%n %Y' "$deps"/*/lib/python3*/site-packages/torch/version.py /usr/lib/*/cmake/Torch/TorchConfig.cmake 2>/dev/null
}

# Configures where needed and builds preset $1; then others may.
build() {
    local preset=$1 folder=$root/build/$1 state
    state=$(torch_state)
    if [ ! -f "$folder/build.ninja" ] || ! grep -qsxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt" ||
        [ "$state" != "$(cat "$folder/.torch-state" 2>/dev/null)" ]; then
        [ "$(megabytes_free "$root/build")" -ge 2000 ] ||
            fail "the build needs about 2 GB on disk; $(megabytes_free "$root/build") MB are free in $root."
        configure "$preset"
        if [ "$(configured_torch "$preset")" = OFF ]; then
            prepare_torch again
            [ "$(torch_state)" = "$state" ] || configure "$preset"
        fi
        torch_state >"$folder/.torch-state"
    fi
    compile "$preset"
    unlock_checkout
}

compile() {
    local preset=$1 out=$root/build/$1/build.log started=$SECONDS
    if [ -t 1 ]; then
        (cd "$root" && cmake --build --preset "$preset" -j "$(jobs_for)") 9>&- ||
            fail "the build failed; what the compiler said is above."
    else
        (cd "$root" && cmake --build --preset "$preset" -j "$(jobs_for)") >"$out" 2>&1 9>&- || {
            grep -m12 -E -A2 '^CMake Error|error:|undefined reference|fatal' "$out" | cut -c1-300 >&2
            grep -q 'No space left' "$out" && fail "the build failed: the disk is full."
            grep -qE 'Killed|internal compiler error' "$out" && fail "the build failed: not enough memory; close other programs and try again."
            fail "the build failed; the log is $out."
        }
    fi
    [ $((SECONDS - started)) -lt 5 ] || say "Built build/$preset in $((SECONDS - started)) s."
}

# What a build needs: the packages of the arguments, and LibTorch. Keeps the checkout locked until build is done.
prepare() {
    lock_checkout
    if ! command -v apt-get >/dev/null && ! command -v cmake >/dev/null; then
        fail "this is not a Debian system, and cmake is missing: install the parts that README.md lists, then try again."
    fi
    install_packages "$@" || exit 1
    prepare_torch
}
