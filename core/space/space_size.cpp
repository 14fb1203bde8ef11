// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/space_size.h"

#include "core/space/built_in_spaces.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <array>
#include <string_view>

namespace regnet {
namespace {

using boost::multiprecision::cpp_int;

cpp_int valuesOf(const Distribution& distribution)
{
    const DiscreteDistribution drawn(distribution);
    return drawn.values().size();
}

cpp_int power(const cpp_int& base, std::int64_t exponent)
{
    return boost::multiprecision::pow(base, static_cast<unsigned>(exponent));
}

/// Sequences of `stages` values in that order; C(values + stages - 1, stages) where they rise or fall.
cpp_int sequences(const Distribution& distribution, Order order, std::int64_t stages)
{
    cpp_int values = valuesOf(distribution);
    if (order == Order::Any) return power(values, stages);
    if (order == Order::Equal) return values;
    cpp_int count = 1;
    for (std::int64_t i = 1; i <= stages; ++i)
        count = count * (values + i - 1) / i;
    return count;
}

cpp_int settings(const AnyNetShape& shape)
{
    const auto orderOf = [](bool isShared) { return isShared ? Order::Equal : Order::Any; };
    return sequences(shape.depth, shape.depths, shape.stages) *
           sequences(shape.width, shape.widths, shape.stages) *
           sequences(shape.bottleneckRatio, orderOf(shape.isBottleneckRatioShared), shape.stages) *
           sequences(shape.groupWidth, orderOf(shape.isGroupWidthShared), shape.stages);
}

cpp_int settings(const RegnetShape& shape)
{
    const cpp_int wa = shape.isW0EqualToWa ? cpp_int(1) : valuesOf(shape.wa);
    return valuesOf(shape.depth) * valuesOf(shape.w0) * wa * valuesOf(shape.wm) *
           valuesOf(shape.bottleneckRatio) * valuesOf(shape.groupWidth);
}

cpp_int settingsAsNumber(const DesignSpace& space)
{
    return std::visit([](const auto& shape) { return settings(shape); }, space.shape) *
           valuesOf(space.resolution);
}

bool isFree(const Distribution& distribution)
{
    return valuesOf(distribution) > 1;
}

std::int64_t dimensions(const AnyNetShape& shape)
{
    // The paper counts an ordered parameter once a stage, a shared or equal one once.
    const auto count = [&](const Distribution& distribution, bool isOne) {
        if (!isFree(distribution)) return std::int64_t{0};
        return isOne ? std::int64_t{1} : shape.stages;
    };
    return count(shape.depth, shape.depths == Order::Equal) +
           count(shape.width, shape.widths == Order::Equal) +
           count(shape.bottleneckRatio, shape.isBottleneckRatioShared) +
           count(shape.groupWidth, shape.isGroupWidthShared);
}

std::int64_t dimensions(const RegnetShape& shape)
{
    std::int64_t count = 0;
    for (const Distribution* parameter :
         {&shape.depth, &shape.w0, &shape.wm, &shape.bottleneckRatio, &shape.groupWidth})
        count += isFree(*parameter) ? 1 : 0;
    return count + (!shape.isW0EqualToWa && isFree(shape.wa) ? 1 : 0);
}

/// Table 1 of the paper.
std::optional<SpaceSize::Printed> printedSize(const DesignSpace& space)
{
    struct Row
    {
        std::string_view name;
        std::string_view formula;
        std::string_view value;
    };
    static constexpr std::array rows{
        Row{"AnyNetX_A", "(16·128·3·6)^4", "1846757322198614016"},
        Row{"AnyNetX_B", "(16·128·6)^4·3", "68398419340689408"},
        Row{"AnyNetX_C", "(16·128)^4·3·6", "316659348799488"},
        Row{"AnyNetX_D", "(16·128)^4·3·6 / 4!", "13194139533312"},
        Row{"AnyNetX_E", "(16·128)^4·3·6 / (4!)^2", "549755813888"},
        Row{"RegNetX", "64^4·6·3", "301989888"},
    };
    for (const Row& row : rows)
        if (row.name == space.name && space == builtInSpace(row.name))
            return SpaceSize::Printed{std::string(row.formula), std::string(row.value)};
    return std::nullopt;
}

} // namespace

SpaceSize sizeOf(const DesignSpace& space)
{
    if (const auto problems = check(space); !problems.empty()) throw Error(problems.front());
    SpaceSize size;
    size.dimensions = std::visit([](const auto& shape) { return dimensions(shape); }, space.shape) +
                      (isFree(space.resolution) ? 1 : 0);
    size.settings = settingsOf(space);
    size.printed = printedSize(space);
    return size;
}

std::string settingsOf(const DesignSpace& space)
{
    return settingsAsNumber(space).str();
}

bool isSmallerThan(const DesignSpace& space, std::int64_t n)
{
    return settingsAsNumber(space) < n;
}

} // namespace regnet
