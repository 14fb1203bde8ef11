// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/scaling.h"

#include "core/network/group_compatibility.h"
#include "core/network/rounding.h"
#include "core/text/readable.h"

#include <array>
#include <charconv>
#include <cmath>

namespace regnet {
namespace {

[[noreturn]] void refuseScheme(std::string_view scheme)
{
    throwBadInput("scheme", "is \"" + std::string(scheme) + "\"",
                  "letters of d, w, g and r (\"dwr\"), or weights such as \"d1_w8_g8_r1\"");
}

/// Weights of d, w, g, r.
std::array<double, 4> weightsOf(std::string_view scheme)
{
    constexpr std::string_view letters = "dwgr";
    std::array<double, 4> weights{};
    const bool isWeighted = scheme.find_first_of("0123456789_") != std::string_view::npos;
    std::string_view rest = scheme;
    if (rest.empty()) refuseScheme(scheme);
    while (!rest.empty()) {
        const std::size_t letter = letters.find(rest.front());
        if (letter == std::string_view::npos) refuseScheme(scheme);
        rest.remove_prefix(1);
        double weight = 1;
        if (isWeighted) {
            const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), weight);
            if (error != std::errc{} || !(weight >= 0) || std::isinf(weight)) refuseScheme(scheme);
            rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
            if (!rest.empty() && (rest.front() != '_' || rest.size() == 1)) refuseScheme(scheme);
            if (!rest.empty()) rest.remove_prefix(1);
        }
        weights[letter] = weight;
    }
    return weights;
}

/// A scaled size as a whole number; half to even, as Python's round.
std::int64_t rounded(double value)
{
    const double whole = std::nearbyint(value);
    if (!(whole <= static_cast<double>(largestSize)))
        throwBadInput("factor", "makes a size of " + shortest(value), "a smaller factor");
    return static_cast<std::int64_t>(whole);
}

std::int64_t scaledGroupWidth(std::int64_t groupWidth, double factor)
{
    const std::int64_t g = std::max<std::int64_t>(1, rounded(static_cast<double>(groupWidth) * factor));
    if (g <= 2) return g;
    if (g <= 5) return 4;
    return rounded(static_cast<double>(g) / 8) * 8;
}

} // namespace

ScaleFactors scaleFactors(std::string_view scheme, double factor)
{
    if (!(factor > 0) || std::isinf(factor))
        throwBadInput("factor", "is " + shortest(factor), "a number above 0");
    const auto [d, w, g, r] = weightsOf(scheme);
    double sum = d + w + r;
    if (sum == 0) sum = g > 0 ? g / 2 : 1;
    return {std::pow(factor, d / sum), std::pow(factor, w / sum / 2), std::pow(factor, g / sum / 2),
            std::pow(factor, r / sum / 2)};
}

NetworkSpec scaled(const NetworkSpec& spec, std::string_view scheme, double factor)
{
    const ScaleFactors by = scaleFactors(scheme, factor);
    if (const auto problems = check(spec); !problems.empty()) throw Error(problems.front());
    NetworkSpec result = spec;
    result.regnet.reset();
    // pycls scales what a RegNet is built as, and an AnyNet as it is written.
    result.stages.clear();
    for (const GroupFix& fix : groupFixes(spec))
        result.stages.push_back(spec.regnet ? fix.after : fix.before);
    for (Stage& stage : result.stages) {
        stage.depth = std::max<std::int64_t>(1, rounded(static_cast<double>(stage.depth) * by.depth));
        stage.width = std::max<std::int64_t>(1, rounded(static_cast<double>(stage.width) * by.width / 8)) * 8;
        stage.groupWidth = scaledGroupWidth(stage.groupWidth, by.groupWidth);
        if (spec.block != BlockType::R && adjustsLine(spec.block))
            stage = makeCompatible(stage, BlockType::X).after;
    }
    result.resolution = rounded(static_cast<double>(spec.resolution) * by.resolution / 4) * 4;
    if (const auto problems = check(result); !problems.empty()) throw Error(problems.front());
    return result;
}

} // namespace regnet
