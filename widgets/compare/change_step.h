// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/consequence.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QUndoCommand>

#include <functional>
#include <optional>
#include <utility>

namespace regnet {

/// A step of the window's history that is done already when it is put there: something of `owner` went from
/// one state to another. Steps of one gesture above 0 that follow each other become one, with what follows
/// from them (Consequence). Where the owner is gone, as when the window is made anew in another language, a
/// step does nothing and leaves the history.
template <typename State>
class ChangeStep : public QUndoCommand
{
public:
    using Go = std::function<void(const State& from, const State& to)>;

    ChangeStep(QObject& owner, const QString& what, State before, State after, Go go, int gesture = 0,
               bool takesConsequences = false)
        : QUndoCommand(what), m_owner(&owner), m_before(std::move(before)), m_after(std::move(after)),
          m_go(std::move(go)), m_gesture(gesture), m_takesConsequences(takesConsequences)
    {
    }

    void undo() override
    {
        if (m_consequence) m_consequence->back();
        go(m_after, m_before);
    }
    void redo() override
    {
        if (!std::exchange(m_isDone, true)) return;
        go(m_before, m_after);
        if (m_consequence) m_consequence->there();
    }

    int id() const override { return m_gesture > 0 ? Consequence::mergeable : -1; }

    bool mergeWith(const QUndoCommand* next) override
    {
        if (const auto* consequence = dynamic_cast<const Consequence*>(next)) {
            if (!m_takesConsequences) return false;
            // The first one knows what was there before, the last one what is there now.
            if (!m_consequence) m_consequence.emplace();
            if (!m_consequence->back) m_consequence->back = consequence->ways().back;
            m_consequence->there = consequence->ways().there;
            return true;
        }
        const auto* later = dynamic_cast<const ChangeStep*>(next);
        if (!later || later->m_owner != m_owner || later->m_gesture != m_gesture) return false;
        m_after = later->m_after;
        setObsolete(m_after == m_before && !m_consequence);
        return true;
    }

private:
    void go(const State& from, const State& to)
    {
        if (m_owner)
            m_go(from, to);
        else if (!m_consequence)
            setObsolete(true);
    }

    QPointer<QObject> m_owner;
    State m_before, m_after;
    Go m_go;
    int m_gesture;
    bool m_takesConsequences;
    std::optional<Consequence::Ways> m_consequence;
    bool m_isDone = false; ///< push() calls redo() for what is done already
};

/// A number above 0 that no gesture had before.
inline int newGesture()
{
    static int last = 0;
    return ++last;
}

} // namespace regnet
