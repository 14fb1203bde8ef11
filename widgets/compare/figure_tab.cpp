// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/figure_tab.h"

#include "core/format/source_address.h"
#include "widgets/compare/change_step.h"
#include "widgets/compare/control_steps.h"
#include "widgets/figures/export_dialog.h"
#include "widgets/latest_job.h"
#include "widgets/plot/plot_widget.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace regnet {

FigureTab::FigureTab(CompareModel& model, const QString& name, QWidget* parent)
    : QWidget(parent), m_model(model)
{
    m_job = std::make_unique<LatestJob<Figure>>(this, [this](const Outcome<Figure>& outcome) {
        if (const auto* figure = std::get_if<Figure>(&outcome))
            use(*figure);
        else
            Q_EMIT m_model.problemFound(std::get<Problem>(outcome));
    });
    m_steps = new ControlSteps([this] { return m_model.history(); }, this);
    m_plot = new PlotWidget(this);
    m_plot->setObjectName(name);
    m_plot->setFigureName(name);
    m_plot->setZoomable(true);
    m_plot->setCompactBelow(20); // the tables below say the same
    m_plot->setHover(
        [this](const PlotHover& hover) { return m_figure ? m_figure->card(hover) : PlotCard{}; });
    auto* bar = new QWidget(this);
    m_controls = new QHBoxLayout(bar);
    m_controls->setContentsMargins(4, 2, 4, 0);
    m_controls->setAlignment(Qt::AlignLeft);
    m_note = new QLabel(this);
    m_note->hide();
    m_note->setContentsMargins(6, 0, 6, 0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(bar);
    column->addWidget(m_note);
    column->addWidget(m_plot, 1);
    offerExport(
        *m_plot, [this] { return figureCall(); }, [this] { return drawnPopulations(); });
    connect(m_plot, &PlotWidget::brushed, this, [this](const PlotBrushing& brushing) {
        if (m_gesture == 0) m_gesture = newGesture(); // a drag is one step
        m_model.selection().edit(
            tr("select networks"), [&](Selection&) { brush(brushing); }, m_gesture);
        if (brushing.isOver) m_gesture = 0;
    });
    connect(m_plot, &PlotWidget::doubleClicked, this, &FigureTab::openAt);
    connect(m_plot, &PlotWidget::clicked, this, [this](const PlotHover& hover) {
        // A click beside all networks lets the selection go.
        if (!m_figure || m_figure->rowAt(hover)) return;
        m_model.selection().edit(tr("select nothing"), &Selection::clear);
    });
    connect(&model, &CompareModel::shownChanged, this, &FigureTab::refresh);
    connect(&model.selection(), &Selection::changed, this, [this] {
        m_isSelectionStale = true;
        if (isVisible()) showSelection();
    });
}

FigureTab::~FigureTab() = default;

std::vector<std::shared_ptr<const Population>> FigureTab::drawnPopulations() const
{
    std::vector<std::shared_ptr<const Population>> drawn;
    for (const ShownPopulation& shown : m_model.shown())
        if (shown.isVisible) drawn.push_back(shown.population);
    return drawn;
}

FigureCall FigureTab::figureCall() const
{
    FigureCall call = figureOptions();
    QStringList sources, names, colours;
    bool isEachSingle = true, isInOrder = true;
    for (const ShownPopulation& shown : m_model.comparison().populations()) {
        if (!shown.isVisible) continue;
        const std::string address = addressOf(*shown.population);
        isEachSingle = isEachSingle && isSingle(address);
        isInOrder = isInOrder && shown.slot == names.size() % Theme::lookCount;
        const QString source = QString::fromStdString(address);
        if (!sources.contains(source)) sources << source;
        names << QString::fromStdString(shown.population->name);
        colours << QString::number(shown.slot + 1);
    }
    call.setSources(sources);
    // A file may hold populations that are not shown, or in another order.
    if (!isEachSingle)
        for (const QString& name : names)
            call.add(QStringLiteral("only"), name);
    for (const PropertyRange& range : m_model.filter())
        call.add(QStringLiteral("where"), textOf({range}));
    if (!m_model.splitProperty().empty())
        call.set(QStringLiteral("split"), QString::fromStdString(m_model.splitProperty()));
    else if (!isInOrder)
        call.set(QStringLiteral("colours"), colours.join(QLatin1Char(',')));
    return call;
}

bool FigureTab::isBusy() const
{
    return m_job->isRunning();
}

void FigureTab::follow(QWidget& control, const QString& name)
{
    m_steps->follow(control, name);
}

QLabel* FigureTab::addLabel(const QString& text, QWidget* buddy)
{
    auto* label = new QLabel(text, this);
    label->setBuddy(buddy);
    m_controls->addWidget(label);
    m_controls->addWidget(buddy);
    return label;
}

void FigureTab::refresh()
{
    m_isStale = true;
    if (isVisible() || m_isEager) build();
}

void FigureTab::build()
{
    m_isStale = false;
    updateControls();
    m_steps->remember(); // what lists had to give up is nobody's step
    const auto make = maker(m_model.shown());
    if (isSlow() || m_model.table()->size() > CompareModel::mostAtOnce) {
        m_note->setText(tr("Computing…"));
        m_note->setVisible(isSlow());
        return m_job->start([make](const auto& isStopped) { return make(isStopped); });
    }
    m_job->stop();
    try {
        use(make([] { return false; }));
    } catch (const Error& error) {
        Q_EMIT m_model.problemFound(error.problem());
    }
}

void FigureTab::use(Figure figure)
{
    if (!figure) return;
    m_note->hide();
    m_figure = std::move(figure);
    m_plot->setHighlight({});
    m_plot->show(m_figure->plot());
    m_isSelectionStale = true;
    showSelection();
}

void FigureTab::showSelection()
{
    // Between a new table and its figure, rows mean something else.
    if (!m_figure || !m_isSelectionStale || m_job->isRunning()) return;
    m_isSelectionStale = false;
    m_plot->setHighlight(m_figure->highlightOf(m_model.selection().rows()));
}

void FigureTab::openAt(const PlotHover& hover)
{
    if (!m_figure) return;
    const auto row = m_figure->rowAt(hover);
    if (!row || *row >= m_model.table()->size()) return;
    m_model.selection().edit(tr("select networks"), [&row](Selection& all) { all.selectRows({*row}); });
    Q_EMIT m_model.networkWanted(m_model.table()->memberAt(*row),
                                 m_model.table()->populationAt(*row).population->source);
}

void FigureTab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        build();
    else
        showSelection();
}

void fillProperties(QComboBox& box, const std::vector<std::string>& properties, const std::string& wanted)
{
    const QSignalBlocker quiet(box);
    const QString before = box.currentData().toString();
    box.clear();
    for (const std::string& property : properties)
        box.addItem(propertyTitle(property), toText(property));
    int index = box.findData(before);
    if (index < 0) index = box.findData(toText(wanted));
    box.setCurrentIndex(index < 0 ? box.count() - 1 : index);
}

std::string chosenProperty(const QComboBox& box)
{
    return box.currentData().toString().toStdString();
}

} // namespace regnet
