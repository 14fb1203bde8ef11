// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/network/reference.h"

#include <fstream>
#include <map>
#include <stdexcept>

namespace regnet {
namespace {

BlockType blockOf(const std::string& name)
{
    static const std::map<std::string, BlockType> blocks{
        {"res_bottleneck_block", BlockType::X},
        {"res_bottleneck_linear_block", BlockType::ResBottleneckLinear},
        {"res_basic_block", BlockType::ResBasic},
        {"vanilla_block", BlockType::Vanilla}};
    return blocks.at(name);
}

StemType stemOf(const std::string& name)
{
    static const std::map<std::string, StemType> stems{{"simple_stem_in", StemType::SimpleStemIn},
                                                       {"res_stem_in", StemType::ResStemIn},
                                                       {"res_stem_cifar", StemType::ResStemCifar}};
    return stems.at(name);
}

} // namespace

const nlohmann::json& pyclsReference(const std::string& name)
{
    static std::map<std::string, nlohmann::json> files;
    auto [file, isNew] = files.try_emplace(name);
    if (isNew) {
        std::ifstream stream(std::string(REGNET_TEST_DATA) + "/pycls/" + name + ".json");
        if (!stream) throw std::runtime_error("cannot read " + name + ".json");
        file->second = nlohmann::json::parse(stream);
    }
    return file->second;
}

LinearWidths lineOfCase(const nlohmann::json& row)
{
    return {row.at("d"), row.at("w0"), row.at("wa"), row.at("wm")};
}

NetworkSpec specOfCase(const nlohmann::json& row)
{
    NetworkSpec spec;
    spec.stem = {stemOf(row.at("stem_type")), row.at("stem_w")};
    spec.block = blockOf(row.at("block_type"));
    spec.seRatio = row.at("se_on").get<bool>() ? row.at("se_r").get<double>() : 0;
    spec.head = {row.at("head_w"), row.at("num_classes")};
    spec.resolution = row.at("im_size");
    if (row.contains("regnet")) {
        const auto& r = row.at("regnet");
        spec.regnet = RegnetParameters{{r.at("depth"), r.at("w0"), r.at("wa"), r.at("wm")},
                                       1 / r.at("bot_mul").get<double>(),
                                       r.at("group_w"),
                                       r.at("stride")};
        return spec;
    }
    const auto& anynet = row.at("anynet");
    for (std::size_t i = 0; i < anynet.at("depths").size(); ++i) {
        Stage stage{anynet.at("widths")[i], anynet.at("depths")[i], anynet.at("strides")[i]};
        if (!anynet.at("bot_muls").empty()) {
            stage.bottleneckRatio = 1 / anynet.at("bot_muls")[i].get<double>();
            stage.groupWidth = anynet.at("group_ws")[i];
        }
        spec.stages.push_back(stage);
    }
    return spec;
}

} // namespace regnet
