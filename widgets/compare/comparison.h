// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figures/shown_population.h"

#include <QObject>
#include <QStringList>

#include <vector>

namespace regnet {

/// The populations that lie side by side: order, colours, what is hidden. Names are unique.
class Comparison : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Names of what add() does not show.
    struct Hidden
    {
        QStringList trainedOtherwise;
        QStringList beyondColours;
    };

    const std::vector<ShownPopulation>& populations() const { return m_populations; }

    /// What is there, as openSources() takes it, each once; live populations are left out.
    QStringList sources() const;
    /// Adds populations, or replaces those of the same name and kind (slot, place and visibility stay).
    /// Visible ones that were trained otherwise than new ones are hidden, not overlaid, and new ones beyond
    /// the number of colours stay hidden: the one who wants them all makes them visible again.
    Hidden add(std::vector<Population> populations);
    void remove(std::size_t index);
    void clear();
    void move(std::size_t from, std::size_t to);
    void setVisible(std::size_t index, bool isVisible);
    /// Colour, symbol and dash (Theme::series); two populations may have the same.
    void setSlot(std::size_t index, int slot);

Q_SIGNALS:
    void changed();

private:
    int freeSlot() const;
    QStringList hideOthers(const std::vector<std::size_t>& added);

    std::vector<ShownPopulation> m_populations;
};

} // namespace regnet
