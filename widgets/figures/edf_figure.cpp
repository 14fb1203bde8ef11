// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/edf_figure.h"

#include "core/format/published_population.h"
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

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

bool isFinished(const Member& member)
{
    return member.state == Member::State::Finished && std::isfinite(member.error);
}

/// Published curves are never solid; colour is never the only sign.
Qt::PenStyle publishedDash(int slot)
{
    constexpr std::array dashes{Qt::DashLine, Qt::DashDotLine, Qt::DotLine, Qt::DashDotDotLine};
    return dashes[static_cast<std::size_t>(slot) % dashes.size()];
}

QString displayName(const Population& population)
{
    const QString name = text(population.name);
    return population.isPublished ? tr("%1 (paper)").arg(name) : name;
}

/// "paper:fig9-left/RegNetX" -> "Figure 9 left"; empty for other addresses.
QString panelText(const std::string& source)
{
    QString id = text(source);
    if (!id.startsWith(QLatin1String("paper:fig"))) return {};
    id = id.mid(9).section(QLatin1Char('/'), 0, 0);
    return tr("Figure %1").arg(id.replace(QLatin1Char('-'), QLatin1Char(' ')));
}

} // namespace

QString legendText(const Population& population)
{
    const Edf edf(population);
    const auto number = [](std::optional<double> value) {
        return value ? QString::number(*value, 'f', 1) : QStringLiteral("–");
    };
    const QString n = edf.pending() > 0
                          ? tr("%1 of %2 so far").arg(edf.size()).arg(edf.size() + edf.pending())
                          : QString::number(edf.size());
    return QStringLiteral("%1 [%2, %3 | %4]")
        .arg(displayName(population), n, number(edf.min()), number(edf.mean()));
}

QString sourceText(const Population& population)
{
    QStringList lines{text(population.source)};
    if (population.isPublished) lines << text(paperCitation());
    if (!population.recipe.empty()) lines << tr("Recipe: %1").arg(text(population.recipe));
    if (!population.errorKind.empty()) lines << tr("Error: %1").arg(text(population.errorKind));
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QStringList comparisonWarnings(std::span<const ShownPopulation> populations)
{
    std::set<bool> published;
    std::set<std::string> recipes, kinds;
    for (const ShownPopulation& shown : populations) {
        if (!shown.isVisible) continue;
        published.insert(shown.population->isPublished);
        recipes.insert(shown.population->recipe);
        kinds.insert(shown.population->errorKind);
    }
    QStringList warnings;
    if (published.size() > 1)
        warnings << tr(
            "the paper's networks and the others were trained differently; compare shapes, not errors.");
    else if (recipes.size() > 1)
        warnings << tr("recipes or data sets differ, so the errors cannot be compared.");
    if (published.size() <= 1 && kinds.size() > 1)
        warnings << tr("different kinds of error are shown together: %1.").arg([&kinds] {
            QStringList names;
            for (const std::string& kind : kinds)
                names << (kind.empty() ? tr("not stated") : text(kind));
            return names.join(QLatin1String("; "));
        }());
    return warnings;
}

EdfFigure::EdfFigure(std::span<const ShownPopulation> populations, const EdfOptions& options)
{
    for (const ShownPopulation& shown : populations)
        if (shown.isVisible) m_curves.push_back(curveOf(shown));
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
    m_plot.caption = captionOf(options);
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

EdfFigure::Curve EdfFigure::curveOf(const ShownPopulation& shown)
{
    Curve curve{shown.population, {}, 0, 0, shown.slot};
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
    return curve;
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
    m_plot.y = {.title = tr("cumulative probability"), .low = -0.02, .high = 1.02};
}

void EdfFigure::add(PlotSeries series, std::size_t curve, Source::Part part)
{
    series.slot = m_curves[curve].slot;
    m_plot.series.push_back(std::move(series));
    m_sources.push_back({curve, part});
}

void EdfFigure::addBand(std::size_t index, const EdfOptions& options)
{
    const Curve& curve = m_curves[index];
    if (curve.members.empty()) return;
    const double half = dkwHalfWidth(static_cast<std::int64_t>(curve.n()), options.confidence);
    const auto n = static_cast<double>(curve.n());
    PlotSeries band{.kind = PlotSeries::Kind::Band, .isStepped = true};
    band.name = tr("%1: %2 % band").arg(displayName(*curve.population)).arg(options.confidence * 100);
    band.isInLegend = false;
    band.width = 1;
    const auto push = [&](double error, double probability) {
        band.x.push_back(error);
        band.y.push_back(std::min(1.0, probability + half));
        band.low.push_back(std::max(0.0, probability - half));
    };
    // Drawn where the curve itself runs: the tails of many bands would lie on one another and say nothing.
    for (std::size_t k = 0; k < curve.members.size(); ++k)
        push(curve.error(k), static_cast<double>(k + 1) / n);
    if (curve.failed > 0) push(*m_plot.x.high, static_cast<double>(curve.members.size()) / n);
    add(std::move(band), index, Source::Part::Other);
}

void EdfFigure::addSteps(std::size_t index)
{
    const Curve& curve = m_curves[index];
    const Population& population = *curve.population;
    PlotSeries steps{.kind = PlotSeries::Kind::Steps, .name = legendText(population)};
    steps.tooltip = sourceText(population);
    steps.dash = population.isPublished ? publishedDash(curve.slot) : Qt::SolidLine;
    steps.width = population.isPublished ? 1.25 : 1.75;
    const auto n = static_cast<double>(curve.n());
    if (!curve.members.empty()) {
        // The foot of the first riser; point k + 1 is then the k-th network.
        steps.x.push_back(curve.error(0));
        steps.y.push_back(0);
        steps.names.emplace_back();
    }
    for (std::size_t k = 0; k < curve.members.size(); ++k) {
        steps.x.push_back(curve.error(k));
        steps.y.push_back(static_cast<double>(k + 1) / n);
        steps.names.push_back(text(population.members[curve.members[k]].label));
    }
    if (std::ranges::all_of(steps.names, &QString::isEmpty)) steps.names.clear();
    add(std::move(steps), index, Source::Part::Steps);
}

void EdfFigure::addPlateau(std::size_t index)
{
    const Curve& curve = m_curves[index];
    if (curve.failed == 0) return;
    const double level = static_cast<double>(curve.members.size()) / static_cast<double>(curve.n());
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
    label.names = {tr("%1 of %2 failed").arg(curve.failed).arg(curve.n())};
    label.anchor = Qt::AlignRight | (level < 0.1 ? Qt::AlignTop : Qt::AlignBottom);
    add(std::move(label), index, Source::Part::Other);
}

QString EdfFigure::captionOf(const EdfOptions& options) const
{
    if (m_curves.empty()) return {};
    QStringList parts{tr("[n, min | mean] of finished networks.")};
    if (options.hasBands)
        parts << tr("Bands: Dvoretzky–Kiefer–Wolfowitz, %1 %.").arg(options.confidence * 100);
    if (std::ranges::any_of(m_curves, [](const Curve& curve) { return curve.failed > 0; }))
        parts << tr("Failures count as infinite error.");
    if (std::ranges::any_of(m_curves, [](const Curve& curve) { return curve.pending > 0; }))
        parts << tr("Provisional: some networks still run.");
    std::set<std::string> kinds;
    QStringList panels;
    for (const Curve& curve : m_curves) {
        kinds.insert(curve.population->errorKind);
        const QString panel = curve.population->isPublished ? panelText(curve.population->source) : QString();
        if (!panel.isEmpty() && !panels.contains(panel)) panels << panel;
    }
    if (kinds.size() == 1 && !kinds.begin()->empty()) parts << tr("Error: %1.").arg(text(*kinds.begin()));
    if (!panels.isEmpty())
        parts << tr("(paper): %1, %2.").arg(text(paperShortCitation()), panels.join(QLatin1String(", ")));
    return parts.join(QLatin1Char(' '));
}

EdfFigure::Origin EdfFigure::originOf(const PlotHover& hover) const
{
    if (hover.series < 0 || static_cast<std::size_t>(hover.series) >= m_sources.size()) return {};
    const Source source = m_sources[static_cast<std::size_t>(hover.series)];
    const Curve& curve = m_curves[source.curve];
    const auto n = static_cast<double>(curve.n());
    Origin origin{curve.population.get()};
    if (source.part == Source::Part::Plateau) {
        origin.probability = static_cast<double>(curve.members.size()) / n;
        return origin;
    }
    if (source.part != Source::Part::Steps || curve.members.empty()) return {};
    const auto point = static_cast<std::size_t>(std::max(hover.point, 1)) - 1;
    origin.member = &curve.population->members[curve.members[point]];
    origin.error = origin.member->error;
    origin.probability = static_cast<double>(point + 1) / n;
    return origin;
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
    if (!origin.member->label.empty()) lines << text(origin.member->label).toHtmlEscaped();
    QStringList properties;
    for (const auto& [name, value] : origin.member->properties)
        if (std::isfinite(value) && properties.size() < 12)
            properties << QStringLiteral("%1&nbsp;=&nbsp;%2")
                              .arg(text(name).toHtmlEscaped(), QString::fromStdString(readableCount(value)));
    if (!properties.isEmpty()) lines << properties.join(QLatin1String(", "));
    return {lines.join(QLatin1String("<br>")), QPointF(origin.error, origin.probability), std::nullopt};
}

} // namespace regnet
