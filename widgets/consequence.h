// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUndoCommand>

#include <functional>
#include <utility>

namespace regnet {

/// What follows by itself from a step of the history: the explorer's network, while it follows a selection.
/// It becomes part of that step where the step takes it (its mergeWith()), and is one of its own elsewhere.
class Consequence : public QUndoCommand
{
public:
    /// Steps that take consequences have this id().
    static constexpr int mergeable = 3; ///< other rooms have 1 and 2

    struct Ways
    {
        std::function<void()> back, there;
    };

    Consequence(const QString& what, Ways ways) : QUndoCommand(what), m_ways(std::move(ways)) {}

    const Ways& ways() const { return m_ways; }
    void undo() override { m_ways.back(); }
    void redo() override { m_ways.there(); }
    int id() const override { return mergeable; }

private:
    Ways m_ways;
};

} // namespace regnet
