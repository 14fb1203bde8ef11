// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/network_text.h"
#include "core/format/pycls_config.h"
#include "core/format/text_file.h"
#include "core/network/linear_fit.h"
#include "core/network/network_json.h"
#include "core/network/published.h"
#include "core/problem.h"
#include "core/queue/process.h"
#include "core/store/store_address.h"
#include "widgets/about_dialog.h"
#include "widgets/appearance.h"
#include "widgets/compare/compare_view.h"
#include "widgets/compare/member_network.h"
#include "widgets/explorer/parameter_panel.h"
#include "widgets/explorer/validity_bar.h"
#include "widgets/figures/export_dialog.h"
#include "widgets/figures/report_dialog.h"
#include "widgets/latest_job.h"
#include "widgets/main_window.h"
#include "widgets/mnemonics.h"
#include "widgets/queue/dispatcher_thread.h"
#include "widgets/queue/queue_panel.h"
#include "widgets/queue/train_dialog.h"
#include "widgets/shortcuts_dialog.h"
#include "widgets/shown_quantity.h"
#include "widgets/shown_text.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>

#include <nlohmann/json.hpp>

namespace regnet {
namespace {

constexpr int messageMs = 6000;

QAction* add(QMenu* menu, const QString& name, const QString& text, const QKeySequence& keys = {},
             const QString& tip = {})
{
    QAction* action = menu->addAction(text);
    action->setObjectName(name);
    action->setShortcut(keys);
    if (!tip.isEmpty()) action->setStatusTip(tip);
    return action;
}

QString presetText(const PublishedModel& model)
{
    return QStringLiteral("%1\t%2 · %3 · %4 %")
        .arg(QString::fromStdString(model.name).replace(QLatin1Char('&'), QLatin1String("&&")),
             shownCount(static_cast<double>(model.cost.flops)),
             shownCount(static_cast<double>(model.cost.params)))
        .arg(model.top1Error, 0, 'f', 1);
}

} // namespace

void MainWindow::setUpMenus()
{
    setUpFileMenu();
    setUpEditMenu();
    setUpNetworkMenu();
    setUpViewMenu();
    setUpHelpMenu();
    statusBar()->setObjectName(QStringLiteral("statusBar"));
}

void MainWindow::setUpFileMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&File"));
    QAction* open = add(menu, QStringLiteral("open"), tr("&Open…"), QKeySequence::Open,
                        tr("Open a network: JSON or pycls YAML"));
    connect(open, &QAction::triggered, this, &MainWindow::chooseFile);
    m_recent = menu->addMenu(tr("Open &recent"));
    connect(m_recent, &QMenu::aboutToShow, this, &MainWindow::fillRecentFiles);
    QAction* save = add(menu, QStringLiteral("save"), tr("&Save network as…"), QKeySequence::Save,
                        tr("Save the network as JSON, pycls YAML, Python code or a diagram"));
    connect(save, &QAction::triggered, this, &MainWindow::saveFile);
    QAction* figure =
        add(menu, QStringLiteral("exportFigure"), tr("&Export figure…"), QKeySequence(Qt::CTRL | Qt::Key_E),
            tr("The plot with the focus, or the one in front, as PDF, SVG, PNG, TeX or CSV"));
    connect(figure, &QAction::triggered, this, &MainWindow::exportFigure);
    QAction* report = add(
        menu, QStringLiteral("report"), tr("&Report…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
        tr("One page about the populations of the Compare view: curves, tests, networks, failures, costs"));
    connect(report, &QAction::triggered, this, &MainWindow::writeReport);
    if (m_dispatcher) addImportActions(menu);
    menu->addSeparator();
    // Not QKeySequence::Quit: some desktops have no key for it, and the list of keys is the same everywhere.
    QAction* quit = add(menu, QStringLiteral("quit"), tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::setUpEditMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Edit"));
    m_undo = m_model.undoStack().createUndoAction(this, tr("&Undo"));
    m_undo->setObjectName(QStringLiteral("undo"));
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo = m_model.undoStack().createRedoAction(this, tr("&Redo"));
    m_redo->setObjectName(QStringLiteral("redo"));
    m_redo->setShortcuts(QList<QKeySequence>{QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z),
                                             QKeySequence(Qt::CTRL | Qt::Key_Y)});
    menu->addActions({m_undo, m_redo});
    menu->addSeparator();
    QAction* settings =
        add(menu, QStringLiteral("settings"), tr("Se&ttings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma),
            tr("All settings in one list, with search"));
    settings->setMenuRole(QAction::PreferencesRole);
    connect(settings, &QAction::triggered, this, &MainWindow::showSettings);
    menu->addSeparator();
    m_copy = menu->addMenu(tr("&Copy network as"));
    addCopyAction(m_copy, QStringLiteral("copyJson"), tr("&JSON"),
                  QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J),
                  [](const NetworkSpec& spec) { return toJson(spec).dump(1); });
    addCopyAction(m_copy, QStringLiteral("copyYaml"), tr("pycls &YAML"),
                  QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Y), pyclsConfig);
    addCopyAction(m_copy, QStringLiteral("copyCommand"), tr("&command line"),
                  QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
                  [](const NetworkSpec& spec) { return commandLineOf(spec); });
    addNetworkCopies();
    QAction* paste = add(menu, QStringLiteral("paste"), tr("&Paste network"),
                         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V),
                         tr("Show the network that the clipboard holds as JSON, pycls YAML or command line"));
    connect(paste, &QAction::triggered, this, &MainWindow::paste);
}

void MainWindow::setUpNetworkMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Network"));
    m_presets = menu->addMenu(tr("&Presets"));
    m_presets->setObjectName(QStringLiteral("presets"));
    QMenu* x = m_presets->addMenu(tr("RegNet&X"));
    QMenu* y = m_presets->addMenu(tr("RegNet&Y (with squeeze-and-excitation)"));
    for (const PublishedModel& model : publishedModels()) {
        QAction* preset =
            add(model.spec.seRatio > 0 ? y : x, QString::fromStdString(model.name), presetText(model), {},
                tr("FLOPs, parameters and top-1 error of the published model"));
        connect(preset, &QAction::triggered, this,
                [this, &model] { m_model.edit(model.spec, QString::fromStdString(model.name)); });
    }
    m_pin = add(menu, QStringLiteral("pin"), tr("&Pin this network"), QKeySequence(Qt::CTRL | Qt::Key_D),
                tr("Keep this network beside the next ones, in plots and table"));
    connect(m_pin, &QAction::triggered, &m_model, &ExplorerModel::pinCurrent);
    QAction* unpin = add(menu, QStringLiteral("removeAllPins"), tr("&Remove all pins"),
                         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    connect(unpin, &QAction::triggered, &m_model, &ExplorerModel::removeAllPins);
    menu->addSeparator();
    if (m_dispatcher) {
        m_train =
            add(menu, QStringLiteral("train"), tr("&Train a population…"), QKeySequence(Qt::CTRL | Qt::Key_T),
                tr("Sample networks of a space, train them here, and see their errors as they come"));
        connect(m_train, &QAction::triggered, this, &MainWindow::train);
        menu->addSeparator();
    }
    QAction* nearest = add(menu, QStringLiteral("nearestValidAction"), tr("Use the &nearest valid setting"),
                           QKeySequence(Qt::CTRL | Qt::Key_N));
    connect(nearest, &QAction::triggered, &m_model, &ExplorerModel::useNearestValid);
    QAction* fit =
        add(menu, QStringLiteral("fit"), tr("&Fit a line to the stages"), QKeySequence(Qt::CTRL | Qt::Key_L),
            tr("The RegNet whose widths are nearest to this network's"));
    connect(fit, &QAction::triggered, this, &MainWindow::fitLine);
}

bool MainWindow::canTrain()
{
    try {
        requireWorker(workerProgram());
    } catch (const Error& error) {
        showProblem(tr("Training is not possible here: %1. ").arg(shownSentence(error.problem())) +
                    howToGetTraining());
        return false;
    }
    return true;
}

/// Asks what to train, and gives the order.
void MainWindow::train()
{
    if (!canTrain()) return;
    TrainDialog dialog(m_dispatcher->snapshot(), QString(), this);
    dialog.setWorkers(m_settings.workers());
    if (dialog.exec() != QDialog::Accepted) return;
    m_dispatcher->train(dialog.order(), dialog.workers(), dialog.device());
    dock(QStringLiteral("queue"))->show();
    dock(QStringLiteral("queue"))->raise();
    dock(QStringLiteral("queue"))->ensureContent();
    dock(QStringLiteral("queue"))->findChild<QueuePanel*>()->setWorkers(dialog.workers(), dialog.device());
}

void MainWindow::setUpViewMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&View"));
    for (LazyDock* each : m_docks)
        menu->addAction(each->toggleViewAction());
    menu->addSeparator();
    QAction* restore = add(menu, QStringLiteral("restoreDefaultLayout"), tr("&Restore default layout"));
    connect(restore, &QAction::triggered, this, &MainWindow::restoreDefaultLayout);
    menu->addSeparator();
    auto* group = new QActionGroup(this);
    const std::array<QString, 3> names{tr("&System colours"), tr("&Light"), tr("&Dark")};
    for (int i = 0; i < 3; ++i) {
        const auto appearance = static_cast<Appearance>(i);
        QAction* action =
            add(menu, QStringLiteral("appearance%1").arg(i), names[static_cast<std::size_t>(i)]);
        action->setCheckable(true);
        action->setChecked(m_settings.appearance() == appearance);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, appearance] {
            m_settings.setAppearance(appearance);
            applyAppearance(m_settings);
        });
    }
    addLanguages(menu);
    addComfortActions(menu);
}

void MainWindow::setUpHelpMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Help"));
    QAction* keys = add(menu, QStringLiteral("shortcuts"), tr("&Keys and mouse"), QKeySequence(Qt::Key_F1));
    connect(keys, &QAction::triggered, this, [this] {
        ShortcutsDialog dialog(*this, this);
        dialog.exec();
    });
    QAction* commands =
        add(menu, QStringLiteral("commands"), tr("&Find a command…"), QKeySequence(Qt::CTRL | Qt::Key_K),
            tr("Everything the window can do, found by a few letters"));
    connect(commands, &QAction::triggered, this, &MainWindow::findCommand);
    addGuidanceActions(menu);
    QAction* about = add(menu, QStringLiteral("about"), tr("&About RegNet Explorer"));
    connect(about, &QAction::triggered, this, [this] {
        AboutDialog dialog(this);
        dialog.exec();
    });
}

void MainWindow::setUpToolBar()
{
    auto* bar = new QToolBar(tr("Tools"), this);
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    const auto addMenuButton = [bar](const QString& name, const QString& text, QMenu* menu,
                                     const QString& tip) {
        auto* button = new QPushButton;
        button->setObjectName(name);
        button->setText(text);
        button->setToolTip(tip);
        button->setMenu(menu);
        button->setFocusPolicy(Qt::TabFocus);
        button->setFlat(true);
        bar->addWidget(button);
    };
    addMenuButton(QStringLiteral("presetsButton"), tr("Presets"), m_presets, tr("The 24 published RegNets"));
    addMenuButton(QStringLiteral("copyButton"), tr("Copy as"), m_copy,
                  tr("The network as text for the clipboard"));
    bar->addSeparator();
    bar->addActions({m_undo, m_redo});
    bar->addSeparator();
    bar->addAction(m_pin);
    if (m_train) {
        bar->addSeparator();
        bar->addAction(m_train);
    }
    for (QAction* action : bar->actions())
        if (!action->isSeparator()) hideMnemonicOnTools(*action);
    for (QToolButton* button : bar->findChildren<QToolButton*>())
        if (button->defaultAction()) button->setFocusPolicy(Qt::TabFocus); // Qt leaves them out
    insertToolBar(findChild<QToolBar*>(QStringLiteral("headline")), bar);
    insertToolBarBreak(findChild<QToolBar*>(QStringLiteral("headline")));
    bar->toggleViewAction()->setVisible(false);
}

void MainWindow::fillRecentFiles()
{
    m_recent->clear();
    for (const QString& path : m_settings.recentFiles()) {
        const bool isThere = QFileInfo::exists(path);
        QAction* action =
            m_recent->addAction(isThere ? path : tr("%1 (missing: remove from the list)").arg(path));
        connect(action, &QAction::triggered, this, [this, path, isThere] {
            if (isThere)
                openFile(path);
            else
                m_settings.removeRecentFile(path);
        });
    }
    if (m_recent->isEmpty()) m_recent->addAction(tr("No file was opened yet"))->setEnabled(false);
}

void MainWindow::showMessage(const QString& text)
{
    statusBar()->showMessage(text, messageMs);
}

void MainWindow::showProblem(const QString& text)
{
    QMessageBox box(QMessageBox::Warning, tr("RegNet Explorer"), text, QMessageBox::Ok, this);
    box.setObjectName(QStringLiteral("problem"));
    box.exec();
}

void MainWindow::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open a network or a population"), m_settings.folder(),
        tr("Networks and populations (*.json *.yaml *.yml *.txt *.sh *.csv *.db);;All files (*)"));
    if (!path.isEmpty()) openFile(path);
}

/// A population goes to the Compare dock: a store, a panel of the paper, a CSV, or a list as sweep.json is
/// one; a network is an object or a command.
void MainWindow::openFile(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    if (m_dispatcher && isForImport(path)) return import(path);
    try {
        const bool isBuiltIn =
            path.startsWith(QLatin1String("paper:")) || path.startsWith(QLatin1String("shipped:"));
        const QString file = QString::fromStdString(storeAddress(path.toStdString()).file.string());
        const bool isAddress = file.endsWith(QLatin1String(".db")) || isBuiltIn;
        const std::string text = isAddress ? std::string() : readTextFile(path.toStdString());
        const std::size_t first = text.find_first_not_of(" \t\r\n");
        if (m_dispatcher && needsColumns(path, text)) return import(path);
        const bool isList = first != std::string::npos && text[first] == '[';
        if (isAddress || isList || path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)) {
            if (isBuiltIn) {
                compareSources({path});
            } else {
                // Found again whichever folder the next start is in.
                compareSources({QFileInfo(file).absoluteFilePath() + path.mid(file.size())});
                rememberFile(file);
            }
            return;
        }
        m_model.edit(parseNetworkText(text, name.toStdString()), tr("open %1").arg(name));
    } catch (const Error& error) {
        showProblem(shownSentence(error.problem()));
        return;
    }
    rememberFile(path);
    showMessage(tr("Opened %1").arg(path));
}

void MainWindow::rememberFile(const QString& path)
{
    m_settings.addRecentFile(QFileInfo(path).absoluteFilePath());
    m_settings.setFolder(QFileInfo(path).absolutePath());
}

void MainWindow::writeReport()
{
    dock(QStringLiteral("compare"))->ensureContent();
    const auto* view = dock(QStringLiteral("compare"))->findChild<CompareView*>();
    auto* dialog = new ReportDialog(view->addresses(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

/// What draws a view of the network again: the network, then the pins beside it.
FigureCall MainWindow::figureCall(const QString& figure, const std::vector<Pin>& pins) const
{
    FigureCall call(figure);
    const auto text = [](const NetworkSpec& spec) { return QString::fromStdString(toJson(spec).dump()); };
    QStringList sources{text(m_model.state().spec)}, colours;
    bool isInOrder = true;
    for (const Pin& pin : pins) {
        sources << text(pin.network.spec);
        isInOrder = isInOrder && pin.slot == sources.size() - 1;
        colours << QString::number(pin.slot + 1);
    }
    call.setSources(sources);
    if (!isInOrder) call.set(QStringLiteral("colours"), colours.join(QLatin1Char(',')));
    return call;
}

/// Text that a format cannot give is a problem to show, not an empty clipboard.
void MainWindow::addCopyAction(QMenu* menu, const QString& name, const QString& text,
                               const QKeySequence& keys,
                               const std::function<std::string(const NetworkSpec&)>& write)
{
    QAction* action = add(menu, name, text, keys);
    const QString what = withoutMnemonic(text);
    connect(action, &QAction::triggered, this, [this, write, what] {
        try {
            copyText(QString::fromStdString(write(m_model.state().spec)), what);
        } catch (const Error& error) {
            showProblem(shownSentence(error.problem()));
        }
    });
}

void MainWindow::copyText(const QString& text, const QString& what)
{
    QGuiApplication::clipboard()->setText(text);
    showMessage(tr("Copied the network as %1").arg(what));
}

void MainWindow::paste()
{
    try {
        m_model.edit(parseNetworkText(QGuiApplication::clipboard()->text().toStdString(), "clipboard"),
                     tr("paste"));
    } catch (const Error& error) {
        showProblem(shownSentence(error.problem()));
    }
}

/// Off the GUI thread: the fit tries many lines. The answer is dropped when the network changed meanwhile.
void MainWindow::fitLine()
{
    if (!m_model.network().isBuilt()) return;
    const NetworkSpec spec = m_model.state().spec;
    const std::vector<Stage> stages = m_model.network().network->stages;
    showMessage(tr("Fitting a line to the stages…"));
    m_fitting->start([spec, stages](const auto&) {
        const LinearFit fit = regnet::fitLine(stages);
        NetworkSpec fitted = spec;
        fitted.stages.clear();
        RegnetParameters regnet = spec.regnet.value_or(RegnetParameters{});
        regnet.line = fit.line;
        if (!spec.regnet) {
            regnet.bottleneckRatio = stages.back().bottleneckRatio;
            regnet.groupWidth = stages.back().groupWidth;
        }
        fitted.regnet = regnet;
        return FittedNetwork{spec, fitted, fit.error};
    });
}

void MainWindow::showFitted(const Outcome<FittedNetwork>& outcome)
{
    if (const auto* problem = std::get_if<Problem>(&outcome)) return showProblem(shownSentence(*problem));
    const auto& [asked, fitted, error] = std::get<FittedNetwork>(outcome);
    if (m_model.state().spec != asked) return;
    m_model.edit(fitted, tr("fit a line"));
    showMessage(tr("Fitted: e_fit = %1").arg(error));
}

/// Off the GUI thread: a store is read. Of two that are asked for the later one is shown.
void MainWindow::loadNetwork(const Member& member, const std::string& source, Loading why)
{
    m_loading->start([member, source, why](const auto&) {
        return LoadedNetwork{networkOf(member, source), QString::fromStdString(member.label), why};
    });
}

void MainWindow::showLoaded(const Outcome<LoadedNetwork>& outcome)
{
    if (const auto* problem = std::get_if<Problem>(&outcome)) return showProblem(shownSentence(*problem));
    const auto& [spec, name, why] = std::get<LoadedNetwork>(outcome);
    if (why == Loading::Followed)
        m_model.follow(spec, tr("load a network"));
    else
        m_model.edit(spec, tr("load a network"));
    showMessage(name.isEmpty() ? tr("Loaded a network") : tr("Loaded %1").arg(name));
}

} // namespace regnet
