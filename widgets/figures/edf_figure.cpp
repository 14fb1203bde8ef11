// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/edf_figure.h"

#include "core/stats/edf.h"
#include "core/text/readable.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>

namespace regnet {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("regnet::EdfFigure", text);
}

/// Curves of more networks do not carry their names into the table of a figure.
constexpr std::size_t mostNamed = 20'000;

bool isFinished(const Member& member)
{
    return member.state == Member::State::Finished && std::isfinite(member.error);
}

} // namespace

EdfFigure::EdfFigure(std::span<const ShownPopulation> populations, const EdfOptions& options)
{
    std::size_t row = 0;
    for (const ShownPopulation& shown : populations) {
        if (shown.isVisible) m_curves.push_back(curveOf(shown, row));
        row += shown.population->members.size();
    }
    if (options.bins) normalise(*options.bins);
    m_plot.title = options.title;
    m_plot.warnings = comparisonWarnings(populations);
    setAxes();
    // Bands below all curves, curves below the labels of their plateaus.
    if (options.hasBands)
        for (std::size_t i = 0; i < m_curves.size(); ++i)
            addBand(i, options);
    for (std::size_t i = 0; i < m_curves.size(); ++i)
        addSteps(i);
    for (std::size_t i = 0; i < m_curves.size(); ++i)
        addPlateau(i);
    const QString citation = citationText(populations);
    m_plot.caption = captionOf(options) + (citation.isEmpty() ? QString() : QLatin1Char(' ') + citation);
    QStringList names, legends;
    for (const Curve& curve : m_curves) {
        names << displayName(*curve.population);
        legends << legendText(*curve.population);
    }
    m_plot.subject = tr("Error distributions of %1").arg(names.join(QLatin1String(", ")));
    m_plot.description = tr("Error distributions: %1. Each curve gives the share of networks with at most "
                            "the error on the x axis.")
                             .arg(legends.join(QLatin1String("; ")));
}

EdfFigure::Curve EdfFigure::curveOf(const ShownPopulation& shown, std::size_t firstRow)
{
    Curve curve{shown.population, {}, {}, 0, 0, shown.slot, firstRow};
    const auto& members = shown.population->members;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (members[i].state == Member::State::Pending)
            ++curve.pending;
        else if (isFinished(members[i]))
            curve.members.push_back(i);
        else
            ++curve.failed;
    }
    std::ranges::stable_sort(curve.members, {}, [&members](std::size_t i) { return members[i].error; });
    const auto n = static_cast<double>(curve.n());
    for (std::size_t k = 1; k <= curve.members.size(); ++k)
        curve.heights.push_back(static_cast<double>(k) / n);
    return curve;
}

/// Each curve keeps the networks that lie in some bin, with the weight that their bin gives them.
void EdfFigure::normalise(const BinSettings& settings)
{
    m_binned.clear();
    for (const Curve& curve : m_curves)
        m_binned.push_back(*curve.population);
    m_bins = complexityBins(m_binned, settings);
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        Curve& curve = m_curves[i];
        const std::vector<std::int64_t>& binOf = m_bins->binOf[i];
        std::erase_if(curve.members, [&binOf](std::size_t member) { return binOf[member] < 0; });
        const WeightedEdf edf = normalisedEdf(m_binned[i], *m_bins, i);
        curve.failed = static_cast<std::size_t>(edf.failed());
        curve.heights.clear();
        for (const EdfStep& step : edf.steps())
            curve.heights.push_back(step.probability);
    }
}

void EdfFigure::setAxes()
{
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const Curve& curve : m_curves) {
        if (curve.members.empty()) continue;
        low = std::min(low, curve.error(0));
        high = std::max(high, curve.error(curve.members.size() - 1));
    }
    if (low > high) {
        low = 0;
        high = 100;
    }
    const double air = std::max(0.04 * (high - low), 0.2);
    m_plot.x = {.title = tr("error (%)"), .low = low - air, .high = high + air};
    m_plot.y = {
        .title = tr("cumulative probability"), .low = -0.02, .high = 1.02, .shortTitle = tr("cum. prob.")};
}

void EdfFigure::add(PlotSeries series, std::size_t curve, Source::Part part)
{
    series.slot = m_curves[curve].slot;
    m_plot.series.push_back(std::move(series));
    m_sources.push_back({curve, part});
}

Band EdfFigure::bandOf(std::size_t index, const EdfOptions& options) const
{
    BootstrapSettings settings;
    settings.confidence = options.confidence;
    if (m_bins) return bootstrapBand(m_binned[index], *m_bins, index, settings);
    const Edf edf(*m_curves[index].population);
    if (options.band == BandKind::Pointwise) return pointwiseBootstrapBand(edf, options.confidence);
    if (options.band == BandKind::Bootstrap) return bootstrapBand(edf, settings);
    return dkwBand(edf, options.confidence);
}

void EdfFigure::addBand(std::size_t index, const EdfOptions& options)
{
    const Curve& curve = m_curves[index];
    if (curve.members.empty()) return;
    const Band computed = bandOf(index, options);
    const bool isDkw = options.band == BandKind::Dkw && !m_bins;
    m_bandMethod = isDkw ? tr("Dvoretzky–Kiefer–Wolfowitz") : toText(computed.method);
    PlotSeries band{.kind = PlotSeries::Kind::Band, .isStepped = true};
    band.name = tr("%1: %2 % band").arg(displayName(*curve.population)).arg(options.confidence * 100);
    band.isInLegend = false;
    band.width = 1;
    // Drawn where the curve itself runs: the tails of many bands would lie on one another and say nothing.
    for (const BandPoint& point : computed.points) {
        band.x.push_back(point.error);
        band.y.push_back(point.high);
        band.low.push_back(point.low);
    }
    if (curve.failed > 0 && !band.x.empty()) {
        band.x.push_back(*m_plot.x.high);
        band.y.push_back(band.y.back());
        band.low.push_back(band.low.back());
    }
    add(std::move(band), index, Source::Part::Other);
}

void EdfFigure::addSteps(std::size_t index)
{
    const Curve& curve = m_curves[index];
    const Population& population = *curve.population;
    PlotSeries steps{.kind = PlotSeries::Kind::Steps, .name = legendText(population)};
    steps.tooltip = sourceText(population);
    const bool hasNames = curve.members.size() <= mostNamed;
    if (!curve.members.empty()) {
        // The foot of the first riser; point k + 1 is then the k-th network.
        steps.x.push_back(curve.error(0));
        steps.y.push_back(0);
        if (hasNames) steps.names.emplace_back();
    }
    for (std::size_t k = 0; k < curve.members.size(); ++k) {
        steps.x.push_back(curve.error(k));
        steps.y.push_back(curve.heights[k]);
        if (hasNames) steps.names.push_back(toText(population.members[curve.members[k]].label));
    }
    if (std::ranges::all_of(steps.names, &QString::isEmpty)) steps.names.clear();
    steps.slot = curve.slot;
    markCurve(steps, population.isPublished);
    add(std::move(steps), index, Source::Part::Steps);
}

void EdfFigure::addPlateau(std::size_t index)
{
    const Curve& curve = m_curves[index];
    if (curve.failed == 0) return;
    const double level = curve.heights.empty() ? 0 : curve.heights.back();
    const double from = curve.members.empty() ? *m_plot.x.low : curve.error(curve.members.size() - 1);
    PlotSeries plateau{.kind = PlotSeries::Kind::Line, .isInLegend = false};
    plateau.name = tr("%1: failed").arg(displayName(*curve.population));
    plateau.x = {from, *m_plot.x.high};
    plateau.y = {level, level};
    plateau.dash = Qt::DotLine;
    plateau.width = 1.5;
    add(std::move(plateau), index, Source::Part::Plateau);
    PlotSeries label{.kind = PlotSeries::Kind::Labels, .isInLegend = false};
    label.name = tr("%1: failed").arg(displayName(*curve.population));
    label.x = {*m_plot.x.high};
    label.y = {level};
    const QString count = tr("%1 of %2 failed").arg(curve.failed).arg(curve.n());
    const auto withFailures =
        std::ranges::count_if(m_curves, [](const Curve& one) { return one.failed > 0; });
    // Of several, the place alone does not tell whose they are.
    label.names = {withFailures > 1 ? QStringLiteral("%1: %2").arg(displayName(*curve.population), count)
                                    : count};
    label.anchor = Qt::AlignRight | (level < 0.1 ? Qt::AlignTop : Qt::AlignBottom);
    label.isMovable = true; // other curves end near this one
    add(std::move(label), index, Source::Part::Other);
}

QString EdfFigure::captionOf(const EdfOptions& options) const
{
    if (m_curves.empty()) return {};
    QStringList parts{tr("[n, min | mean] of finished networks.")};
    if (options.hasBands && !m_bandMethod.isEmpty())
        parts << tr("Bands: %1, %2 %.").arg(m_bandMethod).arg(options.confidence * 100);
    if (m_bins) parts << coverageText();
    if (std::ranges::any_of(m_curves, [](const Curve& curve) { return curve.failed > 0; }))
        parts << tr("Failures count as infinite error.");
    if (std::ranges::any_of(m_curves, [](const Curve& curve) { return curve.pending > 0; }))
        parts << tr("Provisional: some networks still run.");
    std::set<std::string> kinds;
    for (const Curve& curve : m_curves)
        kinds.insert(curve.population->errorKind);
    if (kinds.size() == 1 && !kinds.begin()->empty()) parts << tr("Error: %1.").arg(toText(*kinds.begin()));
    return parts.join(QLatin1Char(' '));
}

/// Where the bins lie, and how many networks of each curve each has.
QString EdfFigure::binsText() const
{
    QStringList parts;
    for (const Bin& bin : m_bins->bins) {
        QStringList counts;
        for (const std::int64_t count : bin.counts)
            counts << QString::number(count);
        parts << QStringLiteral("%1–%2: %3")
                     .arg(QString::fromStdString(readableCount(bin.low)),
                          QString::fromStdString(readableCount(bin.high)), counts.join(QLatin1String(" + ")));
    }
    return parts.join(QLatin1String("; "));
}

/// How many networks of each population the normalised curves stand on.
QString EdfFigure::coverageText() const
{
    QStringList shares;
    for (std::size_t i = 0; i < m_curves.size(); ++i)
        shares << QStringLiteral("%1 %2 %")
                      .arg(displayName(*m_curves[i].population))
                      .arg(100 * m_bins->coverage[i].share(), 0, 'f', 1);
    if (m_bins->bins.empty())
        return tr("Normalised by %1: the populations have no range in common.")
            .arg(propertySymbol(m_bins->settings.property));
    return tr("Normalised by %1: %2 bins of equal width, %3 of them merged into neighbours because some "
              "population "
              "has nothing there. Coverage: %4. Networks: %5.")
        .arg(propertySymbol(m_bins->settings.property))
        .arg(m_bins->settings.bins)
        .arg(m_bins->empty)
        .arg(shares.join(QLatin1String(", ")))
        .arg(binsText());
}

EdfFigure::Origin EdfFigure::originOf(const PlotHover& hover) const
{
    if (hover.series < 0 || static_cast<std::size_t>(hover.series) >= m_sources.size()) return {};
    const Source source = m_sources[static_cast<std::size_t>(hover.series)];
    const Curve& curve = m_curves[source.curve];
    Origin origin{curve.population.get()};
    if (source.part == Source::Part::Plateau) {
        origin.probability = curve.heights.empty() ? 0 : curve.heights.back();
        return origin;
    }
    if (source.part != Source::Part::Steps || curve.members.empty()) return {};
    const auto point = static_cast<std::size_t>(std::max(hover.point, 1)) - 1;
    origin.member = &curve.population->members[curve.members[point]];
    origin.error = origin.member->error;
    origin.probability = curve.heights[point];
    return origin;
}

std::optional<std::size_t> EdfFigure::rowAt(const PlotHover& hover) const
{
    const Origin origin = originOf(hover);
    if (origin.member == nullptr) return std::nullopt;
    const Curve& curve = m_curves[m_sources[static_cast<std::size_t>(hover.series)].curve];
    return curve.firstRow + static_cast<std::size_t>(origin.member - curve.population->members.data());
}

PlotHighlight EdfFigure::highlightOf(SelectedRows selected) const
{
    PlotHighlight highlight;
    for (const Curve& curve : m_curves) {
        PlotSeries points{.kind = PlotSeries::Kind::Points, .slot = curve.slot, .size = 7};
        for (std::size_t k = 0; k < curve.members.size(); ++k) {
            const std::size_t row = curve.firstRow + curve.members[k];
            if (row >= selected.size() || selected[row] == 0) continue;
            points.x.push_back(curve.error(k));
            points.y.push_back(curve.heights[k]);
        }
        if (!points.x.empty()) highlight.series.push_back(std::move(points));
    }
    highlight.isDimming = !highlight.series.empty();
    return highlight;
}

PlotCard EdfFigure::card(const PlotHover& hover) const
{
    const Origin origin = originOf(hover);
    if (origin.population == nullptr) return {};
    QStringList lines{QStringLiteral("<b>%1</b>").arg(displayName(*origin.population).toHtmlEscaped())};
    if (origin.member == nullptr) {
        lines << tr("Failed networks: the curve stays at F = %1").arg(origin.probability, 0, 'g', 4);
        return {lines.join(QLatin1String("<br>")), std::nullopt, std::nullopt};
    }
    lines << tr("error %1 %, F = %2")
                 .arg(QString::fromStdString(shortest(origin.error)))
                 .arg(origin.probability, 0, 'g', 4);
    lines << memberLines(*origin.member);
    return {lines.join(QLatin1String("<br>")), QPointF(origin.error, origin.probability), std::nullopt};
}

} // namespace regnet
