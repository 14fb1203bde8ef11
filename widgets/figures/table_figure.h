// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/panel_data.h"
#include "widgets/plot/plot.h"

#include <string>
#include <vector>

namespace regnet {

/// A table as a figure: the header and a rule, texts to the left, numbers to the right. Title, warnings and
/// caption of the plot stay.
void arrangeTable(Plot& plot, const std::vector<std::vector<std::string>>& table);

/// Model cards in a grid, as Figures 15 and 16 have them: name, what is printed of the model, its widths per
/// block on a logarithmic scale that all share, and its line.
void arrangeCards(Plot& plot, const PanelData& data);

} // namespace regnet
