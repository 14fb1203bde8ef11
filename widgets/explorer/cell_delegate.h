// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QHash>
#include <QStaticText>
#include <QStyledItemDelegate>

namespace regnet {

/// Cells of one line of text with or without an icon, for a table that is painted anew at every step of a
/// drag. Looks as Qt's own delegate does, which lays each text out three times a paint; here a text that was
/// there before is laid out once in the delegate's life.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    void paintText(QPainter* painter, const QStyleOptionViewItem& cell, const QRect& place) const;

    mutable QFont m_font; ///< of the view, for which the texts below are laid out
    mutable QHash<QString, QStaticText> m_plain, m_bold;
};

} // namespace regnet
