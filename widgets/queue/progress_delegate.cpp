// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/progress_delegate.h"

#include "widgets/plot/theme.h"

#include <QPainter>

#include <algorithm>

namespace regnet {

void ProgressDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant share = index.data(m_shareRole);
    if (!share.isValid()) return;
    const Theme theme = Theme::of(option.palette);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QRect cell = option.rect.adjusted(3, 0, -3, -2);
    const int height = std::max(2, option.fontMetrics.height() / 6);
    const QRect track(cell.left(), cell.bottom() - height + 1, cell.width(), height);
    painter->fillRect(track, theme.grid);
    QRect done = track;
    done.setWidth(qRound(track.width() * std::clamp(share.toDouble(), 0.0, 1.0)));
    painter->fillRect(done, isSelected ? option.palette.color(QPalette::HighlightedText) : theme.series(0));
}

} // namespace regnet
