#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds the Debian packages into build/package/packages. packaging/README.md says what is in them and why.
# shellcheck source=packaging/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh" || exit 1
# shellcheck source=packaging/chroot.sh
. "$root/packaging/chroot.sh" || exit 1
set -euo pipefail

usage() {
    say "packaging/make_packages.sh [--chroot FOLDER] [--plain-flags]"
    say "Builds the Debian packages regnet, regnet-worker and regnet-explorer into build/package/packages."
    say "  --chroot FOLDER  in a clean Debian there, which is made where it is missing (needs root, 4 GB on disk)"
    say "  --plain-flags    without the hardening flags of dpkg-buildflags: to try the scripts, not to publish"
    say "Without --chroot the build packages and Debian's libtorch-dev must be installed; without libtorch-dev there"
    say "is no package regnet-worker."
}

folder=$root/build/package
out=$folder/packages
chroot=
plain=
while [ $# -gt 0 ]; do
    case $1 in
    -h | --help) usage && exit 0 ;;
    --chroot)
        [ $# -gt 1 ] || fail "--chroot has no folder."
        chroot=$(realpath -m "$2")
        shift
        ;;
    --plain-flags) plain=yes ;;
    *) fail "$1 is not an option; see packaging/make_packages.sh --help." ;;
    esac
    shift
done

# Packaging tools beside those of the build.
package_tools=(libtorch-dev dpkg-dev file fakeroot git python3 lintian gzip xz-utils)

# The same script inside; a cache of compilations that this user has serves there too.
make_in_chroot() {
    local binds=(--bind "$root") names=("${build_packages[@]}" "${package_tools[@]}") options=()
    require_chroot_tools
    make_chroot "$chroot"
    say "Installing the build packages in $chroot."
    in_chroot "$chroot" apt-get -q -y install "${names[@]/|*/}" >>"$chroot.log" 2>&1 ||
        fail "the build packages could not be installed; the log is $chroot.log."
    binds+=(--bind "$(git -C "$root" rev-parse --path-format=absolute --git-common-dir)")
    [ ! -d "$HOME/.cache/ccache" ] || binds+=(--bind "$HOME/.cache/ccache")
    [ ! -d "$HOME/.config/ccache" ] || binds+=(--bind "$HOME/.config/ccache")
    [ -z "$plain" ] || options+=(--plain-flags)
    in_chroot "$chroot" "${binds[@]}" bash "$root/packaging/make_packages.sh" "${options[@]}"
}

# Debian's LibTorch: one of pip can be no dependency of a Debian package, and its libraries are 200 MB to 3 GB.
torch_options() {
    local found
    found=$(compgen -G "/usr/lib/*/cmake/Torch" | head -1) || true
    if [ -n "$found" ] && [ -e "$found/TorchConfig.cmake" ]; then
        printf '%s\n' "-DTorch_DIR=$found"
    else
        say "Debian's libtorch-dev is not installed, so there will be no package regnet-worker." >&2
        printf '%s\n' -DREGNET_BUILD_GPU=OFF
    fi
}

make_here() {
    local tool options package
    for tool in cmake ninja dpkg-shlibdeps dpkg-buildflags file python3 git gzip; do
        command -v "$tool" >/dev/null || fail "$tool is missing: apt-get install cmake ninja-build dpkg-dev file python3 git gzip"
    done
    SOURCE_DATE_EPOCH=$(git -C "$root" log -1 --format=%ct)
    export SOURCE_DATE_EPOCH
    if [ -z "$plain" ]; then
        export DEB_BUILD_MAINT_OPTIONS=hardening=+all DEB_CXXFLAGS_MAINT_STRIP="-g -O2"
        CXXFLAGS="$(dpkg-buildflags --get CXXFLAGS) $(dpkg-buildflags --get CPPFLAGS)"
        export CXXFLAGS
    fi
    LDFLAGS="-Wl,-z,relro -Wl,-z,now"
    export LDFLAGS
    mapfile -t options < <(torch_options)
    mkdir -p "$folder"
    say "Configuring build/package."
    (cd "$root" && cmake --preset package "${options[@]}" ${plain:+-DREGNET_WERROR=ON}) >"$folder/configure.log" 2>&1 || {
        grep -A6 -m1 -E '^CMake Error' "$folder/configure.log" >&2 || true
        fail "the build could not be configured; the log is $folder/configure.log."
    }
    sed -n 's/^-- regnet: /  /p' "$folder/configure.log"
    say "Building."
    (cd "$root" && cmake --build --preset package -j "$(jobs_for)") >"$folder/build.log" 2>&1 ||
        fail "the build failed; the log is $folder/build.log."
    say "Listing what went into the programs (SPDX)."
    "$root/packaging/make_sbom.py" "$folder" || fail "the list of components could not be made."
    say "Packing."
    rm -rf "$out"
    (cd "$folder" && cpack -B "$out") >"$folder/pack.log" 2>&1 || fail "the packages could not be made; the log is $folder/pack.log."
    rm -rf "$out/_CPack_Packages"
    for package in "$out"/*.deb; do
        say "  ${package#"$root/"}"
    done
    if command -v lintian >/dev/null; then
        say "Checking with lintian."
        lintian --allow-root --fail-on error,warning "$out"/*.deb || fail "lintian found something: see above."
    fi
}

if [ -n "$chroot" ]; then make_in_chroot; else make_here; fi
