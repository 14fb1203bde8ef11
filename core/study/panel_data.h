// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/population.h"
#include "core/study/study.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace regnet {

/// One thing that a panel shows.
struct PanelSeries
{
    enum class Kind {
        Edf,     ///< steps: x = error, y = probability
        Line,    ///< points joined
        Band,    ///< x, low, high
        Scatter, ///< points
        Marker,  ///< points, not joined
        Steps,   ///< width per block: x = block, y = width
        Range,   ///< one point: low, best, high along x
    };
    Kind kind = Kind::Line;
    std::string label;                         ///< for a legend, "RegNetX [n 206, min 38.2, mean 41.0]"
    bool isPublished = false;                  ///< the paper's; otherwise one's own
    std::vector<std::array<double, 3>> points; ///< x, y, -; bands and ranges use all three
};
std::string_view nameOf(PanelSeries::Kind kind);

/// A panel as numbers: what a window draws, a terminal prints and a CSV holds.
struct PanelData
{
    PanelKind kind = PanelKind::Edf;
    std::string title;
    std::string xLabel;
    std::string yLabel;
    bool isLogX = false;
    bool isLogY = false;
    std::vector<PanelSeries> series;
    std::vector<std::vector<std::string>> table; ///< of table kinds: a header and rows
    std::vector<std::string>
        remarks; ///< for the figure itself: what is not comparable, methods, what is missing
};

/// Trained populations of a study, by key; what is not trained yet is not in it.
struct StudyPopulationData
{
    std::string key;
    Population population;
};

enum class PanelSource { Published, Own, Both };

/// The numbers of a panel: the paper's, one's own, or both over each other. A kind that has nothing of what
/// was asked for says so in its remarks and has no series. Statistics are never computed from thinned data.
/// `isStopped` is asked during line fits. Throws Error for a published panel that is unknown.
PanelData panelData(const Study& study, const StudyPanel& panel,
                    const std::vector<StudyPopulationData>& populations, PanelSource source,
                    const std::function<bool()>& isStopped = {});

/// CSV with series, kind, source, x, y, high; a table with its own columns.
std::string toCsv(const PanelData& data);

} // namespace regnet
