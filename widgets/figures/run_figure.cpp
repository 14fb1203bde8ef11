// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/run_figure.h"

#include "core/format/open_source.h"
#include "core/problem.h"
#include "core/queue/training_order.h"
#include "core/stats/least_squares.h"
#include "widgets/figures/curves_figure.h"
#include "widgets/figures/difference_figure.h"
#include "widgets/figures/edf_figure.h"
#include "widgets/figures/panel_figure.h"
#include "widgets/figures/parallel_figure.h"
#include "widgets/figures/scatter_figure.h"
#include "widgets/figures/study_figure.h"
#include "widgets/plot/export.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>

#include <cstdio>
#include <cstring>

namespace regnet {
namespace {

constexpr int exitFailed = 1, exitBadInput = 2;

/// A number of an option; its default where it is not given.
double number(const QCommandLineParser& parser, const QString& option)
{
    bool isNumber = false;
    const double value = parser.value(option).toDouble(&isNumber);
    if (!isNumber)
        throwBadInput("--" + option.toStdString(), "is \"" + parser.value(option).toStdString() + "\"",
                      "a number");
    return value;
}

void addOptions(QCommandLineParser& parser)
{
    const auto add = [&parser](const char* name, const char* help, const char* value,
                               const QString& standard = {}) {
        parser.addOption({QLatin1String(name), QLatin1String(help), QLatin1String(value), standard});
    };
    const FigureOptions options;
    add("out", "file to write; its ending gives the format", "FILE");
    add("width-mm", "width on paper", "W", QString::number(options.widthMm));
    add("height-mm", "height on paper", "H", QString::number(options.heightMm));
    add("font-pt", "size of the text", "P", QString::number(options.fontPt));
    add("dpi", "resolution of PNG", "D", QString::number(options.dpi));
    add("title", "title above the plot", "T");
    add("confidence", "of the bands, in percent", "C", QStringLiteral("95"));
    add("store", "store whose populations are meant", "DB");
    add("band", "edf: dkw, bootstrap or pointwise", "KIND", QStringLiteral("dkw"));
    add("normalise", "edf: by this property", "PROPERTY");
    add("bins", "edf: bins of equal width", "N", QStringLiteral("10"));
    add("x", "scatter: horizontal property", "PROPERTY", QStringLiteral("depth"));
    add("y", "scatter: vertical property", "PROPERTY", QStringLiteral("error"));
    add("columns", "parallel: properties from left to right", "LIST");
    add("property", "trends, fits, means: of which property", "PROPERTY", QStringLiteral("depth"));
    add("form", "fits: sqrt, affine or sqrt+linear", "FORM", QStringLiteral("sqrt"));
    add("rank", "widths, line: 1 is the best network", "R", QStringLiteral("1"));
    add("scale", "study: of one's own results in the store", "SCALE", QStringLiteral("cpu"));
    add("n", "study: networks of each population", "N");
    add("recipe", "study: another recipe than the scale's", "RECIPE");
    add("dataset", "study: another data set than the scale's", "NAME");
    add("training-seed", "study: of weights and batches", "S");
    parser.addOption({QStringLiteral("published"), QStringLiteral("study: the published data only")});
    parser.addOption({QStringLiteral("own"), QStringLiteral("study: what the store has only")});
    parser.addOption({QStringLiteral("dark"), QStringLiteral("dark colours")});
    parser.addOption({QStringLiteral("no-bands"), QStringLiteral("curves only")});
}

/// With a store, a source that is no file and no address is the name of a population in it.
std::vector<std::string> sourcesOf(const QCommandLineParser& parser)
{
    const QString store = parser.value(QStringLiteral("store"));
    std::vector<std::string> sources;
    for (const QString& source : parser.positionalArguments().mid(1)) {
        const bool isName = !store.isEmpty() && !source.startsWith(QLatin1String("paper:")) &&
                            !source.contains(QLatin1Char('#')) && !QFileInfo::exists(source);
        sources.push_back((isName ? store + QLatin1Char('#') + source : source).toStdString());
    }
    if (sources.empty() && !store.isEmpty()) sources.push_back(store.toStdString());
    if (sources.empty())
        throwBadInput("figure", "has no SOURCE",
                      "a population: paper:fig9-left, a sweep.json, a CSV, or STORE.db#NAME");
    return sources;
}

std::vector<ShownPopulation> populationsOf(const std::vector<std::string>& sources)
{
    std::vector<ShownPopulation> shown;
    for (Population& population : openSources(sources))
        shown.push_back(
            {std::make_shared<const Population>(std::move(population)), static_cast<int>(shown.size())});
    return shown;
}

double confidenceOf(const QCommandLineParser& parser)
{
    const double confidence = number(parser, QStringLiteral("confidence")) / 100;
    if (!(confidence > 0 && confidence < 1))
        throwBadInput("--confidence", "is " + parser.value(QStringLiteral("confidence")).toStdString(),
                      "a percentage above 0 and below 100");
    return confidence;
}

Plot edfPlot(const QCommandLineParser& parser, const std::vector<ShownPopulation>& shown)
{
    EdfOptions edf;
    edf.title = parser.value(QStringLiteral("title"));
    edf.hasBands = !parser.isSet(QStringLiteral("no-bands"));
    edf.confidence = confidenceOf(parser);
    const QString band = parser.value(QStringLiteral("band"));
    if (band == QLatin1String("bootstrap"))
        edf.band = BandKind::Bootstrap;
    else if (band == QLatin1String("pointwise"))
        edf.band = BandKind::Pointwise;
    else if (band != QLatin1String("dkw"))
        throwBadInput("--band", "is \"" + band.toStdString() + "\"", "dkw, bootstrap or pointwise");
    if (parser.isSet(QStringLiteral("normalise"))) {
        edf.bins.emplace();
        edf.bins->property = parser.value(QStringLiteral("normalise")).toStdString();
        edf.bins->bins = static_cast<std::int64_t>(number(parser, QStringLiteral("bins")));
    }
    return EdfFigure(shown, edf).plot();
}

Plot scatterPlot(const QCommandLineParser& parser, const std::vector<ShownPopulation>& shown)
{
    ScatterOptions scatter;
    scatter.title = parser.value(QStringLiteral("title"));
    scatter.x = parser.value(QStringLiteral("x")).toStdString();
    scatter.y = parser.value(QStringLiteral("y")).toStdString();
    scatter.hasBestRange = !parser.isSet(QStringLiteral("no-bands"));
    scatter.confidence = confidenceOf(parser);
    ScatterFigure figure(shown, scatter);
    if (figure.plot().series.empty())
        throwBadInput("figure scatter", "finds no network with both " + scatter.x + " and " + scatter.y,
                      "properties that these populations have");
    return figure.plot();
}

Plot parallelPlot(const QCommandLineParser& parser, const std::vector<ShownPopulation>& shown)
{
    ParallelOptions parallel;
    parallel.title = parser.value(QStringLiteral("title"));
    for (const QString& column :
         parser.value(QStringLiteral("columns")).split(QLatin1Char(','), Qt::SkipEmptyParts))
        parallel.properties.push_back(column.toStdString());
    const ParallelFigure figure(shown, parallel);
    if (figure.plot().series.empty())
        throwBadInput("figure parallel", "finds no two of these properties in the populations",
                      "properties that they have");
    return figure.plot();
}

PanelSource sourceOf(const QCommandLineParser& parser)
{
    const bool isPublished = parser.isSet(QStringLiteral("published"));
    const bool isOwn = parser.isSet(QStringLiteral("own"));
    if (parser.value(QStringLiteral("store")).isEmpty() && !isOwn) return PanelSource::Published;
    if (isPublished == isOwn) return PanelSource::Both;
    return isOwn ? PanelSource::Own : PanelSource::Published;
}

/// "fig11/wm" or a file and a panel: as the paper draws it, with what the store has of it.
Plot studyPlot(const QCommandLineParser& parser)
{
    const QString name = parser.positionalArguments().value(1);
    StudyFigureQuestion question;
    question.study = openStudy(name.section(QLatin1Char('/'), 0, -2).toStdString());
    question.panel = name.section(QLatin1Char('/'), -1).toStdString();
    question.source = sourceOf(parser);
    question.store = parser.value(QStringLiteral("store")).toStdString();
    question.choice.scale = parser.value(QStringLiteral("scale")).toStdString();
    if (parser.isSet(QStringLiteral("n")))
        question.choice.n = static_cast<std::int64_t>(number(parser, QStringLiteral("n")));
    if (parser.isSet(QStringLiteral("recipe")))
        question.choice.recipe = openRecipe(parser.value(QStringLiteral("recipe")).toStdString());
    question.choice.dataSet = parser.value(QStringLiteral("dataset")).toStdString();
    if (parser.isSet(QStringLiteral("training-seed")))
        question.choice.trainingSeed =
            static_cast<std::uint64_t>(number(parser, QStringLiteral("training-seed")));
    question.title = parser.value(QStringLiteral("title"));
    return studyFigure(question).plot();
}

Plot curvesPlot(const QCommandLineParser& parser, const std::vector<ShownPopulation>& shown)
{
    const CurvesFigure figure(shown, parser.value(QStringLiteral("title")));
    if (figure.plot().series.empty())
        throwBadInput("figure curves", "finds no trainings behind these populations",
                      "populations of a store: STORE.db#NAME");
    return figure.plot();
}

std::optional<PanelKind> panelKindOf(const QString& name)
{
    for (const PanelKind kind : {PanelKind::Trend, PanelKind::Growth, PanelKind::MeanTrend,
                                 PanelKind::RandomSearch, PanelKind::Widths, PanelKind::LineFit})
        if (panelFigureName(kind) == name) return kind;
    return std::nullopt;
}

Plot panelPlot(const QCommandLineParser& parser, PanelKind kind, const std::vector<ShownPopulation>& shown)
{
    PanelChoice choice;
    choice.kind = kind;
    choice.property = parser.value(QStringLiteral("property")).toStdString();
    choice.form = parser.value(QStringLiteral("form")).toStdString();
    if (!growthFormOf(choice.form))
        throwBadInput("--form", "is \"" + choice.form + "\"", "sqrt, affine or sqrt+linear");
    choice.rank = static_cast<std::int64_t>(number(parser, QStringLiteral("rank")));
    if (choice.rank == 0 || (kind == PanelKind::LineFit && choice.rank < 0))
        throwBadInput("--rank", "is " + std::to_string(choice.rank),
                      "1 for the best, 2 for the next; -1 for the worst");
    Plot plot = panelFigure(shown, choice).plot();
    plot.title = parser.value(QStringLiteral("title"));
    return plot;
}

constexpr const char* figureNames =
    "edf, difference, scatter, parallel, curves, trends, fits, means, best-of-k, widths, line or study";

void checkName(const QString& name)
{
    const bool isKnown = panelKindOf(name) || name == QLatin1String("study") ||
                         name == QLatin1String("edf") || name == QLatin1String("difference") ||
                         name == QLatin1String("scatter") || name == QLatin1String("parallel") ||
                         name == QLatin1String("curves");
    if (!isKnown)
        throwBadInput("figure",
                      name.isEmpty() ? "has no name" : "\"" + name.toStdString() + "\" is not known",
                      figureNames);
}

Plot plotOf(const QString& name, const QCommandLineParser& parser)
{
    if (name == QLatin1String("study")) return studyPlot(parser);
    const auto kind = panelKindOf(name);
    const std::vector<ShownPopulation> shown = populationsOf(sourcesOf(parser));
    if (kind) return panelPlot(parser, *kind, shown);
    if (name == QLatin1String("scatter")) return scatterPlot(parser, shown);
    if (name == QLatin1String("parallel")) return parallelPlot(parser, shown);
    if (name == QLatin1String("curves")) return curvesPlot(parser, shown);
    if (name == QLatin1String("difference")) return DifferenceFigure(shown).plot();
    return edfPlot(parser, shown);
}

/// Qt's remarks about the desktop are no news where there is none.
void printProblems(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", message.toLocal8Bit().constData());
}

} // namespace

bool isFigureCall(int argc, char** argv)
{
    return argc > 1 && std::strcmp(argv[1], "--figure") == 0;
}

void makeFigure(const QStringList& arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(QStringList{QStringLiteral("figure")} + arguments))
        throwBadInput("figure", parser.errorText().toStdString());
    const QStringList positional = parser.positionalArguments();
    const QString name = positional.value(0);
    checkName(name);
    const QString out = parser.value(QStringLiteral("out"));
    if (out.isEmpty()) throwBadInput("--out", "is missing", "a file that ends in .pdf, .svg, .png or .csv");
    formatOf(out);
    FigureOptions options;
    options.widthMm = number(parser, QStringLiteral("width-mm"));
    options.heightMm = number(parser, QStringLiteral("height-mm"));
    options.fontPt = number(parser, QStringLiteral("font-pt"));
    options.dpi = static_cast<int>(number(parser, QStringLiteral("dpi")));
    options.isDark = parser.isSet(QStringLiteral("dark"));
    // Twelve cards need more room than a curve.
    if (name == QLatin1String("study") && positional.value(1).endsWith(QLatin1String("/cards"))) {
        if (!parser.isSet(QStringLiteral("width-mm"))) options.widthMm = 180;
        if (!parser.isSet(QStringLiteral("height-mm"))) options.heightMm = 160;
    }
    checkOptions(options);
    options.provenance = QStringLiteral("regnet figure ") + positional.join(QLatin1Char(' '));
    exportFigure(plotOf(name, parser), out, options);
}

int runFigure(int argc, char** argv)
{
    // No display is asked for, so that a figure made on a cluster node is the one of the desk.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(printProblems);
    try {
        QApplication application(argc, argv);
        makeFigure(QCoreApplication::arguments().mid(2));
        return 0;
    } catch (const Error& error) {
        std::fprintf(stderr, "regnet-explorer: %s\n", error.what());
        return error.problem().kind == ProblemKind::BadInput ? exitBadInput : exitFailed;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "regnet-explorer: %s\n", error.what());
        return exitFailed;
    }
}

} // namespace regnet
