// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/change_step.h"
#include "widgets/compare/comparison.h"

#include <QUndoStack>

#include <algorithm>
#include <utility>

// The part of Comparison that can be undone.

namespace regnet {
namespace {

using Populations = std::vector<ShownPopulation>;

bool isSame(const ShownPopulation& a, const ShownPopulation& b)
{
    return a.population->name == b.population->name &&
           a.population->isPublished == b.population->isPublished &&
           (!a.population->isPublished || a.population->source == b.population->source);
}

const ShownPopulation* find(const Populations& among, const ShownPopulation& wanted)
{
    const auto found = std::ranges::find_if(among, [&](const auto& each) { return isSame(each, wanted); });
    return found == among.end() ? nullptr : &*found;
}

bool looksAlike(const Populations& a, const Populations& b)
{
    return std::ranges::equal(a, b, [](const ShownPopulation& one, const ShownPopulation& other) {
        return isSame(one, other) && one.slot == other.slot && one.isVisible == other.isVisible;
    });
}

} // namespace

void Comparison::edit(const QString& what, const std::function<void(Comparison&)>& change)
{
    Populations before = m_populations;
    change(*this);
    if (!m_history || looksAlike(before, m_populations)) return;
    m_history->push(new ChangeStep<Populations>( // the stack owns it
        *this, what, std::move(before), m_populations,
        [this](const Populations& from, const Populations& to) { this->change(from, to); }));
}

void Comparison::change(const Populations& from, const Populations& to)
{
    Populations result;
    for (ShownPopulation wanted : to) {
        const ShownPopulation* now = find(m_populations, wanted);
        const ShownPopulation* before = find(from, wanted);
        if (!now && before) continue; // taken away meanwhile
        if (now) {
            wanted.population = now->population; // it may have grown
            if (before && before->slot == wanted.slot) wanted.slot = now->slot;
            if (before && before->isVisible == wanted.isVisible) wanted.isVisible = now->isVisible;
        }
        result.push_back(std::move(wanted));
    }
    for (const ShownPopulation& each : m_populations)
        if (!find(to, each) && !find(from, each)) result.push_back(each); // came meanwhile
    m_populations = std::move(result);
    Q_EMIT changed();
}

} // namespace regnet
