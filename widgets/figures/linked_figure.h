// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figures/shown_population.h"
#include "widgets/plot/plot_widget.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace regnet {

/// Selected networks, one byte a row. Row = place of a member among all members of all populations that were
/// given, hidden ones included, in their order.
using SelectedRows = std::span<const std::uint8_t>;

/// A figure that knows the way from a place in the plot back to the network, and from networks to places.
/// Made once, off the GUI thread where it is large; then only read.
class LinkedFigure
{
public:
    virtual ~LinkedFigure() = default;

    const Plot& plot() const { return m_plot; }
    /// The network that is drawn there; none where nothing is, or what is there is no single network.
    virtual std::optional<std::size_t> rowAt(const PlotHover& hover) const = 0;
    /// Where the selected networks lie; one pass. A figure without single networks has none.
    virtual PlotHighlight highlightOf(SelectedRows selected) const = 0;
    virtual PlotCard card(const PlotHover& hover) const = 0;

protected:
    LinkedFigure() = default;
    LinkedFigure(const LinkedFigure&) = default;
    LinkedFigure& operator=(const LinkedFigure&) = default;

    Plot m_plot;
};

} // namespace regnet
