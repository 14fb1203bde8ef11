// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/nds.h"

#include "core/format/json_stream.h"
#include "core/network/complexity.h"
#include "core/network/network_json.h"
#include "core/problem.h"
#include "core/text/readable.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace regnet {
namespace {

/// net{} of a record, as far as it speaks of stages.
struct Net
{
    std::string block;
    std::vector<double> depths, widths, strides, multipliers, groups;
    double stemWidth = 0;
};

struct Record
{
    Member member;
    std::optional<double> error, bestEpoch;
    std::string label;
    Net net;
};

std::vector<double> numbers(JsonStream& json)
{
    std::vector<double> values;
    if (json.peek() != JsonStream::Kind::Array) {
        json.skip();
        return values;
    }
    json.beginArray();
    while (json.nextItem())
        values.push_back(json.number());
    return values;
}

void put(Member& member, const char* name, double value)
{
    if (std::isfinite(value)) member.properties[name] = value;
}

/// A count, a time or a setting; NaN where it is not known.
double amount(JsonStream& json, std::string_view key)
{
    const JsonStream::Kind kind = json.peek();
    const std::string name(key);
    if (kind != JsonStream::Kind::Number && kind != JsonStream::Kind::Other)
        json.fail("has no number as " + name, "a number of at least 0");
    const double value = json.number();
    if (value < 0) json.fail("has " + shortest(value) + " as " + name, "a number of at least 0");
    return value;
}

void readNet(JsonStream& json, Net& net)
{
    json.beginObject();
    std::string_view key;
    while (json.nextKey(key)) {
        if (key == "block_type" && json.peek() == JsonStream::Kind::String)
            net.block = json.text();
        else if (key == "ds")
            net.depths = numbers(json);
        else if (key == "ws")
            net.widths = numbers(json);
        else if (key == "ss")
            net.strides = numbers(json);
        else if (key == "bot_muls" || key == "bms")
            net.multipliers = numbers(json);
        else if (key == "num_gs")
            net.groups = numbers(json);
        else if (key == "stem_w" && json.peek() == JsonStream::Kind::Number)
            net.stemWidth = json.number();
        else
            json.skip();
    }
}

void readOptimiser(JsonStream& json, Member& member)
{
    json.beginObject();
    std::string_view key;
    while (json.nextKey(key)) {
        if (key == "base_lr")
            put(member, "learning_rate", amount(json, key));
        else if (key == "wd")
            put(member, "weight_decay", amount(json, key));
        else
            json.skip();
    }
}

std::optional<double> finite(double value)
{
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// The lowest of a list; only looked at where the record has no minimum of its own.
std::optional<double> lowestOf(JsonStream& json)
{
    std::optional<double> lowest;
    for (const double value : numbers(json))
        if (std::isfinite(value)) lowest = std::min(lowest.value_or(value), value);
    return lowest;
}

/// Properties that are called as in the record.
constexpr std::array amounts{"flops", "params", "prec_time", "iter_time", "rng_seed"};

Record readRecord(JsonStream& json)
{
    Record record;
    Member& member = record.member;
    json.beginObject();
    std::string_view key;
    while (json.nextKey(key)) {
        const JsonStream::Kind kind = json.peek();
        if (key == "min_test_top1") {
            if (kind != JsonStream::Kind::Number && kind != JsonStream::Kind::Other)
                json.fail("has a min_test_top1 that is no number", "an error in %");
            record.error = finite(json.number());
        } else if (key == "test_ep_top1" && kind == JsonStream::Kind::Array) {
            record.error ? json.skip() : static_cast<void>(record.bestEpoch = lowestOf(json));
        } else if (key == "net" && kind == JsonStream::Kind::Object) {
            readNet(json, record.net);
        } else if (key == "optim" && kind == JsonStream::Kind::Object) {
            readOptimiser(json, member);
        } else if (const auto* known = std::ranges::find(amounts, key); known != amounts.end()) {
            put(member, *known, amount(json, *known));
        } else if (key == "job_id" && kind == JsonStream::Kind::Number) {
            member.label = shortest(json.number());
        } else if (key == "job_id" && kind == JsonStream::Kind::String) {
            member.label = json.text();
        } else {
            json.skip();
        }
    }
    return record;
}

constexpr std::array<std::pair<std::string_view, BlockType>, 8> blocks{
    {{"vanilla_block", BlockType::Vanilla},
     {"double_plain_block", BlockType::Vanilla},
     {"plain_block", BlockType::V},
     {"res_basic_block", BlockType::ResBasic},
     {"residual_basic_block", BlockType::ResBasic},
     {"res_bottleneck_block", BlockType::X},
     {"residual_bottleneck_block", BlockType::X},
     {"res_bot_block", BlockType::X}}};

bool isCount(double value)
{
    return value >= 1 && value <= 65'536 && value == std::floor(value);
}

/// Stages as the record lists them, before it is known whether they are what it trained.
std::vector<Stage> stagesOf(const Net& net, BlockType block)
{
    const std::size_t count = net.depths.size();
    if (count == 0 || net.widths.size() != count) return {};
    std::vector<Stage> stages;
    for (std::size_t i = 0; i < count; ++i) {
        if (!isCount(net.depths[i]) || !isCount(net.widths[i])) return {};
        Stage stage{static_cast<std::int64_t>(net.widths[i]), static_cast<std::int64_t>(net.depths[i])};
        if (i < net.strides.size() && isCount(net.strides[i]))
            stage.stride = static_cast<std::int64_t>(net.strides[i]);
        if (hasBottleneck(block)) {
            const double multiplier =
                i < net.multipliers.size() && net.multipliers[i] > 0 ? net.multipliers[i] : 1;
            const double groups = i < net.groups.size() && isCount(net.groups[i]) ? net.groups[i] : 1;
            stage.bottleneckRatio = 1 / multiplier;
            stage.groupWidth = std::max<std::int64_t>(
                1, static_cast<std::int64_t>(std::nearbyint(net.widths[i] * multiplier) / groups));
        }
        stages.push_back(stage);
    }
    return stages;
}

/// A network is taken for known where FLOPs and parameters agree to the last one with what was trained.
class Identification
{
public:
    std::optional<NetworkSpec> networkOf(const Record& record)
    {
        const double* flops = record.member.properties.find("flops");
        const double* params = record.member.properties.find("params");
        const auto* block =
            std::ranges::find(blocks, record.net.block, [](const auto& b) { return b.first; });
        if (flops == nullptr || params == nullptr || block == blocks.end() || m_misses > missesBeforeGivingUp)
            return std::nullopt;
        NetworkSpec spec;
        spec.block = block->second;
        spec.stages = stagesOf(record.net, block->second);
        spec.head.classes = 10;
        spec.resolution = 32;
        if (spec.stages.empty()) return std::nullopt;
        std::vector<Stem> stems{m_stem};
        if (!m_isStemKnown)
            for (const StemType type : {StemType::ResStemCifar, StemType::SimpleStemIn})
                for (const std::int64_t width : {16, 32, 64, 12, 8, 24})
                    stems.push_back({type, width});
        if (isCount(record.net.stemWidth))
            stems.front().width = static_cast<std::int64_t>(record.net.stemWidth);
        for (const Stem& stem : stems) {
            spec.stem = stem;
            if (!agrees(spec, *flops, *params)) continue;
            m_stem = stem;
            m_isStemKnown = true;
            m_misses = 0;
            return spec;
        }
        ++m_misses;
        return std::nullopt;
    }

private:
    /// A file of other networks is not worth a try for each of them.
    static constexpr int missesBeforeGivingUp = 1000;

    static bool agrees(const NetworkSpec& spec, double flops, double params)
    {
        if (!check(spec).empty()) return false;
        try {
            const Network network = realise(spec);
            if (network.stages != spec.stages && hasBottleneck(spec.block)) return false;
            const Cost total = cost(network);
            return static_cast<double>(total.flops) == flops && static_cast<double>(total.params) == params;
        } catch (const Error&) {
            return false;
        }
    }

    Stem m_stem{StemType::ResStemCifar, 16};
    bool m_isStemKnown = false;
    int m_misses = 0;
};

void judge(Record& record, JsonStream& json)
{
    const std::optional<double> error = record.error ? record.error : record.bestEpoch;
    Member& member = record.member;
    member.state = error ? Member::State::Finished : Member::State::Failed;
    if (!error) return;
    if (!isErrorPercent(*error)) json.fail("has the error " + shortest(*error), "0 to 100 (%)");
    member.error = *error;
}

void putStages(Member& member, const Net& net)
{
    double depth = 0;
    for (const double d : net.depths)
        depth += d;
    if (!net.depths.empty()) put(member, "depth", depth);
    for (std::size_t i = 0; i < net.widths.size() && i < 8; ++i) {
        put(member, ("width_" + std::to_string(i + 1)).c_str(), net.widths[i]);
        if (i < net.depths.size()) put(member, ("depth_" + std::to_string(i + 1)).c_str(), net.depths[i]);
    }
}

ImportedPopulation readList(JsonStream& json, const std::string& where, const std::string& name)
{
    ImportedPopulation imported;
    Population& population = imported.population;
    population.name = name;
    population.source = where;
    population.errorKind = "best epoch on the test set";
    population.recipe = "NDS";
    Identification identification;
    json.beginArray();
    while (json.nextItem()) {
        if (json.peek() != JsonStream::Kind::Object) json.fail("is no record of NDS", "an object");
        Record record = readRecord(json);
        judge(record, json);
        if (record.member.label.empty()) record.member.label = std::to_string(population.members.size());
        putStages(record.member, record.net);
        imported.networks.push_back(identification.networkOf(record));
        if (imported.networks.back()) record.member.networkHash = hashOf(realise(*imported.networks.back()));
        population.members.push_back(std::move(record.member));
    }
    return imported;
}

} // namespace

bool looksLikeNds(std::string_view text)
{
    const std::string_view begin = text.substr(0, 1 << 16);
    for (const char* word : {"\"min_test_top1\"", "\"test_ep_top1\"", "\"train_ep_top1\""})
        if (begin.find(word) != std::string_view::npos) return true;
    return false;
}

std::vector<ImportedPopulation> ndsPopulations(std::string_view text, const std::string& where,
                                               const std::string& name)
{
    JsonStream json(text, where);
    std::vector<ImportedPopulation> all;
    if (json.peek() == JsonStream::Kind::Array) {
        all.push_back(readList(json, where, name));
    } else {
        json.beginObject();
        std::string_view key;
        while (json.nextKey(key)) {
            const std::string part(key);
            all.push_back(readList(json, where, name + " " + part));
        }
    }
    json.finish();
    return all;
}

} // namespace regnet
