// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/shown_population.h"

#include "core/format/published_population.h"
#include "core/stats/edf.h"
#include "widgets/plot/theme.h"
#include "widgets/shown_quantity.h"
#include "widgets/shown_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace regnet {
namespace {

constexpr std::array publishedDashes{Qt::DashLine, Qt::DashDotLine, Qt::DotLine, Qt::DashDotDotLine};

QString tr(const char* text)
{
    return QCoreApplication::translate("regnet::EdfFigure", text);
}

/// "paper:fig9-left/RegNetX" -> "Figure 9 left"; empty for other addresses.
QString panelText(const std::string& source)
{
    QString id = toText(source);
    if (!id.startsWith(QLatin1String("paper:fig"))) return {};
    id = id.mid(9).section(QLatin1Char('/'), 0, 0);
    return tr("Figure %1").arg(id.replace(QLatin1Char('-'), QLatin1Char(' ')));
}

} // namespace

QString toText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

Qt::PenStyle publishedDash(int slot)
{
    return publishedDashes[static_cast<std::size_t>(slot) % publishedDashes.size()];
}

void markCurve(PlotSeries& series, bool isPublished)
{
    // As many as can be seen beside one another; of a short curve every point.
    constexpr std::size_t mostSymbols = 12;
    series.dash = isPublished ? publishedDash(series.slot) : Qt::SolidLine;
    series.width = isPublished ? 1.25 : 1.75;
    const bool isSecondRound = series.slot % Theme::lookCount >= Theme::slotCount;
    series.isFilled = isPublished == isSecondRound;
    series.hasPoints = !isPublished || static_cast<std::size_t>(series.slot) >= publishedDashes.size();
    series.symbolEvery = static_cast<int>(series.x.size() / mostSymbols) + 1;
    series.size = 5;
}

QString displayName(const Population& population)
{
    const QString name = toText(population.name);
    return population.isPublished ? tr("%1 (paper)").arg(name) : name;
}

QString nameAmong(std::span<const ShownPopulation> others, const Population& population)
{
    const bool isAlone = std::ranges::none_of(others, [&population](const ShownPopulation& other) {
        return other.population->isPublished && other.population->name == population.name &&
               other.population->source != population.source;
    });
    if (isAlone || !population.isPublished) return displayName(population);
    const QString panel = panelText(population.source);
    return tr("%1 (paper, %2)")
        .arg(toText(population.name), panel.isEmpty() ? toText(population.source) : panel);
}

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
    QStringList lines{toText(population.source)};
    if (population.isPublished) lines << toText(paperCitation());
    if (!population.recipe.empty()) lines << tr("Recipe: %1").arg(toText(population.recipe));
    if (!population.errorKind.empty()) lines << tr("Error: %1").arg(toText(population.errorKind));
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
                names << (kind.empty() ? tr("not stated") : toText(kind));
            return names.join(QLatin1String("; "));
        }());
    return warnings;
}

QString citationText(std::span<const ShownPopulation> populations)
{
    QStringList panels;
    for (const ShownPopulation& shown : populations) {
        if (!shown.isVisible || !shown.population->isPublished) continue;
        const QString panel = panelText(shown.population->source);
        if (!panel.isEmpty() && !panels.contains(panel)) panels << panel;
    }
    if (panels.isEmpty()) return {};
    return tr("(paper): %1, %2.").arg(toText(paperShortCitation()), panels.join(QLatin1String(", ")));
}

QStringList memberLines(const Member& member)
{
    QStringList lines;
    if (!member.label.empty()) lines << toText(member.label).toHtmlEscaped();
    QStringList properties;
    for (const auto& [name, value] : member.properties)
        if (std::isfinite(value) && properties.size() < 12)
            properties << QStringLiteral("%1&nbsp;=&nbsp;%2")
                              .arg(toText(name.text()).toHtmlEscaped(), std::abs(value) < 1000
                                                                            ? QString::number(value, 'g', 4)
                                                                            : shownCount(value));
    if (!properties.isEmpty()) lines << properties.join(QLatin1String(", "));
    return lines;
}

namespace {

struct PropertyWords
{
    std::string_view property;
    const char* symbol;
    const char* title;
};

constexpr std::array propertyNames{
    PropertyWords{"error", "error", QT_TRANSLATE_NOOP("regnet::EdfFigure", "error (%)")},
    PropertyWords{"depth", "d", QT_TRANSLATE_NOOP("regnet::EdfFigure", "d, depth (blocks)")},
    PropertyWords{"w0", "w₀", QT_TRANSLATE_NOOP("regnet::EdfFigure", "w₀, initial width (channels)")},
    PropertyWords{"wa", "wₐ", QT_TRANSLATE_NOOP("regnet::EdfFigure", "wₐ, slope (channels a block)")},
    PropertyWords{"wm", "wₘ", QT_TRANSLATE_NOOP("regnet::EdfFigure", "wₘ, width multiplier")},
    PropertyWords{"bottleneck_ratio", "b", QT_TRANSLATE_NOOP("regnet::EdfFigure", "b, bottleneck ratio")},
    PropertyWords{"group_width", "g", QT_TRANSLATE_NOOP("regnet::EdfFigure", "g, group width (channels)")},
    PropertyWords{"flops", "FLOPs", QT_TRANSLATE_NOOP("regnet::EdfFigure", "FLOPs (multiply-adds)")},
    PropertyWords{"params", "params", QT_TRANSLATE_NOOP("regnet::EdfFigure", "parameters")},
    PropertyWords{"activations", "acts", QT_TRANSLATE_NOOP("regnet::EdfFigure", "activations")},
    PropertyWords{"stages", "stages", QT_TRANSLATE_NOOP("regnet::EdfFigure", "stages")},
    PropertyWords{"resolution", "r", QT_TRANSLATE_NOOP("regnet::EdfFigure", "r, resolution (pixels)")},
    PropertyWords{"se_ratio", "SE", QT_TRANSLATE_NOOP("regnet::EdfFigure", "SE ratio")},
    PropertyWords{"e_fit", "e_fit", QT_TRANSLATE_NOOP("regnet::EdfFigure", "e_fit, mean squared log₂ ratio")},
    PropertyWords{"time", "time", QT_TRANSLATE_NOOP("regnet::EdfFigure", "inference time (ms)")},
};

} // namespace

QString propertyTitle(std::string_view property)
{
    for (const PropertyWords& name : propertyNames)
        if (name.property == property) return tr(name.title);
    return shownText(property);
}

QString propertySymbol(std::string_view property)
{
    for (const PropertyWords& name : propertyNames)
        if (name.property == property) return QString::fromUtf8(name.symbol);
    return toText(property);
}

} // namespace regnet
