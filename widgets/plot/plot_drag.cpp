// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/plot_drag.h"

#include "core/problem.h"
#include "core/system/whole_file.h"
#include "widgets/plot/plot_widget.h"
#include "widgets/shown_text.h"

#include <QApplication>
#include <QDrag>
#include <QFontInfo>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QTemporaryDir>
#include <QToolTip>
#include <QUrl>

namespace regnet {

DragGrip::DragGrip(PlotWidget& plot) : QWidget(&plot), m_plot(plot)
{
    setObjectName(QStringLiteral("dragGrip"));
    setAccessibleName(tr("Drag the plot out as a file"));
    setToolTip(tr("Drag me into a folder, a mail or a document: the plot as a PDF"));
    setCursor(Qt::OpenHandCursor);
    setVisible(false);
    m_plot.installEventFilter(this);
}

DragGrip::~DragGrip() = default;

void DragGrip::setFile(File file)
{
    m_file = std::move(file);
}

void DragGrip::moveToCorner()
{
    const int em = QFontInfo(m_plot.font()).pixelSize();
    setGeometry(m_plot.width() - em * 2, em / 3, em * 3 / 2, em * 3 / 2);
    raise();
}

std::unique_ptr<QMimeData> DragGrip::mimeData()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString path = m_folder->filePath(m_plot.figureName() + QStringLiteral(".pdf"));
    const QByteArray bytes =
        m_file ? m_file(FigureFormat::Pdf) : figureBytes(m_plot.plot(), FigureFormat::Pdf, {});
    writeWhole(path.toStdString(), {bytes.constData(), static_cast<std::size_t>(bytes.size())});
    auto mime = std::make_unique<QMimeData>();
    mime->setUrls({QUrl::fromLocalFile(path)});
    mime->setImageData(m_plot.picture(2));
    return mime;
}

void DragGrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_plot.theme().page);
    painter.drawRoundedRect(rect(), 3, 3);
    painter.setBrush(m_plot.theme().secondary);
    const double dot = width() / 9.0;
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 2; ++column)
            painter.drawEllipse(QPointF(width() * (0.38 + 0.24 * column), height() * (0.25 + 0.25 * row)),
                                dot, dot);
}

void DragGrip::mousePressEvent(QMouseEvent* event)
{
    m_pressedAt = event->pos();
}

void DragGrip::mouseMoveEvent(QMouseEvent* event)
{
    const bool isDrag = event->buttons().testFlag(Qt::LeftButton) &&
                        (event->pos() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if (!isDrag) return;
    try {
        std::unique_ptr<QMimeData> mime = mimeData();
        auto* drag = new QDrag(this); // Qt deletes it after the drop
        drag->setMimeData(mime.release());
        drag->setPixmap(QPixmap::fromImage(
            m_plot.picture().scaled(160, 120, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
        drag->exec(Qt::CopyAction);
    } catch (const Error& error) {
        QToolTip::showText(event->globalPosition().toPoint(), shownSentence(error.problem()), this);
    }
}

bool DragGrip::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Enter && !m_plot.plot().series.empty()) {
        moveToCorner();
        show();
    } else if (event->type() == QEvent::Leave) {
        hide();
    } else if (event->type() == QEvent::Resize) {
        moveToCorner();
    }
    return QWidget::eventFilter(watched, event);
}

void setDragFile(PlotWidget& plot, DragGrip::File file)
{
    plot.findChild<DragGrip*>(QString(), Qt::FindDirectChildrenOnly)->setFile(std::move(file));
}

} // namespace regnet
