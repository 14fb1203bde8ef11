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

DesignSpace derived(const DesignSpace& parent, std::string name, std::string note)
{
    DesignSpace child = parent;
    child.parent = parent.name;
    child.name = std::move(name);
    child.note = std::move(note);
    return child;
}

RegnetShape& line(DesignSpace& space)
{
    return std::get<RegnetShape>(space.shape);
}

/// The other blocks (Figures 10 and 23): R has one group whatever g says, V and VR know no b and
/// g.
DesignSpace withBlock(const DesignSpace& of, BlockType block, const char* name, const char* parent)
{
    DesignSpace space = derived(of, name, "");
    space.parent = parent;
    space.block = block;
    space.note = of.name + " with the block " + std::string(nameOf(block));
    std::visit(
        [&](auto& shape) {
            shape.groupWidth = fixedAt(8);
            if (!hasBottleneck(block)) shape.bottleneckRatio = fixedAt(1);
        },
        space.shape);
    return space;
}

void addOtherBlocks(std::vector<DesignSpace>& spaces, const DesignSpace& a, const DesignSpace& e,
                    const DesignSpace& x)
{
    struct Row
    {
        BlockType block;
        const char* a;
        const char* e;
        const char* regnet;
    };
    for (const Row& row : {Row{BlockType::R, "AnyNetR_A", "AnyNetR_E", "RegNetR"},
                           Row{BlockType::V, "AnyNetV_A", "AnyNetV_E", "RegNetV"},
                           Row{BlockType::VR, "AnyNetVR_A", "AnyNetVR_E", "RegNetVR"}}) {
        spaces.push_back(withBlock(a, row.block, row.a, ""));
        spaces.push_back(withBlock(e, row.block, row.e, row.a));
        spaces.push_back(withBlock(x, row.block, row.regnet, row.e));
    }
}

/// The side branches of Figure 7, and the generalisations of Figures 10 and 19.
void addOrdersAndStages(std::vector<DesignSpace>& spaces, const DesignSpace& a, const DesignSpace& c,
                        const DesignSpace& d, const DesignSpace& e, const DesignSpace& x)
{
    spaces.push_back(childOf(c, "AnyNetX_C_w_equal", "all widths equal, for comparison",
                             [](AnyNetShape& shape) { shape.widths = Order::Equal; }));
    spaces.push_back(childOf(c, "AnyNetX_C_w_nonincreasing", "widths do not increase, for comparison",
                             [](AnyNetShape& shape) { shape.widths = Order::NonIncreasing; }));
    spaces.push_back(childOf(d, "AnyNetX_D_d_equal", "all depths equal, for comparison",
                             [](AnyNetShape& shape) { shape.depths = Order::Equal; }));
    spaces.push_back(childOf(d, "AnyNetX_D_d_nonincreasing", "depths do not increase, for comparison",
                             [](AnyNetShape& shape) { shape.depths = Order::NonIncreasing; }));
    DesignSpace a5 = derived(a, "AnyNetX_A_5_stages", "AnyNetX_A with five stages");
    a5.parent.clear();
    std::get<AnyNetShape>(a5.shape).stages = 5;
    DesignSpace e5 = derived(e, "AnyNetX_E_5_stages", "AnyNetX_E with five stages");
    e5.parent = a5.name;
    std::get<AnyNetShape>(e5.shape).stages = 5;
    DesignSpace x5 = derived(x, "RegNetX_5_stages", "RegNetX with five stages");
    x5.parent = e5.name;
    line(x5).fewestStages = line(x5).mostStages = 5;
    DesignSpace x3 = derived(x, "RegNetX_3_stages", "RegNetX with three stages");
    x3.parent.clear();
    line(x3).fewestStages = line(x3).mostStages = 3;
    for (DesignSpace* space : {&a5, &e5, &x5, &x3})
        spaces.push_back(std::move(*space));
}

/// Section 4, "RegNetX constrained": b = 1, d <= 40, wm >= 2, params and activations under the curves.
void addConstrained(std::vector<DesignSpace>& spaces, const DesignSpace& x)
{
    DesignSpace c = derived(x, "RegNetX_constrained",
                            "b = 1, d <= 40, wm >= 2, params and activations under the paper's curves");
    line(c).bottleneckRatio = fixedAt(1);
    line(c).depth = uniform(1, 40, 1);
    line(c).wm = logUniform(2, 3, 0.001);
    c.limits.curves = {true, true, {}};
    DesignSpace deep =
        derived(c, "RegNetX_constrained_12_le_d_le_28", "RegNetX_constrained with 12 <= d <= 28");
    line(deep).depth = uniform(12, 28, 1);
    DesignSpace twenty = derived(deep, "RegNetX_constrained_d=20", "RegNetX_constrained with 20 blocks");
    line(twenty).depth = fixedAt(20);
    for (DesignSpace* space : {&c, &deep, &twenty})
        spaces.push_back(std::move(*space));
}

/// Section 4's other questions (Figures 14, 19, 20).
void addAlternatives(std::vector<DesignSpace>& spaces, const DesignSpace& x, const DesignSpace& y)
{
    DesignSpace one = derived(x, "RegNetX_b=1", "RegNetX with b = 1");
    line(one).bottleneckRatio = fixedAt(1);
    DesignSpace inverted = derived(x, "RegNetX_inverted", "inverted bottleneck: b = 1/8, 1/4, 1/2 or 1");
    inverted.parent.clear(); // b < 1 is not in RegNetX
    line(inverted).bottleneckRatio = power2(0.125, 1);
    DesignSpace half = derived(inverted, "RegNetX_b=0.5", "inverted bottleneck with b = 1/2");
    line(half).bottleneckRatio = fixedAt(0.5);
    DesignSpace depthwise = derived(inverted, "RegNetX_depthwise", "inverted bottleneck with g = 1");
    line(depthwise).groupWidth = fixedAt(1);
    DesignSpace sides = derived(x, "RegNetX_r_le_448",
                                "resolutions of 64 to 448 px in steps of 32 (the paper says r <= 448 only)");
    sides.parent.clear();
    sides.resolution = uniform(64, 448, 32);
    DesignSpace swishX = derived(x, "RegNetX_swish", "RegNetX with Swish (SiLU)");
    swishX.activation = Activation::Silu;
    DesignSpace swishY = derived(y, "RegNetY_swish", "RegNetY with Swish (SiLU)");
    swishY.activation = Activation::Silu;
    DesignSpace depthwiseY = derived(y, "RegNetY_g=1", "RegNetY with g = 1");
    line(depthwiseY).groupWidth = fixedAt(1);
    DesignSpace swishDepthwise = derived(swishY, "RegNetY_swish_g=1", "RegNetY with Swish and g = 1");
    line(swishDepthwise).groupWidth = fixedAt(1);
    DesignSpace z =
        derived(x, "RegNetZ",
                "pycls's linear bottleneck with b = 1/4, SE and SiLU in RegNetX's ranges (its paper "
                "names single networks only)");
    z.parent.clear();
    z.block = BlockType::ResBottleneckLinear;
    z.seRatio = 0.25;
    z.activation = Activation::Silu;
    line(z).bottleneckRatio = fixedAt(0.25);
    for (DesignSpace* space :
         {&one, &inverted, &half, &depthwise, &sides, &swishX, &swishY, &depthwiseY, &swishDepthwise, &z})
        spaces.push_back(std::move(*space));
}

/// pycls's regnet_sampler, as its defaults are and as its sweep cifar_regnet sets it
/// (pycls/sweep/samplers.py, configs/sweeps/cifar/cifar_regnet.yaml).
void addPycls(std::vector<DesignSpace>& spaces)
{
    DesignSpace defaults;
    defaults.name = "pycls_regnet";
    defaults.note = "pycls's RegNet sampler with its defaults: good up to 16 GF";
    RegnetShape shape;
    shape.depth = uniform(12, 28, 1);
    shape.w0 = logUniform(8, 256, 8);
    shape.wa = logUniform(8, 256, 0.1);
    shape.wm = logUniform(2, 3, 0.001);
    shape.groupWidth = power2OrLogUniform(8, 128, 8);
    shape.bottleneckRatio = power2(1, 1);
    defaults.shape = shape;
    spaces.push_back(defaults);
    DesignSpace cifar = defaults;
    cifar.name = "cifar_regnet";
    cifar.note = "pycls's sweep for CIFAR-10: two stages, 120 to 130 MF";
    cifar.stem = {StemType::ResStemCifar, 16};
    cifar.seRatio = 0.25;
    cifar.head.classes = 10;
    cifar.resolution = fixedAt(32);
    line(cifar).depth = uniform(6, 16, 1);
    line(cifar).groupWidth = power2OrLogUniform(1, 32, 8);
    line(cifar).fewestStages = line(cifar).mostStages = 2;
    cifar.limits.flops = {120'000'000, 130'000'000};
    cifar.limits.params.high = 2'000'000;
    cifar.limits.activations.high = 1'000'000;
    spaces.push_back(cifar);
}

/// The spaces of "On Network Design Spaces for Visual Recognition" that are networks of stages, on CIFAR-10:
/// three stages with strides 1, 2, 2. Its table gives minimum, maximum and number of values; where these are
/// powers of two the values follow, for Vanilla and ResNet they are our choice, even in the logarithm.
void addNds(std::vector<DesignSpace>& spaces)
{
    DesignSpace base;
    base.stem = {StemType::ResStemCifar, 16};
    base.head.classes = 10;
    base.resolution = fixedAt(32);
    AnyNetShape shape;
    shape.stages = 3;
    shape.strides = {1, 2, 2};
    shape.depth = listed({1, 2, 3, 4, 6, 8, 12, 16, 24});
    shape.width = listed({16, 20, 28, 36, 44, 56, 72, 92, 120, 156, 200, 256});
    shape.bottleneckRatio = fixedAt(1);
    shape.groupWidth = fixedAt(8);
    const auto add = [&](const char* name, BlockType block, const char* note) {
        base.name = name;
        base.block = block;
        base.note = note;
        base.shape = shape;
        spaces.push_back(base);
    };
    add("NDS_Vanilla", BlockType::Vanilla,
        "two 3x3 convs a block; values evenly spaced in the logarithm by us");
    add("NDS_ResNet", BlockType::ResBasic, "the residual block; values evenly spaced in the logarithm by us");
    shape.depth = power2(1, 16);
    shape.width = power2(16, 256);
    shape.bottleneckRatio = power2(1, 4);
    shape.groupWidth = power2(1, 4);
    shape.isGroupCount = true;
    add("NDS_ResNeXt-A", BlockType::X, "group_width counts groups: 1, 2 or 4");
    shape.width = power2(64, 1024);
    shape.groupWidth = power2(1, 16);
    add("NDS_ResNeXt-B", BlockType::X, "wider, with 1 to 16 groups");
}

std::vector<DesignSpace> makeAllSpaces()
{
    std::vector<DesignSpace> spaces = makePaperSpaces();
    const DesignSpace a = spaces[0];
    const DesignSpace c = spaces[2];
    const DesignSpace d = spaces[3];
    const DesignSpace e = spaces[4];
    const DesignSpace x = spaces[5];
    const DesignSpace y = spaces[8];
    addOrdersAndStages(spaces, a, c, d, e, x);
    addOtherBlocks(spaces, a, e, x);
    addConstrained(spaces, x);
    addAlternatives(spaces, x, y);
    addPycls(spaces);
    addNds(spaces);
    return spaces;
}

struct FlopRegime
{
    const char* name;
    double flops;
};
constexpr std::array flopRegimes{
    FlopRegime{"200MF", 200e6}, FlopRegime{"400MF", 400e6},   FlopRegime{"600MF", 600e6},
    FlopRegime{"800MF", 800e6}, FlopRegime{"1.6GF", 1.6e9},   FlopRegime{"3.2GF", 3.2e9},
    FlopRegime{"4GF", 4e9},     FlopRegime{"6.4GF", 6.4e9},   FlopRegime{"8GF", 8e9},
    FlopRegime{"12GF", 12e9},   FlopRegime{"12.8GF", 12.8e9}, FlopRegime{"16GF", 16e9},
    FlopRegime{"32GF", 32e9}};

/// For CPUs: CIFAR's sizes, and a window of FLOPs for all spaces, so that their populations compare.
struct CpuRegime
{
    const char* name;
    std::int64_t leastFlops;
    std::int64_t mostFlops;
    double mostBlocksOfStage; ///< of AnyNets
    double mostWidth;
    double mostBlocks;    ///< of RegNets
    double mostLineWidth; ///< of w0 and wa
    const char* note;
};
constexpr std::array cpuRegimes{CpuRegime{"cpu", 2'500'000, 3'000'000, 5, 256, 20, 64,
                                          "32 px, 10 classes, 2.5 to 3 M multiply-adds: for two CPU cores"},
                                CpuRegime{"cpu-10MF", 9'000'000, 10'000'000, 8, 384, 32, 128,
                                          "32 px, 10 classes, 9 to 10 M multiply-adds"},
                                CpuRegime{"cpu-40MF", 36'000'000, 40'000'000, 10, 512, 40, 192,
                                          "32 px, 10 classes, 36 to 40 M multiply-adds"}};

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

void fitToCpu(DesignSpace& space, const CpuRegime& regime)
{
    if (space.resolution == fixedAt(32))
        throwBadInput("regime",
                      std::string(regime.name) + " does not apply to " + space.name +
                          ", which is made for 32 px",
                      space.name + " with a limit of FLOPs");
    space.stem = {StemType::ResStemCifar, 16};
    space.head.classes = 10;
    space.resolution = fixedAt(32);
    space.limits.flops = {regime.leastFlops, regime.mostFlops};
    if (auto* anynet = std::get_if<AnyNetShape>(&space.shape)) {
        anynet->depth = logUniform(1, regime.mostBlocksOfStage, 1);
        anynet->width = logUniform(8, regime.mostWidth, 8);
    } else {
        auto& regnet = std::get<RegnetShape>(space.shape);
        if (regnet.depth == uniform(1, 63, 1)) regnet.depth = uniform(4, regime.mostBlocks, 1);
        regnet.w0 = logUniform(8, regime.mostLineWidth, 8);
        regnet.wa = logUniform(8, regime.mostLineWidth, 0.1);
    }
}

std::string names(std::string_view separator)
{
    std::string text;
    for (const DesignSpace& space : builtInSpaces())
        text += (text.empty() ? "" : std::string(separator)) + space.name;
    return text;
}

void applyRegime(DesignSpace& space, std::string_view name)
{
    for (const CpuRegime& regime : cpuRegimes)
        if (lowerCase(regime.name) == lowerCase(name)) return fitToCpu(space, regime);
    for (const FlopRegime& regime : flopRegimes) {
        if (lowerCase(regime.name) != lowerCase(name)) continue;
        const auto flops = static_cast<std::int64_t>(regime.flops);
        const bool isSection3 = flops == 400'000'000;
        space.limits.flops = {isSection3 ? 360'000'000 : flops - flops / 100,
                              isSection3 ? flops : flops + flops / 100};
        if (space.limits.curves.any()) space.limits.curves.flops = flops;
        return;
    }
    std::string known;
    for (const Regime& regime : regimes())
        known += (known.empty() ? "" : ", ") + regime.name;
    throwBadInput("regime", "\"" + std::string(name) + "\" is unknown", "one of " + known);
}

} // namespace

const std::vector<DesignSpace>& paperSpaces()
{
    static const std::vector<DesignSpace> spaces = makePaperSpaces();
    return spaces;
}

const std::vector<DesignSpace>& builtInSpaces()
{
    static const std::vector<DesignSpace> spaces = makeAllSpaces();
    return spaces;
}

const std::vector<Regime>& regimes()
{
    static const std::vector<Regime> all = [] {
        std::vector<Regime> list;
        for (const CpuRegime& regime : cpuRegimes)
            list.push_back({regime.name, regime.note});
        for (const FlopRegime& regime : flopRegimes)
            list.push_back({regime.name, regime.flops == 400e6 ? "224 px, 360 to 400 M multiply-adds"
                                                               : "224 px, within 1 % of the number"});
        return list;
    }();
    return all;
}

DesignSpace inRegime(DesignSpace space, std::string_view regime)
{
    applyRegime(space, regime);
    space.name += "@" + std::string(regime);
    if (!space.parent.empty()) space.parent += "@" + std::string(regime);
    return space;
}

DesignSpace builtInSpace(std::string_view name)
{
    const std::size_t at = name.find('@');
    const std::string wanted = lowerCase(name.substr(0, at));
    for (const DesignSpace& known : builtInSpaces()) {
        if (lowerCase(known.name) != wanted) continue;
        return at == std::string_view::npos ? known : inRegime(known, name.substr(at + 1));
    }
    throwBadInput("space", "\"" + std::string(name) + "\" is unknown", "one of " + names(", "));
}

} // namespace regnet
