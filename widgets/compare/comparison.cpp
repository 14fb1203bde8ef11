// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/comparison.h"

#include "widgets/plot/theme.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace regnet {
namespace {

/// Populations with equal keys may be overlaid without a word.
std::pair<bool, std::string> keyOf(const Population& population)
{
    return {population.isPublished, population.recipe};
}

/// Sources may have several populations.
QString fullName(const Population& population)
{
    return QString::fromStdString(population.source + '\n' + population.name);
}

bool hasResult(const Population& population)
{
    return std::ranges::any_of(population.members,
                               [](const Member& member) { return member.state != Member::State::Pending; });
}

} // namespace

Comparison::Hidden Comparison::add(std::vector<Population> populations)
{
    Hidden hidden;
    std::vector<std::size_t> added, begun, beyond;
    for (Population& population : populations) {
        const auto known = std::ranges::find_if(m_populations, [&population](const ShownPopulation& shown) {
            return shown.population->name == population.name &&
                   shown.population->isPublished == population.isPublished &&
                   (!population.isPublished || shown.population->source == population.source);
        });
        auto shared = std::make_shared<const Population>(std::move(population));
        if (known != m_populations.end()) {
            // It took no other's place while it had no curve; now it has one.
            if (known->isVisible && !hasResult(*known->population) && hasResult(*shared))
                begun.push_back(static_cast<std::size_t>(known - m_populations.begin()));
            known->population = std::move(shared);
            continue;
        }
        const bool hasColour = added.size() < static_cast<std::size_t>(Theme::slotCount);
        if (!hasColour) beyond.push_back(m_populations.size());
        m_populations.push_back({std::move(shared), freeSlot(), hasColour});
        added.push_back(m_populations.size() - 1);
    }
    added.insert(added.end(), begun.begin(), begun.end());
    // Only now: what came later may have a name that was there already.
    const auto name = [this](std::size_t row) {
        return nameAmong(m_populations, *m_populations[row].population);
    };
    std::ranges::transform(beyond, std::back_inserter(hidden.beyondColours), name);
    std::ranges::transform(hideOthers(added), std::back_inserter(hidden.trainedOtherwise), name);
    Q_EMIT changed();
    return hidden;
}

std::optional<std::size_t> Comparison::rowOf(const std::string& store, const std::string& name) const
{
    const auto found = std::ranges::find_if(m_populations, [&](const ShownPopulation& shown) {
        const Population& population = *shown.population;
        return !population.isPublished && population.name == name &&
               (population.source == store || population.source.starts_with(store + '#'));
    });
    if (found == m_populations.end()) return std::nullopt;
    return static_cast<std::size_t>(found - m_populations.begin());
}

void Comparison::rename(const std::string& store, const std::string& before, const std::string& now)
{
    const auto row = rowOf(store, before);
    if (!row) return;
    Population renamed = *m_populations[*row].population;
    renamed.name = now;
    m_populations[*row].population = std::make_shared<const Population>(std::move(renamed));
    for (std::size_t i = m_populations.size(); i-- > 0;)
        if (i != *row && m_populations[i].population->name == now &&
            !m_populations[i].population->isPublished)
            m_populations.erase(m_populations.begin() + static_cast<std::ptrdiff_t>(i));
    Q_EMIT changed();
}

void Comparison::drop(const std::string& store, const std::string& name)
{
    if (const auto row = rowOf(store, name)) remove(*row);
}

QStringList Comparison::sources() const
{
    QStringList sources;
    for (const ShownPopulation& shown : m_populations) {
        const QString source = QString::fromStdString(shown.population->source);
        if (!source.isEmpty() && !sources.contains(source)) sources << source;
    }
    return sources;
}

KeptComparison Comparison::kept() const
{
    QStringList hidden;
    for (const ShownPopulation& shown : m_populations)
        if (!shown.isVisible && !shown.population->source.empty()) hidden << fullName(*shown.population);
    return {sources(), hidden};
}

void Comparison::hideAsIn(const KeptComparison& kept)
{
    if (!kept.hidden) return;
    for (ShownPopulation& shown : m_populations)
        if (kept.sources.contains(QString::fromStdString(shown.population->source)))
            shown.isVisible = !kept.hidden->contains(fullName(*shown.population));
    Q_EMIT changed();
}

/// The rows that it hid.
std::vector<std::size_t> Comparison::hideOthers(const std::vector<std::size_t>& added)
{
    std::set<std::pair<bool, std::string>> keys;
    for (const std::size_t index : added)
        if (hasResult(*m_populations[index].population)) // what has no curve yet takes no other's place
            keys.insert(keyOf(*m_populations[index].population));
    std::vector<std::size_t> hidden;
    for (std::size_t i = 0; i < m_populations.size() && !keys.empty(); ++i) {
        ShownPopulation& shown = m_populations[i];
        if (!shown.isVisible || keys.contains(keyOf(*shown.population))) continue;
        shown.isVisible = false;
        hidden.push_back(i);
    }
    return hidden;
}

int Comparison::freeSlot() const
{
    for (int slot = 0; slot < Theme::lookCount; ++slot)
        if (std::ranges::none_of(m_populations,
                                 [slot](const ShownPopulation& shown) { return shown.slot == slot; }))
            return slot;
    return static_cast<int>(m_populations.size()) % Theme::lookCount;
}

void Comparison::remove(std::size_t index)
{
    if (index >= m_populations.size()) return;
    m_populations.erase(m_populations.begin() + static_cast<std::ptrdiff_t>(index));
    Q_EMIT changed();
}

void Comparison::clear()
{
    m_populations.clear();
    Q_EMIT changed();
}

void Comparison::move(std::size_t from, std::size_t to)
{
    if (from >= m_populations.size() || to >= m_populations.size() || from == to) return;
    ShownPopulation moved = std::move(m_populations[from]);
    m_populations.erase(m_populations.begin() + static_cast<std::ptrdiff_t>(from));
    m_populations.insert(m_populations.begin() + static_cast<std::ptrdiff_t>(to), std::move(moved));
    Q_EMIT changed();
}

void Comparison::setVisible(std::size_t index, bool isVisible)
{
    if (index >= m_populations.size() || m_populations[index].isVisible == isVisible) return;
    m_populations[index].isVisible = isVisible;
    Q_EMIT changed();
}

void Comparison::setSlot(std::size_t index, int slot)
{
    if (index >= m_populations.size() || m_populations[index].slot == slot) return;
    m_populations[index].slot = slot;
    Q_EMIT changed();
}

} // namespace regnet
