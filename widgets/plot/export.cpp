// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/sheet.h"

#include "widgets/plot/embedded.h"

#include "core/format/population_csv.h"
#include "core/problem.h"
#include "core/text/version.h"
#include "core/text/xml_text.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImageWriter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace regnet {
namespace {

QString creatorOf(const FigureOptions& options)
{
    if (!options.creator.isEmpty()) return options.creator;
    return QStringLiteral("RegNet Explorer %1 (%2)")
        .arg(QString::fromUtf8(version().data(), static_cast<qsizetype>(version().size())),
             QString::fromUtf8(revision().data(), static_cast<qsizetype>(revision().size())));
}

QString titleOf(const Plot& plot, const FigureOptions& options)
{
    if (!options.title.isEmpty()) return options.title;
    return plot.title.isEmpty() ? plot.subject : plot.title;
}

QByteArray pdfBytes(const Plot& plot, const FigureOptions& options)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QSizeF(options.widthMm, options.heightMm), QPageSize::Millimeter, {},
                                     QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF());
        writer.setResolution(static_cast<int>(gridPerInch));
        writer.setTitle(titleOf(plot, options));
        writer.setCreator(creatorOf(options));
        writer.setDocumentXmpMetadata(
            xmpPacket(titleOf(plot, options), creatorOf(options), options.provenance));
        Sheet(plot, options).draw(&writer, 1, true);
    }
    return withoutTimeStamps(std::move(bytes));
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
    // QSvgGenerator writes title and description as they are: both are put in below, escaped.
    // Nor does it write clip paths.
    sheet.clip();
    sheet.draw(&generator, 1, true);
    // It escapes the texts, and writes characters as they are that XML does not have.
    const std::string xml = xmlText({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    return withSvgMetadata(QByteArray::fromStdString(xml), titleOf(plot, options), creatorOf(options),
                           options.provenance);
}

QByteArray pngBytes(const Plot& plot, const FigureOptions& options)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    writer.setText(QStringLiteral("Title"), titleOf(plot, options));
    writer.setText(QStringLiteral("Software"), creatorOf(options));
    if (!options.provenance.isEmpty()) writer.setText(pngProvenanceKey(), options.provenance);
    if (!writer.write(figureImage(plot, options, options.dpi)))
        throwFailed({}, "the picture could not be made: " + writer.errorString().toStdString());
    return bytes;
}

/// Texts are defused for spreadsheets; a number begins with a minus by right.
QString csvCell(const QString& text)
{
    bool isNumber = false;
    text.toDouble(&isNumber);
    return isNumber ? text : QString::fromStdString(csvText(text.toStdString()));
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

} // namespace

FigureFormat formatOf(const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("pdf")) return FigureFormat::Pdf;
    if (ending == QLatin1String("svg")) return FigureFormat::Svg;
    if (ending == QLatin1String("png")) return FigureFormat::Png;
    if (ending == QLatin1String("tex")) return FigureFormat::Tex;
    if (ending == QLatin1String("csv")) return FigureFormat::Csv;
    throwBadInput(path.toStdString(), "has no ending that names a format", formatList().toStdString());
}

QString formatList()
{
    return QStringLiteral(".pdf, .svg, .png, .tex or .csv");
}

Plot styled(Plot plot, const FigureOptions& options)
{
    if (options.legend) plot.legend = *options.legend;
    if (!options.hasTitle) plot.title.clear();
    return plot;
}

Theme themeOf(const FigureOptions& options)
{
    return options.isDark ? Theme::dark() : Theme::light();
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
    case FigureFormat::Tex:
        return texBytes(plot, options);
    default:
        return csvBytes(plot);
    }
}

QString tabSeparated(const PlotTable& table)
{
    QString text;
    const auto addRow = [&text](const QStringList& row) {
        QStringList cells;
        for (QString cell : row) {
            cell.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
            bool isNumber = false;
            cell.toDouble(&isNumber);
            const bool isFormula = !isNumber && startsLikeAFormula(cell.toStdString());
            cells << (isFormula ? QLatin1Char('\'') + cell : cell);
        }
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    };
    addRow(table.columns);
    for (const QStringList& row : table.rows)
        addRow(row);
    return text;
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
