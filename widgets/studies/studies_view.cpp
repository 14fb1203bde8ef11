// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studies/studies_view.h"

#include "core/queue/training_order.h"
#include "core/store/store.h"
#include "core/study/run_times.h"
#include "core/study/study_results.h"
#include "widgets/figures/figure_call.h"
#include "widgets/figures/study_figure.h"
#include "widgets/latest_job.h"
#include "widgets/plot/plot_widget.h"
#include "widgets/shown_quantity.h"
#include "widgets/shown_text.h"
#include "widgets/studies/findings_panel.h"
#include "widgets/studies/study_commands.h"
#include "widgets/studies/study_list.h"
#include "widgets/studies/study_run_panel.h"

#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QPointer>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>
#include <QTabWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace regnet {
namespace {

constexpr int soonMs = 500; ///< results come one by one: not a figure for each

/// A reader of the store; none where there is no such file yet.
std::unique_ptr<StoreReader> readerOf(const std::filesystem::path& store)
{
    std::error_code failure;
    if (store.empty() || !std::filesystem::exists(store, failure) ||
        std::filesystem::file_size(store, failure) == 0)
        return nullptr;
    return std::make_unique<StoreReader>(store);
}

} // namespace

StudiesView::StudiesView(const std::filesystem::path& store, QWidget* parent)
    : QWidget(parent), m_store(store)
{
    setObjectName(QStringLiteral("studies"));
    setAcceptDrops(true);
    setUpJobs();
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(QStringLiteral("studiesSplitter"));
    m_list = new StudyList(splitter);
    auto* right = new QWidget(splitter);
    setUpStudy(right);
    connect(m_list, &StudyList::chosen, this, [this] {
        showStudy();
        Q_EMIT selectedChanged(m_list->selected());
    });
    connect(m_list, &StudyList::filesChanged, this, [this](const QStringList& files) {
        Q_EMIT filesChanged(files);
        refreshCosts();
    });
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 5);
    splitter->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(splitter);
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (isVisible())
            refresh();
        else
            m_isStale = true;
    });
    showStudy();
}

StudiesView::~StudiesView() = default;

void StudiesView::setUpJobs()
{
    using FigurePointer = std::shared_ptr<const StudyFigure>;
    m_drawing =
        std::make_unique<LatestJob<FigurePointer>>(this, [this](const Outcome<FigurePointer>& outcome) {
            m_note->hide();
            if (const auto* figure = std::get_if<FigurePointer>(&outcome)) {
                m_figure = *figure;
                m_plot->show(m_figure->plot());
            } else {
                m_figure.reset();
                m_plot->setEmptyState(shownSentence(std::get<Problem>(outcome)));
                m_plot->show(Plot{});
            }
            Q_EMIT shown();
        });
    m_costing = std::make_unique<LatestJob<StudyCost>>(this, [this](const Outcome<StudyCost>& outcome) {
        if (const auto* cost = std::get_if<StudyCost>(&outcome))
            m_run->showCost(*cost);
        else
            m_run->showProblem(std::get<Problem>(outcome));
        Q_EMIT shown();
    });
    m_judging = std::make_unique<LatestJob<std::vector<Finding>>>(
        this, [this](const Outcome<std::vector<Finding>>& outcome) {
            if (const auto* found = std::get_if<std::vector<Finding>>(&outcome))
                m_findings->show(*found);
            else
                m_list->tell(shownSentence(std::get<Problem>(outcome)));
            Q_EMIT shown();
        });
    m_measuring =
        std::make_unique<LatestJob<std::int64_t>>(this, [this](const Outcome<std::int64_t>& outcome) {
            m_run->showMeasuring({});
            if (const auto* problem = std::get_if<Problem>(&outcome))
                m_list->tell(shownSentence(*problem));
            else
                m_list->tell(tr("%1 networks have a run time now.").arg(std::get<std::int64_t>(outcome)));
            refresh();
        });
    using Costs = std::map<std::string, StudyCost>;
    m_listing = std::make_unique<LatestJob<Costs>>(this, [this](const Outcome<Costs>& outcome) {
        if (const auto* costs = std::get_if<Costs>(&outcome)) m_list->library().setCosts(*costs);
    });
}

/// Ticked populations are named only where some are not.
StudyOrder StudiesView::order() const
{
    StudyOrder order;
    order.study = selected().toStdString();
    order.scale = m_scale->currentText().toStdString();
    order.n = m_n->value();
    order.recipe = m_recipe->currentData().toString().toStdString();
    const StandingsModel& model = m_run->model();
    const std::vector<PlannedPopulation> chosen = model.chosen();
    if (chosen.size() < model.standings().size())
        for (const PlannedPopulation& each : chosen)
            order.keys.push_back(each.key);
    order.store = m_store;
    order.workers = m_run->workers();
    order.device = m_run->device().toStdString();
    order.source = source();
    return order;
}

const Study& StudiesView::study() const
{
    return m_list->study();
}

bool StudiesView::selectPanel(const QString& panel)
{
    const int index = m_panel->findData(panel);
    if (index < 0) return false;
    m_panel->setCurrentIndex(index);
    return true;
}

void StudiesView::setSource(PanelSource source)
{
    m_source->setCurrentIndex(m_source->findData(static_cast<int>(source)));
}

void StudiesView::showTab(const QString& name)
{
    constexpr std::array names{"figure", "run", "findings"};
    const auto found = std::ranges::find(names, name.toStdString());
    if (found != names.end()) m_tabs->setCurrentIndex(static_cast<int>(found - names.begin()));
}

PanelSource StudiesView::source() const
{
    return static_cast<PanelSource>(m_source->currentData().toInt());
}

StudyChoice StudiesView::choice() const
{
    StudyChoice choice;
    choice.scale = m_scale->currentText().toStdString();
    choice.n = m_n->value();
    if (const QString recipe = m_recipe->currentData().toString(); !recipe.isEmpty())
        choice.recipe = builtInRecipe(recipe.toStdString());
    return choice;
}

/// Fills what depends on the study; the scale that was chosen stays where the study has it.
void StudiesView::showStudy()
{
    const Study& shown = study();
    m_title->setText(shown.source.empty() ? shownText(shown.title)
                                          : headingOf(shown) + QLatin1String(": ") + shownText(shown.title));
    m_about->setText(shownText(shown.about));
    m_about->setVisible(!shown.about.empty());
    {
        const QSignalBlocker quietScale(m_scale), quietPanel(m_panel);
        const QString before = m_scale->currentText();
        m_scale->clear();
        for (const StudyScale& scale : shown.scales) {
            m_scale->addItem(QString::fromStdString(scale.name));
            m_scale->setItemData(m_scale->count() - 1, shownText(scale.note), Qt::ToolTipRole);
        }
        m_scale->setCurrentIndex(std::max(0, m_scale->findText(before)));
        m_panel->clear();
        for (const StudyPanel& panel : shown.panels) {
            const QString name = QString::fromStdString(panel.name);
            m_panel->addItem(panel.title.empty() ? name : tr("%1: %2").arg(name, shownText(panel.title)),
                             name);
        }
    }
    for (QWidget* field : std::initializer_list<QWidget*>{m_scale, m_n, m_recipe})
        field->setEnabled(shown.cannotRun.empty());
    // Answers about the study before are not about this one.
    m_costing->stop();
    m_judging->stop();
    m_run->showStudy(shown);
    refresh();
}

void StudiesView::refreshSoon()
{
    m_soon.start();
}

/// What is seen, anew; the rest when it will be.
void StudiesView::refresh()
{
    if (!isVisible()) {
        m_isStale = true;
        return;
    }
    m_isStale = false;
    refreshFigure();
    if (m_tabs->currentWidget() == m_findings) refreshFindings();
    if (!study().cannotRun.empty()) return;
    m_run->setBusy();
    m_costing->start([study = study(), choice = choice(), store = m_store, workers = m_run->workers(),
                      device = m_run->device().toStdString()](const auto& isStopped) {
        const auto reader = readerOf(store);
        return costOf(planOf(study, choice), slotsFor(workers, device), reader.get(), isStopped);
    });
}

void StudiesView::refreshFigure()
{
    if (m_panel->currentIndex() < 0) return;
    if (!isVisible()) {
        m_isStale = true;
        return;
    }
    StudyFigureQuestion question;
    question.study = study();
    question.panel = m_panel->currentData().toString().toStdString();
    question.source = source();
    question.store = m_store;
    question.choice = choice();
    m_note->show();
    m_drawing->start([question](const auto& isStopped) {
        return std::make_shared<const StudyFigure>(studyFigure(question, isStopped));
    });
}

void StudiesView::refreshFindings()
{
    m_findings->setBusy();
    m_judging->start(
        [study = study(), choice = choice(), source = source(), store = m_store](const auto& isStopped) {
            std::vector<StudyPopulationData> own;
            if (source != PanelSource::Published) own = trainedIn(study, choice, store);
            return findings(findingInputs(study, std::move(own), source), isStopped);
        });
}

/// Of the whole list, as far as a study has the scale.
void StudiesView::refreshCosts()
{
    std::vector<std::pair<std::string, Study>> studies;
    const StudyLibrary& library = m_list->library();
    for (int row = 0; row < library.rowCount(); ++row) {
        const Study& each = library.study(row);
        if (!each.cannotRun.empty()) continue;
        const QString file = library.file(row);
        studies.emplace_back(file.isEmpty() ? each.name : file.toStdString(), each);
    }
    m_listing->start([studies, choice = choice(), store = m_store, workers = m_run->workers(),
                      device = m_run->device().toStdString()](const auto& isStopped) {
        std::map<std::string, StudyCost> costs;
        const auto reader = readerOf(store);
        for (const auto& [name, study] : studies) {
            if (isStopped()) break;
            try {
                const StudyPlan plan = planOf(study, choice);
                costs[name] = costOf(plan, slotsFor(workers, device), reader.get(), isStopped);
            } catch (const Error&) {
                // It says so itself when it is chosen; here it has a dash.
            }
        }
        return costs;
    });
}

/// One network after the other, by workers of their own; Stop keeps what is measured.
void StudiesView::measure(bool isOn)
{
    if (!isOn) {
        m_measuring->stop();
        m_run->showMeasuring({});
        return refresh();
    }
    std::vector<std::string> populations;
    for (const StudyStanding& standing : m_run->model().standings())
        if (standing.isInStore) populations.push_back(standing.planned.name);
    RunTimeSetting setting;
    setting.device = m_run->device().toStdString();
    m_run->showMeasuring(tr("Measuring…"));
    const QPointer<StudyRunPanel> panel = m_run;
    m_measuring->start([store = m_store, populations, setting, panel](const auto& isStopped) {
        return measureRunTimes(store, populations, setting, [&](std::int64_t done, std::int64_t all) {
            if (isStopped()) return false;
            QMetaObject::invokeMethod(qApp, [panel, done, all] {
                if (panel && done < all)
                    panel->showMeasuring(StudiesView::tr("%1 of %2 networks measured")
                                             .arg(shownExactCount(done), shownExactCount(all)));
            });
            return true;
        });
    });
}

void StudiesView::step(int by)
{
    const int panel = m_panel->currentIndex() + by;
    if (panel >= 0 && panel < m_panel->count()) return m_panel->setCurrentIndex(panel);
    if (m_list->step(by) && by < 0) m_panel->setCurrentIndex(m_panel->count() - 1);
}

/// The populations of the panel, published and one's own as chosen.
void StudiesView::compare()
{
    const Study& shown = study();
    const StudyPanel& panel = panelOf(shown, m_panel->currentData().toString().toStdString());
    const auto isShown = [&](const std::string& key) {
        return panel.populations.empty() ||
               std::ranges::find(panel.populations, key) != panel.populations.end();
    };
    QStringList sources;
    if (source() != PanelSource::Own)
        for (const StudyPopulation& population : shown.populations)
            if (isShown(population.key) && !population.published.empty())
                sources << QString::fromStdString(population.published);
    if (source() != PanelSource::Published)
        for (const StudyStanding& standing : m_run->model().standings())
            if (isShown(standing.planned.key) && standing.isInStore)
                sources << QString::fromStdString(m_store.string() + "#" + standing.planned.name);
    sources.removeDuplicates();
    if (sources.isEmpty())
        m_list->tell(tr("This panel has no populations with errors to compare."));
    else
        Q_EMIT compareWanted(sources);
}

/// What draws this figure again.
FigureCall StudiesView::figureCall() const
{
    FigureCall call(QStringLiteral("study"));
    call.setSources({selected() + QLatin1Char('/') + m_panel->currentData().toString()});
    if (source() == PanelSource::Published) return call;
    call.set(QStringLiteral("store"), QString::fromStdString(m_store.string()));
    if (source() == PanelSource::Own) call.set(QStringLiteral("own"));
    call.set(QStringLiteral("scale"), m_scale->currentText());
    call.set(QStringLiteral("n"), QString::number(m_n->value()));
    call.set(QStringLiteral("recipe"), m_recipe->currentData().toString());
    return call;
}

void StudiesView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_isStale) return;
    refresh();
    refreshCosts();
}

void StudiesView::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void StudiesView::dropEvent(QDropEvent* event)
{
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile()) m_list->openFile(url.toLocalFile());
    event->acceptProposedAction();
}

} // namespace regnet
