// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/run_figure.h"

#include "core/format/open_source.h"
#include "core/problem.h"
#include "widgets/figures/edf_figure.h"
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
        throwBadInput("figure edf", "has no SOURCE",
                      "a population: paper:fig9-left, a sweep.json, a CSV, or STORE.db#NAME");
    return sources;
}

void makeEdf(const QCommandLineParser& parser, const QString& out, FigureOptions options)
{
    EdfOptions edf;
    edf.title = parser.value(QStringLiteral("title"));
    edf.hasBands = !parser.isSet(QStringLiteral("no-bands"));
    edf.confidence = number(parser, QStringLiteral("confidence")) / 100;
    if (!(edf.confidence > 0 && edf.confidence < 1))
        throwBadInput("--confidence", "is " + parser.value(QStringLiteral("confidence")).toStdString(),
                      "a percentage above 0 and below 100");
    const std::vector<std::string> sources = sourcesOf(parser);
    std::vector<ShownPopulation> shown;
    for (Population& population : openSources(sources))
        shown.push_back(
            {std::make_shared<const Population>(std::move(population)), static_cast<int>(shown.size())});
    QStringList command{QStringLiteral("regnet figure edf")};
    for (const std::string& source : sources)
        command << QString::fromStdString(source);
    options.provenance = command.join(QLatin1Char(' '));
    exportFigure(EdfFigure(shown, edf).plot(), out, options);
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
    if (name != QLatin1String("edf"))
        throwBadInput("figure",
                      name.isEmpty() ? "has no name" : "\"" + name.toStdString() + "\" is not known", "edf");
    const QString out = parser.value(QStringLiteral("out"));
    if (out.isEmpty()) throwBadInput("--out", "is missing", "a file that ends in .pdf, .svg, .png or .csv");
    formatOf(out);
    FigureOptions options;
    options.widthMm = number(parser, QStringLiteral("width-mm"));
    options.heightMm = number(parser, QStringLiteral("height-mm"));
    options.fontPt = number(parser, QStringLiteral("font-pt"));
    options.dpi = static_cast<int>(number(parser, QStringLiteral("dpi")));
    options.isDark = parser.isSet(QStringLiteral("dark"));
    checkOptions(options);
    makeEdf(parser, out, options);
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
