// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/cell_delegate.h"

#include <QApplication>
#include <QPainter>

namespace regnet {
namespace {

constexpr qsizetype mostTexts = 2000; // a drag over all widths meets so many; they take about a megabyte

QPalette::ColorGroup groupOf(const QStyleOptionViewItem& cell)
{
    if (!cell.state.testFlag(QStyle::State_Enabled)) return QPalette::Disabled;
    return cell.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
}

} // namespace

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    if (option.font != m_font || m_plain.size() + m_bold.size() > mostTexts) {
        m_plain.clear();
        m_bold.clear();
        m_font = option.font;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
    QRect place;
    if (cell.features.testFlag(QStyleOptionViewItem::HasDecoration)) {
        cell.icon.paint(painter, style->subElementRect(QStyle::SE_ItemViewItemDecoration, &cell, cell.widget),
                        cell.decorationAlignment);
        place = style->subElementRect(QStyle::SE_ItemViewItemText, &cell, cell.widget);
    } else { // the whole cell, which the style would lay the text out to find
        place = cell.rect;
    }
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, cell.widget) + 1;
    place.adjust(margin, 0, -margin, 0);
    if (!cell.text.isEmpty()) paintText(painter, cell, place);
}

void CellDelegate::paintText(QPainter* painter, const QStyleOptionViewItem& cell, const QRect& place) const
{
    QHash<QString, QStaticText>& known = cell.font.bold() ? m_bold : m_plain;
    auto found = known.find(cell.text);
    if (found == known.end()) {
        QStaticText text(cell.text);
        text.setTextFormat(Qt::PlainText);
        text.setPerformanceHint(QStaticText::AggressiveCaching);
        text.prepare({}, cell.font);
        found = known.insert(cell.text, text);
    }
    const bool isChosen = cell.state.testFlag(QStyle::State_Selected);
    painter->setFont(cell.font);
    painter->setPen(cell.palette.color(groupOf(cell), isChosen ? QPalette::HighlightedText : QPalette::Text));
    const QSizeF size = found->size();
    const Qt::Alignment alignment = QStyle::visualAlignment(cell.direction, cell.displayAlignment);
    if (size.width() > place.width()) {
        painter->drawText(place, int(alignment) | Qt::TextSingleLine,
                          cell.fontMetrics.elidedText(cell.text, cell.textElideMode, place.width()));
        return;
    }
    // Down a whole pixel's place, across where the text ends to a fraction of one, as Qt's layout has it.
    QPointF at = QStyle::alignedRect(cell.direction, cell.displayAlignment,
                                     QSize(0, static_cast<int>(size.height())), place)
                     .topLeft();
    if (alignment.testFlag(Qt::AlignRight))
        at.setX(place.right() + 1 - size.width());
    else if (alignment.testFlag(Qt::AlignHCenter))
        at.setX(place.left() + (place.width() - size.width()) / 2);
    else
        at.setX(place.left());
    painter->drawStaticText(at, *found);
}

} // namespace regnet
