// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/panel_tab.h"

#include "widgets/plot/plot_widget.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>

namespace regnet {

PanelTab::PanelTab(CompareModel& model, QWidget* parent) : FigureTab(model, QStringLiteral("trends"), parent)
{
    m_kind = control(new QComboBox(this), tr("What to draw"), tr("What the populations say together"));
    const auto add = [this](const QString& text, PanelKind kind) {
        m_kind->addItem(text, static_cast<int>(kind));
    };
    add(tr("trend across regimes"), PanelKind::Trend);
    add(tr("fit to complexity"), PanelKind::Growth);
    add(tr("mean across regimes"), PanelKind::MeanTrend);
    add(tr("expected best of k"), PanelKind::RandomSearch);
    add(tr("widths per block"), PanelKind::Widths);
    add(tr("nearest line"), PanelKind::LineFit);
    addLabel(tr("&Draw"), m_kind);
    m_property = control(new QComboBox(this), tr("Property"), tr("Property whose best values are drawn"));
    addLabel(tr("&of"), m_property);
    m_form = control(new QComboBox(this), tr("Form"),
                     tr("Form of the fit, f in 10⁹ multiply-adds (paper, Figure 12)"));
    m_form->addItem(QStringLiteral("a·√f"), QStringLiteral("sqrt"));
    m_form->addItem(QStringLiteral("a + b·f"), QStringLiteral("affine"));
    m_form->addItem(QStringLiteral("a·√f + b·f"), QStringLiteral("sqrt+linear"));
    controls()->addWidget(m_form);
    m_rank = control(new QSpinBox(this), tr("Rank"), tr("Which network: 1 is the best, −1 the worst"));
    m_rank->setRange(-9999, 9999);
    m_rank->setValue(1);
    m_rank->setPrefix(tr("rank "));
    controls()->addWidget(m_rank);
    for (QComboBox* box : {m_kind, m_property, m_form})
        connect(box, &QComboBox::currentIndexChanged, this, [this] { refresh(); });
    connect(m_rank, &QSpinBox::valueChanged, this, [this](int rank) {
        if (rank != 0) refresh();
    });
}

void PanelTab::updateControls()
{
    fillProperties(*m_property, model().table()->properties(), "depth");
    const PanelKind kind = choice().kind;
    m_property->setEnabled(kind == PanelKind::Trend || kind == PanelKind::Growth ||
                           kind == PanelKind::MeanTrend);
    m_form->setVisible(kind == PanelKind::Growth);
    m_rank->setVisible(kind == PanelKind::Widths || kind == PanelKind::LineFit);
    plotWidget()->setEmptyState(wanted(kind));
}

/// What has to be shown for the plot to have something in it.
QString PanelTab::wanted(PanelKind kind)
{
    switch (kind) {
    case PanelKind::RandomSearch:
        return tr("Show populations to see how good the best of k random networks is expected to be.");
    case PanelKind::Widths:
    case PanelKind::LineFit:
        return tr("Show populations that were trained here or imported to see the widths of their networks: "
                  "those of the paper are known by their errors only.");
    default:
        return tr("Show populations of several regimes that were trained here or imported to see how their "
                  "best values grow: those of the paper are known by their errors only.");
    }
}

PanelChoice PanelTab::choice() const
{
    PanelChoice choice;
    choice.kind = static_cast<PanelKind>(m_kind->currentData().toInt());
    choice.property = chosenProperty(*m_property);
    choice.form = chosenProperty(*m_form);
    choice.rank = m_rank->value() == 0 ? 1 : m_rank->value();
    if (choice.kind == PanelKind::LineFit) choice.rank = std::max<std::int64_t>(1, choice.rank);
    return choice;
}

bool PanelTab::isSlow() const
{
    return choice().kind == PanelKind::LineFit; // searches a grid of lines
}

std::function<FigureTab::Figure(const FigureTab::Stopped&)> PanelTab::maker(
    std::vector<ShownPopulation> populations) const
{
    return [populations = std::move(populations), choice = choice()](const Stopped& isStopped) {
        return std::make_shared<const PanelFigure>(panelFigure(populations, choice, isStopped));
    };
}

FigureCall PanelTab::figureOptions() const
{
    const PanelChoice chosen = choice();
    FigureCall call(panelFigureName(chosen.kind));
    if (m_property->isEnabled()) call.set(QStringLiteral("property"), toText(chosen.property));
    if (chosen.kind == PanelKind::Growth) call.set(QStringLiteral("form"), toText(chosen.form));
    if (chosen.kind == PanelKind::Widths || chosen.kind == PanelKind::LineFit)
        call.set(QStringLiteral("rank"), QString::number(chosen.rank));
    return call;
}

} // namespace regnet
