// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/export_memory.h"
#include "widgets/main_window.h"
#include "widgets/preferences/settings_dialog.h"
#include "widgets/queue/queue_panel.h"

#include <QAction>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace regnet {

void MainWindow::addPreference(Preference preference)
{
    const auto last = std::find_if(m_preferences.rbegin(), m_preferences.rend(),
                                   [&](const Preference& each) { return each.page == preference.page; });
    m_preferences.insert(last == m_preferences.rend() ? m_preferences.end() : last.base(),
                         std::move(preference));
}

/// What a menu offers too is bound to its action, so that both always say the same.
void MainWindow::setUpPreferences()
{
    addLookPreferences();
    addTrainingPreferences();
    const QStringList endings{QStringLiteral("pdf"), QStringLiteral("svg"), QStringLiteral("png"),
                              QStringLiteral("tex"), QStringLiteral("csv")};
    addPreference({tr("Figures"), tr("&Format"),
                   tr("What the export dialog offers first; it remembers what was chosen last."),
                   tr("export pdf svg png tex csv default"),
                   choiceOf(
                       endings,
                       [endings] {
                           return static_cast<int>(
                               std::max<qsizetype>(0, endings.indexOf(exportMemory::last().ending)));
                       },
                       [endings](int index) {
                           exportMemory::Last last = exportMemory::last();
                           last.ending = endings[index];
                           exportMemory::setLast(last);
                       })});
    addPreference(
        {tr("Figures"), tr("&Provenance beside"),
         tr("Writes a small file beside each figure that says how it was made. In the export dialog, too."),
         tr("export sidecar json"),
         switchOf(
             tr("write it"), [] { return exportMemory::last().hasSidecar; },
             [](bool isOn) {
                 exportMemory::Last last = exportMemory::last();
                 last.hasSidecar = isOn;
                 exportMemory::setLast(last);
             })});
    addPreference({tr("Program"), tr("Start p&age"),
                   tr("Shows the start page when the program starts without files. Help ▸ Start page shows "
                      "it any time."),
                   tr("welcome first"),
                   switchOf(
                       tr("show it"), [this] { return m_settings.isStartPageWanted(); },
                       [this](bool isOn) { m_settings.setStartPageWanted(isOn); })});
    addPreference(
        {tr("Program"), tr("&Desktop notes"),
         tr("Tells the end of work that took longer than ten seconds, when the window is not in front."),
         tr("notification tray alert"),
         switchOf(
             tr("tell"), [this] { return m_settings.areNotesWanted(); },
             [this](bool isOn) { m_settings.setNotesWanted(isOn); })});
}

void MainWindow::addLookPreferences()
{
    const auto action = [this](const QString& name) { return findChild<QAction*>(name); };
    QList<QAction*> colours;
    for (int i = 0; i < 3; ++i)
        colours << action(QStringLiteral("appearance%1").arg(i));
    addPreference({tr("Look"), tr("&Colours"), tr("As the system, light or dark. In the View menu, too."),
                   tr("theme dark light appearance"), choiceOf(colours)});
    addPreference({tr("Look"), tr("&High contrast"),
                   tr("Black and white, and stronger colours of curves. In the View menu, too."),
                   tr("accessibility theme"), switchOf(action(QStringLiteral("highContrast")))});
    addPreference(
        {tr("Look"), tr("Reduced &motion"),
         tr("Nothing slides or fades; also when the desktop turned effects off. In the View menu, too."),
         tr("accessibility animation"), switchOf(action(QStringLiteral("reducedMotion")))});
    addPreference({tr("Look"), tr("Lan&guage"),
                   tr("Of the window; files stay English. In the View menu, too."),
                   tr("translation english korean"),
                   choiceOf(findChild<QMenu*>(QStringLiteral("languages"))->actions())});
    addPreference({tr("Look"), tr("&Layout"),
                   tr("Brings every dock back to its place. In the View menu, too."), tr("docks reset"),
                   buttonOf(action(QStringLiteral("restoreDefaultLayout")))});
}

void MainWindow::addTrainingPreferences()
{
    if (!m_dispatcher) return;
    constexpr int mostWorkers = 1024;
    addPreference({tr("Training"), tr("&Workers"),
                   tr("Trainings at the same time, as the Train dialog offers them and Start means them."),
                   tr("cpu cores parallel number"),
                   numberOf(
                       0, mostWorkers, tr("one a core"), [this] { return m_settings.workers(); },
                       [this](int workers) {
                           m_settings.setWorkers(workers);
                           if (auto* panel = findChild<QueuePanel*>())
                               panel->setWorkers(workers, QStringLiteral("cpu"));
                       })});
    addPreference(
        {tr("Training"), tr("As&k before cancelling"),
         tr("A cancelled training gives no result. Cancelling a job array of a cluster always asks."),
         tr("confirm confirmation question"),
         switchOf(
             tr("ask"), [this] { return m_settings.isCancelConfirmed(); },
             [this](bool isOn) {
                 m_settings.setCancelConfirmed(isOn);
                 if (auto* panel = findChild<QueuePanel*>()) panel->setAskingBeforeCancel(isOn);
             })});
}

void MainWindow::showSettings()
{
    auto* dialog = new SettingsDialog(m_preferences, m_settings.file(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

} // namespace regnet
