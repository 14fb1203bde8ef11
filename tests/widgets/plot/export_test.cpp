// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/export.h"

#include "core/problem.h"

#include <QFile>
#include <QImageReader>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <gmock/gmock.h>

namespace regnet {
namespace {

Plot steepLine()
{
    PlotSeries line;
    line.name = QStringLiteral("a, \"b\"");
    line.x = {0, 1, 2};
    line.y = {0.1, 500, 0.25};
    Plot plot;
    plot.subject = QStringLiteral("A steep line");
    plot.x.title = QStringLiteral("x");
    plot.y.title = QStringLiteral("y (%)");
    plot.y.low = 0;
    plot.y.high = 1;
    plot.series = {line};
    return plot;
}

std::string problemOf(const std::function<void()>& act)
{
    try {
        act();
    } catch (const Error& error) {
        return error.what();
    }
    return "no problem";
}

std::string outputOf(const QString& program, const QString& file)
{
    QProcess process;
    process.start(program, {file});
    process.waitForFinished();
    return process.readAllStandardOutput().toStdString();
}

TEST(Export, CsvHasTheDataShownAndQuotesWhatNeedsIt)
{
    EXPECT_EQ(figureBytes(steepLine(), FigureFormat::Csv, {}).toStdString(), "series,x,y (%)\n"
                                                                             "\"a, \"\"b\"\"\",0,0.1\n"
                                                                             "\"a, \"\"b\"\"\",1,500\n"
                                                                             "\"a, \"\"b\"\"\",2,0.25\n");
}

TEST(Export, PngHasTheSizeInMmItsResolutionAndItsOrigin)
{
    FigureOptions options{
        .widthMm = 100, .heightMm = 50, .fontPt = 8, .dpi = 600, .provenance = QStringLiteral("from here")};
    const QByteArray bytes = figureBytes(steepLine(), FigureFormat::Png, options);
    const QImage image = QImage::fromData(bytes, "png");
    EXPECT_NEAR(image.width(), 100 / 25.4 * 600, 2);
    EXPECT_NEAR(image.height(), 50 / 25.4 * 600, 2);
    EXPECT_NEAR(image.dotsPerMeterX() * 0.0254, 600, 0.1);
    EXPECT_EQ(image.text(QStringLiteral("Title")), QStringLiteral("A steep line"));
    EXPECT_EQ(image.text(QStringLiteral("Source")), QStringLiteral("from here"));
    EXPECT_TRUE(image.text(QStringLiteral("Software")).startsWith(QStringLiteral("RegNet Explorer ")));
}

TEST(Export, SvgKeepsTextAsTextAndDrawsNothingOutsideTheAxes)
{
    const QByteArray svg = figureBytes(steepLine(), FigureFormat::Svg, {.widthMm = 100, .heightMm = 50});
    QXmlStreamReader xml(svg);
    QStringList texts;
    double farthest = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == QLatin1String("polyline"))
            for (const QString& point : xml.attributes()
                                            .value(QLatin1String("points"))
                                            .toString()
                                            .split(QLatin1Char(' '), Qt::SkipEmptyParts))
                farthest = std::min(farthest, point.section(QLatin1Char(','), 1).toDouble());
        if (xml.name() == QLatin1String("text")) texts << xml.readElementText().trimmed();
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    EXPECT_TRUE(texts.contains(QStringLiteral("y (%)")));
    EXPECT_TRUE(texts.contains(QStringLiteral("a, \"b\"")));
    EXPECT_GE(farthest, 0);
    EXPECT_FALSE(svg.contains("<image"));
}

TEST(Export, PdfEmbedsItsFontsAndHasNoRaster)
{
    if (QStandardPaths::findExecutable(QStringLiteral("pdffonts")).isEmpty())
        GTEST_SKIP() << "poppler-utils is not there";
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("line.pdf"));
    exportFigure(steepLine(), file, {.widthMm = 100, .heightMm = 50});
    const std::string fonts = outputOf(QStringLiteral("pdffonts"), file);
    EXPECT_THAT(fonts, testing::ContainsRegex("TrueType[^\n]* yes "));
    EXPECT_THAT(fonts, testing::Not(testing::ContainsRegex("TrueType[^\n]*Identity-H *no ")));
    QProcess list;
    list.start(QStringLiteral("pdfimages"), {QStringLiteral("-list"), file});
    list.waitForFinished();
    EXPECT_EQ(list.readAllStandardOutput().count('\n'), 2) << "two lines of heading and no image";
    const std::string info = outputOf(QStringLiteral("pdfinfo"), file);
    EXPECT_THAT(info, testing::HasSubstr("A steep line"));
    EXPECT_THAT(info, testing::ContainsRegex("Page size: +283(\\.[0-9]+)? x 142 pts"));
}

TEST(Export, AnUnwritableTargetGivesOneSentenceAndNoFile)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("no/such/folder/e.png"));
    EXPECT_THAT(problemOf([&] { exportFigure(steepLine(), file, {}); }),
                testing::AllOf(testing::HasSubstr("no/such/folder/e.png: cannot be written"),
                               testing::HasSubstr("expected a folder that you can write to")));
    EXPECT_FALSE(QFile::exists(file));
}

TEST(Export, AFileThatIsThereStaysWholeWhenItCannotBeReplaced)
{
    const QTemporaryDir folder;
    const QString blocked = folder.filePath(QStringLiteral("is_a_folder.csv"));
    QDir().mkpath(blocked);
    EXPECT_THAT(problemOf([&] { exportFigure(steepLine(), blocked, {}); }),
                testing::HasSubstr("cannot be written"));
    EXPECT_TRUE(QDir(blocked).exists());
}

TEST(Export, TheEndingNamesTheFormat)
{
    EXPECT_EQ(formatOf(QStringLiteral("a.PDF")), FigureFormat::Pdf);
    EXPECT_THAT(problemOf([] { formatOf(QStringLiteral("a.jpg")); }),
                testing::HasSubstr("expected .pdf, .svg, .png or .csv"));
}

TEST(Export, SizesHaveLimitsWithASentence)
{
    EXPECT_EQ(problemOf([] { checkOptions({.widthMm = 5}); }), "width in mm: is 5; expected 20 to 1000");
    EXPECT_EQ(problemOf([] { checkOptions({.dpi = 2000}); }), "dpi: is 2000; expected 72 to 1200");
    EXPECT_THAT(problemOf([] { checkOptions({.widthMm = 1000, .heightMm = 1000, .dpi = 1200}); }),
                testing::HasSubstr("at most 300 million"));
}

} // namespace
} // namespace regnet
