// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/weight_names.h"

#include "core/problem.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>

namespace regnet {
namespace {

constexpr std::array<std::string_view, 3> namingNames{"pycls", "torchvision", "timm"};

/// Beginnings of names within a block, pycls's beside the others'. Each ends in a point, so that none is the
/// beginning of another one.
struct PartNames
{
    std::string_view pycls, torchvision, timm;
};
constexpr std::array<PartNames, 10> blockParts{{{"f.a.", "f.a.0.", "conv1.conv."},
                                                {"f.a_bn.", "f.a.1.", "conv1.bn."},
                                                {"f.b.", "f.b.0.", "conv2.conv."},
                                                {"f.b_bn.", "f.b.1.", "conv2.bn."},
                                                {"f.se.f_ex.0.", "f.se.fc1.", "se.fc1."},
                                                {"f.se.f_ex.2.", "f.se.fc2.", "se.fc2."},
                                                {"f.c.", "f.c.0.", "conv3.conv."},
                                                {"f.c_bn.", "f.c.1.", "conv3.bn."},
                                                {"proj.", "proj.0.", "downsample.conv."},
                                                {"bn.", "proj.1.", "downsample.bn."}}};
constexpr std::array<PartNames, 5> outerParts{{{"stem.conv.", "stem.0.", "stem.conv."},
                                               {"stem.bn.", "stem.1.", "stem.bn."},
                                               {"head.fc.", "fc.", "head.fc."},
                                               {"head.conv.", "", "final_conv.conv."},
                                               {"head.bn.", "", "final_conv.bn."}}};

std::string_view nameIn(const PartNames& part, WeightNaming naming)
{
    switch (naming) {
    case WeightNaming::Pycls:
        return part.pycls;
    case WeightNaming::Torchvision:
        return part.torchvision;
    case WeightNaming::Timm:
        return part.timm;
    }
    return {};
}

struct BlockPlace
{
    std::int64_t stage = 0, block = 0; ///< from 1
    std::string_view rest;             ///< "f.a.weight"
};

/// Reads a number off the front and then `end`.
bool takeNumber(std::string_view& text, std::int64_t& number, std::string_view end)
{
    const auto [last, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || number < 0 || number > 100'000) return false;
    text.remove_prefix(static_cast<std::size_t>(last - text.data()));
    if (!text.starts_with(end)) return false;
    text.remove_prefix(end.size());
    return true;
}

std::optional<BlockPlace> blockPlace(std::string_view name, WeightNaming naming)
{
    BlockPlace place;
    if (naming == WeightNaming::Torchvision) { // trunk_output.block1.block1-0.
        std::int64_t again = 0;
        constexpr std::string_view begin = "trunk_output.block";
        if (!name.starts_with(begin)) return std::nullopt;
        name.remove_prefix(begin.size());
        if (!takeNumber(name, place.stage, ".block") || !takeNumber(name, again, "-") ||
            !takeNumber(name, place.block, ".") || again != place.stage)
            return std::nullopt;
        ++place.block;
    } else { // s1.b1.
        if (!name.starts_with('s')) return std::nullopt;
        name.remove_prefix(1);
        if (!takeNumber(name, place.stage, ".b") || !takeNumber(name, place.block, ".")) return std::nullopt;
    }
    if (place.stage < 1 || place.block < 1) return std::nullopt;
    place.rest = name;
    return place;
}

std::string blockPrefix(const BlockPlace& place, WeightNaming naming)
{
    if (naming == WeightNaming::Torchvision)
        return fmt::format("trunk_output.block{0}.block{0}-{1}.", place.stage, place.block - 1);
    return fmt::format("s{}.b{}.", place.stage, place.block);
}

/// "conv1.conv.weight" with the names of one program as "f.a.weight" with those of another.
template <std::size_t Count>
std::optional<std::string> renamed(std::string_view name, const std::array<PartNames, Count>& parts,
                                   WeightNaming from, WeightNaming to)
{
    for (const PartNames& part : parts) {
        const std::string_view begin = nameIn(part, from), other = nameIn(part, to);
        if (begin.empty() || other.empty() || !name.starts_with(begin)) continue;
        const std::string_view rest = name.substr(begin.size());
        if (rest.find('.') == std::string_view::npos) return std::string(other) + std::string(rest);
    }
    return std::nullopt;
}

std::optional<std::string> renamed(std::string_view name, WeightNaming from, WeightNaming to)
{
    if (from == to) return std::string(name);
    if (const auto place = blockPlace(name, from)) {
        const auto rest = renamed(place->rest, blockParts, from, to);
        if (!rest) return std::nullopt;
        return blockPrefix(*place, to) + *rest;
    }
    return renamed(name, outerParts, from, to);
}

/// Collects the shapes of a network in the order of its modules.
class ShapeList
{
public:
    void conv(const std::string& name, std::int64_t output, std::int64_t input, std::int64_t kernel,
              bool hasBias = false)
    {
        add(name + ".weight", {output, input, kernel, kernel});
        if (hasBias) add(name + ".bias", {output});
    }
    void norm(const std::string& name, std::int64_t width)
    {
        for (const char* part : {".weight", ".bias", ".running_mean", ".running_var"})
            add(name + part, {width});
        add(name + ".num_batches_tracked", {});
    }
    void add(std::string name, std::vector<std::int64_t> shape)
    {
        m_shapes.push_back({std::move(name), std::move(shape)});
    }
    std::vector<NamedShape> take() { return std::move(m_shapes); }

private:
    std::vector<NamedShape> m_shapes;
};

bool isResidual(BlockType block)
{
    switch (block) {
    case BlockType::V:
    case BlockType::Vanilla:
        return false;
    case BlockType::X:
    case BlockType::R:
    case BlockType::VR:
    case BlockType::ResBasic:
    case BlockType::ResBottleneckLinear:
        break;
    }
    return true;
}

void addBlock(ShapeList& list, const std::string& prefix, const Network& network, const Stage& stage,
              std::int64_t input, bool isFirst)
{
    const BlockType block = network.block;
    const bool changes = input != stage.width || (isFirst && stage.stride != 1);
    if (isResidual(block) && block != BlockType::ResBottleneckLinear && changes) {
        list.conv(prefix + "proj", stage.width, input, 1);
        list.norm(prefix + "bn", stage.width);
    }
    const std::string f = isResidual(block) ? prefix + "f." : prefix;
    if (!hasBottleneck(block)) {
        list.conv(f + "a", stage.width, input, 3);
        list.norm(f + "a_bn", stage.width);
        if (block != BlockType::Vanilla && block != BlockType::ResBasic) return;
        list.conv(f + "b", stage.width, stage.width, 3);
        list.norm(f + "b_bn", stage.width);
        return;
    }
    const std::int64_t bottleneck = bottleneckWidth(stage, block);
    const auto squeezed =
        static_cast<std::int64_t>(std::nearbyint(static_cast<double>(input) * network.seRatio));
    list.conv(f + "a", bottleneck, input, 1);
    list.norm(f + "a_bn", bottleneck);
    list.conv(f + "b", bottleneck, bottleneck / groups(stage, block), 3);
    list.norm(f + "b_bn", bottleneck);
    if (squeezed > 0) {
        list.conv(f + "se.f_ex.0", squeezed, bottleneck, 1, true);
        list.conv(f + "se.f_ex.2", bottleneck, squeezed, 1, true);
    }
    list.conv(f + "c", stage.width, bottleneck, 1);
    list.norm(f + "c_bn", stage.width);
}

} // namespace

std::string_view nameOf(WeightNaming naming)
{
    return namingNames[static_cast<std::size_t>(naming)];
}

WeightNaming weightNamingOf(std::string_view name)
{
    for (std::size_t i = 0; i < namingNames.size(); ++i)
        if (name == namingNames[i]) return static_cast<WeightNaming>(i);
    throwBadInput("names of the weights", "are \"" + std::string(name) + "\"", "pycls, torchvision or timm");
}

std::vector<NamedShape> weightShapes(const Network& network)
{
    ShapeList list;
    list.conv("stem.conv", network.stem.width, 3, network.stem.type == StemType::ResStemIn ? 7 : 3);
    list.norm("stem.bn", network.stem.width);
    std::int64_t width = network.stem.width;
    for (std::size_t s = 0; s < network.stages.size(); ++s)
        for (std::int64_t b = 0; b < network.stages[s].depth; ++b) {
            addBlock(list, fmt::format("s{}.b{}.", s + 1, b + 1), network, network.stages[s], width, b == 0);
            width = network.stages[s].width;
        }
    if (network.head.width > 0) {
        list.conv("head.conv", network.head.width, width, 1);
        list.norm("head.bn", network.head.width);
        width = network.head.width;
    }
    list.add("head.fc.weight", {network.head.classes, width});
    list.add("head.fc.bias", {network.head.classes});
    return list.take();
}

std::optional<std::string> fromPycls(std::string_view name, WeightNaming naming)
{
    return renamed(name, WeightNaming::Pycls, naming);
}

std::optional<std::string> toPycls(std::string_view name, WeightNaming naming)
{
    return renamed(name, naming, WeightNaming::Pycls);
}

WeightNaming namingOf(std::span<const NamedShape> weights)
{
    for (const NamedShape& weight : weights) {
        if (weight.name.starts_with("trunk_output.") || weight.name.starts_with("stem.0."))
            return WeightNaming::Torchvision;
        if (weight.name.find(".conv1.conv.") != std::string::npos) return WeightNaming::Timm;
    }
    return WeightNaming::Pycls;
}

} // namespace regnet
