// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/cli/exchange.h"
#include "app/cli/network_options.h"
#include "app/cli/tell.h"
#include "app/cli/training.h"
#include "app/cli/weight_options.h"
#include "core/format/network_export.h"
#include "core/format/open_source.h"
#include "core/format/output_file.h"
#include "core/format/population_csv.h"
#include "core/format/pycls_sweep_folder.h"
#include "core/format/text_file.h"
#include "core/problem.h"
#include "core/queue/spool.h"

#include <fmt/format.h>

#include <memory>

namespace regnet::cli {
namespace {

struct Options
{
    NetworkOptions network;
    StoreOptions places;
    WeightOptions weights;
    std::string as = "json", out, title, file, job, names = "pycls", population;
    std::vector<std::string> sources;
    bool reversesChannels = false;
};

/// To the file, or to the terminal where none is given.
void write(const std::string& out, const std::string& text)
{
    if (out.empty())
        fmt::print("{}", text);
    else
        writeTextFile(out, text);
}

/// A job's best or last weights, where they were kept.
std::filesystem::path checkpointOf(const Options& options)
{
    const Spool spool(options.places.spoolPath());
    const StoreReader store(options.places.storePath());
    const std::vector<std::string> names = store.jobsNamed(options.job, 2);
    if (names.size() != 1)
        throwBadInput("--job", names.empty() ? "names no job" : "names more than one job",
                      "the first characters of one job's name");
    const std::filesystem::path folder = spool.jobFolder(names.front());
    for (const char* kept : {"best", "checkpoint"})
        if (std::filesystem::exists(folder / kept)) return folder / kept;
    throwBadInput(names.front(), "has kept no weights", "a job that runs, or one that keeps its weights");
}

void exportWeightFile(const Options& options)
{
    if (options.file.empty() == options.job.empty())
        throwBadInput("regnet export weights", "needs a file or a job", "FILE, or --job with --store");
    const WeightNaming naming = weightNamingOf(options.names);
    const std::filesystem::path from =
        options.job.empty() ? std::filesystem::path(options.file) : checkpointOf(options);
    const Weights weights = openWeights(from, weightSource(options.weights));
    writeOutput(options.out, stateDictFile(weights, naming, options.reversesChannels));
    tell(stderr, "{} tensors of {}{} under the names of {}\n", weights.tensors.size(),
         weights.key.empty() ? "the file" : weights.key,
         weights.network.published.empty() ? "" : " (" + weights.network.published + ")", options.names);
    for (const std::string& assumed : weights.network.assumed)
        if (!weights.hasConfig) tell(stderr, "note: assumed that {}\n", assumed);
}

void exportSweep(const Options& options)
{
    const StoreReader store(options.places.storePath());
    for (const std::string& note : writePyclsSweep(store, options.population, options.out))
        tell(stderr, "note: {}\n", note);
}

void exportResults(const Options& options)
{
    write(options.out, toCsv(openSources(options.sources)));
}

void addNetworkExport(Command app, const std::shared_ptr<Options>& options)
{
    const Command command =
        app.subcommand("network", "A network as JSON, pycls YAML, Python code or a diagram");
    addNetworkOptions(command, options->network);
    command
        .option("--as", options->as,
                "json, pycls, timm, torchvision (plain PyTorch where they cannot, and why), pytorch, svg")
        .oneOf(networkForms())
        .showDefault();
    command.option("--title", options->title, "Of the diagram");
    command.option("--out", options->out, "File to write; the terminal otherwise").notEmpty();
    command.callback([options] {
        withNetwork(options->network, [&](const NetworkSpec& spec) {
            write(options->out, networkInForm(spec, options->as, options->title));
        });
    });
}

void addWeightsExport(Command app, const std::shared_ptr<Options>& options)
{
    const Command command =
        app.subcommand("weights", "Weights as a state dict that torch.load(weights_only=True) reads");
    command.option("FILE", options->file,
                   "A checkpoint of ours or of pycls, or a state dict of pycls, torchvision or timm");
    command.option("--job", options->job, "A job of the store instead: its kept weights");
    command.option("--store", options->places.store, "The store of the job");
    command.option("--spool", options->places.spool, "Its spool");
    command.option("--names", options->names, "Whose names: pycls, torchvision or timm").showDefault();
    command.flag("--reverse-channels", options->reversesChannels,
                 "Turn red and blue of the stem round: pycls's published weights see blue first");
    addWeightOptions(command, options->weights);
    command.option("--out", options->out, "File to write").required();
    command.callback([options] { exportWeightFile(*options); });
}

void addPopulationExports(Command app, const std::shared_ptr<Options>& options)
{
    const Command sweep = app.subcommand("sweep", "A population as the folder of a pycls sweep");
    sweep.option("POPULATION", options->population, "Of the store").required();
    sweep.option("--store", options->places.store, "The store");
    sweep.option("--out", options->out, "The folder to make").required();
    sweep.callback([options] { exportSweep(*options); });
    const Command results = app.subcommand("results", "Populations as CSV");
    results.option("SOURCES", options->sources, "As regnet edf takes them").required();
    results.option("--out", options->out, "File to write; the terminal otherwise").notEmpty();
    results.callback([options] { exportResults(*options); });
}

} // namespace

void addExportCommand(Command app)
{
    const Command command = app.subcommand("export", "Networks, weights and results for other programs");
    command.requireSubcommand(1);
    const auto options = std::make_shared<Options>();
    addNetworkExport(command, options);
    addWeightsExport(command, options);
    addPopulationExports(command, options);
}

} // namespace regnet::cli
