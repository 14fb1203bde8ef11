// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/pycls_config.h"

#include "core/format/text_file.h"
#include "core/format/yaml_document.h"
#include "core/network/group_compatibility.h"
#include "core/text/readable.h"
#include "core/text/utf8.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <initializer_list>
#include <optional>
#include <utility>

namespace regnet {
namespace {

constexpr std::size_t largestConfig = 1 << 20;

template <class Enum>
using Names = std::initializer_list<std::pair<const char*, Enum>>;

constexpr std::array<std::pair<const char*, BlockType>, 4> blockNames{
    {{"vanilla_block", BlockType::Vanilla},
     {"res_basic_block", BlockType::ResBasic},
     {"res_bottleneck_block", BlockType::X},
     {"res_bottleneck_linear_block", BlockType::ResBottleneckLinear}}};
constexpr std::array<std::pair<const char*, StemType>, 3> stemNames{
    {{"simple_stem_in", StemType::SimpleStemIn},
     {"res_stem_in", StemType::ResStemIn},
     {"res_stem_cifar", StemType::ResStemCifar}}};
constexpr std::array<std::pair<const char*, Activation>, 3> activationNames{
    {{"relu", Activation::Relu}, {"silu", Activation::Silu}, {"swish", Activation::Silu}}};

/// Sections and keys of all versions of pycls, which refuses any other: a misspelt one would be passed over,
/// and the network would have the default. "_type" its log adds to what it writes, and so checkpoints have
/// it.
constexpr std::initializer_list<const char*> sectionNames{
    "ANYNET",      "BN",        "CFG_DEST",     "CUDNN",
    "DATA_LOADER", "DESC",      "DIST_BACKEND", "DOWNLOAD_CACHE",
    "EN",          "FSDP",      "HOST",         "LAUNCH",
    "LN",          "LOG_DEST",  "LOG_PERIOD",   "MAX_GPUS_PER_NODE",
    "MEM",         "MODEL",     "NUM_GPUS",     "NUM_GPUS_PER_NODE",
    "NUM_NODES",   "OPTIM",     "OUT_DIR",      "PORT",
    "PORT_RANGE",  "PREC_TIME", "REGNET",       "RESNET",
    "RNG_SEED",    "TEST",      "TRAIN",        "UNINET",
    "VERBOSE",     "VGG",       "VIT",          "_type"};
constexpr std::initializer_list<const char*> modelKeys{"TYPE",         "DEPTH",          "NUM_CLASSES",
                                                       "LOSS_FUN",     "ACTIVATION_FUN", "ACTIVATION_INPLACE",
                                                       "SCALING_TYPE", "SCALING_FACTOR"};
constexpr std::initializer_list<const char*> trainKeys{
    "DATASET",           "SPLIT",           "BATCH_SIZE",       "IM_SIZE",
    "AUTO_RESUME",       "WEIGHTS",         "START_CHECKPOINT", "EVAL_PERIOD",
    "CHECKPOINT_PERIOD", "MIXED_PRECISION", "LABEL_SMOOTHING",  "MIXUP_ALPHA",
    "MIXUP_SWITCH_PROB", "CUTMIX_ALPHA",    "PCA_STD",          "AUGMENT"};

/// One section of the configuration; its keys are read by name.
class Section
{
public:
    Section(const YAML::Node& root, const char* name, const std::string& file, const std::string& prefix)
        : m_name(prefix + name), m_file(file)
    {
        const YAML::Node found = root[name];
        if (!found) return;
        if (!found.IsMap()) throwBadInput(place(found, {}), "is no section", "keys with values");
        m_node.reset(found);
        if (const auto unclear = unclearKey(found))
            throwBadInput(place(unclear->key, text(unclear->key)), unclear->wrong, unclear->right);
    }

    explicit operator bool() const { return m_node.IsMap(); }

    void allowOnly(std::initializer_list<const char*> keys) const
    {
        if (!*this) return;
        for (const auto& entry : m_node) {
            const std::string key = text(entry.first);
            if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
            std::string names;
            for (const char* one : keys)
                names += (names.empty() ? "" : ", ") + std::string(one);
            throwBadInput(place(entry.first, shortened(key, longestShownName)), "is not a key of pycls",
                          "one of " + names);
        }
    }

    std::string text(const char* key, const char* fallback) const
    {
        const YAML::Node node = find(key);
        return node ? text(node) : fallback;
    }

    double number(const char* key, double fallback) const
    {
        const YAML::Node node = find(key);
        return node ? number(key, node) : fallback;
    }

    std::int64_t whole(const char* key, std::int64_t fallback) const
    {
        const YAML::Node node = find(key);
        return node ? whole(key, node) : fallback;
    }

    bool flag(const char* key, bool fallback) const
    {
        const YAML::Node node = find(key);
        if (!node) return fallback;
        bool value = false;
        if (!node.IsScalar() || !YAML::convert<bool>::decode(node, value))
            throwBadInput(place(node, key), "is " + shown(node), "True or False");
        return value;
    }

    template <class Enum, std::size_t N>
    Enum choice(const char* key, const std::array<std::pair<const char*, Enum>, N>& names,
                Enum fallback) const
    {
        const YAML::Node node = find(key);
        if (!node) return fallback;
        std::string all;
        for (const auto& [name, value] : names) {
            if (node.IsScalar() && node.Scalar() == name) return value;
            all += (all.empty() ? "" : ", ") + std::string(name);
        }
        throwBadInput(place(node, key), "is " + shown(node), "one of " + all);
    }

    template <class T>
    std::vector<T> list(const char* key) const
    {
        std::vector<T> values;
        const YAML::Node node = find(key);
        if (!node) return values;
        if (!node.IsSequence()) throwBadInput(place(node, key), "is " + shown(node), "a list in brackets");
        for (const YAML::Node& item : node) {
            if constexpr (std::is_same_v<T, double>)
                values.push_back(number(key, item));
            else
                values.push_back(whole(key, item));
        }
        return values;
    }

    /// "net.yaml:4, REGNET.W0"
    std::string place(const char* key) const { return place(find(key), key); }

private:
    YAML::Node find(const char* key) const
    {
        if (!*this) return YAML::Node(YAML::NodeType::Undefined);
        const YAML::Node node = m_node[key];
        if (!node.IsDefined()) return YAML::Node(YAML::NodeType::Undefined);
        // To pycls it is None, and not the default.
        if (node.IsNull())
            throwBadInput(place(lineOfKey(m_node, key), key), "is empty", "a value, or no such key");
        return node;
    }

    std::string place(const YAML::Node& node, const std::string& key) const
    {
        const YAML::Node& known = node.IsDefined() ? node : m_node;
        return place(known.IsDefined() ? known.Mark().line : -1, key);
    }

    /// `line` is counted from 0; -1: of the file as a whole.
    std::string place(int line, const std::string& key) const
    {
        const std::string field = key.empty() ? m_name : m_name + "." + key;
        return line < 0 ? m_file + ", " + field : fmt::format("{}:{}, {}", m_file, line + 1, field);
    }

    static std::string text(const YAML::Node& node)
    {
        return node.IsScalar() ? node.Scalar() : std::string();
    }

    static std::string shown(const YAML::Node& node)
    {
        if (!node.IsScalar()) return node.IsSequence() ? "a list" : "a section";
        const std::string& value = node.Scalar();
        return shortened(value, 40);
    }

    double number(const char* key, const YAML::Node& node) const
    {
        double value = 0;
        if (!node.IsScalar() || !YAML::convert<double>::decode(node, value))
            throwBadInput(place(node, key), "is " + shown(node), "a number");
        if (hasLeadingZero(node.Scalar()))
            throwBadInput(place(node, key), "is " + shown(node), "a number that does not begin with 0");
        return value;
    }

    std::int64_t whole(const char* key, const YAML::Node& node) const
    {
        const double value = number(key, node);
        if (!(std::abs(value) <= static_cast<double>(largestSize)) || std::floor(value) != value)
            throwBadInput(place(node, key), "is " + shown(node), "a whole number up to 2^53");
        return static_cast<std::int64_t>(value);
    }

    YAML::Node m_node{YAML::NodeType::Undefined};
    std::string m_name;
    const std::string& m_file;
};

void requireKnownSections(const YAML::Node& root, const std::string& file, const std::string& prefix)
{
    for (const auto& entry : root) {
        if (!entry.first.IsScalar()) continue;
        const std::string& name = entry.first.Scalar();
        if (std::ranges::find(sectionNames, name) != sectionNames.end()) continue;
        throwBadInput(fmt::format("{}:{}, {}{}", file, entry.first.Mark().line + 1, prefix,
                                  shortened(name, longestShownName)),
                      "is not a section of pycls", "MODEL, REGNET, ANYNET, TRAIN, or another one of it");
    }
}

/// What REGNET and ANYNET have in common.
void readCommon(const Section& section, NetworkSpec& spec)
{
    spec.stem.type = section.choice("STEM_TYPE", stemNames, StemType::SimpleStemIn);
    spec.stem.width = section.whole("STEM_W", 32);
    spec.block = section.choice("BLOCK_TYPE", blockNames, BlockType::X);
    spec.seRatio = section.flag("SE_ON", false) ? section.number("SE_R", 0.25) : 0;
    spec.head.width = section.whole("HEAD_W", 0);
}

double ratioOf(double multiplier, const std::string& place)
{
    if (!(multiplier > 0) || std::isinf(multiplier))
        throwBadInput(place, "is " + shortest(multiplier), "a number above 0");
    return 1 / multiplier;
}

void readRegnet(const Section& section, NetworkSpec& spec)
{
    section.allowOnly({"STEM_TYPE", "STEM_W", "BLOCK_TYPE", "STRIDE", "SE_ON", "SE_R", "DEPTH", "W0", "WA",
                       "WM", "GROUP_W", "BOT_MUL", "HEAD_W"});
    readCommon(section, spec);
    RegnetParameters regnet;
    regnet.line = {section.whole("DEPTH", 10), section.number("W0", 32), section.number("WA", 5),
                   section.number("WM", 2.5)};
    regnet.groupWidth = section.whole("GROUP_W", 16);
    regnet.stride = section.whole("STRIDE", 2);
    regnet.bottleneckRatio = ratioOf(section.number("BOT_MUL", 1), section.place("BOT_MUL"));
    spec.regnet = regnet;
}

void readAnynet(const Section& section, NetworkSpec& spec)
{
    section.allowOnly({"STEM_TYPE", "STEM_W", "BLOCK_TYPE", "DEPTHS", "WIDTHS", "STRIDES", "BOT_MULS",
                       "GROUP_WS", "HEAD_W", "SE_ON", "SE_R"});
    readCommon(section, spec);
    const auto depths = section.list<std::int64_t>("DEPTHS");
    const auto widths = section.list<std::int64_t>("WIDTHS");
    const auto strides = section.list<std::int64_t>("STRIDES");
    const auto multipliers = section.list<double>("BOT_MULS");
    const auto groupWidths = section.list<std::int64_t>("GROUP_WS");
    if (depths.empty()) throwBadInput(section.place("DEPTHS"), "has no stage", "the blocks of each stage");
    const auto requireLength = [&](const char* key, std::size_t length) {
        if (length == depths.size() || (length == 0 && !hasBottleneck(spec.block) && key[0] != 'W' &&
                                        std::string_view(key) != "STRIDES"))
            return;
        throwBadInput(section.place(key), fmt::format("has {} entries", length),
                      fmt::format("{}, as DEPTHS", depths.size()));
    };
    requireLength("WIDTHS", widths.size());
    requireLength("STRIDES", strides.size());
    requireLength("BOT_MULS", multipliers.size());
    requireLength("GROUP_WS", groupWidths.size());
    for (std::size_t i = 0; i < depths.size(); ++i) {
        Stage stage{widths[i], depths[i], strides[i]};
        if (!multipliers.empty()) stage.bottleneckRatio = ratioOf(multipliers[i], section.place("BOT_MULS"));
        if (!groupWidths.empty()) stage.groupWidth = groupWidths[i];
        spec.stages.push_back(stage);
    }
}

/// Problems of a spec, told with the keys of the file.
void requireLegal(const NetworkSpec& spec, const Section& network, const Section& model, const Section& train)
{
    static constexpr std::array<std::pair<std::string_view, const char*>, 14> keys{
        {{"regnet.depth", "DEPTH"},
         {"regnet.w0", "W0"},
         {"regnet.wa", "WA"},
         {"regnet.wm", "WM"},
         {"regnet.stride", "STRIDE"},
         {"regnet.group_width", "GROUP_W"},
         {"regnet.bottleneck_ratio", "BOT_MUL"},
         {"width", "WIDTHS"},
         {"depth", "DEPTHS"},
         {"stride", "STRIDES"},
         {"group_width", "GROUP_WS"},
         {"bottleneck_ratio", "BOT_MULS"},
         {"stem.width", "STEM_W"},
         {"head.width", "HEAD_W"}}};
    const auto problems = check(spec);
    if (problems.empty()) return;
    Problem problem = problems.front();
    const auto bracket = problem.where.find("].");
    const std::string field =
        bracket == std::string::npos ? problem.where : problem.where.substr(bracket + 2);
    if (field == "head.classes")
        problem.where = model.place("NUM_CLASSES");
    else if (field == "resolution")
        problem.where = train.place("IM_SIZE");
    else if (field == "se_ratio")
        problem.where = network.place("SE_R");
    for (const auto& [name, key] : keys)
        if (field == name) problem.where = network.place(key);
    if (field.ends_with("bottleneck_ratio"))
        problem.right =
            "a multiplier below 1, or a whole number (a bottleneck ratio of " + problem.right + ")";
    throw Error(problem);
}

/// pycls compares types: what is a float there needs a point.
std::string floating(double value)
{
    const std::string text = shortest(value);
    return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

std::string listOf(const std::vector<std::string>& items)
{
    return fmt::format("[{}]", fmt::join(items, ", "));
}

template <class Get>
std::string stageList(const std::vector<Stage>& stages, Get get)
{
    std::vector<std::string> items;
    for (const Stage& stage : stages)
        items.push_back(get(stage));
    return listOf(items);
}

std::string commonKeys(const Network& network)
{
    std::string text;
    for (const auto& [name, value] : stemNames)
        if (value == network.stem.type) text += fmt::format("  STEM_TYPE: {}\n", name);
    text += fmt::format("  STEM_W: {}\n", network.stem.width);
    const BlockType block = network.block == BlockType::R ? BlockType::X : network.block;
    for (const auto& [name, value] : blockNames)
        if (value == block) text += fmt::format("  BLOCK_TYPE: {}\n", name);
    if (network.seRatio > 0) text += fmt::format("  SE_ON: True\n  SE_R: {}\n", floating(network.seRatio));
    if (network.head.width > 0) text += fmt::format("  HEAD_W: {}\n", network.head.width);
    return text;
}

} // namespace

NetworkSpec parsePyclsConfig(std::string_view text, const std::string& file)
{
    if (text.size() > largestConfig) throwBadInput(file, "has more than 1 MiB", "a pycls configuration");
    return pyclsConfigFrom(yamlDocument(text, file), file, {});
}

NetworkSpec pyclsConfigFrom(const YAML::Node& root, const std::string& file, const std::string& prefix)
{
    if (!root.IsMap()) throwBadInput(file, "is no configuration", "sections such as MODEL and REGNET");
    if (const auto found = unclearKey(root))
        throwBadInput(fmt::format("{}:{}, {}{}", file, found->key.Mark().line + 1, prefix,
                                  shortened(found->key.Scalar(), longestShownName)),
                      found->wrong, found->right);
    requireKnownSections(root, file, prefix);
    const Section model(root, "MODEL", file, prefix);
    const Section train(root, "TRAIN", file, prefix);
    model.allowOnly(modelKeys);
    train.allowOnly(trainKeys);
    const Section regnet(root, "REGNET", file, prefix);
    const Section anynet(root, "ANYNET", file, prefix);
    const std::string type = model.text("TYPE", regnet || !anynet ? "regnet" : "anynet");
    if (type != "regnet" && type != "anynet")
        throwBadInput(model.place("TYPE"), "is " + type, "regnet or anynet");
    const bool isRegnet = type == "regnet";
    if (!(isRegnet ? regnet : anynet))
        throwBadInput(file + ", " + prefix + (isRegnet ? "REGNET" : "ANYNET"), "is missing",
                      "the network's section");
    NetworkSpec spec;
    if (isRegnet)
        readRegnet(regnet, spec);
    else
        readAnynet(anynet, spec);
    spec.head.classes = model.whole("NUM_CLASSES", 10);
    spec.activation = model.choice("ACTIVATION_FUN", activationNames, Activation::Relu);
    spec.resolution = train.whole("IM_SIZE", 224);
    requireLegal(spec, isRegnet ? regnet : anynet, model, train);
    return spec;
}

NetworkSpec readPyclsConfig(const std::filesystem::path& file)
{
    return parsePyclsConfig(readTextFile(file), file.string());
}

std::string pyclsConfig(const NetworkSpec& spec)
{
    if (spec.block == BlockType::V || spec.block == BlockType::VR)
        throwFailed("block", fmt::format("is {}, which pycls does not have", nameOf(spec.block)),
                    "X, R, vanilla, res_basic or res_bottleneck_linear");
    const Network network = realise(spec);
    const bool isLine = spec.regnet.has_value() && spec.block != BlockType::R;
    std::string text = fmt::format("MODEL:\n  TYPE: {}\n  NUM_CLASSES: {}\n", isLine ? "regnet" : "anynet",
                                   network.head.classes);
    if (network.activation != Activation::Relu)
        text += fmt::format("  ACTIVATION_FUN: {}\n", nameOf(network.activation));
    text += isLine ? "REGNET:\n" : "ANYNET:\n";
    text += commonKeys(network);
    if (isLine) {
        const RegnetParameters& regnet = *spec.regnet;
        text += fmt::format("  STRIDE: {}\n  DEPTH: {}\n  W0: {}\n  WA: {}\n  WM: {}\n  GROUP_W: {}\n"
                            "  BOT_MUL: {}\n",
                            regnet.stride, regnet.line.depth, static_cast<std::int64_t>(regnet.line.w0),
                            floating(regnet.line.wa), floating(regnet.line.wm), regnet.groupWidth,
                            floating(multiplierOf(regnet.bottleneckRatio)));
    } else {
        const auto& stages = network.stages;
        text += "  DEPTHS: " + stageList(stages, [](const Stage& s) { return std::to_string(s.depth); });
        text += "\n  WIDTHS: " + stageList(stages, [](const Stage& s) { return std::to_string(s.width); });
        text += "\n  STRIDES: " + stageList(stages, [](const Stage& s) { return std::to_string(s.stride); });
        text += "\n";
        if (hasBottleneck(network.block)) {
            text += "  BOT_MULS: " + stageList(stages, [](const Stage& s) {
                        return floating(multiplierOf(s.bottleneckRatio));
                    });
            text += "\n  GROUP_WS: " +
                    stageList(stages, [](const Stage& s) { return std::to_string(s.groupWidth); }) + "\n";
        }
    }
    return text + fmt::format("TRAIN:\n  IM_SIZE: {}\n", network.resolution);
}

} // namespace regnet
