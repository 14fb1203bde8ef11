// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/two_sample.h"
#include "widgets/figures/shown_population.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace regnet {

class FigureCall;

/// One row of the table under the EDFs.
struct PopulationStatistics
{
    std::int64_t n = 0; ///< finished and failed
    std::int64_t failed = 0;
    std::int64_t pending = 0;
    std::optional<double> min, mean;   ///< of finished networks, %
    std::optional<double> low, median; ///< 5 % and 50 % quantiles, %; none on the plateau of failures
    /// Against the first visible population; none for that one itself.
    std::optional<KolmogorovSmirnov> test;
    std::optional<MannWhitney> ranks;
    std::optional<double> corrected; ///< p of `test` after Holm's correction for all rows
};

/// One a population; empty when stopped. The tests are exact up to 10^7 pairs, so this may take a second.
std::vector<PopulationStatistics> statisticsOf(const std::vector<ShownPopulation>& populations,
                                               const std::function<bool()>& isStopped);

/// "regnet compare …" of the populations that a figure shows, "regnet edf …" of a single one: the numbers of
/// the table, and more.
QString statisticsCommand(const FigureCall& figure, std::size_t populations);
/// "regnet ranges …" of one of them: best ranges of its properties, and their correlations with the error.
QString rangesCommand(const Population& population, const FigureCall& figure);

} // namespace regnet
