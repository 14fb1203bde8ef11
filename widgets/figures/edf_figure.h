// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/population.h"
#include "widgets/plot/plot.h"
#include "widgets/plot/plot_widget.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace regnet {

/// A population as a figure shows it. Shared, because figures, tables and tests look at the same one.
struct ShownPopulation
{
    std::shared_ptr<const Population> population;
    int slot = 0;          ///< colour and symbol; kept for the population's life
    bool isVisible = true; ///< hidden ones are left out of the figure
};

struct EdfOptions
{
    QString title;
    bool hasBands = true;     ///< Dvoretzky-Kiefer-Wolfowitz
    double confidence = 0.95; ///< of the bands, in (0, 1)
};

/// EDF overlays (paper, section 3.1): exact steps k/n, failures in the denominator, their plateau drawn and
/// labelled; bands; a legend "name [n, min | mean]"; published populations thin and dashed, with "(paper)";
/// warnings where errors may not be compared. And the way back from a place in the plot to the network.
class EdfFigure
{
public:
    EdfFigure() = default;
    EdfFigure(std::span<const ShownPopulation> populations, const EdfOptions& options);

    const Plot& plot() const { return m_plot; }

    struct Origin
    {
        const Population* population = nullptr;
        const Member* member = nullptr; ///< null on the plateau of failures
        double error = 0;               ///< %, where member is set
        double probability = 0;         ///< F there
    };
    /// What is drawn at a place; population is null where nothing is.
    Origin originOf(const PlotHover& hover) const;
    /// The card for it: population, error, F, the network.
    PlotCard card(const PlotHover& hover) const;

private:
    struct Curve
    {
        std::shared_ptr<const Population> population;
        std::vector<std::size_t> members; ///< finished ones, by error
        std::size_t failed = 0, pending = 0;
        int slot = 0;

        std::size_t n() const { return members.size() + failed; }
        double error(std::size_t k) const { return population->members[members[k]].error; }
    };
    /// One a series of the plot: the curve behind it, and whether it is the plateau.
    struct Source
    {
        std::size_t curve = 0;
        enum class Part { Steps, Plateau, Other } part = Part::Other;
    };

    static Curve curveOf(const ShownPopulation& shown);
    void add(PlotSeries series, std::size_t curve, Source::Part part);
    void addBand(std::size_t index, const EdfOptions& options);
    void addSteps(std::size_t index);
    void addPlateau(std::size_t index);
    void setAxes();
    QString captionOf(const EdfOptions& options) const;

    std::vector<Curve> m_curves;
    std::vector<Source> m_sources;
    Plot m_plot;
};

/// "RegNetX (paper) [206, 38.2 | 41.0]"; dashes where no network has finished, "120 of 500" while some run.
QString legendText(const Population& population);
/// What must stand in the figure when these populations lie in one plot; empty when they may be compared.
QStringList comparisonWarnings(std::span<const ShownPopulation> populations);
/// Where a population comes from, for tooltips; published ones with the citation.
QString sourceText(const Population& population);

} // namespace regnet
