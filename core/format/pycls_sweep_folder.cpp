// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/pycls_sweep_folder.h"

#include "core/format/pycls_config.h"
#include "core/format/pycls_sweep_setup.h"
#include "core/format/text_file.h"
#include "core/network/complexity.h"
#include "core/network/group_compatibility.h"
#include "core/network/network_json.h"
#include "core/problem.h"
#include "core/space/space_json.h"
#include "core/text/readable.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cmath>
#include <unistd.h>

namespace regnet {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// What YAML says of a scalar without quotes.
json scalar(const std::string& text)
{
    if (text == "True" || text == "true") return true;
    if (text == "False" || text == "false") return false;
    json value = json::parse(text, nullptr, /*throw=*/false);
    return value.is_number() ? value : json(text);
}

json toJson(const YAML::Node& node)
{
    if (node.IsScalar()) return scalar(node.Scalar());
    json value = node.IsMap() ? json::object() : json::array();
    for (const auto& entry : node) {
        if (node.IsMap())
            value[entry.first.Scalar()] = toJson(entry.second);
        else
            value.push_back(toJson(entry));
    }
    return value;
}

/// PyYAML takes 5e-05 for a text, and yacs an integer for no float.
std::string yamlNumber(double value)
{
    std::string text = shortest(value);
    if (const std::size_t exponent = text.find('e'); exponent != std::string::npos) {
        if (text.find('.') == std::string::npos) text.insert(exponent, ".0");
    } else if (text.find('.') == std::string::npos) {
        text += ".0";
    }
    return text;
}

std::string yamlValue(const json& value)
{
    if (value.is_number_float()) return yamlNumber(value.get<double>());
    if (value.is_array()) {
        std::string items;
        for (const json& item : value)
            items += (items.empty() ? "" : ", ") + yamlValue(item);
        return "[" + items + "]";
    }
    return value.dump();
}

/// Sections with keys; texts of our own besides.
std::string yaml(const json& config)
{
    std::string text;
    for (const auto& [section, content] : config.items()) {
        if (!content.is_object()) {
            text += section + ": " + yamlValue(content) + "\n";
            continue;
        }
        text += section + ":\n";
        for (const auto& [key, value] : content.items())
            text += "  " + key + ": " + yamlValue(value) + "\n";
    }
    return text;
}

const char* policyOf(Schedule schedule)
{
    switch (schedule) {
    case Schedule::Cosine:
        return "cos";
    case Schedule::Linear:
        return "lin";
    case Schedule::Exponential:
        return "exp";
    case Schedule::Steps:
        break;
    }
    return "steps";
}

/// The recipe in pycls's words, as far as pycls has them.
json recipeSections(const TrainingSpec& training)
{
    const Recipe& r = training.recipe;
    json config;
    config["OPTIM"] = {{"BASE_LR", r.baseLearningRate},
                       {"LR_POLICY", policyOf(r.schedule)},
                       {"MAX_EPOCH", r.epochs},
                       {"MIN_LR", r.minLearningRate},
                       {"MOMENTUM", r.momentum},
                       {"DAMPENING", r.dampening},
                       {"NESTEROV", r.nesterov},
                       {"WARMUP_EPOCHS", static_cast<std::int64_t>(std::llround(r.warmupEpochs))},
                       {"WARMUP_FACTOR", r.warmupFactor},
                       {"WEIGHT_DECAY", r.weightDecay},
                       {"EMA_ALPHA", r.emaAlpha},
                       {"EMA_UPDATE_PERIOD", r.emaAlpha > 0 ? r.emaPeriod : 0}};
    if (r.schedule == Schedule::Steps) {
        config["OPTIM"]["STEPS"] = r.steps;
        config["OPTIM"]["LR_MULT"] = r.stepFactor;
    }
    config["BN"] = {{"USE_CUSTOM_WEIGHT_DECAY", true},
                    {"CUSTOM_WEIGHT_DECAY", r.batchNormWeightDecay},
                    {"USE_PRECISE_STATS", r.preciseNormImages > 0},
                    {"NUM_SAMPLES_PRECISE", r.preciseNormImages}};
    config["TRAIN"] = {{"DATASET", training.dataSet.name},
                       {"BATCH_SIZE", r.batchSize},
                       {"LABEL_SMOOTHING", r.labelSmoothing},
                       {"MIXUP_ALPHA", r.mixup}};
    config["TEST"] = {{"DATASET", training.dataSet.name},
                      {"BATCH_SIZE", r.batchSize},
                      {"IM_SIZE", training.dataSet.resolution}};
    config["RNG_SEED"] = training.seed;
    return config;
}

std::vector<std::string> inexpressible(const TrainingSpec& training)
{
    const Recipe& r = training.recipe;
    std::vector<std::string> notes;
    const auto add = [&](bool isSo, const char* words) {
        if (isSo) notes.emplace_back(words);
    };
    add(r.warmupEpochs != std::floor(r.warmupEpochs), "pycls warms up whole epochs: the number is rounded");
    add(r.isPerBatch, "pycls changes the learning rate once an epoch, the recipe with every batch");
    add(r.cropPadding != 4 && !r.randomSizedCrop,
        "pycls pads CIFAR's images by 4 pixels, the recipe otherwise");
    add(!r.flip, "pycls flips images, the recipe does not");
    add(r.trainImages != 0 || r.testImages != 0,
        "pycls uses all images of a data set, the recipe some of them");
    add(r.heldOutImages != 0, "pycls holds no images out");
    add(r.accumulation != 1, "pycls takes a batch at once");
    add(training.dataSet.name != "cifar10", "pycls knows the data sets cifar10 and imagenet only");
    return notes;
}

std::string descriptionOf(const NetworkSpec& spec)
{
    if (spec.regnet) {
        const LinearWidths& l = spec.regnet->line;
        return fmt::format(
            "REGNET.DEPTH {} REGNET.GROUP_W {} REGNET.W0 {} REGNET.WA {} REGNET.WM {} REGNET.BOT_MUL {}",
            l.depth, spec.regnet->groupWidth, shortest(l.w0), shortest(l.wa), shortest(l.wm),
            shortest(multiplierOf(spec.regnet->bottleneckRatio)));
    }
    std::string depths, widths;
    for (const Stage& stage : spec.stages) {
        depths += (depths.empty() ? "" : ", ") + std::to_string(stage.depth);
        widths += (widths.empty() ? "" : ", ") + std::to_string(stage.width);
    }
    return fmt::format("ANYNET.DEPTHS [{}] ANYNET.WIDTHS [{}]", depths, widths);
}

/// The configuration of one network: what pycls merges over its defaults.
json configOf(const NetworkSpec& spec, const std::optional<TrainingSpec>& training)
{
    json config = toJson(YAML::Load(pyclsConfig(spec)));
    const json sections = training ? recipeSections(*training) : json::object();
    for (const auto& [section, content] : sections.items()) {
        if (content.is_object())
            config[section].update(content);
        else
            config[section] = content;
    }
    config["DESC"] = descriptionOf(spec);
    return config;
}

std::string jobName(std::size_t index)
{
    return fmt::format("{:06}", index);
}

/// One row an epoch; the lowest error so far beside each.
class Rows
{
public:
    explicit Rows(std::int64_t planned) : m_planned(planned) {}

    void add(std::int64_t epoch, double error)
    {
        m_lowest = std::min(m_lowest, error);
        m_rows["epoch"].push_back(fmt::format("{}/{}", epoch, m_planned));
        m_rows["epoch_ind"].push_back(epoch);
        m_rows["epoch_max"].push_back(m_planned);
        m_rows["top1_err"].push_back(error);
        m_rows["min_top1_err"].push_back(m_lowest);
    }
    void put(const char* column, double value) { m_rows[column].push_back(value); }
    bool isEmpty() const { return m_rows.empty(); }
    const json& rows() const { return m_rows; }

private:
    std::int64_t m_planned;
    double m_lowest = 100;
    json m_rows;
};

void addEpochs(json& record, const std::vector<EpochRecord>& epochs, std::int64_t planned)
{
    Rows train(planned), test(planned), averaged(planned);
    for (const EpochRecord& epoch : epochs) {
        const EpochEvent& e = epoch.values;
        train.add(e.epoch, e.trainError);
        train.put("loss", e.trainLoss);
        train.put("lr", e.learningRate);
        train.put("time_epoch", e.seconds);
        test.add(e.epoch, e.testError);
        averaged.add(e.epoch, e.emaTestError.value_or(e.testError));
    }
    if (train.isEmpty()) return;
    record["train_epoch"] = train.rows();
    record["train_epoch"].erase("min_top1_err");
    record["test_epoch"] = test.rows();
    record["test_ema_epoch"] = averaged.rows();
}

json recordOf(const NetworkSpec& spec, const std::optional<TrainingSpec>& training, std::size_t index)
{
    const Cost total = cost(realise(spec));
    const std::string folder = "logs/" + jobName(index) + "/";
    return {{"cfg", configOf(spec, training)},
            {"complexity", {{"flops", total.flops}, {"params", total.params}, {"acts", total.activations}}},
            {"log_file", folder + "stdout.log"},
            {"err_file", folder + "stderr.log"},
            {"err", ""}};
}

/// Of our own training; none where it has not begun.
std::optional<json> trainedRecord(const StoreReader& store, const NetworkSpec& spec,
                                  const TrainingSpec& training, std::size_t index)
{
    const std::string id = jobId(hashOf(realise(spec)), training);
    const auto job = store.job(id);
    const bool hasBegun =
        job && (job->state == JobState::Done || isFailure(job->state) || job->epochsDone > 0);
    if (!hasBegun) return std::nullopt;
    json record = recordOf(spec, training, index);
    addEpochs(record, store.epochs(id), training.recipe.epochs);
    if (isFailure(job->state)) {
        record["err"] = fmt::format("error: {}: {}\n", nameOf(job->state), job->message);
        record.erase("test_ema_epoch"); // pycls leaves out what has none: it did not end
    }
    return record;
}

std::optional<json> importedRecord(const Member& member, const NetworkSpec& spec, std::size_t index)
{
    if (member.state == Member::State::Pending) return std::nullopt;
    json record = recordOf(spec, std::nullopt, index);
    const auto property = [&](const char* name, double otherwise) {
        const double* found = member.properties.find(name);
        return found == nullptr ? otherwise : *found;
    };
    // pycls's own defaults where the import did not say: its analysis wants numbers there.
    record["cfg"]["OPTIM"] = {{"BASE_LR", property("learning_rate", 0.1)},
                              {"WEIGHT_DECAY", property("weight_decay", 5e-4)},
                              {"MAX_EPOCH", static_cast<std::int64_t>(property("epochs", 1))}};
    if (member.state == Member::State::Failed) {
        record["err"] = "error: failed where it was trained\n";
        return record;
    }
    const auto epochs = static_cast<std::int64_t>(property("epochs", 1));
    Rows test(epochs);
    test.add(epochs, member.error);
    record["test_epoch"] = test.rows();
    record["test_ema_epoch"] = test.rows();
    return record;
}

std::string setupYaml(const PopulationSpec& population, const std::string& name,
                      std::vector<std::string>& notes)
{
    const std::string analyse =
        "ANALYZE:\n  METRICS: [regnet_depth, regnet_w0, regnet_wa, regnet_wm, regnet_gw]\n";
    std::string alone =
        fmt::format("NAME: {}\nSETUP:\n  NUM_CONFIGS: {}\n", json(name).dump(), population.networks.size());
    const json definition = json::parse(population.spaceJson, nullptr, /*throw=*/false);
    if (!definition.is_object() || definition.empty()) return alone;
    try {
        SweepSetup setup;
        setup.name = name;
        setup.configs = static_cast<std::int64_t>(population.networks.size());
        setup.seed = static_cast<std::int64_t>(population.seed);
        setup.space = spaceFromJson(definition, "space");
        const bool isLine = std::holds_alternative<RegnetShape>(setup.space.shape);
        return sweepSetupYaml(setup) + (isLine ? analyse : "");
    } catch (const Error& error) {
        notes.push_back(std::string("sweep_cfg.yaml has no samplers: ") + error.what());
        return "# No samplers, as pycls cannot express the space: " + json(error.what()).dump() + "\n" +
               alone;
    }
}

} // namespace

json pyclsSweepJson(const StoreReader& store, const std::string& name)
{
    const PopulationSpec population = store.populationSpec(name);
    if (population.networks.empty())
        throwBadInput(fmt::format("population \"{}\"", name), "has no network that can be built here",
                      "a population of networks");
    json records = json::array();
    for (std::size_t i = 0; i < population.networks.size(); ++i) {
        std::optional<json> record;
        if (population.training)
            record = trainedRecord(store, population.networks[i], *population.training, i);
        else if (population.imported)
            record = importedRecord(population.imported->members[i], population.networks[i], i);
        if (record) records.push_back(std::move(*record));
    }
    return records;
}

std::vector<std::string> writePyclsSweep(const StoreReader& store, const std::string& name,
                                         const fs::path& asked)
{
    std::error_code failure;
    // Behind a slash at the end the part would lie in the folder whose name it is to take.
    const fs::path folder = asked.has_filename() ? asked : asked.parent_path();
    if (fs::exists(folder, failure)) throwBadInput(folder.string(), "is there already", "a new folder");
    const json records = pyclsSweepJson(store, name);
    const PopulationSpec population = store.populationSpec(name);
    const fs::path part = folder.string() + ".part" + std::to_string(getpid());
    std::vector<std::string> notes;
    if (population.training) notes = inexpressible(*population.training);
    try {
        if (!fs::create_directories(part / "cfgs", failure) || failure)
            throwFailed(folder.string(), "cannot be made: " + failure.message());
        std::string summary;
        for (std::size_t i = 0; i < population.networks.size(); ++i) {
            const json config = configOf(population.networks[i], population.training);
            writeTextFile(part / "cfgs" / (jobName(i) + ".yaml"), yaml(config));
            summary += jobName(i) + ".yaml: " + config.at("DESC").dump() + "\n";
        }
        writeTextFile(part / "cfgs_summary.yaml", summary);
        writeTextFile(part / "sweep_cfg.yaml", setupYaml(population, folder.filename().string(), notes));
        if (!records.empty())
            writeTextFile(part / "sweep.json", records.dump(-1, ' ', false, json::error_handler_t::replace));
        fs::rename(part, folder, failure);
        if (failure) throwFailed(folder.string(), "cannot be made: " + failure.message());
    } catch (...) {
        fs::remove_all(part, failure);
        throw;
    }
    return notes;
}

} // namespace regnet
