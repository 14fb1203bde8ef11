// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/selection.h"
#include "widgets/figures/threads_figure.h"

#include <string>
#include <vector>

namespace regnet {

struct ParallelOptions
{
    QString title{};
    std::vector<std::string> properties{}; ///< columns from left to right; empty: parallelProperties()
};

/// What tells the networks of these populations apart, at most `most` of them, the error last: the sampled
/// parameters first, then counts; a property that is the same everywhere is left out.
std::vector<std::string> parallelProperties(std::span<const ShownPopulation> populations,
                                            std::size_t most = 8);

/// Parallel coordinates: a column a property, a thread a network. Columns run from the smallest to the
/// largest value, in logarithms where they span more than a factor of 30. A network without one of the values
/// has a gap.
class ParallelFigure : public ThreadsFigure
{
public:
    ParallelFigure(std::span<const ShownPopulation> populations, const ParallelOptions& options);

    /// What an interval of a column (x is its place, low and high shares of its height) means. Empty ends
    /// where it reaches beyond the column.
    std::optional<PropertyRange> rangeAt(double x, double low, double high) const;

private:
    struct Column
    {
        std::string property;
        double low = 0, high = 1;
        bool isLog = false;

        double share(double value) const;
        double value(double share) const;
    };

    void addColumn(std::span<const ShownPopulation> populations, const std::string& property);
    void addBundles(std::span<const ShownPopulation> populations);
    void addLabels();

    std::vector<Column> m_columns;
};

} // namespace regnet
