// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/export_dialog.h"
#include "widgets/plot/plot_drag.h"
#include "widgets/plot/plot_widget.h"
#include "widgets/studies/findings_panel.h"
#include "widgets/studies/studies_view.h"
#include "widgets/studies/study_commands.h"
#include "widgets/studies/study_run_panel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

// What stands where in the Studies dock, and what is connected with what.
namespace regnet {
namespace {

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
    m_findings = new FindingsPanel(
        tr("Show the published data, train this study under Run, or choose another study."), m_tabs);
    m_tabs->addTab(m_findings, tr("Findings"));
    m_tabs->setCornerWidget(studyCopyButton([this] { return order(); }, m_tabs));
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
    m_plot->setMinimumHeight(fontMetrics().height() * 17); // title, curves and legend; the dock scrolls
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
    offerExport(
        *m_plot, [this] { return figureCall(); },
        [this] { return m_figure ? m_figure->populations() : StudyFigure::Populations(); });
    return page;
}

} // namespace regnet
