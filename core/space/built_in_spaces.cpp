// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/built_in_spaces.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace regnet {
namespace {

DesignSpace anyNetXA()
{
    DesignSpace space;
    space.name = "AnyNetX_A";
    space.note = "16 parameters: depth, width, bottleneck ratio and group width of each stage";
    AnyNetShape shape;
    shape.depth = logUniform(1, 16, 1);
    shape.width = logUniform(8, 1024, 8);
    shape.bottleneckRatio = listed({1, 2, 4});
    shape.groupWidth = power2(1, 32);
    space.shape = shape;
    return space;
}

/// A child of an AnyNet space, one restriction narrower.
template <class Restrict>
DesignSpace childOf(const DesignSpace& parent, const char* name, const char* note, Restrict restrict)
{
    DesignSpace child = parent;
    child.name = name;
    child.parent = parent.name;
    child.note = note;
    restrict(std::get<AnyNetShape>(child.shape));
    return child;
}

DesignSpace regNetX(const DesignSpace& parent)
{
    DesignSpace space = parent;
    space.name = "RegNetX";
    space.parent = parent.name;
    space.note = "block widths on a quantised line";
    RegnetShape shape;
    shape.depth = uniform(1, 63, 1);
    shape.w0 = logUniform(8, 248, 8);
    shape.wa = logUniform(8, 255.9, 0.1);
    shape.wm = logUniform(1.5, 3, 0.001);
    shape.bottleneckRatio = listed({1, 2, 4});
    shape.groupWidth = power2(1, 32);
    space.shape = shape;
    return space;
}

DesignSpace regNetY(const DesignSpace& regnet)
{
    DesignSpace space = regnet;
    space.name = "RegNetY";
    space.note = "RegNetX with squeeze-and-excitation";
    space.seRatio = 0.25;
    space.parent = regnet.name;
    return space;
}

std::vector<DesignSpace> makePaperSpaces()
{
    const DesignSpace a = anyNetXA();
    const DesignSpace b = childOf(a, "AnyNetX_B", "one bottleneck ratio for all stages",
                                  [](AnyNetShape& shape) { shape.isBottleneckRatioShared = true; });
    const DesignSpace c = childOf(b, "AnyNetX_C", "one group width for all stages",
                                  [](AnyNetShape& shape) { shape.isGroupWidthShared = true; });
    const DesignSpace d = childOf(c, "AnyNetX_D", "widths do not decrease from stage to stage",
                                  [](AnyNetShape& shape) { shape.widths = Order::NonDecreasing; });
    const DesignSpace e = childOf(d, "AnyNetX_E", "depths do not decrease from stage to stage",
                                  [](AnyNetShape& shape) { shape.depths = Order::NonDecreasing; });
    const DesignSpace x = regNetX(e);
    DesignSpace two = x;
    two.name = "RegNetX_wm=2";
    two.parent = x.name;
    two.note = "RegNetX whose levels double";
    std::get<RegnetShape>(two.shape).wm = fixedAt(2);
    DesignSpace same = x;
    same.name = "RegNetX_w0=wa";
    same.parent = x.name;
    same.note = "RegNetX whose line starts at its slope";
    std::get<RegnetShape>(same.shape).isW0EqualToWa = true;
    return {a, b, c, d, e, x, two, same, regNetY(x)};
}

struct FlopRegime
{
    const char* name;
    double flops;
};
constexpr std::array flopRegimes{FlopRegime{"200MF", 200e6}, FlopRegime{"400MF", 400e6},
                                 FlopRegime{"600MF", 600e6}, FlopRegime{"800MF", 800e6},
                                 FlopRegime{"1.6GF", 1.6e9}, FlopRegime{"3.2GF", 3.2e9},
                                 FlopRegime{"6.4GF", 6.4e9}, FlopRegime{"12.8GF", 12.8e9},
                                 FlopRegime{"16GF", 16e9},   FlopRegime{"32GF", 32e9}};

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

void fitToCpu(DesignSpace& space)
{
    space.stem = {StemType::ResStemCifar, 16};
    space.head.classes = 10;
    space.resolution = fixedAt(32);
    space.limits.flops = {2'500'000, 3'000'000};
    if (auto* anynet = std::get_if<AnyNetShape>(&space.shape)) {
        anynet->depth = logUniform(1, 5, 1);
        anynet->width = logUniform(8, 256, 8);
    } else {
        auto& regnet = std::get<RegnetShape>(space.shape);
        regnet.depth = uniform(4, 20, 1);
        regnet.w0 = logUniform(8, 64, 8);
        regnet.wa = logUniform(8, 64, 0.1);
    }
}

std::string names(std::string_view separator)
{
    std::string text;
    for (const DesignSpace& space : paperSpaces())
        text += (text.empty() ? "" : std::string(separator)) + space.name;
    return text;
}

void applyRegime(DesignSpace& space, std::string_view name)
{
    if (lowerCase(name) == "cpu") {
        fitToCpu(space);
        return;
    }
    for (const FlopRegime& regime : flopRegimes) {
        if (lowerCase(regime.name) != lowerCase(name)) continue;
        const auto flops = static_cast<std::int64_t>(regime.flops);
        const bool isSection3 = flops == 400'000'000;
        space.limits.flops = {isSection3 ? 360'000'000 : flops - flops / 100,
                              isSection3 ? flops : flops + flops / 100};
        return;
    }
    std::string known = "cpu";
    for (const FlopRegime& regime : flopRegimes)
        known += std::string(", ") + regime.name;
    throwBadInput("regime", "\"" + std::string(name) + "\" is unknown", "one of " + known);
}

} // namespace

const std::vector<DesignSpace>& paperSpaces()
{
    static const std::vector<DesignSpace> spaces = makePaperSpaces();
    return spaces;
}

const std::vector<Regime>& regimes()
{
    static const std::vector<Regime> all = [] {
        std::vector<Regime> list{{"cpu", "32 px, 10 classes, 2.5 to 3 M multiply-adds: for two CPU cores"}};
        for (const FlopRegime& regime : flopRegimes)
            list.push_back({regime.name, regime.flops == 400e6 ? "224 px, 360 to 400 M multiply-adds"
                                                               : "224 px, within 1 % of the number"});
        return list;
    }();
    return all;
}

DesignSpace builtInSpace(std::string_view name)
{
    const std::size_t at = name.find('@');
    const std::string wanted = lowerCase(name.substr(0, at));
    for (const DesignSpace& known : paperSpaces()) {
        if (lowerCase(known.name) != wanted) continue;
        DesignSpace space = known;
        if (at != std::string_view::npos) {
            const std::string_view regime = name.substr(at + 1);
            applyRegime(space, regime);
            space.name += "@" + std::string(regime);
            if (!space.parent.empty()) space.parent += "@" + std::string(regime);
        }
        return space;
    }
    throwBadInput("space", "\"" + std::string(name) + "\" is unknown", "one of " + names(", "));
}

} // namespace regnet
