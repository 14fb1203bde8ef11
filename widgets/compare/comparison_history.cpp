// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/comparison.h"

#include <QPointer>
#include <QUndoCommand>
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

class ChangeComparison : public QUndoCommand
{
public:
    ChangeComparison(Comparison& comparison, Populations before, const QString& what)
        : QUndoCommand(what), m_comparison(&comparison), m_before(std::move(before)),
          m_after(comparison.populations())
    {
    }

    void undo() override { go(m_after, m_before); }
    void redo() override
    {
        if (std::exchange(m_isDone, true)) go(m_before, m_after);
    }

private:
    /// The history outlives the list where the window is made anew in another language.
    void go(const Populations& from, const Populations& to)
    {
        if (m_comparison)
            m_comparison->change(from, to);
        else
            setObsolete(true);
    }

    QPointer<Comparison> m_comparison;
    Populations m_before, m_after;
    bool m_isDone = false; ///< push() calls redo() for what is done already
};

} // namespace

void Comparison::edit(const QString& what, const std::function<void(Comparison&)>& change)
{
    Populations before = m_populations;
    change(*this);
    if (m_history && !looksAlike(before, m_populations))
        m_history->push(new ChangeComparison(*this, std::move(before), what)); // the stack owns it
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
