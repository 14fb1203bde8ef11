// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/run_figure.h"

#include "core/problem.h"
#include "core/text/printable.h"
#include "core/text/standard_output.h"
#include "core/text/utf8.h"
#include "widgets/figures/make_figure.h"
#include "widgets/figures/verify_figure.h"

#include <QApplication>

#include <cstdio>
#include <cstring>

namespace regnet {
namespace {

constexpr int exitFailed = 1, exitBadInput = 2;

/// Qt's remarks about the desktop are no news where there is none.
void printProblems(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", message.toLocal8Bit().constData());
}

/// Names of files and populations command no terminal.
QByteArray shown(const QString& text)
{
    return QString::fromStdString(printable(text.toStdString())).toLocal8Bit();
}

int verify(const QString& file)
{
    const Verification verification = verifyFigure(file);
    for (const QString& line : verification.lines)
        std::printf("%s\n", shown(line).constData());
    finishStandardOutput();
    return verification.isSame ? 0 : exitFailed;
}

QString helpText()
{
    return QStringLiteral(
               "Figures: %1.\nSources: populations as for regnet edf; STUDY/PANEL for study; networks for "
               "quantisation, activations, parameters and shares; a design space for samples; jobs of "
               "--store for training.\n\nOf the figure:\n%2")
        .arg(figureNames(), FigureCall::help());
}

} // namespace

bool isFigureCall(int argc, char** argv)
{
    return argc > 1 && std::strcmp(argv[1], "--figure") == 0;
}

void makeFigure(const QStringList& arguments)
{
    FigureCall::Target target;
    const FigureCall call = FigureCall::from(arguments, target);
    checkFigureName(call.name());
    if (target.out.isEmpty())
        throwBadInput("--out", "is missing", "a file that ends in " + formatList().toStdString());
    formatOf(target.out);
    call.picture(); // wrong settings are told before any file is read
    writeFigure(call, madeFigure(call), target);
}

namespace {

/// Qt would put marks in the place of what is no UTF-8, and another file would be read or written.
void requireUtf8(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i)
        if (firstNotUtf8(argv[i])) throwBadInput(argv[i], "is not UTF-8", "names of files in UTF-8");
}

} // namespace

int runFigure(int argc, char** argv)
{
    // No display is asked for, so that a figure made on a cluster node is the one of the desk.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(printProblems);
    try {
        requireUtf8(argc, argv);
        QApplication application(argc, argv);
        const QStringList arguments = QCoreApplication::arguments().mid(2);
        if (arguments.value(0) == QLatin1String("--verify")) return verify(arguments.value(1));
        if (arguments.value(0) == QLatin1String("--help")) {
            std::printf("%s", helpText().toLocal8Bit().constData());
            finishStandardOutput();
            return 0;
        }
        makeFigure(arguments);
        return 0;
    } catch (const Error& error) {
        std::fprintf(stderr, "regnet-explorer: %s\n", printable(error.what()).c_str());
        return error.problem().kind == ProblemKind::BadInput ? exitBadInput : exitFailed;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "regnet-explorer: %s\n", printable(error.what()).c_str());
        return exitFailed;
    }
}

} // namespace regnet
