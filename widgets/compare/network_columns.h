// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figures/shown_population.h"

#include <map>
#include <string>
#include <vector>

namespace regnet {

/// All networks of the shown populations as rows, their properties as columns: what brushing asks a hundred
/// thousand times. Rows as in LinkedFigure. Made once, then only read; making it costs one walk over all
/// properties.
class NetworkColumns
{
public:
    NetworkColumns() = default;
    explicit NetworkColumns(std::vector<ShownPopulation> populations);

    std::size_t size() const { return m_size; }
    const std::vector<ShownPopulation>& populations() const { return m_populations; }

    struct Place
    {
        std::size_t population = 0;
        std::size_t member = 0;
    };
    Place placeOf(std::size_t row) const; ///< row < size()
    const Member& memberAt(std::size_t row) const;
    const ShownPopulation& populationAt(std::size_t row) const;
    bool isVisible(std::size_t row) const { return populationAt(row).isVisible; }

    /// "error" first, then the properties that some network has, sorted.
    const std::vector<std::string>& properties() const { return m_properties; }
    /// One value a row, NaN where it is not known; empty for a property that nobody has.
    const std::vector<double>& column(const std::string& property) const;

private:
    std::vector<ShownPopulation> m_populations;
    std::vector<std::size_t> m_firstRows; ///< of each population
    std::size_t m_size = 0;
    std::vector<std::string> m_properties;
    std::map<std::string, std::vector<double>> m_columns;
};

} // namespace regnet
