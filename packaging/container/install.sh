#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What both container recipes do, as root inside a Debian: installs what the headless build needs, builds regnet and
# regnet-worker from the sources in $1, installs them into /usr/local, and removes what only the build needed. Further
# words go to CMake: -DTorch_DIR=… for a LibTorch of the image's own.
set -euo pipefail

sources=${1:?the folder of the sources}
[ -f "$sources/CMakePresets.json" ] || {
    printf 'install.sh: %s has no CMakePresets.json; give the folder of the sources.\n' "$sources" >&2
    exit 1
}
shift
export DEBIAN_FRONTEND=noninteractive
build=(g++ cmake ninja-build nlohmann-json3-dev libfmt-dev libspdlog-dev libyaml-cpp-dev libboost1.81-dev libsqlite3-dev
    libsqlitecpp-dev libcli11-dev libhwy-dev libcurl4-openssl-dev libarchive-dev libjpeg62-turbo-dev libpng-dev libtorch-dev)
apt-get -q update
before=$(dpkg-query -W -f '${Package}\n' | sort)
apt-get -q -y install --no-install-recommends ca-certificates "${build[@]}"

folder=$(mktemp -d)
cmake -S "$sources" -B "$folder" -G Ninja -DCMAKE_BUILD_TYPE=Release -DREGNET_UNITY=ON -DREGNET_BUILD_GUI=OFF \
    -DREGNET_BUILD_TESTS=OFF -DTorch_DIR="$(compgen -G '/usr/lib/*/cmake/Torch')" "$@"
cmake --build "$folder"
cmake --install "$folder" --strip
rm -rf "$folder"

# The libraries that the programs use stay, marked as wanted; all else that came with the build goes.
mapfile -t needed < <(ldd /usr/local/bin/regnet /usr/local/bin/regnet-worker | sed -nE 's/.*=> (\/[^ ]+) .*/\1/p' |
    sort -u | while read -r library; do
    dpkg-query --search "$library" "$(realpath "$library")" "/usr$library" 2>/dev/null | head -1 | cut -d: -f1 || true
done | sort -u)
apt-mark manual "${needed[@]}" >/dev/null
mapfile -t extra < <(comm -13 <(printf '%s\n' "$before") <(printf '%s\n' "${build[@]}" | sort))
apt-get -q -y purge --auto-remove "${extra[@]}"
rm -rf /var/lib/apt/lists/*
regnet-worker --info
regnet doctor || true
