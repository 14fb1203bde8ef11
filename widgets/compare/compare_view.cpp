// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/compare_view.h"

#include "core/format/open_source.h"
#include "core/format/published_population.h"
#include "core/format/shipped_population.h"
#include "core/format/source_address.h"
#include "widgets/compare/curves_tab.h"
#include "widgets/compare/difference_tab.h"
#include "widgets/compare/edf_tab.h"
#include "widgets/compare/findings_tab.h"
#include "widgets/compare/networks_tab.h"
#include "widgets/compare/panel_tab.h"
#include "widgets/compare/parallel_tab.h"
#include "widgets/compare/population_model.h"
#include "widgets/compare/scatter_tab.h"
#include "widgets/compare/selection_bar.h"
#include "widgets/latest_job.h"
#include "widgets/own_undo.h"
#include "widgets/plot/plot_widget.h"
#include "widgets/shown_text.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMetaMethod>
#include <QMimeData>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStyle>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

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
    setupTabs();
    setupTable();
    setupToolBar(bar);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(QStringLiteral("compareSplitter"));
    auto* views = new QWidget(splitter);
    auto* viewColumn = new QVBoxLayout(views);
    viewColumn->setContentsMargins(0, 0, 0, 0);
    viewColumn->setSpacing(0);
    viewColumn->addWidget(m_tabs, 1);
    viewColumn->addWidget(m_bar);
    splitter->addWidget(views);
    splitter->addWidget(m_table);
    splitter->setStretchFactor(0, 4);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({400, 100});
    splitter->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(bar);
    column->addWidget(splitter, 1);
    connect(&m_model, &CompareModel::shownChanged, this, &CompareView::computeStatistics);
    connect(&m_model, &CompareModel::problemFound, this,
            [this](const Problem& problem) { showMessage(shownSentence(problem)); });
    connect(&m_model, &CompareModel::networkWanted, this, &CompareView::networkWanted);
    connect(&m_model, &CompareModel::networkFollowed, this, &CompareView::networkFollowed);
    connect(&m_model, &CompareModel::narrowWanted, this, &CompareView::narrowWanted);
    computeStatistics();
}

CompareView::~CompareView()
{
    // A line that has the focus ends its editing when it goes, and that is after our own members have gone.
    m_filter->disconnect(this);
}

void CompareView::setupToolBar(QWidget* bar)
{
    auto* column = new QVBoxLayout(bar);
    column->setContentsMargins(4, 4, 4, 0);
    column->setSpacing(2);
    auto* row = new QHBoxLayout;
    column->addLayout(row);
    auto* paper = new QToolButton(bar);
    paper->setText(tr("Paper"));
    paper->setToolTip(tr(
        "Open published populations: every EDF figure of the paper, and what this program trained itself"));
    paper->setPopupMode(QToolButton::InstantPopup);
    paper->setMenu(paperMenu());
    auto* open = new QToolButton(bar);
    open->setText(tr("Open…"));
    open->setToolTip(tr("Open a pycls sweep.json, a CSV or a store; or drop files on this view"));
    connect(open, &QToolButton::clicked, this, &CompareView::chooseFiles);
    auto* save = new QToolButton(bar);
    save->setText(tr("Export…"));
    save->setToolTip(tr("PDF, SVG, PNG, TeX or CSV of what is shown"));
    connect(save, &QToolButton::clicked, this, [this] {
        if (auto* tab = qobject_cast<FigureTab*>(m_tabs->currentWidget()))
            Q_EMIT tab->plotWidget()->exportRequested();
    });
    connect(m_tabs, &QTabWidget::currentChanged, save,
            [this, save] { save->setEnabled(qobject_cast<FigureTab*>(m_tabs->currentWidget()) != nullptr); });
    m_message = new QLabel(bar);
    m_message->setObjectName(QStringLiteral("compareMessage"));
    m_message->setAccessibleName(tr("Message"));
    m_message->setWordWrap(true);
    m_message->hide();
    m_stop = new QPushButton(tr("Stop"), bar);
    m_stop->hide();
    connect(m_stop, &QPushButton::clicked, this, &CompareView::stopReading);
    for (QToolButton* button : {paper, open, save}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(button);
    }
    setupDerived(bar, *row);
    auto* words = new QHBoxLayout; // below: beside the fields a sentence would be a column of single words
    words->addWidget(m_message, 1);
    words->addWidget(m_stop);
    column->addLayout(words);
}

QMenu* CompareView::paperMenu()
{
    auto* menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    // Filled when it is asked for: reading the figures is no work for the start of the program.
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        if (!menu->isEmpty()) return;
        for (const ShippedResults& results : shippedResults()) {
            const QString source = QStringLiteral("shipped:") + QString::fromStdString(results.name);
            QAction* action = menu->addAction(tr("This program: %1").arg(shownText(results.title)));
            connect(action, &QAction::triggered, this, [this, source] { openSources({source}); });
        }
        menu->addSeparator();
        for (const PublishedPanel& panel : publishedPanels()) {
            if (std::ranges::none_of(panel.series, &PublishedSeries::isEdf)) continue;
            const QString source = QStringLiteral("paper:") + QString::fromStdString(panel.id);
            QAction* action =
                menu->addAction(panelName(panel.id) + QStringLiteral(": ") + shownText(panel.title));
            action->setToolTip(
                QString::fromUtf8(paperCitation().data(), static_cast<qsizetype>(paperCitation().size())));
            connect(action, &QAction::triggered, this, [this, source] { openSources({source}); });
        }
    });
    return menu;
}

void CompareView::setupTabs()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("compareTabs"));
    m_tabs->setDocumentMode(true);
    m_edf = new EdfTab(m_model, this);
    m_edf->plotWidget()->setEmptyState(
        tr("Compare populations of trained networks by their error distributions."),
        tr("Open the paper's populations"));
    connect(m_edf->plotWidget(), &PlotWidget::emptyButtonClicked, this,
            [this] { openSources({firstSource}); });
    const auto add = [this](QWidget* tab, const char* name, const QString& title, const QString& help) {
        tab->setObjectName(QLatin1String(name));
        m_tabs->setTabToolTip(m_tabs->addTab(tab, title), help);
    };
    add(m_edf, "edfTab", tr("EDF"), tr("Error distributions over one another"));
    add(new DifferenceTab(m_model, this), "differenceTab", tr("Difference"),
        tr("How far curves lie above the first"));
    add(new ScatterTab(m_model, this), "scatterTab", tr("Scatter"), tr("Any property against any other"));
    add(new ParallelTab(m_model, this), "parallelTab", tr("Parallel"),
        tr("Parallel coordinates of all properties"));
    add(new PanelTab(m_model, this), "trendsTab", tr("Trends"),
        tr("Trends across regimes, fits to complexity, best of k, widths per block"));
    add(new CurvesTab(m_model, this), "curvesTab", tr("Curves"), tr("Test error over the epochs"));
    add(new FindingsTab(m_model, this), "findingsTab", tr("Findings"),
        tr("Which of the paper's claims hold for these populations"));
    add(new NetworksTab(m_model, this), "networksTab", tr("Networks"), tr("All networks as a table"));
    m_bar = new SelectionBar(m_model, this);
    m_bar->setOffers([this] {
        const auto* tab = qobject_cast<FigureTab*>(m_tabs->currentWidget());
        return tab == nullptr ? std::vector<NarrowRequest>{} : tab->offers();
    });
}

void CompareView::setupDerived(QWidget* bar, QHBoxLayout& row)
{
    m_filter = new QLineEdit(bar);
    m_filter->setObjectName(QStringLiteral("compareFilter"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setPlaceholderText(tr("filter: depth=12:28"));
    m_filter->setToolTip(tr("Only networks in these ranges take part, in figures and statistics alike: "
                            "PROPERTY=LOW:HIGH with blanks between"));
    m_split = new QComboBox(bar);
    m_split->setObjectName(QStringLiteral("compareSplit"));
    m_split->setAccessibleName(tr("Split by"));
    m_split->setToolTip(tr("One curve a value of this property"));
    m_split->addItem(tr("not split"), QString());
    // The filter has the room: the list below the box is as wide as its longest property.
    m_split->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_split->setMinimumContentsLength(8);
    row.addWidget(m_filter, 1);
    row.addWidget(m_split);
    leaveUndoToWindow(*m_filter);
    connect(m_filter, &QLineEdit::editingFinished, this, &CompareView::filterAsTyped);
    connect(m_split, &QComboBox::currentIndexChanged, this, [this] {
        showMessage({});
        m_model.edit(tr("split"), [this](CompareModel& model) { model.setSplit(chosenProperty(*m_split)); });
    });
    connect(&m_model, &CompareModel::shownChanged, this, &CompareView::showNarrowing);
}

void CompareView::filterAsTyped()
{
    if (!m_filter->isModified()) return;
    try {
        const std::vector<PropertyRange> ranges = rangesFrom(m_filter->text());
        m_filter->setModified(false);
        m_model.edit(tr("filter"), [&ranges](CompareModel& model) { model.setFilter(ranges); });
        showMessage({});
    } catch (const Error& error) {
        showMessage(shownSentence(error.problem()));
    }
}

/// Filter and split may have come out of the history.
void CompareView::showNarrowing()
{
    if (!m_filter->hasFocus() || !m_filter->isModified()) {
        m_filter->setText(textOf(m_model.filter()));
        m_filter->setModified(false);
    }
    std::vector<std::string> properties{""};
    for (const std::string& property : m_model.table()->properties())
        if (property != "error") properties.push_back(property);
    fillProperties(*m_split, properties, m_model.splitProperty());
    m_split->setItemText(0, tr("not split"));
    const int scrollBar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    m_split->view()->setMinimumWidth(m_split->view()->sizeHintForColumn(0) + scrollBar);
    const QSignalBlocker quiet(m_split);
    if (const int index = m_split->findData(toText(m_model.splitProperty())); index >= 0)
        m_split->setCurrentIndex(index);
}

const EdfFigure& CompareView::figure() const
{
    static const EdfFigure none;
    const auto* figure = dynamic_cast<const EdfFigure*>(m_edf->figure());
    return figure == nullptr ? none : *figure;
}

PlotWidget* CompareView::plotWidget() const
{
    return m_edf->plotWidget();
}

void CompareView::showTab(const QString& name)
{
    m_tabs->setCurrentWidget(m_tabs->findChild<QWidget*>(name + QLatin1String("Tab")));
}

QStringList CompareView::sources() const
{
    return m_model.comparison().sources();
}

QStringList CompareView::addresses() const
{
    QStringList addresses;
    for (const ShownPopulation& shown : m_model.comparison().populations()) {
        if (!shown.isVisible) continue;
        const QString address = QString::fromStdString(addressOf(*shown.population));
        if (!address.isEmpty() && !addresses.contains(address)) addresses << address;
    }
    return addresses;
}

void CompareView::openSources(const QStringList& sources)
{
    read({sources, {}}, Opening::Asked);
}

void CompareView::restore(const KeptComparison& kept)
{
    read(kept, Opening::Restored);
}

void CompareView::read(const KeptComparison& wanted, Opening opening)
{
    if (wanted.sources.isEmpty()) return;
    m_wasShown = true; // what is asked for comes instead of the first figure
    // What came by itself gives way: the first figure to anything, a step of the tour to the next one.
    const auto givesWay = [opening](const Reading& other) {
        return other.opening == Opening::First ||
               (opening == Opening::Restored && other.opening == Opening::Restored);
    };
    const bool isBusy = !m_readings.empty() && !givesWay(m_readings.front());
    std::erase_if(m_readings, givesWay);
    const auto isSame = [&wanted](const Reading& other) { return other.wanted.sources == wanted.sources; };
    if (std::ranges::none_of(m_readings, isSame)) m_readings.push_back({wanted, opening});
    if (!isBusy) readNext();
}

void CompareView::readNext()
{
    const QStringList& sources = m_readings.front().wanted.sources;
    showMessage(tr("Reading %1…").arg(sources.join(QLatin1String(", "))));
    m_stop->show();
    std::vector<std::string> wanted;
    for (const QString& source : sources)
        wanted.push_back(source.toStdString());
    m_loading->start([wanted](const auto&) { return regnet::openSources(wanted); });
}

void CompareView::stopReading()
{
    m_loading->stop();
    m_readings.clear();
    m_told.clear();
    m_stop->hide();
    showMessage(tr("Stopped."));
}

void CompareView::finishLoading(const Outcome<std::vector<Population>>& outcome)
{
    const Reading done = m_readings.front();
    m_readings.pop_front();
    QString told;
    if (const auto* problem = std::get_if<Problem>(&outcome)) {
        told = shownSentence(*problem);
    } else if (done.opening != Opening::First || m_model.comparison().populations().empty()) {
        // The first figure fills an empty view. What came while it was read is not mixed with it.
        told = hiddenText(take(std::get<std::vector<Population>>(outcome), done));
    }
    if (!told.isEmpty()) m_told << told;
    if (m_readings.empty()) {
        m_stop->hide();
        showMessage(m_told.join(QLatin1Char('\n')));
        m_told.clear();
    } else {
        readNext();
    }
    Q_EMIT loaded();
}

/// What somebody opened can be undone; what comes by itself is no step.
Comparison::Hidden CompareView::take(const std::vector<Population>& populations, const Reading& from)
{
    if (from.opening != Opening::Asked) {
        Comparison::Hidden hidden = m_model.comparison().add(populations);
        m_model.comparison().hideAsIn(from.wanted);
        return from.wanted.hidden ? Comparison::Hidden{} : hidden; // somebody left it so
    }
    constexpr int longest = 30; // it stands on a button
    QStringList names;
    for (const QString& source : from.wanted.sources)
        names << QFileInfo(source).fileName();
    QString what = names.join(QLatin1String(", "));
    if (what.size() > longest) what = what.left(longest - 1) + QStringLiteral("…");
    Comparison::Hidden hidden;
    m_model.comparison().edit(tr("open %1").arg(what), [&hidden, &populations](Comparison& comparison) {
        hidden = comparison.add(populations);
    });
    return hidden;
}

void CompareView::setPopulation(const Population& population)
{
    m_wasShown = true;
    const QString told = hiddenText(m_model.comparison().add({population}));
    if (!told.isEmpty()) showMessage(told);
}

QString CompareView::hiddenText(const Comparison::Hidden& hidden)
{
    QStringList sentences;
    if (!hidden.trainedOtherwise.isEmpty())
        sentences
            << tr("Hidden, because they were trained differently: %1. Tick them to overlay all the same.")
                   .arg(hidden.trainedOtherwise.join(QLatin1String(", ")));
    if (!hidden.beyondColours.isEmpty())
        sentences << tr("As many are shown as there are colours; tick the others in the table (%1).")
                         .arg(hidden.beyondColours.size());
    return sentences.join(QLatin1Char(' '));
}

void CompareView::chooseFiles()
{
    const QStringList files = QFileDialog::getOpenFileNames(
        this, tr("Open populations"), {}, tr("Populations (*.json *.csv *.db *.sqlite);;All files (*)"));
    openSources(files);
}

void CompareView::showMessage(const QString& text)
{
    m_message->setText(breakable(text));
    m_message->setVisible(!text.isEmpty());
}

void CompareView::connectNotify(const QMetaMethod& signal)
{
    if (signal == QMetaMethod::fromSignal(&CompareView::narrowWanted)) m_bar->setNarrowing(true);
}

void CompareView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_wasShown && m_model.comparison().populations().empty()) {
        read({{firstSource}, {}}, Opening::First);
    }
    m_wasShown = true;
}

void CompareView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) m_rows->setTheme(Theme::of(palette()));
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
