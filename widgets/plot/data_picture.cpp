// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/data_picture.h"
#include "widgets/plot/export.h"
#include "widgets/plot/plot_widget.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

namespace regnet {

void copyPicture(QWidget& picture)
{
    constexpr int scale = 2;
    QImage image(picture.size() * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    // Its children are no part of it: the ring that shows the focus is one.
    picture.render(&image, {}, {}, QWidget::DrawWindowBackground);
    image.setDevicePixelRatio(1); // programs that take it count pixels
    QGuiApplication::clipboard()->setImage(image);
}

void addCopyActions(QMenu& menu, QWidget& picture)
{
    menu.addAction(PlotWidget::tr("Copy picture"), QKeySequence(QKeySequence::Copy), &picture,
                   [&picture] { copyPicture(picture); });
    menu.addAction(PlotWidget::tr("Copy data"), &picture, [&picture] {
        if (const auto* data = dynamic_cast<const DataPicture*>(&picture))
            QGuiApplication::clipboard()->setText(tabSeparated(data->dataTable()));
    });
}

} // namespace regnet
