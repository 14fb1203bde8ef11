// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/main_window.h"

#include "widgets/compare/compare_view.h"
#include "widgets/dock_scroll.h"
#include "widgets/explorer/complexity_view.h"
#include "widgets/explorer/network_diagram.h"
#include "widgets/explorer/parameter_panel.h"
#include "widgets/explorer/pin_bar.h"
#include "widgets/explorer/quantisation_plot.h"
#include "widgets/explorer/share_bars.h"
#include "widgets/explorer/stage_table.h"
#include "widgets/explorer/summary_bar.h"
#include "widgets/explorer/validity_bar.h"
#include "widgets/figures/export_dialog.h"
#include "widgets/find_in_table.h"
#include "widgets/guidance/tour_panel.h"
#include "widgets/latest_job.h"
#include "widgets/notices/notice_bar.h"
#include "widgets/queue/dispatcher_thread.h"
#include "widgets/queue/queue_panel.h"
#include "widgets/shown_quantity.h"
#include "widgets/shown_text.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QToolBar>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace regnet {

MainWindow::MainWindow(Settings& settings, const std::filesystem::path& store, QWidget* parent)
    : QMainWindow(parent), m_settings(settings), m_store(store)
{
    setObjectName(QStringLiteral("mainWindow"));
    m_loading = std::make_unique<LatestJob<LoadedNetwork>>(
        this, [this](const Outcome<LoadedNetwork>& outcome) { showLoaded(outcome); });
    m_fitting = std::make_unique<LatestJob<FittedNetwork>>(
        this, [this](const Outcome<FittedNetwork>& outcome) { showFitted(outcome); });
    setWindowTitle(tr("RegNet Explorer"));
    setDockNestingEnabled(true);
    setAcceptDrops(true);
    if (const std::optional<ExplorerState> state = m_settings.explorer()) m_model.restore(*state);
    m_retranslateSoon.setSingleShot(true);
    connect(&m_retranslateSoon, &QTimer::timeout, this, &MainWindow::retranslate);
    setUpContent();
    new TableFinder(this);
    restoreState();
}

void MainWindow::setUpContent()
{
    setUpHeadline();
    setUpDocks();
    setUpSpaces(m_store);
    setUpStudies(m_store);
    if (!m_store.empty()) setUpTraining();
    setUpMenus();
    setUpToolBar();
    wireModel();
    setUpPreferences();
    setUpNotes();
}

MainWindow::~MainWindow()
{
    // Docks outlive our members by a moment, and hide meanwhile: that is nothing to remember.
    for (LazyDock* each : m_docks)
        each->disconnect(this);
}

/// Name, totals, validity and pins stay above the docks: they belong to all of them.
void MainWindow::setUpHeadline()
{
    m_summary = new SummaryBar(this);
    m_validity = new ValidityBar([this] { return m_model.nearestValidParameters(); }, this);
    m_pinBar = new PinBar(this);
    m_trainingNotice = new NoticeBar(tr("Show the queue"), this);
    m_trainingNotice->setObjectName(QStringLiteral("trainingNotice"));
    m_languageNotice = new NoticeBar({}, this);
    m_languageNotice->setObjectName(QStringLiteral("languageNotice"));
    auto* lines = new QWidget(this);
    lines->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto* layout = new QVBoxLayout(lines);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_tour = new TourPanel(tourSteps(), lines);
    connect(m_tour, &TourPanel::stepWanted, this, &MainWindow::showTourStep);
    connect(m_tour, &TourPanel::ended, this, &MainWindow::endTour);
    layout->addWidget(m_tour);
    layout->addWidget(m_languageNotice);
    layout->addWidget(m_trainingNotice);
    layout->addWidget(m_summary);
    layout->addWidget(m_validity);
    layout->addWidget(m_pinBar);
    auto* bar = new QToolBar(tr("Network"), this);
    bar->setObjectName(QStringLiteral("headline"));
    bar->setMovable(false);
    bar->addWidget(lines);
    addToolBarBreak();
    addToolBar(Qt::TopToolBarArea, bar);
    bar->toggleViewAction()->setVisible(false);
}

LazyDock* MainWindow::addDock(const QString& name, const QString& title, LazyDock::Make make)
{
    auto* dock = new LazyDock(name, title, std::move(make), this);
    m_docks.push_back(dock);
    for (const auto signal : {&QDockWidget::topLevelChanged, &QDockWidget::visibilityChanged})
        connect(dock, signal, this, [this] { m_rememberWindowSoon.start(); });
    connect(dock, &QDockWidget::dockLocationChanged, this, [this] { m_rememberWindowSoon.start(); });
    return dock;
}

/// Follows the network and the pins while its dock is seen.
template <typename Widget>
LazyDock::Make MainWindow::networkView()
{
    return [this](LazyDock& dock) {
        auto* widget = new Widget;
        QList<PlotWidget*> plots = widget->template findChildren<PlotWidget*>();
        if (auto* plot = qobject_cast<PlotWidget*>(widget)) plots << plot;
        for (PlotWidget* plot : plots)
            offerExport(*plot, [this, plot] { return figureCall(plot->figureName(), m_model.pins()); });
        for (const ShareBars* bars : widget->template findChildren<ShareBars*>())
            connect(bars, &ShareBars::exportRequested, this, [this, bars] {
                const QString name = QStringLiteral("shares");
                const FigureCall call = figureCall(name, {});
                openExportDialog(figureForFile({bars->plot(), {}}, call), call, name, this);
            });
        const int network = dock.addRefresh([this, widget] { widget->showNetwork(m_model.network()); });
        connect(&m_model, &ExplorerModel::networkChanged, widget,
                [&dock, network] { dock.refresh(network); });
        if constexpr (requires { widget->showPins(m_model.pins()); }) {
            const int pins = dock.addRefresh([this, widget] { widget->showPins(m_model.pins()); });
            connect(&m_model, &ExplorerModel::pinsChanged, widget, [&dock, pins] { dock.refresh(pins); });
        }
        return widget;
    };
}

/// A dock is one line here and one place in restoreDefaultLayout().
void MainWindow::setUpDocks()
{
    addDock(QStringLiteral("parameters"), tr("Parameters"), [this](LazyDock& dock) {
        m_parameters = new ParameterPanel;
        const int network = dock.addRefresh([this] { m_parameters->showNetwork(m_model.network()); });
        connect(&m_model, &ExplorerModel::networkChanged, m_parameters,
                [&dock, network] { dock.refresh(network); });
        connect(m_parameters, &ParameterPanel::edited, &m_model, &ExplorerModel::edit);
        connect(m_parameters, &ParameterPanel::wantedStagesEdited, &m_model, &ExplorerModel::setWantedStages);
        connect(m_parameters, &ParameterPanel::fitRequested, this, &MainWindow::fitLine);
        return m_parameters;
    });
    addDock(QStringLiteral("quantisation"), tr("Quantisation"), networkView<QuantisationPlot>());
    addDock(QStringLiteral("complexity"), tr("Complexity"), networkView<ComplexityView>());
    addDock(QStringLiteral("diagram"), tr("Diagram"), networkView<NetworkDiagram>());
    addDock(QStringLiteral("stages"), tr("Stages"), networkView<StageTable>());
    addDock(QStringLiteral("compare"), tr("Compare"), [this](LazyDock&) {
        auto* view = new CompareView;
        view->model().setHistory(&m_model.undoStack());
        view->restore(m_settings.compared());
        connect(view, &CompareView::statisticsComputed, this, [this, view] {
            // A window that is closed in the midst of a tour opens with what was there before it.
            if (!m_tour->isVisible()) m_settings.setCompared(view->comparison().kept());
        });
        connect(view, &CompareView::networkWanted, this, [this](const Member& member, const auto& source) {
            loadNetwork(member, source, Loading::Wanted);
        });
        connect(view, &CompareView::networkFollowed, this, [this](const Member& member, const auto& source) {
            loadNetwork(member, source, Loading::Followed);
        });
        connect(view, &CompareView::narrowWanted, this, &MainWindow::narrowSpace);
        connect(view, &CompareView::renameWanted, this, [this](const QString& name, const QString& source) {
            if (QueuePanel* queue = queueOf(name, source)) queue->renamePopulation(name.toStdString());
        });
        connect(view, &CompareView::deleteWanted, this, [this](const QString& name, const QString& source) {
            if (QueuePanel* queue = queueOf(name, source)) queue->deletePopulation(name.toStdString());
        });
        return new DockScroll(view);
    });
}

/// The queue that has this population; none, and a word, where it is of no store or of another one.
QueuePanel* MainWindow::queueOf(const QString& population, const QString& source)
{
    const QString store = QString::fromStdString(m_store.string());
    if (m_dispatcher && (source == store || source.startsWith(store + QLatin1Char('#')))) {
        dock(QStringLiteral("queue"))->ensureContent();
        return dock(QStringLiteral("queue"))->findChild<QueuePanel*>();
    }
    showMessage(tr("%1 is not in the store of this window.").arg(population));
    return nullptr;
}

/// The queue's thread starts when the first frame stands: nothing of it is seen before.
void MainWindow::setUpTraining()
{
    if (!m_dispatcher) {
        m_dispatcher = new DispatcherThread(m_store, this);
        QTimer::singleShot(0, m_dispatcher, &DispatcherThread::start);
    }
    addDock(QStringLiteral("queue"), tr("Queue"), [this](LazyDock&) {
        auto* panel = new QueuePanel(*m_dispatcher);
        connect(panel, &QueuePanel::trainWanted, this, &MainWindow::train);
        panel->setWorkers(m_settings.workers(), QStringLiteral("cpu"));
        panel->setAskingBeforeCancel(m_settings.isCancelConfirmed());
        panel->setHistory(&m_model.undoStack());
        return new DockScroll(panel);
    });
    connect(m_dispatcher, &DispatcherThread::populationChanged, this, [this](const Population& population) {
        dock(QStringLiteral("compare"))->ensureContent();
        dock(QStringLiteral("compare"))->findChild<CompareView*>()->setPopulation(population);
    });
    const auto comparison = [this]() -> Comparison* { // none before anybody looked at it
        auto* view = dock(QStringLiteral("compare"))->findChild<CompareView*>();
        return view ? &view->comparison() : nullptr;
    };
    connect(m_dispatcher, &DispatcherThread::populationRenamed, this,
            [this, comparison](const QString& before, const QString& now) {
                if (Comparison* shown = comparison())
                    shown->rename(m_store.string(), before.toStdString(), now.toStdString());
            });
    connect(m_dispatcher, &DispatcherThread::populationGone, this, [this, comparison](const QString& name) {
        if (Comparison* shown = comparison()) shown->drop(m_store.string(), name.toStdString());
    });
    connect(m_dispatcher, &DispatcherThread::noticed, this, &MainWindow::showMessage);
    connect(m_dispatcher, &DispatcherThread::failed, this,
            [this](const Problem& problem) { showMessage(shownSentence(problem)); });
    connect(m_dispatcher, &DispatcherThread::recoveryChanged, this, &MainWindow::showTrainingNotice);
    connect(m_dispatcher, &DispatcherThread::snapshotChanged, this, &MainWindow::showTrainingNotice);
    connect(dock(QStringLiteral("queue")), &QDockWidget::visibilityChanged, this,
            &MainWindow::showTrainingNotice);
    connect(m_trainingNotice, &NoticeBar::dismissed, m_dispatcher, &DispatcherThread::dismissRecovery);
    connect(m_trainingNotice, &NoticeBar::actionWanted, this, [this] {
        dock(QStringLiteral("queue"))->show();
        dock(QStringLiteral("queue"))->raise();
    });
    showTrainingNotice();
}

/// What the queue's own dock says when it is seen: what was recovered, and that the disk is full.
void MainWindow::showTrainingNotice()
{
    const DispatcherStatus& status = m_dispatcher->snapshot()->dispatcher;
    QString text = m_dispatcher->recovery();
    if (status.isWaitingForDisk)
        text = unitsTogether(tr("Training waits for room on the disk: %1.").arg(shownText(status.held)));
    if (dock(QStringLiteral("queue"))->isSeen()) text.clear();
    m_trainingNotice->showText(
        status.isWaitingForDisk ? NoticeBar::Kind::Problem : NoticeBar::Kind::Information, text);
}

LazyDock* MainWindow::dock(const QString& name) const
{
    const auto it = std::find_if(m_docks.begin(), m_docks.end(),
                                 [&name](const LazyDock* d) { return d->objectName() == name; });
    return it == m_docks.end() ? nullptr : *it;
}

void MainWindow::wireModel()
{
    const auto showNetwork = [this](const Explanation& network) {
        m_summary->showNetwork(network);
        m_validity->showNetwork(network);
        m_pin->setEnabled(m_model.canPin());
    };
    const auto showPins = [this](const std::vector<Pin>& pins) {
        m_pinBar->showPins(pins);
        m_pin->setEnabled(m_model.canPin());
    };
    connect(&m_model, &ExplorerModel::networkChanged, this, showNetwork);
    connect(&m_model, &ExplorerModel::pinsChanged, this, showPins);
    connect(m_validity, &ValidityBar::nearestWanted, &m_model, &ExplorerModel::useNearestValid);
    connect(m_pinBar, &PinBar::showWanted, &m_model, &ExplorerModel::showPin);
    connect(m_pinBar, &PinBar::removeWanted, &m_model, &ExplorerModel::removePin);
    showNetwork(m_model.network());
    showPins(m_model.pins());

    // Written soon after a change, not at every step of a drag.
    m_rememberSoon.setSingleShot(true);
    m_rememberSoon.setInterval(250);
    connect(&m_model, &ExplorerModel::stateChanged, &m_rememberSoon, qOverload<>(&QTimer::start));
    connect(&m_rememberSoon, &QTimer::timeout, this, [this] { m_settings.setExplorer(m_model.state()); });
    m_rememberWindowSoon.setSingleShot(true);
    m_rememberWindowSoon.setInterval(500);
    connect(&m_rememberWindowSoon, &QTimer::timeout, this, &MainWindow::rememberWindow);
}

void MainWindow::restoreDefaultLayout()
{
    const auto at = [this](const char* name) { return dock(QLatin1String(name)); };
    for (LazyDock* each : m_docks) {
        each->setFloating(false);
        removeDockWidget(each);
    }
    addDockWidget(Qt::LeftDockWidgetArea, at("parameters"));
    addDockWidget(Qt::RightDockWidgetArea, at("quantisation"));
    splitDockWidget(at("quantisation"), at("stages"), Qt::Vertical);
    // On a low window three rows would leave the plots of Compare, Spaces and Studies a hand's breadth.
    constexpr int linesOfThreeRows = 62;
    const bool hasThreeRows = height() >= linesOfThreeRows * fontMetrics().height();
    if (hasThreeRows)
        splitDockWidget(at("quantisation"), at("diagram"), Qt::Vertical);
    else
        tabifyDockWidget(at("stages"), at("diagram"));
    splitDockWidget(at("quantisation"), at("complexity"), Qt::Horizontal);
    tabifyDockWidget(at("quantisation"), at("compare"));
    tabifyDockWidget(at("compare"), at("spaces"));
    tabifyDockWidget(at("spaces"), at("studies"));
    if (at("queue")) tabifyDockWidget(at(hasThreeRows ? "stages" : "diagram"), at("queue"));
    for (LazyDock* each : m_docks)
        each->show();
    at("quantisation")->raise();
    at("stages")->raise();
    m_sizesAreDue = !isVisible();
    if (isVisible()) setDefaultSizes();
}

void MainWindow::setDefaultSizes()
{
    const auto at = [this](const char* name) { return dock(QLatin1String(name)); };
    const int line = fontMetrics().height();
    const int panel = line * 17;
    const int rest = std::max(1, width() - panel);
    resizeDocks({at("parameters"), at("quantisation"), at("complexity")},
                {panel, rest * 54 / 100, rest * 46 / 100}, Qt::Horizontal);
    if (!tabifiedDockWidgets(at("stages")).contains(at("diagram")))
        return resizeDocks({at("quantisation"), at("diagram"), at("stages")},
                           {line * 27, line * 6, line * 12}, Qt::Vertical);
    const int stages = line * 12; // the seven rows of a published network
    resizeDocks({at("quantisation"), at("stages")}, {std::max(1, height() - stages - line * 9), stages},
                Qt::Vertical);
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (std::exchange(m_sizesAreDue, false)) setDefaultSizes();
}

void MainWindow::restoreState()
{
    if (!restoreGeometry(m_settings.windowGeometry())) resize(1200, 800);
    restoreDefaultLayout(); // every dock has a place, whatever the saved layout knows
    const QByteArray layout = m_settings.windowLayout();
    if (layout.isEmpty()) return;
    if (QMainWindow::restoreState(layout, layoutVersion))
        m_sizesAreDue = false;
    else
        restoreDefaultLayout();
}

void MainWindow::rememberWindow()
{
    m_settings.setWindow(saveGeometry(), saveState(layoutVersion));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_rememberSoon.stop();
    m_rememberWindowSoon.stop();
    m_settings.setExplorer(m_model.state());
    rememberWindow();
    event->accept();
}

bool MainWindow::event(QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move) m_rememberWindowSoon.start();
    return QMainWindow::event(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.isEmpty()) return;
    event->acceptProposedAction();
    for (const QUrl& url : urls)
        openFile(url.toLocalFile());
}

} // namespace regnet
