// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/canvas.h"

#include "widgets/plot/export.h"

#include "core/problem.h"
#include "core/text/version.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImageWriter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <cmath>

namespace regnet {
namespace {

/// Figures are laid out on a grid of 1/384 inch, so that font sizes come within 0.1 pt and no screen's
/// resolution plays a part.
constexpr double gridPerInch = 384;
constexpr double mmPerInch = 25.4;

QString creator()
{
    return QStringLiteral("RegNet Explorer %1 (%2)")
        .arg(QString::fromUtf8(version().data(), static_cast<qsizetype>(version().size())),
             QString::fromUtf8(revision().data(), static_cast<qsizetype>(revision().size())));
}

QString titleOf(const Plot& plot, const FigureOptions& options)
{
    if (!options.title.isEmpty()) return options.title;
    return plot.title.isEmpty() ? plot.subject : plot.title;
}

int onGrid(double mm)
{
    return qRound(mm / mmPerInch * gridPerInch);
}

/// A canvas that was never on a screen, laid out for paper.
class Sheet
{
public:
    Sheet(const Plot& plot, const FigureOptions& options)
        : m_width(onGrid(options.widthMm)), m_height(onGrid(options.heightMm))
    {
        QFont font;
        // The same family whatever the desktop's style is.
        font.setFamilies({QStringLiteral("DejaVu Sans"), QStringLiteral("Noto Sans"),
                          QStringLiteral("Liberation Sans"), QStringLiteral("Arial"),
                          QStringLiteral("Helvetica")});
        font.setPixelSize(qRound(options.fontPt / 72 * gridPerInch));
        font.setHintingPreference(QFont::PreferNoHinting);
        m_canvas.setLook(options.isDark ? Theme::dark() : Theme::light(), font);
        m_canvas.setViewport(QRect(0, 0, m_width, m_height));
        m_canvas.showPlot(plot);
    }

    void clip() { m_canvas.clipToAxes(); }
    QSize size() const { return {m_width, m_height}; }
    void draw(QPaintDevice* device, double scale, bool isVector)
    {
        m_canvas.drawInto(device, m_width, m_height, scale, isVector);
    }

private:
    Canvas m_canvas;
    int m_width, m_height;
};

QByteArray pdfBytes(const Plot& plot, const FigureOptions& options)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QSizeF(options.widthMm, options.heightMm), QPageSize::Millimeter, {},
                                 QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(static_cast<int>(gridPerInch));
    writer.setTitle(titleOf(plot, options));
    writer.setCreator(creator());
    Sheet(plot, options).draw(&writer, 1, true);
    return bytes;
}

QByteArray svgBytes(const Plot& plot, const FigureOptions& options)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    Sheet sheet(plot, options);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(static_cast<int>(gridPerInch));
    generator.setSize(sheet.size());
    generator.setViewBox(QRect(QPoint(), sheet.size()));
    generator.setTitle(titleOf(plot, options));
    generator.setDescription(QStringList{creator(), options.provenance}.join(QLatin1Char('\n')).trimmed());
    // QSvgGenerator writes no clip paths.
    sheet.clip();
    sheet.draw(&generator, 1, true);
    return bytes;
}

QByteArray pngBytes(const Plot& plot, const FigureOptions& options)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    writer.setText(QStringLiteral("Title"), titleOf(plot, options));
    writer.setText(QStringLiteral("Software"), creator());
    if (!options.provenance.isEmpty()) writer.setText(QStringLiteral("Source"), options.provenance);
    if (!writer.write(figureImage(plot, options, options.dpi)))
        throwFailed({}, "the picture could not be made: " + writer.errorString().toStdString());
    return bytes;
}

/// RFC 4180: quotes around what needs them.
QString csvCell(QString text)
{
    if (!text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"')) &&
        !text.contains(QLatin1Char('\n')))
        return text;
    text.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

QByteArray csvBytes(const Plot& plot)
{
    const PlotTable table = tableOf(plot);
    QString text;
    const auto addRow = [&text](const QStringList& row) {
        for (qsizetype i = 0; i < row.size(); ++i)
            text += (i > 0 ? QStringLiteral(",") : QString()) + csvCell(row[i]);
        text += QLatin1Char('\n');
    };
    addRow(table.columns);
    for (const QStringList& row : table.rows)
        addRow(row);
    return text.toUtf8();
}

void checkRange(const char* field, double value, double low, double high)
{
    if (std::isfinite(value) && value >= low && value <= high) return;
    throwBadInput(field, "is " + QString::number(value).toStdString(),
                  QStringLiteral("%1 to %2").arg(low).arg(high).toStdString());
}

} // namespace

FigureFormat formatOf(const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("pdf")) return FigureFormat::Pdf;
    if (ending == QLatin1String("svg")) return FigureFormat::Svg;
    if (ending == QLatin1String("png")) return FigureFormat::Png;
    if (ending == QLatin1String("csv")) return FigureFormat::Csv;
    throwBadInput(path.toStdString(), "has no ending that names a format", ".pdf, .svg, .png or .csv");
}

void checkOptions(const FigureOptions& options)
{
    checkRange("width in mm", options.widthMm, 20, 1000);
    checkRange("height in mm", options.heightMm, 20, 1000);
    checkRange("font in pt", options.fontPt, 4, 48);
    checkRange("dpi", options.dpi, 72, 1200);
    const double pixels =
        options.widthMm / mmPerInch * options.dpi * options.heightMm / mmPerInch * options.dpi;
    // A picture of 300 million pixels takes 1.2 GB.
    if (pixels > 3e8)
        throwBadInput("dpi",
                      "gives a picture of " + std::to_string(std::llround(pixels / 1e6)) + " million pixels",
                      "at most 300 million: fewer dpi or a smaller size");
}

QImage figureImage(const Plot& plot, const FigureOptions& options, double dpi)
{
    Sheet sheet(plot, options);
    const double scale = dpi / gridPerInch;
    QImage image((QSizeF(sheet.size()) * scale).toSize(), QImage::Format_RGB32);
    if (image.isNull()) throwFailed({}, "there is not enough memory for a picture of this size", "fewer dpi");
    sheet.draw(&image, scale, false);
    image.setDotsPerMeterX(qRound(dpi / mmPerInch * 1000));
    image.setDotsPerMeterY(qRound(dpi / mmPerInch * 1000));
    return image;
}

QByteArray figureBytes(const Plot& plot, FigureFormat format, const FigureOptions& options)
{
    checkOptions(options);
    switch (format) {
    case FigureFormat::Pdf:
        return pdfBytes(plot, options);
    case FigureFormat::Svg:
        return svgBytes(plot, options);
    case FigureFormat::Png:
        return pngBytes(plot, options);
    default:
        return csvBytes(plot);
    }
}

void exportFigure(const Plot& plot, const QString& path, const FigureOptions& options)
{
    const QByteArray bytes = figureBytes(plot, formatOf(path), options);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        throwFailed(path.toStdString(), "cannot be written: " + file.errorString().toStdString(),
                    "a folder that you can write to");
}

} // namespace regnet
