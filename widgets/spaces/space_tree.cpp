// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/space_tree.h"

#include "widgets/spaces/space_tree_model.h"

#include <QHeaderView>
#include <QScrollBar>

#include <utility>

namespace regnet {
namespace {

constexpr int leastNoteLetters = 12; ///< fewer of a note say nothing

} // namespace

SpaceTree::SpaceTree(QAbstractItemModel& model, QWidget* parent) : QTreeView(parent)
{
    setModel(&model);
    setIndentation(fontMetrics().height() * 3 / 4);
    setTextElideMode(Qt::ElideMiddle);
    setUniformRowHeights(true);
    setMinimumWidth(fontMetrics().height() * 8);
    header()->setStretchLastSection(false);
    expandAll();
    connect(&model, &QAbstractItemModel::modelReset, this, &SpaceTree::fitSoon);
    connect(this, &QTreeView::expanded, this, &SpaceTree::fitSoon);
    connect(this, &QTreeView::collapsed, this, &SpaceTree::fitSoon);
    fit();
}

int SpaceTree::widthOfNames() const
{
    return sizeHintForColumn(SpaceTreeModel::Name) + verticalScrollBar()->sizeHint().width() +
           2 * frameWidth();
}

void SpaceTree::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    fitSoon();
}

/// The tree is in the midst of laying out its rows when it says that it has others.
void SpaceTree::fitSoon()
{
    if (std::exchange(m_isDue, true)) return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isDue = false;
            fit();
        },
        Qt::QueuedConnection);
}

void SpaceTree::fit()
{
    const int left = viewport()->width() - sizeHintForColumn(SpaceTreeModel::Name);
    const bool hasNotes = left >= leastNoteLetters * fontMetrics().averageCharWidth();
    setColumnHidden(SpaceTreeModel::Note, !hasNotes);
    header()->setSectionResizeMode(SpaceTreeModel::Name,
                                   hasNotes ? QHeaderView::ResizeToContents : QHeaderView::Stretch);
    header()->setSectionResizeMode(SpaceTreeModel::Note, QHeaderView::Stretch);
}

} // namespace regnet
