// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/statistics.h"

#include "core/stats/edf.h"
#include "core/stats/share.h"
#include "core/text/shell_words.h"
#include "widgets/figures/figure_call.h"

#include <limits>

namespace regnet {

std::vector<PopulationStatistics> statisticsOf(const std::vector<ShownPopulation>& populations,
                                               const std::function<bool()>& isStopped)
{
    std::vector<PopulationStatistics> rows;
    std::optional<Edf> first;
    for (const ShownPopulation& shown : populations) {
        if (isStopped()) return {};
        const Edf edf(*shown.population);
        PopulationStatistics row{edf.size(),
                                 edf.failed(),
                                 edf.pending(),
                                 edf.min(),
                                 edf.mean(),
                                 edf.quantile(0.05),
                                 edf.quantile(0.5),
                                 {},
                                 {},
                                 {}};
        if (first && shown.isVisible) {
            row.test = kolmogorovSmirnov(*first, edf);
            row.ranks = mannWhitney(edf, *first);
        }
        if (!first && shown.isVisible) first = edf;
        rows.push_back(std::move(row));
    }
    std::vector<double> pValues;
    for (const PopulationStatistics& row : rows)
        pValues.push_back(row.test ? row.test->pValue : std::numeric_limits<double>::quiet_NaN());
    const std::vector<double> corrected = holm(pValues);
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].test) rows[i].corrected = corrected[i];
    return rows;
}

QString statisticsCommand(const FigureCall& figure, std::size_t populations)
{
    std::vector<std::string> words{"regnet", populations > 1 ? "compare" : "edf"};
    for (const QString& source : figure.sources())
        words.push_back(source.toStdString());
    for (const char* option : {"only", "where", "split"})
        for (const QString& value : figure.values(QLatin1String(option)))
            words.insert(words.end(), {std::string("--") + option, value.toStdString()});
    return QString::fromStdString(shellLine(words));
}

QString rangesCommand(const Population& population, const FigureCall& figure)
{
    std::vector<std::string> words{"regnet", "ranges", population.source, "--only", population.name};
    for (const QString& range : figure.values(QStringLiteral("where")))
        words.insert(words.end(), {"--where", range.toStdString()});
    words.emplace_back("--correlations");
    return QString::fromStdString(shellLine(words));
}

} // namespace regnet
