// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/kept_comparison.h"
#include "widgets/figures/shown_population.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>
#include <string>
#include <vector>

class QUndoStack;

namespace regnet {

/// The populations that lie side by side: order, colours, what is hidden. Names are unique.
class Comparison : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Names of what add() does not show, each different (nameAmong).
    struct Hidden
    {
        QStringList trainedOtherwise;
        QStringList beyondColours;
    };

    const std::vector<ShownPopulation>& populations() const { return m_populations; }

    /// What is there, as openSources() takes it, each once; live populations are left out.
    QStringList sources() const;
    /// The same, with which of it is hidden.
    KeptComparison kept() const;
    /// Hides of what came of these sources what was hidden then, and nothing else.
    void hideAsIn(const KeptComparison& kept);
    /// Adds populations, or replaces those of the same name and kind (slot, place and visibility stay).
    /// Visible ones that were trained otherwise than new ones are hidden, not overlaid, and new ones beyond
    /// the number of colours stay hidden: the one who wants them all makes them visible again.
    Hidden add(std::vector<Population> populations);
    /// A population of a store got another name: place, colour and visibility stay. One that is there under
    /// the new name already goes.
    void rename(const std::string& store, const std::string& before, const std::string& now);
    /// One of a store that does not have it any more goes.
    void drop(const std::string& store, const std::string& name);
    void remove(std::size_t index);
    void clear();
    void move(std::size_t from, std::size_t to);
    void setVisible(std::size_t index, bool isVisible);
    /// Colour, symbol and dash (Theme::series); two populations may have the same.
    void setSlot(std::size_t index, int slot);

    /// Where edit() notes its steps; none: nowhere. It has to outlive this.
    void setHistory(QUndoStack* history) { m_history = history; }
    /// What a person does to the list, as one step that can be undone. Populations that came or grew since
    /// then stay as they are when it is.
    void edit(const QString& what, const std::function<void(Comparison&)>& change);
    /// Goes from one list to another as far as what is there now allows.
    void change(const std::vector<ShownPopulation>& from, const std::vector<ShownPopulation>& to);

Q_SIGNALS:
    void changed();

private:
    int freeSlot() const;
    std::optional<std::size_t> rowOf(const std::string& store, const std::string& name) const;
    std::vector<std::size_t> hideOthers(const std::vector<std::size_t>& added);

    std::vector<ShownPopulation> m_populations;
    QUndoStack* m_history = nullptr;
};

} // namespace regnet
