// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/pycls_sweep.h"

#include "core/format/pycls_config.h"
#include "core/network/network_json.h"
#include "core/problem.h"
#include "core/text/readable.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>

namespace regnet {
namespace {

using nlohmann::json;

/// A record of a job, or a part of it, that knows its place for error sentences.
class Record
{
public:
    Record(const json& object, std::string where) : m_object(&object), m_where(std::move(where)) {}

    const std::string& where() const { return m_where; }
    std::string whereIs(std::string_view field) const { return m_where + "." + std::string(field); }

    /// The part of that name; none where it is missing or null.
    std::optional<Record> part(const char* field) const
    {
        const json* value = find(field);
        if (value == nullptr) return std::nullopt;
        if (!value->is_object()) wrong(field, *value, "an object");
        return Record(*value, whereIs(field));
    }

    std::optional<double> number(const char* field) const
    {
        const json* value = find(field);
        if (value == nullptr) return std::nullopt;
        if (!value->is_number()) wrong(field, *value, "a number");
        return value->get<double>();
    }

    std::string text(const char* field) const
    {
        const json* value = find(field);
        if (value == nullptr) return {};
        if (!value->is_string()) wrong(field, *value, "a text");
        return value->get<std::string>();
    }

    /// Numbers of a list; NaN for null. Empty where it is missing.
    std::vector<double> numbers(const char* field) const
    {
        std::vector<double> result;
        const json* list = find(field);
        if (list == nullptr) return result;
        if (!list->is_array()) wrong(field, *list, "a list of numbers");
        result.reserve(list->size());
        for (const json& value : *list) {
            if (!value.is_number() && !value.is_null())
                wrong(std::string(field) + "[" + std::to_string(result.size()) + "]", value, "a number");
            result.push_back(value.is_null() ? std::numeric_limits<double>::quiet_NaN()
                                             : value.get<double>());
        }
        return result;
    }

private:
    const json* find(const char* field) const
    {
        const auto found = m_object->find(field);
        return found == m_object->end() || found->is_null() ? nullptr : &*found;
    }

    [[noreturn]] void wrong(std::string_view field, const json& value, std::string right) const
    {
        throwBadInput(whereIs(field), std::string("is a JSON ") + value.type_name(), std::move(right));
    }

    const json* m_object;
    std::string m_where;
};

std::string lowerCase(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool tellsOfAnEnd(const std::string& errors)
{
    constexpr std::array words{"traceback", "error",        "exception",     "crash",       "killed",
                               "cancelled", "segmentation", "out of memory", "core dumped", "terminated"};
    const std::string text = lowerCase(errors);
    return std::ranges::any_of(words, [&](const char* word) { return text.find(word) != std::string::npos; });
}

bool saysOnlyWarnings(const std::string& errors)
{
    std::size_t begin = 0;
    while (begin < errors.size()) {
        const std::size_t end = std::min(errors.find('\n', begin), errors.size());
        const std::string line = lowerCase(errors.substr(begin, end - begin));
        const bool isBlank = line.find_first_not_of(" \t\r") == std::string::npos;
        if (!isBlank && line.find("warn") == std::string::npos) return false;
        begin = end + 1;
    }
    return true;
}

struct Epochs
{
    std::optional<double> lowestError;
    double done = 0; ///< share of the planned epochs
    double planned = 0;
};

Epochs epochsOf(const Record& record)
{
    Epochs epochs;
    for (const double error : record.numbers("min_top1_err")) {
        if (!std::isfinite(error)) continue;
        if (!isErrorPercent(error))
            throwBadInput(record.whereIs("min_top1_err"), "has the error " + shortest(error), "0 to 100 (%)");
        epochs.lowestError = std::min(epochs.lowestError.value_or(error), error);
    }
    const std::vector<double> reached = record.numbers("epoch_ind");
    const std::vector<double> planned = record.numbers("epoch_max");
    if (!reached.empty() && !planned.empty() && planned.back() > 0) {
        epochs.planned = planned.back();
        epochs.done = reached.back() / planned.back();
    } else if (epochs.lowestError) {
        epochs.done = 1; // a log without these fields: all that there is to know is that it has errors
    }
    return epochs;
}

/// State and error of a job, as the header says.
void judge(Member& member, const std::optional<Epochs>& epochs, const std::string& errors)
{
    if (epochs && epochs->done >= 1) {
        member.state = epochs->lowestError ? Member::State::Finished : Member::State::Failed;
        member.error = epochs->lowestError.value_or(0);
        return;
    }
    const bool hasEnded = tellsOfAnEnd(errors) || (!epochs && !saysOnlyWarnings(errors));
    member.state = hasEnded ? Member::State::Failed : Member::State::Pending;
}

void put(Member& member, const char* name, std::optional<double> value)
{
    if (value && std::isfinite(*value)) member.properties[name] = *value;
}

std::optional<double> log10Of(std::optional<double> value)
{
    if (!value || *value <= 0) return std::nullopt;
    return std::log10(*value);
}

std::optional<double> scaled(std::optional<double> value, double factor)
{
    if (!value) return std::nullopt;
    return *value * factor;
}

void putRegnet(Member& member, const Record& regnet)
{
    struct Row
    {
        const char* field;
        const char* pycls;
        const char* ours;
    };
    constexpr std::array rows{Row{"DEPTH", "regnet_depth", "depth"}, Row{"W0", "regnet_w0", "w0"},
                              Row{"WA", "regnet_wa", "wa"}, Row{"WM", "regnet_wm", "wm"},
                              Row{"GROUP_W", "regnet_gw", "group_width"}};
    for (const Row& row : rows) {
        put(member, row.pycls, regnet.number(row.field));
        put(member, row.ours, regnet.number(row.field));
    }
    const std::optional<double> multiplier = regnet.number("BOT_MUL");
    put(member, "regnet_bm", multiplier);
    if (multiplier && *multiplier > 0) put(member, "bottleneck_ratio", 1 / *multiplier);
}

void putConfig(Member& member, const Record& config)
{
    if (const auto regnet = config.part("REGNET")) putRegnet(member, *regnet);
    if (const auto training = config.part("TRAIN")) {
        put(member, "resolution", training->number("IM_SIZE"));
        put(member, "batch_size", training->number("BATCH_SIZE"));
    }
    if (const auto optimiser = config.part("OPTIM")) {
        const auto rate = optimiser->number("BASE_LR");
        const auto decay = optimiser->number("WEIGHT_DECAY");
        put(member, "epochs", optimiser->number("MAX_EPOCH"));
        put(member, "learning_rate", rate);
        put(member, "weight_decay", decay);
        put(member, "lr", log10Of(rate));
        put(member, "wd", log10Of(decay));
        if (log10Of(rate) && log10Of(decay)) put(member, "lr_wd", *log10Of(rate) + *log10Of(decay));
    }
}

/// The network that a configuration describes; none for those that this program does not build (EfficientNet,
/// ViT, ...). JSON is YAML, so the reader of configurations reads it.
std::optional<NetworkSpec> networkOf(const json& config, const std::string& where)
{
    json sections = json::object();
    for (const char* section : {"MODEL", "REGNET", "ANYNET", "RESNET"})
        if (const auto found = config.find(section); found != config.end()) sections[section] = *found;
    if (const auto found = config.find("TRAIN"); found != config.end() && found->is_object())
        if (const auto size = found->find("IM_SIZE"); size != found->end())
            sections["TRAIN"]["IM_SIZE"] = *size;
    if (!sections.contains("REGNET") && !sections.contains("ANYNET")) return std::nullopt;
    try {
        const std::string text = sections.dump(-1, ' ', false, json::error_handler_t::replace);
        NetworkSpec spec = parsePyclsConfig(text, where);
        realise(spec);
        return spec;
    } catch (const Error&) {
        return std::nullopt;
    }
}

std::optional<double> meanOf(const std::vector<double>& values)
{
    if (values.empty()) return std::nullopt;
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

void putMeasurements(Member& member, const Record& job)
{
    if (const auto counts = job.part("complexity")) {
        put(member, "flops", counts->number("flops"));
        put(member, "params", counts->number("params"));
        put(member, "activations", counts->number("acts"));
        put(member, "acts", scaled(counts->number("acts"), 1e-6));
    }
    if (const auto times = job.part("epoch_times"))
        put(member, "epoch_fw_bw", times->number("train_fw_bw_time"));
    if (const auto training = job.part("train_epoch")) {
        const std::vector<double> memory = training->numbers("mem");
        if (!memory.empty()) put(member, "memory", std::ranges::max(memory) / 1e3);
        put(member, "epoch_time", meanOf(training->numbers("time_epoch")));
    }
}

/// "000123" of "/x/logs/000123/stdout.log".
std::string jobName(const std::string& logFile, std::size_t index)
{
    const std::size_t end = logFile.rfind('/');
    if (end == std::string::npos || end == 0) return std::to_string(index);
    const std::size_t begin = logFile.rfind('/', end - 1);
    return logFile.substr(begin == std::string::npos ? 0 : begin + 1,
                          end - (begin == std::string::npos ? 0 : begin + 1));
}

struct Job
{
    Member member;
    std::optional<NetworkSpec> network;
};

Job jobOf(const json& entry, std::size_t index, const std::string& where)
{
    const std::string place = where + ", entry " + std::to_string(index);
    if (!entry.is_object()) throwBadInput(place, std::string("is a JSON ") + entry.type_name(), "an object");
    const Record job(entry, place);
    Job answer;
    Member& member = answer.member;
    member.label = jobName(job.text("log_file"), index);
    if (const auto config = job.part("cfg")) {
        putConfig(member, *config);
        answer.network = networkOf(entry.at("cfg"), place);
        if (answer.network) member.networkHash = hashOf(realise(*answer.network));
    }
    putMeasurements(member, job);
    std::optional<Epochs> epochs;
    if (const auto tested = job.part("test_ema_epoch")) {
        epochs = epochsOf(*tested);
        put(member, "done", epochs->done);
    }
    judge(member, epochs, job.text("err"));
    return answer;
}

/// What all jobs agree on and what decides the error, in words; "mixed" where they differ.
std::string recipeOf(const Population& population)
{
    const auto common = [&](const char* name) -> std::string {
        std::optional<double> value;
        for (const Member& member : population.members) {
            const double* found = member.properties.find(name);
            if (found == nullptr) continue;
            if (value && *value != *found) return "mixed";
            value = *found;
        }
        return value ? shortest(*value) : std::string();
    };
    std::string recipe = "pycls";
    const auto add = [&](const std::string& value, const std::string& unit) {
        if (!value.empty()) recipe += ", " + value + " " + unit;
    };
    add(common("epochs"), "epochs");
    add(common("resolution"), "px");
    add(common("batch_size"), "a batch");
    return recipe;
}

} // namespace

bool isPyclsSweep(const json& value)
{
    if (!value.is_array()) return false;
    if (value.empty()) return true;
    const json& first = value.front();
    if (!first.is_object()) return false;
    return first.contains("log_file") || first.contains("cfg") || first.contains("test_ema_epoch");
}

Population pyclsSweep(const json& value, const std::string& where)
{
    return importedPyclsSweep(value, where).population;
}

ImportedPopulation importedPyclsSweep(const json& value, const std::string& where)
{
    if (!value.is_array()) throwBadInput(where, "is no pycls sweep", "a JSON list of job records");
    ImportedPopulation imported;
    Population& population = imported.population;
    population.source = where;
    population.errorKind = "best epoch on the test set (EMA)";
    population.members.reserve(value.size());
    for (std::size_t i = 0; i < value.size(); ++i) {
        Job job = jobOf(value[i], i, where);
        population.members.push_back(std::move(job.member));
        imported.networks.push_back(std::move(job.network));
    }
    population.recipe = recipeOf(population);
    return imported;
}

} // namespace regnet
