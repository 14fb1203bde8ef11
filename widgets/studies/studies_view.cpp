// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studies/studies_view.h"

#include "core/queue/training_order.h"
#include "core/store/store.h"
#include "core/study/run_times.h"
#include "core/study/study_results.h"
#include "widgets/compare/latest_job.h"
#include "widgets/figures/export_dialog.h"
#include "widgets/figures/study_figure.h"
#include "widgets/plot/plot_drag.h"
#include "widgets/plot/plot_widget.h"
#include "widgets/studies/findings_panel.h"
#include "widgets/studies/study_list.h"
#include "widgets/studies/study_run_panel.h"

#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPointer>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
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

QToolButton* button(const QString& text, const QString& help, QWidget* parent)
{
    auto* made = new QToolButton(parent);
    made->setText(text);
    made->setToolTip(help);
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::StrongFocus);
    return made;
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
                m_plot->setEmptyState(QString::fromStdString(sentence(std::get<Problem>(outcome))));
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
                m_list->tell(QString::fromStdString(sentence(std::get<Problem>(outcome))));
            Q_EMIT shown();
        });
    m_measuring =
        std::make_unique<LatestJob<std::int64_t>>(this, [this](const Outcome<std::int64_t>& outcome) {
            m_run->showMeasuring({});
            if (const auto* problem = std::get_if<Problem>(&outcome))
                m_list->tell(QString::fromStdString(sentence(*problem)));
            else
                m_list->tell(tr("%1 networks have a run time now.").arg(std::get<std::int64_t>(outcome)));
            refresh();
        });
    using Costs = std::map<std::string, StudyCost>;
    m_listing = std::make_unique<LatestJob<Costs>>(this, [this](const Outcome<Costs>& outcome) {
        if (const auto* costs = std::get_if<Costs>(&outcome)) m_list->library().setCosts(*costs);
    });
}

void StudiesView::setUpStudy(QWidget* side)
{
    m_title = new QLabel(side);
    m_title->setObjectName(QStringLiteral("studyTitle"));
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_about = new QLabel(side);
    m_about->setObjectName(QStringLiteral("studyAbout"));
    for (QLabel* label : {m_title, m_about}) {
        label->setWordWrap(true);
        label->setContentsMargins(6, 2, 6, 0);
    }
    auto* grid = new QGridLayout; // two rows: a narrow dock has no room for one
    grid->setContentsMargins(6, 2, 6, 2);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    int fields = 0;
    const auto add = [&](const QString& text, QWidget* field, const QString& help) {
        auto* label = new QLabel(text, side);
        label->setBuddy(field);
        field->setToolTip(help);
        field->setMinimumWidth(fontMetrics().averageCharWidth() * 12);
        field->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        grid->addWidget(label, fields / 2, 2 * (fields % 2));
        grid->addWidget(field, fields / 2, 2 * (fields % 2) + 1);
        ++fields;
    };
    m_source = new QComboBox(side);
    m_source->setObjectName(QStringLiteral("studySource"));
    m_source->addItem(tr("published"), static_cast<int>(PanelSource::Published));
    m_source->addItem(tr("trained here"), static_cast<int>(PanelSource::Own));
    m_source->addItem(tr("both"), static_cast<int>(PanelSource::Both));
    add(tr("&Show"), m_source, tr("The published data, what is trained here, or both over each other"));
    m_scale = new QComboBox(side);
    m_scale->setObjectName(QStringLiteral("studyScale"));
    add(tr("S&cale"), m_scale, tr("How large the study is run, and which results are shown"));
    m_n = new QSpinBox(side);
    m_n->setObjectName(QStringLiteral("studyN"));
    m_n->setRange(0, 1'000'000);
    m_n->setSpecialValueText(tr("as the scale says"));
    add(tr("&Networks"), m_n, tr("Of each population"));
    m_recipe = new QComboBox(side);
    m_recipe->setObjectName(QStringLiteral("studyRecipe"));
    m_recipe->addItem(tr("the scale's"), QString());
    for (const Recipe& recipe : builtInRecipes())
        m_recipe->addItem(QString::fromStdString(recipe.name), QString::fromStdString(recipe.name));
    add(tr("&Recipe"), m_recipe, tr("Everything else that decides the result"));
    m_tabs = new QTabWidget(side);
    m_tabs->setObjectName(QStringLiteral("studyTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(figurePage(), tr("Figure"));
    m_run = new StudyRunPanel(m_tabs);
    m_run->setTrainable(!m_store.empty());
    m_tabs->addTab(m_run, tr("Run"));
    m_findings = new FindingsPanel(m_tabs);
    m_tabs->addTab(m_findings, tr("Findings"));
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 2, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_title);
    column->addWidget(m_about);
    column->addLayout(grid);
    column->addWidget(m_tabs, 1);
    for (QComboBox* box : {m_source, m_scale, m_recipe})
        connect(box, &QComboBox::currentIndexChanged, this, &StudiesView::refresh);
    for (QComboBox* box : {m_scale, m_recipe})
        connect(box, &QComboBox::currentIndexChanged, this, &StudiesView::refreshCosts);
    connect(m_n, &QSpinBox::valueChanged, this, &StudiesView::refreshSoon);
    connect(m_tabs, &QTabWidget::currentChanged, this, &StudiesView::refresh);
    connect(m_run, &StudyRunPanel::costWanted, this, &StudiesView::refreshSoon);
    connect(m_run, &StudyRunPanel::runWanted, this, &StudiesView::runWanted);
    connect(m_run, &StudyRunPanel::measureWanted, this, &StudiesView::measure);
}

QWidget* StudiesView::figurePage()
{
    auto* page = new QWidget(m_tabs);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(4, 2, 4, 0);
    auto* back = button(QStringLiteral("‹"), tr("The panel before"), page);
    back->setAccessibleName(tr("The panel before"));
    auto* on = button(QStringLiteral("›"), tr("The next panel"), page);
    on->setAccessibleName(tr("The next panel"));
    m_panel = new QComboBox(page);
    m_panel->setObjectName(QStringLiteral("studyPanel"));
    m_panel->setAccessibleName(tr("Panel"));
    m_panel->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_panel->setMinimumContentsLength(12);
    m_panel->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* toCompare = button(tr("Compare"), tr("Opens these populations in the Compare dock"), page);
    auto* save = button(tr("Export…"), tr("PDF, SVG, PNG or CSV of what is shown"), page);
    bar->addWidget(back);
    bar->addWidget(m_panel, 1);
    bar->addWidget(on);
    bar->addWidget(toCompare);
    bar->addWidget(save);
    m_note = new QLabel(tr("Computing…"), page);
    m_note->setContentsMargins(6, 0, 6, 0);
    m_note->hide();
    m_plot = new PlotWidget(page);
    m_plot->setObjectName(QStringLiteral("studyFigure"));
    m_plot->setFigureName(QStringLiteral("study"));
    m_plot->setZoomable(true);
    m_plot->setCompactBelow(18, PlotWidget::Compact::CurvesAndLegend);
    m_plot->setHover(
        [this](const PlotHover& hover) { return m_figure ? m_figure->card(hover) : PlotCard{}; });
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(bar);
    column->addWidget(m_note);
    column->addWidget(m_plot, 1);
    toCompare->setObjectName(QStringLiteral("studyCompare"));
    connect(back, &QToolButton::clicked, this, [this] { step(-1); });
    connect(on, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_panel, &QComboBox::currentIndexChanged, this, &StudiesView::refreshFigure);
    connect(toCompare, &QToolButton::clicked, this, &StudiesView::compare);
    connect(save, &QToolButton::clicked, m_plot, &PlotWidget::exportRequested);
    const auto drawn = [this] { return m_figure ? m_figure->populations() : StudyFigure::Populations(); };
    connect(m_plot, &PlotWidget::exportRequested, this,
            [this, drawn] { openExportDialog(*m_plot, figureCall(), drawn()); });
    setDragFile(*m_plot, [this, drawn](FigureFormat format) {
        return fileBytes(figureCall(), {m_plot->plot(), drawn()}, format);
    });
    return page;
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
    m_title->setText(shown.source.empty()
                         ? QString::fromStdString(shown.title)
                         : headingOf(shown) + QLatin1String(": ") + QString::fromStdString(shown.title));
    m_about->setText(QString::fromStdString(shown.about));
    m_about->setVisible(!shown.about.empty());
    {
        const QSignalBlocker quietScale(m_scale), quietPanel(m_panel);
        const QString before = m_scale->currentText();
        m_scale->clear();
        for (const StudyScale& scale : shown.scales) {
            m_scale->addItem(QString::fromStdString(scale.name));
            m_scale->setItemData(m_scale->count() - 1, QString::fromStdString(scale.note), Qt::ToolTipRole);
        }
        m_scale->setCurrentIndex(std::max(0, m_scale->findText(before)));
        m_panel->clear();
        for (const StudyPanel& panel : shown.panels) {
            const QString name = QString::fromStdString(panel.name);
            m_panel->addItem(
                panel.title.empty() ? name : tr("%1: %2").arg(name, QString::fromStdString(panel.title)),
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
                    panel->showMeasuring(StudiesView::tr("%1 of %2 networks measured").arg(done).arg(all));
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
