// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/export.h"

#include "tests/problem_of.h"
#include "widgets/plot/embedded.h"

#include <QFile>
#include <QImageReader>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <gmock/gmock.h>

#include <cmath>

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

/// Nine steps with a symbol at each fourth point.
Plot markedSteps()
{
    PlotSeries steps;
    steps.kind = PlotSeries::Kind::Steps;
    steps.name = QStringLiteral("own");
    steps.slot = 1;
    steps.hasPoints = true;
    steps.symbolEvery = 4;
    for (int i = 0; i < 9; ++i) {
        steps.x.push_back(i);
        steps.y.push_back(i / 8.0);
    }
    Plot plot;
    plot.subject = QStringLiteral("Steps with symbols");
    plot.series = {steps};
    return plot;
}

std::string outputOf(const QString& program, const QStringList& arguments, const QString& folder = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    process.waitForFinished(120'000);
    return process.readAllStandardOutput().toStdString();
}

bool hasProgram(const char* name)
{
    return !QStandardPaths::findExecutable(QLatin1String(name)).isEmpty();
}

/// n points of a cloud that repeats nowhere.
Plot cloud(int n)
{
    Plot plot = steepLine();
    PlotSeries points;
    points.kind = PlotSeries::Kind::Points;
    points.name = QStringLiteral("cloud");
    for (int i = 0; i < n; ++i) {
        points.x.push_back(2 * (0.5 + 0.49 * std::sin(i * 1.234567)));
        points.y.push_back(0.5 + 0.49 * std::cos(i * 0.987654));
    }
    plot.series = {points};
    return plot;
}

/// All kinds of series, with signs that TeX, XML and spreadsheets take for something else.
Plot hostile()
{
    Plot plot = cloud(50);
    plot.title = QStringLiteral("100 % of $x_1^2$ & <b> \\input{x} ü √ 中");
    plot.warnings = {QStringLiteral("#1 ~ {brace}"), QStringLiteral("* starred")};
    plot.caption = QStringLiteral("=1+1 | \"quoted\" – 'x'");
    plot.series.front().name = QStringLiteral("=HYPERLINK(\"x\") & </text><script>\nx");
    PlotSeries steps = steepLine().series.front();
    steps.kind = PlotSeries::Kind::Steps;
    steps.y = {0.1, 0.4, 0.9};
    steps.slot = 1;
    PlotSeries band{.kind = PlotSeries::Kind::Band, .name = QStringLiteral("band_1")};
    band.x = {0, 1, 2};
    band.y = {0.3, 0.6, 1.1};
    band.low = {0, 0.2, 0.7};
    band.isStepped = true;
    PlotSeries level{.kind = PlotSeries::Kind::Level, .name = QStringLiteral("level")};
    level.x = {0};
    level.y = {0.5};
    PlotSeries upright{.kind = PlotSeries::Kind::Upright, .name = QStringLiteral("upright")};
    upright.x = {1};
    upright.y = {0};
    PlotSeries bars{.kind = PlotSeries::Kind::Bars, .name = QStringLiteral("bars")};
    bars.x = {0.5, 1.5};
    bars.y = {0.2, 0.3};
    bars.barWidth = 0.1;
    PlotSeries label{.kind = PlotSeries::Kind::Labels, .isInLegend = false};
    label.x = {1};
    label.y = {0.8};
    label.names = {QStringLiteral("50 % {x} \\end{document}\n[n, min | mean]\n*")};
    PlotSeries centred = steps;
    centred.kind = PlotSeries::Kind::Centred;
    centred.slot = 2;
    PlotSeries threads{.kind = PlotSeries::Kind::Threads, .name = QStringLiteral("threads")};
    threads.x = {0, 1, 2};
    for (int i = 0; i < 300; ++i)
        threads.y.insert(threads.y.end(), {i / 300.0, 1 - i / 300.0, (i % 17) / 17.0});
    for (PlotSeries& each :
         std::vector<PlotSeries>{steps, band, level, upright, bars, label, centred, threads})
        plot.series.push_back(each);
    return plot;
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
    EXPECT_EQ(image.text(QStringLiteral("regnet-provenance")), QStringLiteral("from here"));
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
    const std::string fonts = outputOf(QStringLiteral("pdffonts"), {file});
    EXPECT_THAT(fonts, testing::ContainsRegex("TrueType[^\n]* yes "));
    EXPECT_THAT(fonts, testing::Not(testing::ContainsRegex("TrueType[^\n]*Identity-H *no ")));
    QProcess list;
    list.start(QStringLiteral("pdfimages"), {QStringLiteral("-list"), file});
    list.waitForFinished();
    EXPECT_EQ(list.readAllStandardOutput().count('\n'), 2) << "two lines of heading and no image";
    const std::string info = outputOf(QStringLiteral("pdfinfo"), {file});
    EXPECT_THAT(info, testing::HasSubstr("A steep line"));
    EXPECT_THAT(info, testing::ContainsRegex("Page size: +283(\\.[0-9]+)? x 142 pts"));
}

TEST(Export, TenThousandPointsStayBelow300kBInEveryVectorFormat)
{
    const Plot plot = cloud(10'000);
    const QByteArray pdf = figureBytes(plot, FigureFormat::Pdf, {});
    const QByteArray svg = figureBytes(plot, FigureFormat::Svg, {});
    const QByteArray tex = figureBytes(plot, FigureFormat::Tex, {});
    EXPECT_LT(pdf.size(), 300'000);
    EXPECT_LT(svg.size(), 300'000);
    EXPECT_LT(tex.size(), 300'000);
    EXPECT_EQ(svg.count("<image"), 1) << "the cloud is one picture";
    EXPECT_TRUE(svg.contains(">y (%)</text>")) << "and the rest is not";
    RecordProperty("pdf", static_cast<int>(pdf.size()));
    RecordProperty("svg", static_cast<int>(svg.size()));
    RecordProperty("tex", static_cast<int>(tex.size()));
    Plot threads = hostile();
    PlotSeries& many = threads.series.back();
    many.y.clear();
    for (int i = 0; i < 10'000; ++i)
        many.y.insert(many.y.end(), {i / 1e4, 1 - i / 1e4, (i % 173) / 173.0});
    for (const FigureFormat format : {FigureFormat::Pdf, FigureFormat::Svg, FigureFormat::Tex})
        EXPECT_LT(figureBytes(threads, format, {}).size(), 300'000) << static_cast<int>(format);
}

TEST(Export, AFewPointsStayShapes)
{
    EXPECT_FALSE(figureBytes(cloud(500), FigureFormat::Svg, {}).contains("<image"));
}

TEST(Export, ThePictureInsideAPdfIsLossless)
{
    if (!hasProgram("pdfimages")) GTEST_SKIP() << "poppler-utils is not there: nothing looks into the PDF";
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("cloud.pdf"));
    exportFigure(cloud(10'000), file, {});
    const std::string images = outputOf(QStringLiteral("pdfimages"), {QStringLiteral("-list"), file});
    EXPECT_THAT(images, testing::ContainsRegex("image +[0-9]+ +[0-9]+ +rgb"));
    EXPECT_THAT(images, testing::Not(testing::HasSubstr("jpeg")));
    EXPECT_THAT(images, testing::ContainsRegex(" 600 +600 "));
}

TEST(Export, FilesHaveNoTimeStamp)
{
    const FigureOptions options{.provenance = QStringLiteral("{}")};
    for (const FigureFormat format :
         {FigureFormat::Pdf, FigureFormat::Svg, FigureFormat::Png, FigureFormat::Tex}) {
        const QByteArray bytes = figureBytes(hostile(), format, options);
        EXPECT_EQ(bytes, figureBytes(hostile(), format, options));
        EXPECT_FALSE(bytes.contains("(D:")) << static_cast<int>(format);
    }
}

TEST(Export, ProvenanceIsInsideEveryFormatThatHasAPlaceForIt)
{
    const FigureOptions options{.provenance = QStringLiteral("{\"a\": \"<&>'</regnet:provenance>\"}")};
    for (const FigureFormat format :
         {FigureFormat::Pdf, FigureFormat::Svg, FigureFormat::Png, FigureFormat::Tex})
        EXPECT_EQ(embeddedProvenance(figureBytes(steepLine(), format, options), format), options.provenance)
            << static_cast<int>(format);
    EXPECT_EQ(embeddedProvenance(figureBytes(steepLine(), FigureFormat::Csv, options), FigureFormat::Csv),
              QString());
    EXPECT_EQ(embeddedProvenance("nonsense", FigureFormat::Pdf), QString());
    EXPECT_EQ(embeddedProvenance("nonsense", FigureFormat::Png), QString());
    EXPECT_EQ(embeddedProvenance("<regnet:provenance>cut", FigureFormat::Svg), QString());
}

TEST(Export, HostileTextsAreEscapedEverywhere)
{
    const QByteArray svg =
        figureBytes(hostile(), FigureFormat::Svg, {.provenance = QStringLiteral("</metadata>")});
    QXmlStreamReader xml(svg);
    while (!xml.atEnd())
        xml.readNext();
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    EXPECT_FALSE(svg.contains("<script"));
    const QByteArray csv = figureBytes(hostile(), FigureFormat::Csv, {});
    EXPECT_FALSE(csv.contains("\n=")) << "no cell is a formula";
    EXPECT_TRUE(csv.contains("\"'=HYPERLINK"));
    PlotTable table;
    table.columns = {QStringLiteral("a\tb")};
    table.rows = {{QStringLiteral("=1+1")}, {QStringLiteral("-1.5")}};
    EXPECT_EQ(tabSeparated(table), QStringLiteral("a b\n'=1+1\n-1.5\n"));
    table.rows = {{QStringLiteral(u"\uFF1D1+1")}}; // the full-width sign
    EXPECT_EQ(tabSeparated(table), QStringLiteral(u"a b\n'\uFF1D1+1\n"));
}

TEST(Export, AnSvgHasAMarkForCharactersThatXmlDoesNotHave)
{
    Plot plot = steepLine();
    plot.title = QStringLiteral("a\u001B[31m\u0001");
    plot.series.front().name = QStringLiteral("b\uFFFE");
    const QByteArray svg = figureBytes(plot, FigureFormat::Svg, {.title = QStringLiteral("c\u0002")});
    QXmlStreamReader xml(svg);
    while (!xml.atEnd())
        xml.readNext();
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    EXPECT_TRUE(svg.contains("a\uFFFD[31m\uFFFD</text>"));
    EXPECT_TRUE(svg.contains("b\uFFFD</text>"));
    EXPECT_TRUE(svg.contains("<title>c\uFFFD</title>"));
    EXPECT_TRUE(xmpPacket(QStringLiteral("c\u0002"), {}, {}).contains(">c\uFFFD<"));
}

TEST(Export, LinesOfTexThatBeginWithABracketAreNoArguments)
{
    Plot plot = steepLine();
    plot.warnings = {QStringLiteral("two kinds of errors")};
    plot.caption = QStringLiteral("[n, min | mean]");
    const QByteArray tex = figureBytes(plot, FigureFormat::Tex, {});
    EXPECT_TRUE(tex.contains("two kinds of errors}\\\\\n{}[n, min ")) << tex.toStdString();
}

TEST(Export, AnSvgRendererDrawsWhatThePngShows)
{
    if (!hasProgram("rsvg-convert"))
        GTEST_SKIP() << "librsvg2-bin is not there: no other program draws the SVG";
    const QTemporaryDir folder;
    const QString svg = folder.filePath(QStringLiteral("f.svg")),
                  png = folder.filePath(QStringLiteral("f.png"));
    exportFigure(cloud(10'000), svg, {});
    const std::string said =
        outputOf(QStringLiteral("rsvg-convert"),
                 {svg, QStringLiteral("-w"), QStringLiteral("600"), QStringLiteral("-o"), png});
    EXPECT_EQ(said, "");
    const QImage drawn(png);
    const QImage ours = figureImage(cloud(10'000), {}, 600 / (120 / 25.4)).scaled(drawn.size());
    ASSERT_FALSE(drawn.isNull());
    double difference = 0;
    for (int y = 0; y < drawn.height(); ++y)
        for (int x = 0; x < drawn.width(); ++x)
            difference += std::abs(qGray(drawn.pixel(x, y)) - qGray(ours.pixel(x, y)));
    EXPECT_LT(difference / (drawn.width() * drawn.height()), 12) << "grey levels a pixel";
}

/// Compiles a document and gives what pdflatex complained about.
std::string complaintsOf(const QString& document, const QString& folder)
{
    const std::string said = outputOf(
        QStringLiteral("pdflatex"),
        {QStringLiteral("-interaction=nonstopmode"), QStringLiteral("-halt-on-error"), document}, folder);
    std::string complaints;
    for (const QString& line : QString::fromStdString(said).split(QLatin1Char('\n')))
        if (line.contains(QLatin1String("arning")) || line.startsWith(QLatin1Char('!')) ||
            line.contains(QLatin1String("Overfull")) || line.contains(QLatin1String("Missing character")))
            complaints += line.toStdString() + "\n";
    if (said.find("Output written on") == std::string::npos) complaints += "no output\n" + said;
    return complaints;
}

TEST(Export, PdflatexTakesPdfPngAndTexWithoutAWarning)
{
    if (!hasProgram("pdflatex"))
        GTEST_SKIP() << "pdflatex is not there: nothing shows that LaTeX takes the exports "
                        "(apt-get install texlive-latex-base texlive-pictures)";
    const QTemporaryDir folder;
    const auto file = [&folder](const char* name) { return folder.filePath(QLatin1String(name)); };
    const FigureOptions options{
        .widthMm = 83, .heightMm = 60, .fontPt = 8, .provenance = QStringLiteral("{\"a\": \"%\"}")};
    exportFigure(hostile(), file("figure.pdf"), options);
    exportFigure(cloud(10'000), file("cloud.pdf"), options);
    exportFigure(hostile(), file("figure.png"), options);
    exportFigure(hostile(), file("alone.tex"), options);
    exportFigure(cloud(10'000), file("many.tex"), options);
    exportFigure(markedSteps(), file("marked.tex"), options);
    QFile paper(file("paper.tex"));
    ASSERT_TRUE(paper.open(QIODevice::WriteOnly));
    paper.write(
        "\\documentclass{article}\\usepackage{graphicx}\\usepackage{pgfplots}\n"
        "\\pgfplotsset{compat=1.16}\n\\begin{document}\n\\noindent\\includegraphics{figure.pdf}\n\n"
        "\\noindent\\includegraphics{cloud.pdf}\n\n\\noindent\\includegraphics[width=8cm]{figure.png}\n\n"
        "\\noindent\\input{alone}\n\\end{document}\n");
    paper.close();
    EXPECT_EQ(complaintsOf(QStringLiteral("paper.tex"), folder.path()), "");
    EXPECT_EQ(complaintsOf(QStringLiteral("alone.tex"), folder.path()), "") << "by itself";
    EXPECT_EQ(complaintsOf(QStringLiteral("many.tex"), folder.path()), "") << "10,000 points";
    EXPECT_EQ(complaintsOf(QStringLiteral("marked.tex"), folder.path()), "") << "symbols in the legend";
}

TEST(Export, SymbolsOfALineStandInPicturesAndInTheLegendOfTex)
{
    const QByteArray tex = figureBytes(markedSteps(), FigureFormat::Tex, {});
    const qsizetype marks = tex.indexOf("only marks");
    ASSERT_GE(marks, 0);
    EXPECT_TRUE(tex.mid(marks).contains("\n(0,0)(4,0.5)(8,1)\n")) << tex.mid(marks).toStdString();
    EXPECT_TRUE(tex.contains("\\addlegendimage{")) << tex.toStdString();
    EXPECT_EQ(tex.count("\\addlegendentry{own}"), 1);
    EXPECT_EQ(tex.count("mark=square*"), 2) << "in the plot and in the legend";
    Plot fifth = markedSteps();
    fifth.series[0].slot = 4;
    EXPECT_EQ(figureBytes(fifth, FigureFormat::Tex, {}).count("rotate=180}"), 2) << "a triangle upside down";
    Plot dense = markedSteps(), bare = markedSteps();
    dense.series[0].symbolEvery = 1;
    bare.series[0].hasPoints = false;
    EXPECT_NE(figureImage(markedSteps(), {}, 60), figureImage(bare, {}, 60));
    EXPECT_NE(figureImage(markedSteps(), {}, 60), figureImage(dense, {}, 60));
}

TEST(Export, WithoutColourTheGreysAreToldApart)
{
    Plot plot = steepLine();
    plot.series.push_back(plot.series.front());
    plot.series.back().name = QStringLiteral("other");
    plot.series.back().slot = 1;
    const Theme theme = Theme::light();
    EXPECT_EQ(alikeInGrey(plot, theme, Palette::ColourBlindSafe).size(), 1)
        << "two solid curves, L* 46 and 54";
    EXPECT_EQ(alikeInGrey(plot, theme, Palette::Greys).size(), 0);
    plot.series.back().dash = Qt::DashLine;
    EXPECT_EQ(alikeInGrey(plot, theme, Palette::ColourBlindSafe).size(), 0) << "the dash tells them apart";
    const QImage grey = inGrey(figureImage(plot, {}, 60));
    for (int y = 0; y < grey.height(); ++y)
        for (int x = 0; x < grey.width(); ++x)
            ASSERT_TRUE(qIsGray(grey.pixel(x, y)));
}

TEST(Export, LookIsWhatTheOptionsSay)
{
    Plot plot = steepLine();
    plot.title = QStringLiteral("above");
    EXPECT_TRUE(figureBytes(plot, FigureFormat::Svg, {}).contains(">above</text>"));
    EXPECT_FALSE(figureBytes(plot, FigureFormat::Svg, {.hasTitle = false}).contains(">above</text>"));
    EXPECT_FALSE(figureBytes(plot, FigureFormat::Svg, {.legend = LegendPlace::None})
                     .contains("a, &quot;b&quot;</text>"));
    EXPECT_NE(figureImage(plot, {.linePt = 3}, 60), figureImage(plot, {}, 60));
    EXPECT_NE(figureImage(plot, {.palette = Palette::Greys}, 60), figureImage(plot, {}, 60));
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
                testing::HasSubstr("expected .pdf, .svg, .png, .tex or .csv"));
}

TEST(Export, SizesHaveLimitsWithASentence)
{
    EXPECT_EQ(problemOf([] { checkOptions({.widthMm = 5}); }), "width in mm: is 5; expected 20 to 1000");
    EXPECT_EQ(problemOf([] { checkOptions({.dpi = 3000}); }), "dpi: is 3000; expected 36 to 2400");
    EXPECT_THAT(problemOf([] { checkOptions({.widthMm = 1000, .heightMm = 1000, .dpi = 1200}); }),
                testing::HasSubstr("at most 300 million"));
}

} // namespace
} // namespace regnet
