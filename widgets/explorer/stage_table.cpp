// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/stage_table.h"

#include "widgets/explorer/cell_delegate.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace regnet {

StageTable::StageTable(QWidget* parent) : QTreeView(parent)
{
    setObjectName(QStringLiteral("stageTable"));
    setAccessibleName(tr("Stage table"));
    setModel(&m_model);
    setItemDelegate(new CellDelegate(this));
    // Without it every change asks every row for its height.
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setAllColumnsShowFocus(true);
    setIconSize(QSize(fontMetrics().height() * 2 / 3, fontMetrics().height() * 2 / 3));
    setFrameShape(QFrame::NoFrame);
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(true);
    setColumnWidths();
    m_model.setTheme(Theme::of(palette()));
}

QSize StageTable::sizeHint() const
{
    const int line = fontMetrics().height();
    return {line * 45, line * 13};
}

/// Fixed by the font and the heading: sections that follow their contents would be measured at every step of
/// a drag.
void StageTable::setColumnWidths()
{
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const int digits[StageModel::ColumnCount] = {15, 12, 7, 5, 5, 8, 7, 9, 8, 8, 8, 0};
    // The last one takes what is left.
    for (int column = 0; column < StageModel::Change; ++column)
        header()->resizeSection(column, std::max(digits[column] * digit, header()->sectionSizeHint(column)));
}

void StageTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(m_model.asText());
        return;
    }
    QTreeView::keyPressEvent(event);
}

void StageTable::changeEvent(QEvent* event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) m_model.setTheme(Theme::of(palette()));
    if (event->type() == QEvent::FontChange) setColumnWidths();
}

} // namespace regnet
