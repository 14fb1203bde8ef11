// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/slurm/array_overview.h"
#include "widgets/plot/theme.h"

#include <QStyledItemDelegate>

#include <vector>

namespace regnet {

class ArrayModel;

/// Where a cell of the strip is filled, and with what: colour is never the only sign.
struct StripMark
{
    QColor colour;
    double top = 0, bottom = 1; ///< of the strip's height, 0 at the top
};
StripMark markOf(TaskStanding standing, const Theme& theme);

/// The cells from left to right, over all of the rectangle.
void paintStrip(QPainter& painter, const QRect& rect, const std::vector<StripCell>& cells,
                const Theme& theme);

/// Paints the tasks of an array as a strip, one cell each while there is room for three pixels.
class HeatStripDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit HeatStripDelegate(const ArrayModel& model, QObject* parent = nullptr)
        : QStyledItemDelegate(parent), m_model(model)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// The tooltip tells of the task under the pointer.
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    std::vector<StripCell> cellsOf(const QModelIndex& index, const QRect& strip) const;

    const ArrayModel& m_model;
};

} // namespace regnet
