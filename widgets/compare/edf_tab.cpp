// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/edf_tab.h"

#include "widgets/plot/plot_widget.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>

namespace regnet {
namespace {

enum Bands { None, Dkw, Bootstrap, Pointwise };

} // namespace

EdfTab::EdfTab(CompareModel& model, QWidget* parent) : FigureTab(model, QStringLiteral("edf"), parent)
{
    setEager();
    plotWidget()->setBrush(PlotBrush::Range);
    m_bands = control(
        new QComboBox(this), tr("Bands"),
        tr("95 % bands. DKW: Dvoretzky–Kiefer–Wolfowitz, half-width √(ln(2/0.05)/2n), holds everywhere at "
           "once for every n. Bootstrap: over networks"));
    m_bands->addItem(tr("none"), None);
    m_bands->addItem(tr("DKW"), Dkw);
    m_bands->addItem(tr("bootstrap"), Bootstrap);
    m_bands->addItem(tr("bootstrap, pointwise"), Pointwise);
    m_bands->setCurrentIndex(Dkw);
    addLabel(tr("&Bands"), m_bands);
    m_normalised =
        control(new QComboBox(this), tr("Normalise by"),
                tr("Lets each equal width of a complexity count the same in every curve, so that spaces of "
                   "different complexity compare (NDS paper)"));
    m_normalised->addItem(tr("nothing"), QString());
    for (const char* property : {"flops", "params", "activations"})
        m_normalised->addItem(propertySymbol(property), QLatin1String(property));
    addLabel(tr("&Normalise by"), m_normalised);
    m_bins = control(new QSpinBox(this), tr("Bins"),
                     tr("Bins of equal width; those in which some population has no "
                        "network are merged into a neighbour"));
    m_bins->setRange(1, 200);
    m_bins->setValue(10);
    m_bins->setSuffix(tr(" bins"));
    m_bins->setEnabled(false);
    controls()->addWidget(m_bins);
    connect(m_bands, &QComboBox::currentIndexChanged, this, [this] { refresh(); });
    connect(m_normalised, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_bins->setEnabled(index > 0);
        refresh();
    });
    connect(m_bins, &QSpinBox::valueChanged, this, [this] { refresh(); });
}

EdfOptions EdfTab::options() const
{
    EdfOptions options;
    const int bands = m_bands->currentData().toInt();
    options.hasBands = bands != None;
    options.band = bands == Bootstrap   ? BandKind::Bootstrap
                   : bands == Pointwise ? BandKind::Pointwise
                                        : BandKind::Dkw;
    if (const std::string property = chosenProperty(*m_normalised); !property.empty()) {
        options.bins.emplace();
        options.bins->property = property;
        options.bins->bins = m_bins->value();
    }
    return options;
}

bool EdfTab::isSlow() const
{
    const EdfOptions chosen = options();
    return chosen.hasBands && (chosen.bins || chosen.band == BandKind::Bootstrap);
}

std::function<FigureTab::Figure(const FigureTab::Stopped&)> EdfTab::maker(
    std::vector<ShownPopulation> populations) const
{
    return [populations = std::move(populations), options = options()](const Stopped&) {
        return std::make_shared<const EdfFigure>(populations, options);
    };
}

FigureCall EdfTab::figureOptions() const
{
    const EdfOptions chosen = options();
    FigureCall call(QStringLiteral("edf"));
    if (!chosen.hasBands)
        call.set(QStringLiteral("no-bands"));
    else if (chosen.band != BandKind::Dkw)
        call.set(QStringLiteral("band"), chosen.band == BandKind::Bootstrap ? QStringLiteral("bootstrap")
                                                                            : QStringLiteral("pointwise"));
    if (chosen.bins) {
        call.set(QStringLiteral("normalise"), toText(chosen.bins->property));
        call.set(QStringLiteral("bins"), QString::number(chosen.bins->bins));
    }
    return call;
}

void EdfTab::brush(const PlotBrushing& brushing)
{
    model().selection().selectRanges({{"error", brushing.xLow, brushing.xHigh}}, brushing.isAdding);
}

} // namespace regnet
