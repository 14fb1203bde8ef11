// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace regnet {

/// Draws a share of 0..1 as a bar at the bottom of its cell, under the text that says it in numbers.
class ProgressDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// `shareRole` gives a double, or nothing for a cell without a bar.
    ProgressDelegate(int shareRole, QObject* parent) : QStyledItemDelegate(parent), m_shareRole(shareRole) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    int m_shareRole;
};

} // namespace regnet
