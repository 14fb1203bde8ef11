// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/share_bars.h"

#include "widgets/explorer/stage_colours.h"
#include "widgets/plot/ring.h"
#include "widgets/shown_quantity.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QToolTip>

namespace regnet {
namespace {

std::array<std::int64_t, 3> counts(const Cost& cost)
{
    return {cost.flops, cost.params, cost.activations};
}

std::array<QString, 3> barNames()
{
    return {ShareBars::tr("FLOPs"), ShareBars::tr("Params"), ShareBars::tr("Acts")};
}

double share(std::int64_t part, std::int64_t total)
{
    return total > 0 ? static_cast<double>(part) / static_cast<double>(total) : 0;
}

/// In the order in which an image passes through them; empty without a network.
std::vector<NetworkPart> partsOf(const Explanation& of)
{
    std::vector<NetworkPart> parts;
    if (!of.isBuilt()) return parts;
    const Complexity& complexity = of.complexity;
    parts.push_back({ShareBars::tr("stem"), ShareBars::tr("stem"), -1, counts(complexity.stem)});
    for (int i = 0; i < static_cast<int>(complexity.stages.size()); ++i)
        parts.push_back({ShareBars::tr("stage %1").arg(i + 1), ShareBars::tr("s%1").arg(i + 1), i,
                         counts(complexity.stages[static_cast<std::size_t>(i)].cost)});
    parts.push_back({ShareBars::tr("head"), ShareBars::tr("head"), -1, counts(complexity.head)});
    return parts;
}

QString percent(double share)
{
    return ShareBars::tr("%1 %").arg(100 * share, 0, 'f', share < 0.0995 ? 1 : 0);
}

Plot plotOf(const std::vector<NetworkPart>& parts, const std::array<std::int64_t, 3>& totals)
{
    Plot plot;
    plot.subject = ShareBars::tr("Shares of stem, stages and head");
    plot.description = ShareBars::tr("How FLOPs, parameters and activations are shared among the parts");
    const std::array<QString, 3> names = barNames();
    plot.x.ticks = {{0, names[0]}, {1, names[1]}, {2, names[2]}};
    plot.x.low = -0.5;
    plot.x.high = 2.5;
    plot.y.title = ShareBars::tr("share, from below (%)");
    plot.y.low = 0;
    plot.y.high = 100;
    plot.legend = LegendPlace::Right;
    std::array<double, 3> from{};
    PlotSeries labels;
    labels.kind = PlotSeries::Kind::Labels;
    labels.isInLegend = false;
    labels.anchor = Qt::AlignCenter;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        PlotSeries bars;
        bars.kind = PlotSeries::Kind::Bars;
        bars.name = parts[i].name;
        bars.slot = static_cast<int>(i);
        for (std::size_t row = 0; row < from.size(); ++row) {
            const double part = share(parts[i].counts[row], totals[row]);
            bars.x.push_back(static_cast<double>(row));
            bars.low.push_back(from[row]);
            from[row] += 100 * part;
            bars.y.push_back(from[row]);
            bars.names.push_back(names[row] + QLatin1Char(' ') + shownExactCount(parts[i].counts[row]));
            if (part < 0.04) continue; // no room for a line of text
            labels.x.push_back(bars.x[row]);
            labels.y.push_back((bars.low[row] + bars.y[row]) / 2);
            labels.names.push_back(parts[i].shortName + QLatin1Char(' ') + percent(part));
        }
        plot.series.push_back(std::move(bars));
    }
    if (!parts.empty()) plot.series.push_back(std::move(labels));
    return plot;
}

} // namespace

Plot sharesPlot(const Explanation& network)
{
    return plotOf(partsOf(network),
                  network.isBuilt() ? counts(network.complexity.total) : std::array<std::int64_t, 3>{});
}

ShareBars::ShareBars(QWidget* parent) : QWidget(parent)
{
    makePicturesAccessible(); // before anything asks for the interface
    setObjectName(QStringLiteral("shareBars"));
    setAccessibleName(tr("Shares of FLOPs, parameters and activations"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    new Ring(*this, Ring::Shown::WhileFocused);
}

QSize ShareBars::sizeHint() const
{
    const int line = fontMetrics().height();
    return {line * 18, line * 6};
}

QSize ShareBars::minimumSizeHint() const
{
    return {fontMetrics().height() * 10, sizeHint().height()};
}

void ShareBars::showNetwork(const Explanation& of)
{
    m_parts = partsOf(of);
    m_totals = of.isBuilt() ? counts(of.complexity.total) : std::array<std::int64_t, 3>{};
    m_stages = of.isBuilt() ? static_cast<int>(of.complexity.stages.size()) : 0;
    update();
}

Plot ShareBars::plot() const
{
    return plotOf(m_parts, m_totals);
}

void ShareBars::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copyPicture(*this);
    else
        QWidget::keyPressEvent(event);
}

void ShareBars::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    addCopyActions(menu, *this);
    addDataTableAction(menu, *this);
    menu.addAction(tr("Export…"), this, &ShareBars::exportRequested);
    menu.exec(event->globalPos());
}

QRectF ShareBars::barRect(int row) const
{
    const double line = fontMetrics().height();
    double widest = 0;
    for (const QString& name : barNames())
        widest = std::max<double>(widest, fontMetrics().horizontalAdvance(name));
    const double left = widest + line * 0.6;
    const double right = fontMetrics().horizontalAdvance(QStringLiteral("88.8 M")) + line * 0.9;
    const double pitch = line * 1.85;
    const double top = (height() - 3 * pitch) / 2 + (pitch - line * 1.5) / 2 + row * pitch;
    return {left, top, std::max(1.0, width() - left - right), line * 1.5};
}

void ShareBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    painter.fillRect(rect(), theme.page);
    const std::array<QString, 3> names = barNames();
    for (int row = 0; row < 3; ++row) {
        const auto index = static_cast<std::size_t>(row);
        const QRectF bar = barRect(row);
        painter.setPen(theme.ink);
        const double gap = fontMetrics().height() * 0.4;
        painter.drawText(QRectF(0, bar.top(), bar.left() - gap, bar.height()),
                         Qt::AlignRight | Qt::AlignVCenter, names[index]);
        if (m_parts.empty()) continue;
        painter.drawText(QRectF(bar.right() + gap, bar.top(), width() - bar.right() - gap, bar.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, shownCount(static_cast<double>(m_totals[index])));
        double x = bar.left();
        for (const NetworkPart& part : m_parts) {
            const double wide = bar.width() * share(part.counts[index], m_totals[index]);
            const QColor colour =
                part.stage < 0 ? frameColour(theme) : stageColour(theme, part.stage, m_stages);
            // The gap of one pixel separates neighbours without relying on colour.
            painter.fillRect(QRectF(x, bar.top(), std::max(0.0, wide - 1), bar.height()), colour);
            painter.setPen(inkOn(colour));
            const QString both = inOnePiece(part.shortName + QLatin1Char(' ') +
                                            percent(share(part.counts[index], m_totals[index])));
            for (const QString& label : {both, part.shortName})
                if (fontMetrics().horizontalAdvance(label) + 6 < wide) {
                    painter.drawText(QRectF(x, bar.top(), wide, bar.height()), Qt::AlignCenter, label);
                    break;
                }
            x += wide;
        }
    }
}

QString ShareBars::tipAt(const QPoint& position) const
{
    const std::array<QString, 3> names = barNames();
    for (int row = 0; row < 3; ++row) {
        const QRectF bar = barRect(row);
        if (!bar.contains(position)) continue;
        const auto index = static_cast<std::size_t>(row);
        double x = bar.left();
        for (const NetworkPart& part : m_parts) {
            const double wide = bar.width() * share(part.counts[index], m_totals[index]);
            if (position.x() < x + wide)
                return tr("%1 of %2: %3 (%4)")
                    .arg(names[index], part.name, shownExactCount(part.counts[index]),
                         percent(share(part.counts[index], m_totals[index])));
            x += wide;
        }
    }
    return {};
}

bool ShareBars::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString tip = tipAt(help->pos());
        if (tip.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), tip, this);
        return true;
    }
    return QWidget::event(event);
}

QString ShareBars::spokenDescription() const
{
    QStringList sentences;
    for (const NetworkPart& part : m_parts)
        sentences << tr("%1: %2 of FLOPs, %3 of parameters, %4 of activations")
                         .arg(part.name, percent(share(part.counts[0], m_totals[0])),
                              percent(share(part.counts[1], m_totals[1])),
                              percent(share(part.counts[2], m_totals[2])));
    return sentences.join(QStringLiteral("; "));
}

} // namespace regnet
