// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/places.h"
#include "core/text/version.h"
#include "widgets/appearance.h"
#include "widgets/figures/run_figure.h"
#include "widgets/frame_watcher.h"
#include "widgets/main_window.h"
#include "widgets/settings.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>

#include <cstdio>
#include <memory>

namespace {

std::unique_ptr<regnet::Settings> settings()
{
    const QString file = qEnvironmentVariable("REGNET_SETTINGS");
    return file.isEmpty() ? std::make_unique<regnet::Settings>() : std::make_unique<regnet::Settings>(file);
}

} // namespace

int main(int argc, char** argv)
{
    if (regnet::isFigureCall(argc, argv)) return regnet::runFigure(argc, argv);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("regnet-explorer"));
    QApplication::setApplicationDisplayName(QStringLiteral("RegNet Explorer"));
    QIcon icon;
    for (const int side : {32, 64, 128})
        icon.addFile(QStringLiteral(":/icons/regnet-explorer-%1.png").arg(side));
    QApplication::setWindowIcon(icon);
    QApplication::setDesktopFileName(QStringLiteral("regnet-explorer"));
    QApplication::setApplicationVersion(
        QString::fromUtf8(regnet::version().data(), static_cast<qsizetype>(regnet::version().size())));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Explore and compare network design spaces."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("files"),
        QCoreApplication::translate("main", "Networks (JSON, pycls YAML) and populations (sweep.json, CSV, "
                                            "STORE.db, paper:PANEL) to open."),
        QStringLiteral("[files...]"));
    const QCommandLineOption store(
        QStringLiteral("store"),
        QCoreApplication::translate("main", "The store of populations and jobs; by default this user's."),
        QStringLiteral("file"));
    parser.addOption(store);
    QCommandLineOption firstFrame(QStringLiteral("quit-after-first-frame"));
    firstFrame.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(firstFrame);
    parser.process(application);

    const std::unique_ptr<regnet::Settings> remembered = settings();
    regnet::applyAppearance(remembered->appearance());
    const std::filesystem::path chosen = parser.value(store).toStdString();
    regnet::MainWindow window(*remembered, chosen.empty() ? regnet::defaultStore() : chosen);
    window.show();
    for (const QString& file : parser.positionalArguments())
        window.openFile(file);
    if (parser.isSet(firstFrame)) {
        regnet::FrameWatcher(window).painted();
        std::puts("painted");
        std::fflush(stdout);
        return 0;
    }
    return QApplication::exec();
}
