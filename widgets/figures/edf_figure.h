// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/band.h"
#include "core/stats/complexity_bins.h"
#include "widgets/figures/linked_figure.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace regnet {

enum class BandKind {
    Dkw,       ///< Dvoretzky-Kiefer-Wolfowitz; not for normalised curves, which get Bootstrap instead
    Bootstrap, ///< over networks, everywhere at once
    Pointwise, ///< bootstrap at each error for itself
};

struct EdfOptions
{
    QString title;
    bool hasBands = true;
    BandKind band = BandKind::Dkw;
    /// Normalised by this property where set: each equal width of it counts the same (BinSettings).
    std::optional<BinSettings> bins;
    double confidence = 0.95; ///< of the bands, in (0, 1)
};

/// EDF overlays (paper, section 3.1): exact steps k/n, failures in the denominator, their plateau drawn and
/// labelled; bands; a legend "name [n, min | mean]"; published populations thin and dashed, with "(paper)";
/// warnings where errors may not be compared. And the way back from a place in the plot to the network.
class EdfFigure : public LinkedFigure
{
public:
    EdfFigure() = default;
    EdfFigure(std::span<const ShownPopulation> populations, const EdfOptions& options);

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
    PlotCard card(const PlotHover& hover) const override;
    std::optional<std::size_t> rowAt(const PlotHover& hover) const override;
    PlotHighlight highlightOf(SelectedRows selected) const override;

private:
    struct Curve
    {
        std::shared_ptr<const Population> population;
        std::vector<std::size_t> members; ///< finished ones, by error
        std::vector<double> heights;      ///< F just after each of them
        std::size_t failed = 0, pending = 0;
        int slot = 0;
        std::size_t firstRow = 0;

        std::size_t n() const { return members.size() + failed; }
        double error(std::size_t k) const { return population->members[members[k]].error; }
    };
    /// One a series of the plot: the curve behind it, and whether it is the plateau.
    struct Source
    {
        std::size_t curve = 0;
        enum class Part { Steps, Plateau, Other } part = Part::Other;
    };

    static Curve curveOf(const ShownPopulation& shown, std::size_t firstRow);
    void normalise(const BinSettings& settings);
    Band bandOf(std::size_t index, const EdfOptions& options) const;
    void add(PlotSeries series, std::size_t curve, Source::Part part);
    void addBand(std::size_t index, const EdfOptions& options);
    void addSteps(std::size_t index);
    void addPlateau(std::size_t index);
    void setAxes();
    QString captionOf(const EdfOptions& options) const;
    QString coverageText() const;
    QString binsText() const;

    std::vector<Curve> m_curves;
    std::vector<Source> m_sources;
    QString m_bandMethod;
    std::optional<ComplexityBins> m_bins; ///< one population a curve, where the curves are normalised
    std::vector<Population> m_binned;     ///< what m_bins was made of
};

} // namespace regnet
