// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/export.h"

#include <QByteArray>
#include <QWidget>

#include <functional>
#include <memory>

class QMimeData;
class QTemporaryDir;

namespace regnet {

class PlotWidget;

/// A small handle in the corner of a plot, seen while the mouse is over it: dragged out of the window it
/// becomes a file, and a picture for programs that take one. A drag elsewhere pans or brushes.
class DragGrip : public QWidget
{
    Q_OBJECT

public:
    /// `plot` is its parent.
    explicit DragGrip(PlotWidget& plot);
    ~DragGrip() override;

    using File = std::function<QByteArray(FigureFormat)>;
    /// What the dragged file holds; by default the plot as exportFigure() writes it.
    void setFile(File file);
    /// NAME.pdf as a file, and the picture. The file stays until the next drag. Throws Error.
    std::unique_ptr<QMimeData> mimeData();
    void moveToCorner();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    PlotWidget& m_plot;
    File m_file;
    QPoint m_pressedAt;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void setDragFile(PlotWidget& plot, DragGrip::File file);

} // namespace regnet
