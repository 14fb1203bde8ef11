#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Renders resources/icons/*.png from the drawings. Sizes with a drawing of their own are those at which the large
# one blurs; the others come from it. To be run when a drawing changes; look at what comes out.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../resources/icons"
command -v rsvg-convert >/dev/null || {
    printf 'rsvg-convert is missing: apt-get install librsvg2-bin\n' >&2
    exit 1
}
for size in 16 24 32 48 64 128 256 512; do
    drawing=regnet-explorer-$size.svg
    [ -e "$drawing" ] || drawing=regnet-explorer.svg
    rsvg-convert --width "$size" --height "$size" "$drawing" --output "regnet-explorer-$size.png"
done
