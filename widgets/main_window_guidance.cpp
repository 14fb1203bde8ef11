// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/published.h"
#include "core/system/places.h"
#include "widgets/compare/compare_view.h"
#include "widgets/guidance/start_page.h"
#include "widgets/guidance/tour_panel.h"
#include "widgets/guide/guide_window.h"
#include "widgets/main_window.h"
#include "widgets/notices/crash_dialog.h"
#include "widgets/notices/desktop_note.h"
#include "widgets/plot/ring.h"
#include "widgets/queue/dispatcher_thread.h"
#include "widgets/shown_quantity.h"
#include "widgets/spaces/spaces_view.h"

#include <QDesktopServices>
#include <QMenu>
#include <QUrl>

#include <algorithm>

namespace regnet {

void MainWindow::addGuidanceActions(QMenu* help)
{
    const auto add = [&](const QString& name, const QString& text, const QString& tip,
                         void (MainWindow::*act)()) {
        QAction* action = help->addAction(text);
        action->setObjectName(name);
        action->setStatusTip(tip);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    add(QStringLiteral("userGuide"), tr("&User guide"), tr("All pages of the guide, with search"),
        &MainWindow::showGuide)
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F1));
    add(QStringLiteral("startPage"), tr("&Start page"), tr("What one can begin with"),
        &MainWindow::showStartPage);
    add(QStringLiteral("tour"), tr("&Tour of the method"),
        tr("From AnyNetX_A to RegNetX in eight steps, with the paper's populations"), &MainWindow::startTour);
    add(QStringLiteral("crashReports"), tr("&Crash reports…"),
        tr("What was kept when the program died; nothing is sent"), &MainWindow::showCrashReports);
    help->addSeparator();
}

/// The page comes by itself once; after that it is as the box on it says.
void MainWindow::greet()
{
    if (!m_settings.isStartPageWanted()) return;
    const bool isFirst = !m_settings.value(QStringLiteral("start/page")).isValid();
    if (isFirst) m_settings.setStartPageWanted(false);
    showStartPage();
}

void MainWindow::showGuide()
{
    if (!m_guideWindow) {
        m_guideWindow = new GuideWindow(this);
        m_guideWindow->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_guideWindow, &GuideWindow::browserWanted, this,
                [](const QUrl& address) { QDesktopServices::openUrl(address); });
    }
    m_guideWindow->show();
    m_guideWindow->raise();
    m_guideWindow->activateWindow();
}

void MainWindow::showStartPage()
{
    auto* page = new StartPage(
        {m_settings.recentFiles(), m_dispatcher != nullptr, m_settings.isStartPageWanted()}, this);
    page->setAttribute(Qt::WA_DeleteOnClose);
    connect(page, &StartPage::populationsWanted, this,
            [this] { compareSources({QStringLiteral("paper:fig9-left")}); });
    connect(page, &StartPage::slidersWanted, this, [this] {
        dock(QStringLiteral("quantisation"))->raise();
        dock(QStringLiteral("parameters"))->goTo();
        showMessage(tr("Drag a slider, or go to it with Tab and use the arrow keys"));
    });
    connect(page, &StartPage::trainingWanted, this, &MainWindow::train);
    connect(page, &StartPage::importWanted, this, &MainWindow::chooseImport);
    connect(page, &StartPage::tourWanted, this, &MainWindow::startTour);
    connect(page, &StartPage::fileWanted, this, &MainWindow::openFile);
    connect(page, &StartPage::shownAtStartChanged, this,
            [this](bool isShown) { m_settings.setStartPageWanted(isShown); });
    page->show();
}

void MainWindow::startTour()
{
    dock(QStringLiteral("compare"))->ensureContent();
    // Started anew in its midst, it still ends with what was there before it.
    if (!m_tour->isVisible()) m_comparedBeforeTour = findChild<CompareView*>()->comparison().kept();
    m_tour->start();
}

void MainWindow::showTourStep(const TourStep& step)
{
    LazyDock* at = dock(step.dock);
    at->show();
    at->raise();
    at->ensureContent();
    if (!step.sources.isEmpty()) {
        auto* view = at->findChild<CompareView*>();
        view->showTab(QStringLiteral("edf"));
        view->comparison().clear();
        view->restore({step.sources, {}});
    }
    if (!step.space.isEmpty()) at->findChild<SpacesView*>()->select(step.space.toStdString());
    const auto& models = publishedModels();
    const auto model = std::find_if(models.begin(), models.end(), [&step](const PublishedModel& each) {
        return QString::fromStdString(each.name) == step.network;
    });
    if (model != models.end() && m_model.state().spec != model->spec) m_model.edit(model->spec, step.network);
    delete m_tourMark;
    m_tourMark = new Ring(*at, Ring::Shown::Always);
}

void MainWindow::endTour()
{
    delete m_tourMark;
    auto* view = findChild<CompareView*>();
    if (m_comparedBeforeTour.sources.isEmpty()) return m_settings.setCompared(view->comparison().kept());
    view->comparison().clear();
    view->restore(m_comparedBeforeTour);
}

/// What takes long and is done elsewhere; widgets of the window say the end of theirs themselves (WorkEnd).
void MainWindow::setUpNotes()
{
    m_note = new DesktopNote(
        *this, [this] { return m_settings.areNotesWanted(); }, this);
    if (!m_dispatcher) return;
    connect(m_dispatcher, &DispatcherThread::snapshotChanged, m_note,
            [this](const QueueSnapshotPointer& snapshot) {
                const bool isAtWork = snapshot->dispatcher.isWorking || snapshot->dispatcher.holder;
                const auto& jobs = snapshot->progress.jobs;
                m_note->follow(isAtWork ? jobs.open() : 0, tr("Training is over"), [&jobs] {
                    return jobs.open() > 0
                               ? tr("%1 jobs are still open.").arg(shownExactCount(jobs.open()))
                               : tr("All %1 jobs of the queue are over.").arg(shownExactCount(jobs.total()));
                });
            });
    connect(m_dispatcher, &DispatcherThread::prepared, m_note,
            [this](const QString& population, qint64 workedMs) {
                m_note->tell(tr("Sampling is over"), tr("%1 is in the queue.").arg(population), workedMs);
            });
    connect(m_dispatcher, &DispatcherThread::populationChanged, m_note, [this](const Population& population) {
        const auto imported = m_importing.find(population.name);
        if (imported == m_importing.end()) return;
        m_note->tell(tr("The import is done"),
                     tr("%1 is in the store.").arg(QString::fromStdString(population.name)),
                     imported->second.elapsed());
        m_importing.erase(imported);
    });
}

void MainWindow::showCrashReports()
{
    auto* dialog = new CrashDialog(dataFolder() / "crashes", this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

} // namespace regnet
