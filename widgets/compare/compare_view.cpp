// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/compare_view.h"

#include "core/format/open_source.h"
#include "core/format/published_population.h"
#include "widgets/compare/latest_job.h"
#include "widgets/compare/population_model.h"
#include "widgets/figures/export_dialog.h"
#include "widgets/plot/plot_widget.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace regnet {
namespace {

const QString firstSource = QStringLiteral("paper:fig9-left");

/// "fig9-left" -> "Figure 9 left".
QString panelName(const std::string& id)
{
    QString name = QString::fromStdString(id);
    if (name.startsWith(QLatin1String("fig"))) name = CompareView::tr("Figure %1").arg(name.mid(3));
    return name.replace(QLatin1Char('-'), QLatin1Char(' '));
}

} // namespace

CompareView::CompareView(QWidget* parent) : QWidget(parent)
{
    m_loading = std::make_unique<LatestJob<std::vector<Population>>>(
        this, [this](const Outcome<std::vector<Population>>& outcome) { finishLoading(outcome); });
    m_testing = std::make_unique<LatestJob<std::vector<PopulationStatistics>>>(
        this, [this](const Outcome<std::vector<PopulationStatistics>>& outcome) { finishTesting(outcome); });
    setObjectName(QStringLiteral("compare"));
    setAcceptDrops(true);
    auto* bar = new QWidget(this);
    setupPlot();
    setupTable();
    setupToolBar(bar);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(QStringLiteral("compareSplitter"));
    splitter->addWidget(m_plot);
    splitter->addWidget(m_table);
    splitter->setStretchFactor(0, 4);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({400, 100});
    splitter->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(bar);
    column->addWidget(splitter, 1);
    connect(&m_comparison, &Comparison::changed, this, &CompareView::showComparison);
    showComparison();
}

CompareView::~CompareView() = default;

void CompareView::setupToolBar(QWidget* bar)
{
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(4, 4, 4, 0);
    auto* paper = new QToolButton(bar);
    paper->setText(tr("Paper"));
    paper->setToolTip(tr("Open published populations: every EDF figure of the paper"));
    paper->setPopupMode(QToolButton::InstantPopup);
    paper->setMenu(paperMenu());
    auto* open = new QToolButton(bar);
    open->setText(tr("Open…"));
    open->setToolTip(tr("Open a pycls sweep.json, a CSV or a store; or drop files on this view"));
    connect(open, &QToolButton::clicked, this, &CompareView::chooseFiles);
    m_bands = new QAction(tr("Bands"), this);
    m_bands->setCheckable(true);
    m_bands->setChecked(true);
    m_bands->setToolTip(
        tr("95 % confidence bands (Dvoretzky–Kiefer–Wolfowitz): half-width √(ln(2/0.05)/2n)"));
    connect(m_bands, &QAction::toggled, this, &CompareView::showComparison);
    auto* bands = new QToolButton(bar);
    bands->setDefaultAction(m_bands);
    auto* save = new QToolButton(bar);
    save->setText(tr("Export…"));
    save->setToolTip(tr("PDF, SVG, PNG or CSV of what is shown"));
    connect(save, &QToolButton::clicked, m_plot, &PlotWidget::exportRequested);
    m_message = new QLabel(bar);
    m_message->setObjectName(QStringLiteral("compareMessage"));
    m_message->setAccessibleName(tr("Message"));
    m_message->setWordWrap(true);
    m_stop = new QPushButton(tr("Stop"), bar);
    m_stop->hide();
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_loading->stop();
        m_stop->hide();
        showMessage(tr("Stopped."));
    });
    for (QToolButton* button : {paper, open, bands, save}) {
        button->setAutoRaise(true);
        row->addWidget(button);
    }
    row->addWidget(m_message, 1);
    row->addWidget(m_stop);
}

QMenu* CompareView::paperMenu()
{
    auto* menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    // Filled when it is asked for: reading the figures is no work for the start of the program.
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        if (!menu->isEmpty()) return;
        for (const PublishedPanel& panel : publishedPanels()) {
            if (std::ranges::none_of(panel.series, &PublishedSeries::isEdf)) continue;
            const QString source = QStringLiteral("paper:") + QString::fromStdString(panel.id);
            QAction* action = menu->addAction(panelName(panel.id) + QStringLiteral(": ") +
                                              QString::fromStdString(panel.title));
            action->setToolTip(
                QString::fromUtf8(paperCitation().data(), static_cast<qsizetype>(paperCitation().size())));
            connect(action, &QAction::triggered, this, [this, source] { openSources({source}); });
        }
    });
    return menu;
}

void CompareView::setupPlot()
{
    m_plot = new PlotWidget(this);
    m_plot->setObjectName(QStringLiteral("edf"));
    m_plot->setFigureName(QStringLiteral("edf"));
    m_plot->setZoomable(true);
    m_plot->setCompactBelow(20); // the table below says the same
    m_plot->setEmptyState(tr("Compare populations of trained networks by their error distributions."),
                          tr("Open the paper's populations"));
    m_plot->setHover([this](const PlotHover& hover) { return m_figure.card(hover); });
    connect(m_plot, &PlotWidget::emptyButtonClicked, this, [this] { openSources({firstSource}); });
    connect(m_plot, &PlotWidget::exportRequested, this, [this] {
        openExportDialog(*m_plot, QStringLiteral("regnet figure edf ") + sources().join(QLatin1Char(' ')));
    });
}

void CompareView::setupTable()
{
    m_model = new PopulationModel(m_comparison, this);
    m_model->setTheme(Theme::of(palette()));
    m_table = new QTreeView(this);
    m_table->setObjectName(QStringLiteral("comparePopulations"));
    m_table->setAccessibleName(tr("Populations"));
    m_table->setModel(m_model);
    m_table->setRootIsDecorated(false);
    m_table->setAllColumnsShowFocus(true);
    m_table->setUniformRowHeights(true);
    m_table->setMinimumHeight(5 * fontMetrics().lineSpacing());
    m_table->setDragDropMode(QAbstractItemView::InternalMove);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(PopulationModel::Name, QHeaderView::Stretch);
    m_table->header()->setSectionsMovable(false);
    addRowAction(tr("Remove"), QKeySequence(QKeySequence::Delete),
                 [this](std::size_t row) { m_comparison.remove(row); });
    addRowAction(tr("Move up"), QKeySequence(Qt::ALT | Qt::Key_Up), [this](std::size_t row) {
        if (row > 0) m_comparison.move(row, row - 1);
    });
    addRowAction(tr("Move down"), QKeySequence(Qt::ALT | Qt::Key_Down),
                 [this](std::size_t row) { m_comparison.move(row, row + 1); });
    auto* all = new QAction(tr("Remove all"), this);
    connect(all, &QAction::triggered, &m_comparison, &Comparison::clear);
    m_table->addAction(all);
}

void CompareView::addRowAction(const QString& text, const QKeySequence& keys,
                               std::function<void(std::size_t)> act)
{
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [this, act = std::move(act)] {
        const QModelIndex current = m_table->currentIndex();
        if (current.isValid()) act(static_cast<std::size_t>(current.row()));
    });
    m_table->addAction(action);
}

QStringList CompareView::sources() const
{
    QStringList sources;
    for (const ShownPopulation& shown : m_comparison.populations()) {
        const QString source = QString::fromStdString(shown.population->source);
        if (!source.isEmpty() && !sources.contains(source)) sources << source;
    }
    return sources;
}

void CompareView::openSources(const QStringList& sources)
{
    if (sources.isEmpty()) return;
    m_wasShown = true; // what is asked for comes instead of the first figure
    showMessage(tr("Reading %1…").arg(sources.join(QLatin1String(", "))));
    m_stop->show();
    std::vector<std::string> wanted;
    for (const QString& source : sources)
        wanted.push_back(source.toStdString());
    m_loading->start([wanted](const auto&) { return regnet::openSources(wanted); });
}

void CompareView::finishLoading(const Outcome<std::vector<Population>>& outcome)
{
    m_stop->hide();
    if (const auto* problem = std::get_if<Problem>(&outcome)) {
        showMessage(QString::fromStdString(sentence(*problem)));
    } else {
        showMessage({});
        tellHidden(m_comparison.add(std::get<std::vector<Population>>(outcome)));
    }
    Q_EMIT loaded();
}

void CompareView::finishTesting(const Outcome<std::vector<PopulationStatistics>>& outcome)
{
    if (const auto* rows = std::get_if<std::vector<PopulationStatistics>>(&outcome))
        m_model->setStatistics(*rows);
    else
        showMessage(QString::fromStdString(sentence(std::get<Problem>(outcome))));
    Q_EMIT statisticsComputed();
}

void CompareView::setPopulation(const Population& population)
{
    m_wasShown = true;
    tellHidden(m_comparison.add({population}));
}

void CompareView::tellHidden(const QStringList& hidden)
{
    if (hidden.isEmpty()) return;
    showMessage(tr("Hidden, because they were trained differently: %1. Tick them to overlay all the same.")
                    .arg(hidden.join(QLatin1String(", "))));
}

void CompareView::chooseFiles()
{
    const QStringList files = QFileDialog::getOpenFileNames(
        this, tr("Open populations"), {}, tr("Populations (*.json *.csv *.db *.sqlite);;All files (*)"));
    openSources(files);
}

void CompareView::showComparison()
{
    EdfOptions options;
    options.hasBands = m_bands == nullptr || m_bands->isChecked();
    m_figure = EdfFigure(m_comparison.populations(), options);
    m_plot->show(m_figure.plot());
    m_table->setVisible(!m_comparison.populations().empty());
    m_testing->start([populations = m_comparison.populations()](const auto& isStopped) {
        return statisticsOf(populations, isStopped);
    });
}

void CompareView::showMessage(const QString& text)
{
    m_message->setText(text);
    Q_EMIT messageShown(text);
}

void CompareView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_wasShown && m_comparison.populations().empty()) openSources({firstSource});
    m_wasShown = true;
}

void CompareView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) m_model->setTheme(Theme::of(palette()));
}

void CompareView::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void CompareView::dropEvent(QDropEvent* event)
{
    QStringList files;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile()) files << url.toLocalFile();
    if (files.isEmpty()) return;
    event->acceptProposedAction();
    openSources(files);
}

} // namespace regnet
