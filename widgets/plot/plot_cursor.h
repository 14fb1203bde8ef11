// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/plot_widget.h"

#include <optional>

class QKeyEvent;

namespace regnet {

/// The mouse's place in a plot, moved by keys: left and right go through the points of a series in the order
/// of x (with Ctrl ten at once; Home and End to the ends), up and down to the next series, near the same x.
class PlotCursor
{
public:
    /// True when the key moved it or set it; Plot's own order of series and points.
    bool move(const Plot& plot, const QKeyEvent& key);
    /// Where it stands; none before the first key, after clear(), and when the plot has changed under it.
    std::optional<PlotHover> at(const Plot& plot) const;
    void clear() { m_series = -1; }

private:
    bool begin(const Plot& plot);

    int m_series = -1;
    int m_point = 0;
};

} // namespace regnet
