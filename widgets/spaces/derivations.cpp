// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/derivations.h"

#include "core/space/built_in_spaces.h"
#include "core/text/readable.h"
#include "widgets/spaces/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace regnet {
namespace {

using What = DerivationAsk::What;

QString tr(const char* text)
{
    return QCoreApplication::translate("regnet::Derivations", text);
}

QString number(double value)
{
    return QString::fromStdString(shortest(value));
}

struct Parameter
{
    QString key;
    QString label;
    Distribution DesignSpace::*ofSpace = nullptr;
    Distribution AnyNetShape::*ofStages = nullptr;
    Distribution RegnetShape::*ofLine = nullptr;

    Distribution* in(DesignSpace& space) const
    {
        if (ofSpace != nullptr) return &(space.*ofSpace);
        if (auto* stages = std::get_if<AnyNetShape>(&space.shape))
            return ofStages != nullptr ? &(stages->*ofStages) : nullptr;
        return ofLine != nullptr ? &(std::get<RegnetShape>(space.shape).*ofLine) : nullptr;
    }
};

std::vector<Parameter> parameters()
{
    return {
        {QStringLiteral("depth"), tr("depth"), nullptr, &AnyNetShape::depth, &RegnetShape::depth},
        {QStringLiteral("width"), tr("width"), nullptr, &AnyNetShape::width, nullptr},
        {QStringLiteral("w0"), tr("w0"), nullptr, nullptr, &RegnetShape::w0},
        {QStringLiteral("wa"), tr("wa"), nullptr, nullptr, &RegnetShape::wa},
        {QStringLiteral("wm"), tr("wm"), nullptr, nullptr, &RegnetShape::wm},
        {QStringLiteral("bottleneck_ratio"), tr("b"), nullptr, &AnyNetShape::bottleneckRatio,
         &RegnetShape::bottleneckRatio},
        {QStringLiteral("group_width"), tr("g"), nullptr, &AnyNetShape::groupWidth, &RegnetShape::groupWidth},
        {QStringLiteral("resolution"), tr("resolution"), &DesignSpace::resolution, nullptr, nullptr}};
}

std::pair<double, double> endsOf(const Distribution& d)
{
    if (d.kind != DistributionKind::List) return {d.low, d.high};
    if (d.values.empty()) return {0, 0};
    const auto [low, high] = std::ranges::minmax(d.values);
    return {low, high};
}

struct OrderName
{
    const char* key;
    Order order;
    const char* sign;
    const char* word;
};
constexpr std::array orderNames{
    OrderName{"up", Order::NonDecreasing, "↑", QT_TRANSLATE_NOOP("regnet::Derivations", "never decrease")},
    OrderName{"equal", Order::Equal, "=", QT_TRANSLATE_NOOP("regnet::Derivations", "are all equal")},
    OrderName{"down", Order::NonIncreasing, "↓", QT_TRANSLATE_NOOP("regnet::Derivations", "never increase")}};

void addOrders(std::vector<Derivation>& all, Order present, const char* what, const QString& label)
{
    if (present != Order::Any) return;
    for (const OrderName& each : orderNames)
        all.push_back({QLatin1String(what) + QLatin1Char('_') + QLatin1String(each.key),
                       tr("%1 %2 from stage to stage").arg(label, tr(each.word)),
                       QLatin1String(what) + QString::fromUtf8(each.sign),
                       {}});
}

void addOfStages(std::vector<Derivation>& all, const AnyNetShape& shape)
{
    if (!shape.isBottleneckRatioShared)
        all.push_back(
            {QStringLiteral("share_b"), tr("One bottleneck ratio b for all stages"), tr("b shared"), {}});
    if (!shape.isGroupWidthShared)
        all.push_back(
            {QStringLiteral("share_g"), tr("One group width g for all stages"), tr("g shared"), {}});
    addOrders(all, shape.widths, "widths", tr("Widths"));
    addOrders(all, shape.depths, "depths", tr("Depths"));
    all.push_back({QStringLiteral("line"), tr("Block widths on a quantised line (RegNet)"), tr("line"), {}});
}

void addOfLine(std::vector<Derivation>& all, const RegnetShape& shape)
{
    if (shape.wm != fixedAt(2))
        all.push_back({QStringLiteral("wm_2"), tr("wm = 2: levels double"), tr("wm=2"), {}});
    if (!shape.isW0EqualToWa)
        all.push_back(
            {QStringLiteral("w0_wa"), tr("w0 = wa: the line starts at its slope"), tr("w0=wa"), {}});
    all.push_back({QStringLiteral("fixed_d"),
                   tr("Fixed depth d"),
                   tr("d=%1"),
                   {What::Number, QStringLiteral("20"), {}}});
}

DesignSpace onALine(const DesignSpace& parent)
{
    DesignSpace child = parent;
    const auto& stages = std::get<AnyNetShape>(parent.shape);
    RegnetShape shape = std::get<RegnetShape>(builtInSpace("RegNetX").shape);
    shape.bottleneckRatio = stages.bottleneckRatio;
    shape.groupWidth = stages.groupWidth;
    shape.fewestStages = shape.mostStages = stages.stages;
    child.shape = shape;
    return child;
}

double numberOf(const QString& text, const char* field)
{
    const double value = numberFrom(text);
    if (!std::isfinite(value)) throwBadInput(field, "is \"" + text.toStdString() + "\"", "a number");
    return value;
}

void narrow(Distribution& d, const QString& lowText, const QString& highText, const std::string& name)
{
    const double low = numberOf(lowText, "from"), high = numberOf(highText, "to");
    const auto [least, most] = endsOf(d);
    if (low < least || high > most || high < low)
        throwBadInput(name, "is " + shortest(low) + " to " + shortest(high),
                      "a range within the parent's, " + shortest(least) + " to " + shortest(most));
    if (d.kind == DistributionKind::List) {
        std::erase_if(d.values, [=](double value) { return value < low || value > high; });
        if (d.values.empty())
            throwBadInput(name, "has no value from " + shortest(low) + " to " + shortest(high),
                          "a range with one of the parent's values");
    } else {
        d.low = low;
        d.high = high;
    }
}

std::optional<std::int64_t> countOf(const QString& text, const char* field)
{
    if (text.trimmed().isEmpty()) return std::nullopt;
    const double value = numberOf(text, field);
    if (std::abs(value) > 9e18) throwBadInput(field, "is " + shortest(value), "a count below 9e18");
    return std::llround(value);
}

void narrow(CountRange& range, const DerivationAnswer& answer, const std::string& name)
{
    const auto low = countOf(answer.low, "from"), high = countOf(answer.high, "to");
    if (!low && !high) throwBadInput(name, "has no limit", "a lower or an upper end, such as 400M");
    if (low && range.low && *low < *range.low)
        throwBadInput(name, "begins at " + std::to_string(*low), "at least the parent's limit");
    if (high && range.high && *high > *range.high)
        throwBadInput(name, "ends at " + std::to_string(*high), "at most the parent's limit");
    if (low) range.low = low;
    if (high) range.high = high;
}

CountRange* limitOf(Limits& limits, const QString& key)
{
    if (key == QLatin1String("flops")) return &limits.flops;
    if (key == QLatin1String("params")) return &limits.params;
    return key == QLatin1String("activations") ? &limits.activations : nullptr;
}

void constrainStages(AnyNetShape& shape, const QString& key)
{
    shape.isBottleneckRatioShared |= key == QLatin1String("share_b");
    shape.isGroupWidthShared |= key == QLatin1String("share_g");
    for (const OrderName& each : orderNames) {
        if (key == QLatin1String("widths_") + QLatin1String(each.key)) shape.widths = each.order;
        if (key == QLatin1String("depths_") + QLatin1String(each.key)) shape.depths = each.order;
    }
}

void constrainLine(RegnetShape& shape, const QString& key, const DerivationAnswer& answer)
{
    if (key == QLatin1String("wm_2")) shape.wm = fixedAt(2);
    if (key == QLatin1String("w0_wa")) shape.isW0EqualToWa = true;
    if (key != QLatin1String("fixed_d")) return;
    const double depth = numberOf(answer.low, "depth");
    if (!check(shape.depth, "depth").empty() || !DiscreteDistribution(shape.depth).contains(depth))
        throwBadInput("depth", "is " + shortest(depth), "a depth that the parent has");
    shape.depth = fixedAt(depth);
}

/// Everything but names; `suffix` is completed with what was chosen.
DesignSpace constrained(const DesignSpace& parent, const QString& key, const DerivationAnswer& answer,
                        QString& suffix)
{
    DesignSpace child = key == QLatin1String("line") ? onALine(parent) : parent;
    if (auto* stages = std::get_if<AnyNetShape>(&child.shape)) constrainStages(*stages, key);
    if (auto* line = std::get_if<RegnetShape>(&child.shape)) constrainLine(*line, key, answer);
    if (key == QLatin1String("fixed_d")) suffix = suffix.arg(answer.low.trimmed());
    if (key == QLatin1String("se")) child.seRatio = 0.25;
    if (key == QLatin1String("curves")) child.limits.curves.params = child.limits.curves.activations = true;
    for (const Parameter& parameter : parameters())
        if (key == QLatin1String("narrow_") + parameter.key)
            if (Distribution* d = parameter.in(child)) {
                narrow(*d, answer.low, answer.high, parameter.label.toStdString());
                suffix = suffix.arg(answer.low.trimmed(), answer.high.trimmed());
            }
    if (CountRange* range = limitOf(child.limits, key)) {
        narrow(*range, answer, key.toStdString());
        const QString low = countText(range->low), high = countText(range->high);
        suffix = low.isEmpty()    ? tr("%1 ≤ %2").arg(suffix, high)
                 : high.isEmpty() ? tr("%1 ≥ %2").arg(suffix, low)
                                  : tr("%1 %2–%3").arg(suffix, low, high);
    }
    if (key == QLatin1String("regime")) {
        child = inRegime(child, answer.regime.toStdString());
        suffix = answer.regime;
    }
    return child;
}

} // namespace

std::vector<Derivation> derivationsOf(const DesignSpace& space)
{
    std::vector<Derivation> all;
    if (const auto* stages = std::get_if<AnyNetShape>(&space.shape))
        addOfStages(all, *stages);
    else
        addOfLine(all, std::get<RegnetShape>(space.shape));
    DesignSpace copy = space;
    for (const Parameter& parameter : parameters()) {
        const Distribution* d = parameter.in(copy);
        if (d == nullptr) continue;
        const auto [low, high] = endsOf(*d);
        if (low == high) continue;
        all.push_back({QStringLiteral("narrow_") + parameter.key,
                       tr("Narrow the range of %1").arg(parameter.label),
                       tr("%1 %2–%3").arg(parameter.label),
                       {What::Range, number(low), number(high)}});
    }
    const Limits& limits = space.limits;
    const auto addLimit = [&](const char* key, const QString& label, const CountRange& range) {
        all.push_back({QLatin1String(key),
                       tr("Limit %1").arg(label),
                       label,
                       {What::Counts, countText(range.low), countText(range.high)}});
    };
    addLimit("flops", tr("FLOPs"), limits.flops);
    addLimit("params", tr("params"), limits.params);
    addLimit("activations", tr("activations"), limits.activations);
    if (!limits.curves.params || !limits.curves.activations)
        all.push_back({QStringLiteral("curves"),
                       tr("Below the paper's curves of params and activations"),
                       tr("below curves"),
                       {}});
    all.push_back({QStringLiteral("regime"),
                   tr("A regime: FLOPs as in the paper, or small for a CPU"),
                   {},
                   {What::Regime, {}, {}}});
    if (space.seRatio == 0 && hasBottleneck(space.block))
        all.push_back({QStringLiteral("se"), tr("Squeeze-and-excitation with ratio 0.25 (Y)"), tr("SE"), {}});
    return all;
}

DesignSpace derive(const DesignSpace& parent, const Derivation& derivation, const DerivationAnswer& answer)
{
    QString suffix = derivation.suffix;
    DesignSpace child = constrained(parent, derivation.key, answer, suffix);
    child.parent = parent.name;
    child.name = parent.name + ", " + suffix.toStdString();
    child.note = QString(derivation.label + QStringLiteral(": ") + suffix).toStdString();
    if (derivation.ask.what == What::Nothing) child.note = derivation.label.toStdString();
    if (const auto problems = check(child); !problems.empty()) throw Error(problems.front());
    return child;
}

DesignSpace narrowed(const DesignSpace& parent, const QString& property, std::optional<double> low,
                     std::optional<double> high)
{
    DesignSpace copy = parent;
    DerivationAnswer answer;
    QString key = QStringLiteral("narrow_") + property;
    const auto known = parameters();
    const auto parameter = std::ranges::find(known, property, &Parameter::key);
    if (limitOf(copy.limits, property) != nullptr) {
        key = property;
        if (low) answer.low = number(std::ceil(*low));
        if (high) answer.high = number(std::floor(*high));
    } else if (Distribution* d = parameter == known.end() ? nullptr : parameter->in(copy)) {
        const DiscreteDistribution all(*d);
        std::vector<double> kept = all.values();
        std::erase_if(kept, [&](double value) { return (low && value < *low) || (high && value > *high); });
        if (kept.empty())
            throwBadInput(property.toStdString(), "has no value of " + parent.name + " in that range",
                          "a range with one of its values");
        const auto [least, most] = std::ranges::minmax(kept);
        answer.low = number(least);
        answer.high = number(most);
    }
    const auto derivations = derivationsOf(parent);
    const auto found = std::ranges::find(derivations, key, &Derivation::key);
    // The depth of a network is the sum of its stages': no parameter of a space of stages.
    const bool isSum =
        property == QLatin1String("depth") && std::holds_alternative<AnyNetShape>(parent.shape);
    if (found == derivations.end() || isSum)
        throwBadInput(property.toStdString(), "is no range of " + parent.name + " that can be narrowed",
                      "flops, params, activations, or a parameter of the space");
    return derive(parent, *found, answer);
}

} // namespace regnet
