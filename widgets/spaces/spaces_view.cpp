// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/spaces_view.h"

#include "widgets/dock_scroll.h"
#include "widgets/shown_quantity.h"
#include "widgets/shown_text.h"
#include "widgets/spaces/design_panel.h"
#include "widgets/spaces/live_panel.h"
#include "widgets/spaces/live_survey.h"
#include "widgets/spaces/population_panel.h"
#include "widgets/spaces/space_editor.h"
#include "widgets/spaces/space_tree.h"
#include "widgets/spaces/space_tree_model.h"
#include "widgets/view_state.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace regnet {
namespace {

/// Numbers are unique, so that two fields never share a step of the history.
int nextGesture()
{
    static int last = 1'000'000;
    return ++last;
}

} // namespace

SpacesView::SpacesView(SpaceLibrary& library, const std::filesystem::path& store, QUndoStack& history,
                       QWidget* parent)
    : QWidget(parent), m_library(&library), m_history(history), m_store(store), m_survey(new LiveSurvey(this))
{
    setObjectName(QStringLiteral("spacesView"));
    setAcceptDrops(true);
    setUpTree();
    setUpTabs();
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(4, 4, 4, 0);
    m_derive = new QPushButton(tr("&Derive child…"), this);
    m_derive->setObjectName(QStringLiteral("deriveChild"));
    m_derive->setToolTip(tr("A space with one constraint more than the selected one"));
    auto* more = new QPushButton(tr("Space"), this);
    more->setObjectName(QStringLiteral("spaceMenu"));
    more->setToolTip(tr("Duplicate, rename, delete, import, export"));
    setUpActions();
    more->setMenu(m_menu);
    m_guide = new QPushButton(tr("On the sliders"), this);
    m_guide->setObjectName(QStringLiteral("guideSliders"));
    m_guide->setCheckable(true);
    m_guide->setToolTip(
        tr("Shades the explorer's sliders where this space allows values, and says whether the "
           "network on them is in it"));
    for (QWidget* each : std::initializer_list<QWidget*>{m_derive, more, m_guide})
        bar->addWidget(each);
    bar->addStretch(1);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(4, 0, 4, 0);
    m_headline = new QLabel(this);
    m_headline->setObjectName(QStringLiteral("spaceAcceptance"));
    m_headline->setWordWrap(true);
    m_headline->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_stop = new QPushButton(tr("Stop"), this);
    m_stop->setObjectName(QStringLiteral("surveyStop"));
    m_stop->setToolTip(tr("Stops drawing samples; the next edit starts again"));
    QSizePolicy keepsRoom = m_stop->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_stop->setSizePolicy(keepsRoom);
    line->addWidget(m_headline, 1);
    line->addWidget(m_stop);
    m_message = new QLabel(this);
    m_message->setObjectName(QStringLiteral("spacesMessage"));
    m_message->setWordWrap(true);
    m_message->setContentsMargins(4, 0, 4, 0);
    m_message->hide();
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("spacesSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(m_tabs);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 5);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addLayout(bar);
    column->addLayout(line);
    column->addWidget(m_message);
    column->addWidget(m_splitter, 1);
    wire();
    select("RegNetX");
    for (const Problem& problem : m_library->problems())
        say(tr("Left out: %1").arg(shownSentence(problem)));
}

void SpacesView::setUpTree()
{
    m_model = new SpaceTreeModel(*m_library, this);
    m_tree = new SpaceTree(*m_model, this);
    m_tree->setObjectName(QStringLiteral("spaceTree"));
    m_tree->setAccessibleName(tr("Spaces"));
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setEditTriggers(QAbstractItemView::EditKeyPressed);
}

void SpacesView::setUpTabs()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("spaceTabs"));
    m_tabs->setDocumentMode(true);
    m_editor = new SpaceEditor;
    m_live = new LivePanel;
    m_population = new PopulationPanel(m_store);
    m_design = new DesignPanel;
    m_tabs->addTab(m_editor, tr("Definition"));
    m_tabs->addTab(m_live, tr("Samples"));
    // So that the highest page does not decide how low the dock can be.
    m_tabs->addTab(makeScroll(m_population, "populationScroll"), tr("Population"));
    m_tabs->addTab(makeScroll(m_design, "designScroll"), tr("Inverse design"));
}

void SpacesView::wire()
{
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &SpacesView::showSelected);
    connect(m_tree, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& at) { m_menu->popup(m_tree->viewport()->mapToGlobal(at)); });
    connect(m_model, &SpaceTreeModel::renameWanted, this, [this](const QString& from, const QString& to) {
        // After the editor of the tree has closed: the model is built anew.
        QMetaObject::invokeMethod(
            this,
            [this, from, to] {
                const DesignSpace* space = m_library->find(from.toStdString());
                if (space == nullptr) return;
                DesignSpace renamed = *space;
                renamed.name = to.toStdString();
                edit(renamed, QStringLiteral("name"));
            },
            Qt::QueuedConnection);
    });
    connect(m_library, &SpaceLibrary::changed, this, [this](const QString& name) {
        m_tree->expandAll();
        std::string next = name.isEmpty() ? m_selected : name.toStdString();
        if (m_library->find(next) == nullptr)
            next = m_library->find(m_space.parent) != nullptr ? m_space.parent : "RegNetX";
        select(next);
    });
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_isSplitByHand = true; });
    connect(m_derive, &QPushButton::clicked, this, &SpacesView::deriveChild);
    connect(m_guide, &QPushButton::toggled, this, &SpacesView::emitGuide);
    connect(m_editor, &SpaceEditor::edited, this, &SpacesView::edit);
    connect(m_survey, &LiveSurvey::reported, this, &SpacesView::showReport);
    connect(m_survey, &LiveSurvey::failed, this,
            [this](const Problem& problem) { m_headline->setText(shownSentence(problem)); });
    connect(m_survey, &LiveSurvey::ended, this, [this] { m_stop->hide(); });
    connect(m_stop, &QPushButton::clicked, m_survey, &LiveSurvey::stop);
    m_live->setSource([this] { return m_library->sourceOf(m_selected); });
    connect(m_live, &LivePanel::candidateWanted, this, [this](qint64 index) {
        const Candidate candidate = candidateAt(m_space, 1, index);
        Q_EMIT networkWanted(candidate.drawn.spec,
                             tr("candidate %1 of %2").arg(index).arg(QString::fromStdString(m_space.name)));
    });
    const auto want = [this](const NetworkSpec& spec, int number) {
        Q_EMIT networkWanted(spec,
                             tr("network %1 of %2").arg(number).arg(QString::fromStdString(m_space.name)));
    };
    connect(m_population, &PopulationPanel::networkWanted, this, want);
    connect(m_design, &DesignPanel::networkWanted, this, want);
    connect(m_population, &PopulationPanel::trainWanted, this, &SpacesView::trainWanted);
}

bool SpacesView::isOwn() const
{
    return !m_library->isBuiltIn(m_selected);
}

void SpacesView::select(const std::string& name)
{
    const QModelIndex index = m_model->indexOf(name);
    if (!index.isValid()) return;
    {
        const QSignalBlocker quiet(m_tree->selectionModel());
        m_tree->setCurrentIndex(index);
    }
    m_tree->scrollTo(index);
    m_tree->viewport()->update();
    showSelected();
}

void SpacesView::showSelected()
{
    const std::string name = m_model->nameOf(m_tree->currentIndex());
    const DesignSpace* space = m_library->find(name);
    if (space == nullptr) return;
    const bool isOther = m_selected != name;
    m_selected = name;
    const bool isChanged = m_space != *space;
    m_space = *space;
    if (isOther) {
        m_field.clear();
        m_message->hide();
        m_editor->showProblems({});
    }
    m_rename->setEnabled(isOwn());
    m_remove->setEnabled(isOwn());
    const auto draft = m_drafts.find(name);
    m_editor->showSpace(draft == m_drafts.end() ? m_space : draft->second, !isOwn());
    m_population->showSpace(m_space, m_library->sourceOf(m_space.name));
    m_design->showSpace(m_space, m_library->sourceOf(m_space.name));
    if (isOther) Q_EMIT selected(QString::fromStdString(name));
    if (!isOther && !isChanged) return;
    survey(draft == m_drafts.end() ? m_space : draft->second);
    emitGuide();
}

/// Whether it is right is found out in the background; it counts when it is.
void SpacesView::edit(const DesignSpace& space, const QString& field)
{
    if (!isOwn()) return;
    m_message->hide();
    if (field != m_field || m_gesture == 0) m_gesture = nextGesture();
    m_field = field;
    if (field == QLatin1String("name") || field == QLatin1String("note")) {
        DesignSpace renamed = m_space; // a draft stays a draft
        renamed.name = space.name;
        renamed.note = space.note;
        commit(renamed);
        return;
    }
    m_drafts[m_selected] = space;
    m_editor->showSpace(space, false);
    survey(space);
}

void SpacesView::survey(const DesignSpace& space)
{
    m_stop->show();
    m_survey->start(space);
}

void SpacesView::showReport(const SpaceReportPointer& report)
{
    std::vector<Problem> problems = report->problems;
    for (const Problem& problem : m_editor->textProblems())
        problems.push_back(problem);
    m_editor->showProblems(problems);
    const auto draft = m_drafts.find(m_selected);
    if (!problems.empty()) {
        m_headline->setText(tr("Not yet a space: %1").arg(shownSentence(problems.front())));
        m_live->showReport(*report);
        return;
    }
    if (draft != m_drafts.end() && draft->second == report->space) commit(report->space);
    m_headline->setText(unitsTogether(acceptanceText(*report)));
    m_live->showReport(*report);
}

void SpacesView::commit(const DesignSpace& space)
{
    const DesignSpace* before = m_library->find(m_selected);
    if (before == nullptr || *before == space) {
        m_drafts.erase(m_selected);
        return;
    }
    try {
        const DesignSpace old = *before;
        const std::string selected = m_selected;
        m_drafts.erase(selected);
        // What the library shows of it is what stands in the editor already.
        if (old.name == space.name) m_space = space;
        m_library->change(m_history, old, space, tr("edit %1").arg(QString::fromStdString(space.name)),
                          m_gesture);
        emitGuide();
        m_population->showSpace(m_space, m_library->sourceOf(m_space.name));
        m_design->showSpace(m_space, m_library->sourceOf(m_space.name));
    } catch (const Error& error) {
        say(shownSentence(error.problem()));
        m_editor->showSpace(*m_library->find(m_selected), !isOwn());
    }
}

void SpacesView::say(const QString& text)
{
    m_message->setText(text);
    m_message->show();
    Q_EMIT noticed(text);
}

void SpacesView::emitGuide()
{
    Q_EMIT guideChanged(m_guide->isChecked() ? std::optional(m_space) : std::nullopt);
}

void SpacesView::setGuiding(bool isGuiding)
{
    m_guide->setChecked(isGuiding);
}

void SpacesView::showNetwork(const NetworkSpec& spec)
{
    m_network = spec;
    m_design->showNetwork(spec);
}

/// A narrow dock has the tree above the rest; else it is as wide as its names, up to less than half of the
/// dock, until somebody moves the border.
void SpacesView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < fontMetrics().height() * 46;
    const bool isByHand = m_isSplitByHand || m_splitter->property(ViewState::isRestored).toBool();
    const Qt::Orientation wanted = isNarrow ? Qt::Vertical : Qt::Horizontal;
    if (m_splitter->orientation() == wanted && (isNarrow || isByHand)) return;
    m_splitter->setOrientation(wanted);
    m_isSplitByHand = false;
    m_splitter->setProperty(ViewState::isRestored, false);
    const int names = std::clamp(m_tree->widthOfNames(), width() * 2 / 7, width() * 9 / 20);
    m_splitter->setSizes(isNarrow ? QList<int>{height() / 4, height() * 3 / 4}
                                  : QList<int>{names, width() - names});
}

} // namespace regnet
