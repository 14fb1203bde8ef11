// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/crash_report.h"
#include "core/system/places.h"
#include "core/text/version.h"
#include "widgets/appearance.h"
#include "widgets/figures/run_figure.h"
#include "widgets/frame_watcher.h"
#include "widgets/language.h"
#include "widgets/main_window.h"
#include "widgets/settings.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <memory>
#include <string_view>

namespace {

std::unique_ptr<regnet::Settings> settings()
{
    const QString file = qEnvironmentVariable("REGNET_SETTINGS");
    return file.isEmpty() ? std::make_unique<regnet::Settings>() : std::make_unique<regnet::Settings>(file);
}

const QString storeOption = QStringLiteral("store");
const QString firstFrameOption = QStringLiteral("quit-after-first-frame");

void describe(QCommandLineParser& parser)
{
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Explore and compare network design spaces."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("files"),
        QCoreApplication::translate("main", "Networks (JSON, pycls YAML) and populations (sweep.json, CSV, "
                                            "STORE.db[#NAME], paper:PANEL) to open."),
        QStringLiteral("[files...]"));
    parser.addOption(
        {storeOption,
         QCoreApplication::translate("main", "The store of populations and jobs; by default this user's."),
         QStringLiteral("file")});
    QCommandLineOption firstFrame(firstFrameOption);
    firstFrame.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(firstFrame);
}

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("regnet-explorer"));
    QCoreApplication::setApplicationVersion(
        QString::fromUtf8(regnet::version().data(), static_cast<qsizetype>(regnet::version().size())));
}

/// Help and version need no display.
bool asksForWordsOnly(int argc, char** argv)
{
    return std::any_of(argv + 1, argv + argc, [](std::string_view word) {
        return word == "-h" || word == "--help" || word == "--help-all" || word == "-v" ||
               word == "--version";
    });
}

} // namespace

int main(int argc, char** argv)
{
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow is then an error of write(), which is told
    if (regnet::isFigureCall(argc, argv)) return regnet::runFigure(argc, argv);
    nameApplication();
    QCommandLineParser parser;
    describe(parser);
    if (asksForWordsOnly(argc, argv)) {
        const QCoreApplication application(argc, argv);
        parser.process(application);
    }
    const QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("RegNet Explorer"));
    QIcon icon;
    for (const int side : {16, 24, 32, 64, 128})
        icon.addFile(QStringLiteral(":/icons/regnet-explorer-%1.png").arg(side));
    QApplication::setWindowIcon(icon);
    QApplication::setDesktopFileName(QStringLiteral("regnet-explorer"));
    parser.process(application);

    regnet::keepCrashReports(regnet::dataFolder() / "crashes", "regnet-explorer");
    const std::unique_ptr<regnet::Settings> remembered = settings();
    regnet::applyLanguage(regnet::languageFor(remembered->language()));
    regnet::applyAppearance(*remembered);
    const std::filesystem::path chosen = parser.value(storeOption).toStdString();
    regnet::MainWindow window(*remembered, chosen.empty() ? regnet::defaultStore() : chosen);
    window.show();
    for (const QString& file : parser.positionalArguments())
        window.openFile(file);
    if (parser.isSet(firstFrameOption)) {
        regnet::FrameWatcher(window).painted();
        std::puts("painted");
        std::fflush(stdout);
        return 0;
    }
    if (parser.positionalArguments().isEmpty()) window.greet();
    return QApplication::exec();
}
