// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/network_columns.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace regnet {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

} // namespace

NetworkColumns::NetworkColumns(std::vector<ShownPopulation> populations)
    : m_populations(std::move(populations))
{
    for (const ShownPopulation& shown : m_populations) {
        m_firstRows.push_back(m_size);
        m_size += shown.population->members.size();
    }
    std::vector<double>& errors = m_columns["error"];
    errors.assign(m_size, unknown);
    std::size_t row = 0;
    // Neighbours have the same properties in the same order, so the column after the last is nearly always
    // right.
    for (const ShownPopulation& shown : m_populations)
        for (const Member& member : shown.population->members) {
            if (member.state == Member::State::Finished && std::isfinite(member.error))
                errors[row] = member.error;
            auto next = m_columns.begin();
            for (const auto& [name, value] : member.properties) {
                while (next != m_columns.end() && next->first < name.text())
                    ++next;
                if (next == m_columns.end() || next->first != name.text())
                    next = m_columns.emplace_hint(next, name.text(), std::vector<double>(m_size, unknown));
                if (std::isfinite(value) && name.text() != "error") next->second[row] = value;
            }
            ++row;
        }
    m_properties.emplace_back("error");
    for (const auto& [name, values] : m_columns)
        if (name != "error") m_properties.push_back(name);
}

NetworkColumns::Place NetworkColumns::placeOf(std::size_t row) const
{
    const auto after = std::ranges::upper_bound(m_firstRows, row);
    const auto population = static_cast<std::size_t>(after - m_firstRows.begin()) - 1;
    return {population, row - m_firstRows[population]};
}

const Member& NetworkColumns::memberAt(std::size_t row) const
{
    const Place place = placeOf(row);
    return m_populations[place.population].population->members[place.member];
}

const ShownPopulation& NetworkColumns::populationAt(std::size_t row) const
{
    return m_populations[placeOf(row).population];
}

const std::vector<double>& NetworkColumns::column(const std::string& property) const
{
    static const std::vector<double> none;
    const auto found = m_columns.find(property);
    return found == m_columns.end() ? none : found->second;
}

} // namespace regnet
