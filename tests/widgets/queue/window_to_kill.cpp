// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The real window on a store, to be killed by tests: STORE SETTINGS. Presses Start whenever it can be
// pressed, and ends when every job has come to its end.

#include "core/store/store.h"
#include "widgets/lazy_dock.h"
#include "widgets/main_window.h"
#include "widgets/settings.h"

#include <QAction>
#include <QApplication>
#include <QTimer>

namespace {

bool isFinished(const std::filesystem::path& path)
{
    const regnet::StoreReader store(path);
    const regnet::JobCounts counts = store.counts();
    return counts.total() > 0 && counts.of(regnet::JobState::Done) + counts.failures() == counts.total();
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    if (argc != 3) return 2;
    const std::filesystem::path store = argv[1];
    regnet::Settings settings(QString::fromLocal8Bit(argv[2]));
    regnet::MainWindow window(settings, store);
    window.show();
    window.dock(QStringLiteral("queue"))->ensureContent();
    QTimer hand;
    QObject::connect(&hand, &QTimer::timeout, &window, [&] {
        if (auto* start = window.findChild<QAction*>(QStringLiteral("start")); start && start->isEnabled())
            start->trigger();
        if (isFinished(store)) QApplication::quit();
    });
    hand.start(20);
    return QApplication::exec();
}
