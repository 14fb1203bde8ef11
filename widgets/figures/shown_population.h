// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/population.h"
#include "widgets/plot/plot.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <span>
#include <string_view>

namespace regnet {

/// A population as a figure shows it. Shared, because figures, tables and tests look at the same one.
struct ShownPopulation
{
    std::shared_ptr<const Population> population;
    int slot = 0;          ///< colour and symbol; kept for the population's life
    bool isVisible = true; ///< hidden ones are left out of the figure

    friend bool operator==(const ShownPopulation&, const ShownPopulation&) = default;
};

/// Texts that all figures of populations share.
QString toText(std::string_view utf8);
QString displayName(const Population& population); ///< with "(paper)" for published ones
/// displayName(), and where another one of `others` has the same, its figure as well: "RegNetX (paper, Figure
/// 9 left)". Names of what is not published are unique.
QString nameAmong(std::span<const ShownPopulation> others, const Population& population);
/// "RegNetX (paper) [206, 38.2 | 41.0]"; dashes where no network has finished, "120 of 500" while some run.
QString legendText(const Population& population);
/// What must stand in the figure when these populations lie in one plot; empty when they may be compared.
QStringList comparisonWarnings(std::span<const ShownPopulation> populations);
/// Where a population comes from, for tooltips; published ones with the citation.
QString sourceText(const Population& population);
/// "(paper): CVPR 2020, Figure 9 left." where published ones are among them; else empty.
QString citationText(std::span<const ShownPopulation> populations);
/// Error, label and properties of one network, as lines of a card.
QStringList memberLines(const Member& member);
/// Published curves are never solid; colour is never the only sign.
Qt::PenStyle publishedDash(int slot);
/// Dash, width and symbols of a population's curve, by its slot: published ones are thin and dashed, own ones
/// solid with filled symbols of their own; open symbols tell apart published ones that share a dash. From the
/// ninth slot on (Theme::lookCount) symbols are open where they were filled. For a series that has its
/// points.
void markCurve(PlotSeries& series, bool isPublished);

/// "bottleneck_ratio" -> "b, bottleneck ratio"; an unknown name is its own title.
QString propertyTitle(std::string_view property);
/// The same in a few letters: "b".
QString propertySymbol(std::string_view property);

} // namespace regnet
