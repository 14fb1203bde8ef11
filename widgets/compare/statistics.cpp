// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/statistics.h"

#include "core/stats/edf.h"

namespace regnet {

std::vector<PopulationStatistics> statisticsOf(const std::vector<ShownPopulation>& populations,
                                               const std::function<bool()>& isStopped)
{
    std::vector<PopulationStatistics> rows;
    std::optional<Edf> first;
    for (const ShownPopulation& shown : populations) {
        if (isStopped()) return {};
        const Edf edf(*shown.population);
        PopulationStatistics row{edf.size(), edf.failed(),       edf.pending(),     edf.min(),
                                 edf.mean(), edf.quantile(0.05), edf.quantile(0.5), std::nullopt};
        if (first && shown.isVisible) row.test = kolmogorovSmirnov(*first, edf);
        if (!first && shown.isVisible) first = edf;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace regnet
