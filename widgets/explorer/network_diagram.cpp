// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/network_diagram.h"

#include "core/text/readable.h"
#include "widgets/explorer/stage_colours.h"
#include "widgets/plot/ring.h"
#include "widgets/shown_quantity.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace regnet {

NetworkDiagram::NetworkDiagram(QWidget* parent) : QWidget(parent)
{
    makePicturesAccessible(); // before anything asks for the interface
    setObjectName(QStringLiteral("networkDiagram"));
    setAccessibleName(tr("Network diagram"));
    setFocusPolicy(Qt::StrongFocus);
    new Ring(*this, Ring::Shown::WhileFocused);
}

QSize NetworkDiagram::sizeHint() const
{
    const int line = fontMetrics().height();
    return {line * 40, line * 8};
}

QSize NetworkDiagram::minimumSizeHint() const
{
    const int line = fontMetrics().height();
    return {line * 16, line * 6};
}

std::vector<NetworkDiagram::Box> NetworkDiagram::boxesOf(const Explanation& of)
{
    if (!of.isBuilt()) return {};
    const Network& network = *of.network;
    const Complexity& complexity = of.complexity;
    const auto square = [](std::int64_t side) { return QString(QString::number(side) + QChar(0x00b2)); };
    std::vector<Box> boxes;
    boxes.push_back({tr("input"),
                     {square(network.resolution), tr("3 ch")},
                     tr("Input: %1 × %1 pixels, 3 channels").arg(network.resolution),
                     -1,
                     1,
                     network.resolution});
    boxes.push_back(
        {tr("stem"),
         {QString::number(network.stem.width), square(complexity.stemResolution)},
         tr("Stem: %1 channels, output %2 × %2").arg(network.stem.width).arg(complexity.stemResolution),
         -1,
         1,
         complexity.stemResolution});
    for (std::size_t i = 0; i < network.stages.size(); ++i) {
        const Stage& stage = network.stages[i];
        const std::int64_t side = complexity.stages[i].resolution;
        Box box{tr("stage %1").arg(i + 1),
                {inOnePiece(tr("%1 × %2").arg(stage.depth).arg(stage.width)), square(side)},
                tr("Stage %1: %2 blocks of %3 channels, output %4 × %4")
                    .arg(i + 1)
                    .arg(stage.depth)
                    .arg(stage.width)
                    .arg(side),
                static_cast<int>(i),
                stage.depth,
                side};
        if (hasBottleneck(network.block)) {
            const std::int64_t count = groups(stage, network.block);
            box.lines << (count == 1 ? tr("1 group") : tr("%1 groups").arg(count));
            box.tip += tr(", b = %1, %2 groups of %3")
                           .arg(QString::fromStdString(shortest(stage.bottleneckRatio)))
                           .arg(count)
                           .arg(bottleneckWidth(stage, network.block) / count);
        }
        boxes.push_back(std::move(box));
    }
    QStringList head{tr("pool")};
    if (network.head.width > 0) head.prepend(QString::number(network.head.width));
    head << tr("fc %1").arg(network.head.classes);
    boxes.push_back({tr("head"), head,
                     (network.head.width > 0 ? tr("Head: 1×1 convolution to %1, ").arg(network.head.width)
                                             : tr("Head: ")) +
                         tr("average pooling, %1 classes").arg(network.head.classes),
                     -1, 1, 1});
    return boxes;
}

void NetworkDiagram::showNetwork(const Explanation& of)
{
    m_boxes = boxesOf(of);
    m_stages = of.isBuilt() ? static_cast<int>(of.network->stages.size()) : 0;
    update();
}

QString NetworkDiagram::spokenDescription() const
{
    QStringList tips;
    for (const Box& box : m_boxes)
        tips << box.tip;
    return tips.isEmpty() ? tr("No network") : tips.join(QStringLiteral(". "));
}

PlotTable NetworkDiagram::dataTable() const
{
    PlotTable table{{tr("part"), tr("blocks"), tr("output side (pixels)"), tr("in words")}, {}};
    for (const Box& box : m_boxes)
        table.rows.push_back({box.title, QString::number(box.blocks), QString::number(box.side), box.tip});
    return table;
}

void NetworkDiagram::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copyPicture(*this);
    else
        QWidget::keyPressEvent(event);
}

void NetworkDiagram::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    addCopyActions(menu, *this);
    addDataTableAction(menu, *this);
    menu.exec(event->globalPos());
}

std::vector<QRectF> NetworkDiagram::layOut() const
{
    std::vector<QRectF> rects;
    if (m_boxes.empty()) return rects;
    const double line = fontMetrics().height();
    const double margin = line * 0.6;
    const double gap =
        std::min(line * 1.2, (width() - 2 * margin) / static_cast<double>(m_boxes.size()) * 0.25);
    // Square roots keep a stage of one block readable beside one of twenty.
    const auto weight = [](const Box& box) { return 1.6 + std::sqrt(static_cast<double>(box.blocks)); };
    const double weights =
        std::accumulate(m_boxes.begin(), m_boxes.end(), 0.0,
                        [&weight](double sum, const Box& box) { return sum + weight(box); });
    const double room = width() - 2 * margin - gap * static_cast<double>(m_boxes.size() - 1);
    const double top = line * 1.5;
    const double tall = height() - top - line * 0.4;
    const double lowest = std::min(tall, line * 3.6);
    const double sides = std::log2(static_cast<double>(std::max<std::int64_t>(2, m_boxes.front().side)));
    double x = margin;
    for (const Box& box : m_boxes) {
        const double wide = room * weight(box) / weights;
        const double share = std::log2(static_cast<double>(std::max<std::int64_t>(1, box.side))) / sides;
        const double high = lowest + (tall - lowest) * share;
        rects.emplace_back(x, top + (tall - high) / 2, wide, high);
        x += wide + gap;
    }
    return rects;
}

void NetworkDiagram::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    painter.fillRect(rect(), theme.page);
    const std::vector<QRectF> rects = layOut();
    const double line = fontMetrics().height();
    if (m_boxes.empty()) {
        painter.setPen(theme.secondary);
        painter.drawText(rect(), Qt::AlignCenter, tr("No network: the line above says why."));
    }
    for (std::size_t i = 0; i < rects.size(); ++i) {
        const Box& box = m_boxes[i];
        const QRectF& r = rects[i];
        const QColor colour = box.stage < 0 ? frameColour(theme) : stageColour(theme, box.stage, m_stages);
        painter.fillRect(r, colour);
        if (i + 1 < rects.size()) {
            painter.setPen(QPen(theme.secondary, 1));
            painter.drawLine(QPointF(r.right(), r.center().y()),
                             QPointF(rects[i + 1].left(), r.center().y()));
        }
        // Cells show the blocks along the lower edge, as long as they can be told apart.
        const double cell = r.width() / static_cast<double>(box.blocks);
        // They leave the lines of text alone.
        const double room = (r.height() - line * static_cast<double>(box.lines.size())) / 2;
        const double tick = std::min(line * 0.5, std::max(room, line * 0.15));
        if (box.stage >= 0 && cell >= 3) {
            painter.setPen(QPen(theme.page, 1));
            for (std::int64_t b = 1; b < box.blocks; ++b) {
                const double x = r.left() + cell * static_cast<double>(b);
                painter.drawLine(QPointF(x, r.bottom() - tick), QPointF(x, r.bottom()));
            }
        }
        painter.setPen(theme.ink);
        const QString shortTitle = box.stage < 0 ? box.title : tr("s%1").arg(box.stage + 1);
        for (const QString& title : {box.title, shortTitle})
            if (fontMetrics().horizontalAdvance(title) <= r.width() + line) {
                painter.drawText(QRectF(r.center().x() - r.width(), 0, 2 * r.width(), line * 1.4),
                                 Qt::AlignCenter, title);
                break;
            }
        painter.setPen(inkOn(colour));
        const int widest =
            std::accumulate(box.lines.begin(), box.lines.end(), 0, [this](int most, const QString& text) {
                return std::max(most, fontMetrics().horizontalAdvance(text));
            });
        if (widest + 4 <= r.width())
            painter.drawText(r, Qt::AlignCenter, box.lines.join(QLatin1Char('\n')));
        else if (fontMetrics().horizontalAdvance(box.lines.front()) + 4 <= r.width())
            painter.drawText(r, Qt::AlignCenter, box.lines.front());
    }
}

bool NetworkDiagram::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const std::vector<QRectF> rects = layOut();
    for (std::size_t i = 0; i < rects.size(); ++i)
        if (rects[i].left() <= help->pos().x() && help->pos().x() <= rects[i].right()) {
            QToolTip::showText(help->globalPos(), m_boxes[i].tip, this);
            return true;
        }
    QToolTip::hideText();
    return true;
}

} // namespace regnet
