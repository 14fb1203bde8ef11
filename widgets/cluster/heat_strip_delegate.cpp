// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cluster/heat_strip_delegate.h"

#include "widgets/cluster/array_model.h"
#include "widgets/shown_text.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace regnet {
namespace {

constexpr int narrowestCell = 3; ///< pixels

QRect stripIn(const QRect& cell)
{
    return cell.adjusted(4, 3, -4, -3);
}

/// The left edge of cell i: the cells differ by a pixel at most.
int edge(const QRect& rect, std::size_t i, std::size_t count)
{
    return rect.left() + static_cast<int>(static_cast<std::size_t>(rect.width()) * i / count);
}

} // namespace

StripMark markOf(TaskStanding standing, const Theme& theme)
{
    switch (standing) {
    case TaskStanding::Waiting:
        return {theme.secondary, 0.8, 1};
    case TaskStanding::Running:
        return {theme.series(0), 0.5, 1};
    case TaskStanding::Interrupted:
        return {theme.series(4), 0.25, 1};
    case TaskStanding::Done:
        return {theme.series(2), 0, 1};
    case TaskStanding::Failed:
        return {theme.series(1), 0, 0.6};
    case TaskStanding::Cancelled:
        return {theme.secondary, 0, 0.2};
    }
    return {};
}

void paintStrip(QPainter& painter, const QRect& rect, const std::vector<StripCell>& cells, const Theme& theme)
{
    painter.fillRect(rect, theme.page);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const int left = edge(rect, i, cells.size()), right = edge(rect, i + 1, cells.size());
        const StripMark mark = markOf(standingOf(cells[i].state), theme);
        const int top = rect.top() + qRound(mark.top * rect.height());
        const int bottom = rect.top() + qRound(mark.bottom * rect.height());
        const int gap = right - left > narrowestCell ? 1 : 0; // wide cells are told apart
        painter.fillRect(QRect(left, top, right - left - gap, std::max(1, bottom - top)), mark.colour);
    }
}

std::vector<StripCell> HeatStripDelegate::cellsOf(const QModelIndex& index, const QRect& strip) const
{
    return heatStrip(m_model.overview(index.row()).tasks,
                     static_cast<std::size_t>(std::max(1, strip.width() / narrowestCell)));
}

void HeatStripDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index); // background and focus
    const QRect strip = stripIn(option.rect);
    if (strip.isEmpty()) return;
    paintStrip(*painter, strip, cellsOf(index, strip), Theme::of(option.palette));
}

QSize HeatStripDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {option.fontMetrics.height() * 10, option.fontMetrics.height()};
}

bool HeatStripDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
                                  const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const QRect strip = stripIn(option.rect);
    if (event->type() != QEvent::ToolTip || !index.isValid() || strip.isEmpty())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const std::vector<StripCell> cells = cellsOf(index, strip);
    const int x = event->pos().x();
    QString text = index.data(Qt::ToolTipRole).toString();
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (x >= edge(strip, i, cells.size()) && x < edge(strip, i + 1, cells.size()))
            text = shownText(describeCell(cells[i])) + QLatin1Char('\n') + text;
    QToolTip::showText(event->globalPos(), text, view);
    return true;
}

} // namespace regnet
