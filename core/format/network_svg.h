// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <string>

namespace regnet {

struct DiagramStyle
{
    double widthMm = 180;
    std::string fontFamily = "sans-serif";
    double fontPoints = 8;
    std::string title; ///< empty: none
};

/// A diagram of the network as SVG: stem, a bar a block (its height is the width on a log scale, its colour
/// the stage), head; under them each stage's depth, width, b, g and resolution, and the totals. Texts are
/// texts, and are escaped. The same network gives the same bytes.
std::string networkDiagram(const NetworkSpec& spec, const DiagramStyle& style = {});

} // namespace regnet
