// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPersistentModelIndex>

#include <vector>

class QAbstractItemView;
class QLabel;
class QLineEdit;

namespace regnet {

/// A bar at an edge of a table or a tree, the lower one first: goes to rows in which every word that was
/// typed stands somewhere, in columns that are shown, whatever the case. Return is the next one, Shift+Return
/// the one before, Esc closes it; past the last row it goes on at the first. Branches that it unfolded are
/// folded again when nothing in them fits any more.
class FindBar : public QFrame
{
    Q_OBJECT

public:
    explicit FindBar(QAbstractItemView& view); ///< becomes its child

    void start();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class From { Current, Next, Previous };

    void find(From from);
    bool fits(const QModelIndex& row, const QStringList& words) const;
    void unfoldFor(const QModelIndex& row, const std::vector<QModelIndex>& rows, const QStringList& words);
    void place();
    void stop();

    QAbstractItemView& m_view;
    QLineEdit* m_words = nullptr;
    QLabel* m_answer = nullptr;
    std::vector<QPersistentModelIndex> m_unfolded; ///< branches, by this search
    bool m_isAtTop = false;                        ///< where it would lie on the row that was found
};

/// As long as it lives, Ctrl+F opens that bar in whatever table or tree of the program has the focus; those
/// with a search of their own take the key before.
class TableFinder : public QObject
{
    Q_OBJECT

public:
    explicit TableFinder(QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace regnet
