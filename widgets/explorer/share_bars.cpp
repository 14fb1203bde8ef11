// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/share_bars.h"

#include "core/text/readable.h"
#include "widgets/explorer/stage_colours.h"

#include <QAccessible>
#include <QHelpEvent>
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

QString percent(double share)
{
    return ShareBars::tr("%1 %").arg(100 * share, 0, 'f', share < 0.0995 ? 1 : 0);
}

} // namespace

ShareBars::ShareBars(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("shareBars"));
    setAccessibleName(tr("Shares of FLOPs, parameters and activations"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
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
    m_parts.clear();
    m_totals = {};
    if (of.isBuilt()) {
        const Complexity& complexity = of.complexity;
        m_totals = counts(complexity.total);
        m_stages = static_cast<int>(complexity.stages.size());
        m_parts.push_back({tr("stem"), tr("stem"), -1, counts(complexity.stem)});
        for (int i = 0; i < m_stages; ++i)
            m_parts.push_back({tr("stage %1").arg(i + 1), tr("s%1").arg(i + 1), i,
                               counts(complexity.stages[static_cast<std::size_t>(i)].cost)});
        m_parts.push_back({tr("head"), tr("head"), -1, counts(complexity.head)});
    }
    if (QAccessible::isActive()) setAccessibleDescription(describe());
    update();
}

QRectF ShareBars::barRect(int row) const
{
    const double line = fontMetrics().height();
    const double left = fontMetrics().horizontalAdvance(tr("Params")) + line * 0.6;
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
                         Qt::AlignLeft | Qt::AlignVCenter,
                         QString::fromStdString(readableCount(static_cast<double>(m_totals[index]))));
        double x = bar.left();
        for (const Part& part : m_parts) {
            const double wide = bar.width() * share(part.counts[index], m_totals[index]);
            const QColor colour =
                part.stage < 0 ? frameColour(theme) : stageColour(theme, part.stage, m_stages);
            // The gap of one pixel separates neighbours without relying on colour.
            painter.fillRect(QRectF(x, bar.top(), std::max(0.0, wide - 1), bar.height()), colour);
            painter.setPen(inkOn(colour));
            const QString both =
                part.shortName + QLatin1Char(' ') + percent(share(part.counts[index], m_totals[index]));
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
        for (const Part& part : m_parts) {
            const double wide = bar.width() * share(part.counts[index], m_totals[index]);
            if (position.x() < x + wide)
                return tr("%1 of %2: %3 (%4)")
                    .arg(names[index], part.name, QString::fromStdString(exactCount(part.counts[index])),
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

QString ShareBars::describe() const
{
    QStringList sentences;
    for (const Part& part : m_parts)
        sentences << tr("%1: %2 of FLOPs, %3 of parameters, %4 of activations")
                         .arg(part.name, percent(share(part.counts[0], m_totals[0])),
                              percent(share(part.counts[1], m_totals[1])),
                              percent(share(part.counts[2], m_totals[2])));
    return sentences.join(QStringLiteral("; "));
}

} // namespace regnet
