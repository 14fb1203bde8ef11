// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/sheet.h"

namespace regnet {
namespace {

int onGrid(double mm)
{
    return qRound(mm / mmPerInch * gridPerInch);
}

QFont fontOf(const FigureOptions& options)
{
    // The same family whatever the desktop's style is.
    QStringList families{QStringLiteral("DejaVu Sans"), QStringLiteral("Noto Sans"),
                         QStringLiteral("Liberation Sans"), QStringLiteral("Arial"),
                         QStringLiteral("Helvetica")};
    if (!options.family.isEmpty()) families.prepend(options.family);
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(qRound(options.fontPt / 72 * gridPerInch));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

/// A curve of the usual width 1.25 is 1.25/12 of the font's size.
double lineScaleOf(const FigureOptions& options)
{
    return options.linePt > 0 ? options.linePt / (1.25 * options.fontPt / 12) : 1;
}

} // namespace

Sheet::Sheet(const Plot& plot, const FigureOptions& options)
    : m_width(onGrid(options.widthMm)), m_height(onGrid(options.heightMm))
{
    m_canvas.setLook(themeOf(options), fontOf(options));
    m_canvas.setPrint(options.palette, lineScaleOf(options));
    m_canvas.setViewport(QRect(0, 0, m_width, m_height));
    m_canvas.showPlot(styled(plot, options));
}

void Sheet::draw(QPaintDevice* device, double scale, bool isVector)
{
    m_canvas.drawInto(device, m_width, m_height, scale, isVector);
}

Canvas& Sheet::laidOut()
{
    // QCustomPlot lays out when it draws; the picture itself is not wanted.
    QImage nothing(1, 1, QImage::Format_RGB32);
    draw(&nothing, 1, false);
    return m_canvas;
}

} // namespace regnet
