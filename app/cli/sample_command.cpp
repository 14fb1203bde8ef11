// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_line.h"
#include "app/cli/count_range.h"
#include "app/cli/interruption.h"
#include "app/cli/requested.h"
#include "app/cli/seed_option.h"
#include "app/cli/table.h"
#include "app/cli/training.h"
#include "core/format/text_file.h"
#include "core/network/network_json.h"
#include "core/problem.h"
#include "core/queue/request.h"
#include "core/space/sampler.h"
#include "core/space/space_json.h"
#include "core/text/readable.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <memory>

namespace regnet::cli {
namespace {

struct SampleOptions
{
    std::string space;
    SampleRequest request;
    std::string flops;
    std::string params;
    std::string activations;
    std::string generator = "philox";
    bool isUnderCurves = false;
    std::vector<std::string> outputs;
    std::string store;
    std::string population;
    bool allowsDuplicates = false;
    bool asJson = false;
};

enum class Form { Csv, Json, JsonLines };

Form formOf(const std::string& file)
{
    const std::string extension = std::filesystem::path(file).extension().string();
    if (extension == ".csv") return Form::Csv;
    if (extension == ".json") return Form::Json;
    if (extension == ".jsonl") return Form::JsonLines;
    throwBadInput("--out", "is \"" + file + "\"", "a file that ends in .csv, .json or .jsonl");
}

DesignSpace spaceFor(const SampleOptions& options)
{
    DesignSpace space = openSpace(options.space);
    if (!options.flops.empty()) space.limits.flops = countRange(options.flops, "--flops");
    if (!options.params.empty()) space.limits.params = countRange(options.params, "--params");
    if (!options.activations.empty())
        space.limits.activations = countRange(options.activations, "--activations");
    if (options.isUnderCurves) {
        space.limits.curves.params = true;
        space.limits.curves.activations = true;
    }
    return space;
}

Generator generatorOf(const std::string& name)
{
    if (name == "philox") return Generator::Philox;
    if (name == "pycls") return Generator::Pycls;
    throwBadInput("--rng", "is \"" + name + "\"", "philox or pycls");
}

std::string joined(const Network& network, std::string (*part)(const Stage&))
{
    std::string text;
    for (const Stage& stage : network.stages)
        text += (text.empty() ? "" : " ") + part(stage);
    return text;
}

std::string widths(const Network& network)
{
    return joined(network, [](const Stage& stage) { return std::to_string(stage.width); });
}

std::string depths(const Network& network)
{
    return joined(network, [](const Stage& stage) { return std::to_string(stage.depth); });
}

std::string asCsv(const Sample& sample)
{
    std::string text =
        "index,network,flops,params,activations,depth,d,w0,wa,wm,widths,depths,bottleneck_ratios,"
        "group_widths\r\n";
    for (std::size_t i = 0; i < sample.networks.size(); ++i) {
        const SampledNetwork& drawn = sample.networks[i];
        std::string line = ",,,";
        if (drawn.spec.regnet) {
            const LinearWidths& l = drawn.spec.regnet->line;
            line = fmt::format("{},{},{},{}", l.depth, shortest(l.w0), shortest(l.wa), shortest(l.wm));
        }
        text +=
            fmt::format("{},{},{},{},{},{},{},{},{},{},{}\r\n", i, hashOf(drawn.network), drawn.cost.flops,
                        drawn.cost.params, drawn.cost.activations, depthOf(drawn.network), line,
                        widths(drawn.network), depths(drawn.network),
                        joined(drawn.network, [](const Stage& s) { return shortest(s.bottleneckRatio); }),
                        joined(drawn.network, [](const Stage& s) { return std::to_string(s.groupWidth); }));
    }
    return text;
}

nlohmann::ordered_json summary(const DesignSpace& space, const SampleOptions& options, const Sample& sample)
{
    nlohmann::ordered_json json{
        {"space", space.name},      {"n", sample.networks.size()},     {"seed", options.request.seed},
        {"rng", options.generator}, {"candidates", sample.candidates}, {"acceptance", sample.acceptance()}};
    json["rejections"] = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < rejectionKinds; ++i)
        if (sample.rejections[i] > 0)
            json["rejections"][std::string(nameOf(static_cast<Rejection>(i)))] = sample.rejections[i];
    return json;
}

std::string asJson(const DesignSpace& space, const SampleOptions& options, const Sample& sample)
{
    nlohmann::ordered_json json = summary(space, options, sample);
    json["definition"] = toJson(space);
    json["networks"] = nlohmann::ordered_json::array();
    for (const SampledNetwork& drawn : sample.networks)
        json["networks"].push_back({{"network", toJson(drawn.spec)},
                                    {"hash", hashOf(drawn.network)},
                                    {"flops", drawn.cost.flops},
                                    {"params", drawn.cost.params},
                                    {"activations", drawn.cost.activations}});
    return json.dump() + "\n";
}

/// One network JSON a line: what `regnet network --batch` reads.
std::string asJsonLines(const Sample& sample)
{
    std::string text;
    for (const SampledNetwork& drawn : sample.networks)
        text += toJson(drawn.spec).dump() + "\n";
    return text;
}

void write(const std::string& file, const DesignSpace& space, const SampleOptions& options,
           const Sample& sample)
{
    switch (formOf(file)) {
    case Form::Csv:
        return writeTextFile(file, asCsv(sample));
    case Form::Json:
        return writeTextFile(file, asJson(space, options, sample));
    case Form::JsonLines:
        return writeTextFile(file, asJsonLines(sample));
    }
}

void keep(const DesignSpace& space, const SampleOptions& options, const Sample& sample,
          const Interruption& interruption)
{
    PopulationSpec population;
    population.name = options.population;
    population.space = space.name;
    population.spaceJson = toJson(space).dump();
    population.seed = options.request.seed;
    population.constraintsJson = toJson(space).at("limits").dump();
    for (const SampledNetwork& drawn : sample.networks)
        population.networks.push_back(drawn.spec);
    StoreOptions places;
    places.store = options.store;
    requested(adding(std::move(population)), options.store, Spool(places.spoolPath()), "regnet sample",
              interruption);
}

std::string asTable(const Sample& sample)
{
    Table table({"#", "FLOPs", "params", "activations", "depth", "widths", "depths"});
    for (std::size_t i = 0; i < sample.networks.size(); ++i) {
        const SampledNetwork& drawn = sample.networks[i];
        table.add({std::to_string(i), readableCount(static_cast<double>(drawn.cost.flops)),
                   readableCount(static_cast<double>(drawn.cost.params)),
                   readableCount(static_cast<double>(drawn.cost.activations)),
                   std::to_string(depthOf(drawn.network)), widths(drawn.network), depths(drawn.network)});
    }
    return table.text();
}

void printRejections(const Sample& sample)
{
    for (std::size_t i = 0; i < rejectionKinds; ++i)
        if (sample.rejections[i] > 0)
            fmt::print(stderr, "  {:>12} had {}\n", exactCount(sample.rejections[i]),
                       nameOf(static_cast<Rejection>(i)));
}

void printAcceptance(const Sample& sample)
{
    fmt::print(stderr, "{} networks from {} candidates ({:.3g} % accepted)\n", sample.networks.size(),
               exactCount(sample.candidates), 100 * sample.acceptance());
    printRejections(sample);
}

void run(SampleOptions options)
{
    for (const std::string& file : options.outputs)
        formOf(file);
    for (const std::string& file : options.outputs)
        requireWritable(file);
    if (options.store.empty() != options.population.empty())
        throwBadInput("--store and --population", "stand alone", "both of them");
    if (!options.store.empty()) requirePopulationName(options.population);
    options.request.isDistinct = !options.allowsDuplicates;
    options.request.generator = generatorOf(options.generator);
    if (options.request.pyclsProcesses != 0 && options.request.generator != Generator::Pycls)
        throwBadInput("--processes", "is given without --rng pycls", "both of them, or neither");
    const DesignSpace space = spaceFor(options);
    Interruption interruption;
    options.request.isStopped = [&interruption] { return interruption.isWanted(); };
    const Sample drawn = sampleOpened(options.space, space, options.request);
    if (drawn.wasStopped) {
        printRejections(drawn);
        throwFailed("sample",
                    "was stopped after " + exactCount(drawn.candidates) + " candidates; nothing was kept");
    }
    for (const std::string& file : options.outputs)
        write(file, space, options, drawn);
    if (!options.store.empty()) keep(space, options, drawn, interruption);
    if (options.asJson)
        fmt::print("{}", asJson(space, options, drawn));
    else if (options.outputs.empty() && options.store.empty())
        fmt::print("{}", asTable(drawn));
    if (!options.asJson) printAcceptance(drawn);
}

} // namespace

void addSampleCommand(Command app)
{
    const auto options = std::make_shared<SampleOptions>();
    const Command command = app.subcommand("sample", "Draw a population from a design space");
    command
        .option("SPACE", options->space,
                "a built-in space, SPACE@REGIME (RegNetX@cpu, mine.json@cpu), a space JSON, or a pycls sweep "
                "(.yaml)")
        .required();
    command.option("--n", options->request.n, "networks").showDefault();
    addSeed(command, "--seed", options->request.seed, "network i follows from space, seed and i");
    command.option("--flops", options->flops, "multiply-adds, LOW:HIGH (360M:400M)").notEmpty();
    command.option("--params", options->params, "LOW:HIGH").notEmpty();
    command.option("--activations", options->activations, "LOW:HIGH").notEmpty();
    command.flag("--under-curves", options->isUnderCurves,
                 "params at most 3 + 5.5 f, activations at most 6.5 sqrt f (millions; f in GF)");
    command
        .option("--rng", options->generator,
                "philox, or pycls: the networks that pycls's sampler draws with this seed")
        .showDefault();
    command.option("--processes", options->request.pyclsProcesses,
                   "with --rng pycls: the whole of its sweep_setup with so many processes, not one stream");
    command
        .option("--budget", options->request.budget, "candidates a network before the space counts as empty")
        .range(std::int64_t{1}, std::int64_t{1'000'000'000})
        .showDefault();
    command.option("--threads", options->request.threads, "0: all cores; the population is the same")
        .range(0, 1024);
    command.option("--out", options->outputs, "write to FILE.csv, FILE.json or FILE.jsonl");
    command.option("--store", options->store, "keep the population in this store");
    command.option("--population", options->population, "its name there");
    command.flag("--duplicates", options->allowsDuplicates, "a realised network may come more than once");
    command.flag("--json", options->asJson, "print JSON");
    command.callback([options] { run(*options); });
}

} // namespace regnet::cli
