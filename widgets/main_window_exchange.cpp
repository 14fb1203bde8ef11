// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/network_export.h"
#include "core/format/population_csv.h"
#include "core/format/text_file.h"
#include "core/store/store.h"
#include "widgets/exchange/import_dialog.h"
#include "widgets/main_window.h"
#include "widgets/plot/plot_widget.h"
#include "widgets/queue/dispatcher_thread.h"
#include "widgets/queue/queue_commands.h"
#include "widgets/shown_text.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

// What comes in from other programs and goes out to them.
namespace regnet {
namespace {

/// The first one; none in a dock that lies behind another one's tab.
PlotWidget* seenPlotIn(const QWidget& dock)
{
    for (PlotWidget* plot : dock.findChildren<PlotWidget*>())
        if (plot->isVisible()) return plot;
    return nullptr;
}

struct NetworkKind
{
    QString filter; ///< of a file dialog
    std::string form;
};

std::vector<NetworkKind> networkKinds()
{
    return {{MainWindow::tr("Network as JSON (*.json)"), "json"},
            {MainWindow::tr("pycls configuration (*.yaml *.yml)"), "pycls"},
            {MainWindow::tr("timm code (*.py)"), "timm"},
            {MainWindow::tr("torchvision code (*.py)"), "torchvision"},
            {MainWindow::tr("plain PyTorch code (*.py)"), "pytorch"},
            {MainWindow::tr("Diagram (*.svg)"), "svg"}};
}

/// The chosen kind decides; of a name that was typed with the ending of another kind, the ending.
std::string formOf(const QString& path, const QString& chosen)
{
    const QString pattern = QLatin1String("*.") + QFileInfo(path).suffix().toLower();
    const std::vector<NetworkKind> kinds = networkKinds();
    const auto named = std::ranges::find(kinds, chosen, &NetworkKind::filter);
    if (named != kinds.end() && named->filter.contains(pattern)) return named->form;
    const auto fitting =
        std::ranges::find_if(kinds, [&](const NetworkKind& kind) { return kind.filter.contains(pattern); });
    if (fitting != kinds.end()) return fitting->form;
    return named != kinds.end() ? named->form : "json";
}

/// ".json"; of several the first.
QString endingOf(const NetworkKind& kind)
{
    return kind.filter.section(QLatin1Char('*'), 1, 1).remove(QLatin1Char(')')).trimmed();
}

} // namespace

void MainWindow::addImportActions(QMenu* menu)
{
    QAction* import = menu->addAction(tr("&Import…"));
    import->setObjectName(QStringLiteral("import"));
    import->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_I));
    import->setStatusTip(tr("Results, networks and weights of pycls, NDS, torchvision, timm, or a CSV"));
    connect(import, &QAction::triggered, this, &MainWindow::chooseImport);
    m_imports = menu->addMenu(tr("&Undo an import"));
    m_imports->setObjectName(QStringLiteral("undoImport"));
    connect(m_imports, &QMenu::aboutToShow, this, &MainWindow::fillImports);
}

void MainWindow::chooseImport()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Import results, networks or weights"), m_settings.folder(),
        tr("Results and weights (*.json *.csv *.log *.yaml *.yml *.pth *.pyth *.pt);;All files (*)"));
    if (!path.isEmpty()) import(path);
}

bool MainWindow::isForImport(const QString& path)
{
    const QFileInfo file(path);
    const QString ending = file.suffix().toLower();
    return file.isDir() || ending == QLatin1String("log") || ending == QLatin1String("pth") ||
           ending == QLatin1String("pyth") || ending == QLatin1String("pt");
}

bool MainWindow::needsColumns(const QString& path, const std::string& text)
{
    if (!path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)) return false;
    return std::ranges::none_of(csvColumns(text, path.toStdString()),
                                [](const CsvColumn& column) { return column.name == "error"; });
}

/// Asks what of the file is to be kept, keeps it by whoever holds the store, and shows it.
void MainWindow::import(const QString& path)
{
    ImportDialog dialog(path.toStdString(), m_dispatcher->store(), this);
    if (dialog.exec() != QDialog::Accepted) return;
    for (PopulationSpec& population : dialog.populations()) {
        m_importing[population.name].start();
        // The queue's reader then brings it to the Compare dock.
        m_dispatcher->change(adding(std::move(population)));
    }
    dock(QStringLiteral("compare"))->show();
    dock(QStringLiteral("compare"))->raise();
    m_settings.setFolder(QFileInfo(path).absolutePath());
}

void MainWindow::addUndoOfImport(const PopulationSummary& population)
{
    const auto plain = [](const std::string& text) {
        return QString::fromStdString(text).replace(QLatin1Char('&'), QLatin1String("&&"));
    };
    QMenu* menu =
        m_imports->addMenu(tr("%1 (%2)").arg(plain(population.name), plain(population.importedFrom)));
    QueueRequest asked;
    asked.action = QueueRequest::Action::Forget;
    asked.jobs.populations = {population.name};
    connect(menu->addAction(tr("&Take it away")), &QAction::triggered, this,
            [this, asked] { m_dispatcher->change(asked); });
    connect(menu->addAction(tr("&Copy as command")), &QAction::triggered, this, [this, asked] {
        QGuiApplication::clipboard()->setText(commandOf(asked, m_dispatcher->store()));
        showMessage(tr("Copied as a command"));
    });
}

/// The populations of the store that came from files.
void MainWindow::fillImports()
{
    m_imports->clear();
    for (QMenu* old : m_imports->findChildren<QMenu*>(Qt::FindDirectChildrenOnly))
        old->deleteLater(); // clear() leaves menus alive
    try {
        if (std::filesystem::exists(m_dispatcher->store()))
            for (const PopulationSummary& population : StoreReader(m_dispatcher->store()).populations()) {
                if (population.importedFrom.empty()) continue;
                addUndoOfImport(population);
            }
    } catch (const Error& error) {
        showMessage(shownSentence(error.problem()));
    }
    if (m_imports->isEmpty()) m_imports->addAction(tr("Nothing was imported yet"))->setEnabled(false);
}

/// Where timm or torchvision cannot build the network, the code is plain PyTorch and says why.
void MainWindow::addNetworkCopies()
{
    addCopyAction(m_copy, QStringLiteral("copyTimm"), tr("&timm code"), {},
                  [](const NetworkSpec& spec) { return networkInForm(spec, "timm"); });
    addCopyAction(m_copy, QStringLiteral("copyTorchvision"), tr("t&orchvision code"), {},
                  [](const NetworkSpec& spec) { return networkInForm(spec, "torchvision"); });
    addCopyAction(m_copy, QStringLiteral("copyPytorch"), tr("plain &PyTorch code"), {},
                  [](const NetworkSpec& spec) { return networkInForm(spec, "pytorch"); });
    addCopyAction(m_copy, QStringLiteral("copySvg"), tr("&diagram (SVG)"), {},
                  [](const NetworkSpec& spec) { return networkInForm(spec, "svg"); });
    m_copy->addSeparator();
    QMenu* saving = m_copy->addMenu(tr("command that &saves it"));
    for (const NetworkKind& kind : networkKinds()) {
        const std::string file = "network" + endingOf(kind).toStdString();
        addCopyAction(
            saving, QStringLiteral("copyExportCommand_") + QString::fromStdString(kind.form),
            kind.filter.section(QLatin1String(" ("), 0, 0), {},
            [form = kind.form, file](const NetworkSpec& spec) { return exportCommandOf(spec, form, file); });
    }
    addCopyAction(m_copy, QStringLiteral("copyFitCommand"), tr("command that &fits a line"), {},
                  fitCommandOf);
}

void MainWindow::saveFile()
{
    QStringList filters;
    for (const NetworkKind& kind : networkKinds())
        filters << kind.filter;
    QString chosen = filters.front();
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the network"),
                                                      m_settings.folder() + QStringLiteral("/network.json"),
                                                      filters.join(QLatin1String(";;")), &chosen);
    if (!path.isEmpty()) saveNetwork(path, formOf(path, chosen));
}

void MainWindow::saveNetwork(const QString& path, const std::string& form)
{
    try {
        writeTextFile(path.toStdString(), networkInForm(m_model.state().spec, form));
    } catch (const Error& error) {
        showProblem(shownSentence(error.problem()));
        return;
    }
    if (form == "json" || form == "pycls") // what can be opened again
        rememberFile(path);
    else
        m_settings.setFolder(QFileInfo(path).absolutePath());
    showMessage(tr("Saved %1").arg(path));
}

/// The plot that has the focus, else that of the dock that has it, else the one that lies in front among the
/// large docks; the quantisation plot where none of them is seen.
void MainWindow::exportFigure()
{
    auto* plot = qobject_cast<PlotWidget*>(focused());
    QWidget* around = focused();
    while (around && !qobject_cast<LazyDock*>(around))
        around = around->parentWidget();
    const auto look = [&plot](const QWidget* in) {
        if (!plot && in) plot = seenPlotIn(*in);
    };
    look(around);
    for (const char* name : {"quantisation", "compare", "spaces", "studies"})
        look(dock(QLatin1String(name)));
    if (!plot) {
        dock(QStringLiteral("quantisation"))->ensureContent();
        plot = dock(QStringLiteral("quantisation"))->findChild<PlotWidget*>();
    }
    // Its own view knows what it shows.
    Q_EMIT plot->exportRequested();
}

} // namespace regnet
