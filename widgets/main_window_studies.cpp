// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/compare_view.h"
#include "widgets/dock_scroll.h"
#include "widgets/main_window.h"
#include "widgets/queue/dispatcher_thread.h"
#include "widgets/studies/studies_view.h"

namespace regnet {
namespace {

const QString selectedKey = QStringLiteral("studies/selected");
const QString filesKey = QStringLiteral("studies/files"); ///< of one's own

} // namespace

void MainWindow::setUpStudies(const std::filesystem::path& store)
{
    addDock(QStringLiteral("studies"), tr("Studies"), [this, store](LazyDock&) {
        auto* view = new StudiesView(store);
        view->openFiles(m_settings.value(filesKey).toStringList());
        view->select(m_settings.value(selectedKey).toString());
        connect(view, &StudiesView::selectedChanged, this,
                [this](const QString& name) { m_settings.setValue(selectedKey, name); });
        connect(view, &StudiesView::filesChanged, this,
                [this](const QStringList& files) { m_settings.setValue(filesKey, files); });
        connect(view, &StudiesView::compareWanted, this, &MainWindow::compareSources);
        connect(
            view, &StudiesView::runWanted, this,
            [this](const std::vector<PlannedPopulation>& populations, int workers, const QString& device) {
                if (!m_dispatcher || !canTrain()) return;
                m_dispatcher->trainAll(populations, workers, device);
                dock(QStringLiteral("queue"))->show();
                dock(QStringLiteral("queue"))->raise();
            });
        if (m_dispatcher) {
            connect(m_dispatcher, &DispatcherThread::populationChanged, view, &StudiesView::refreshSoon);
            connect(m_dispatcher, &DispatcherThread::noticed, view, &StudiesView::refreshSoon);
        }
        return new DockScroll(view);
    });
}

void MainWindow::compareSources(const QStringList& sources)
{
    LazyDock* compare = dock(QStringLiteral("compare"));
    compare->show();
    compare->raise();
    compare->ensureContent();
    compare->findChild<CompareView*>()->openSources(sources);
}

} // namespace regnet
