// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_line.h"
#include "app/cli/comparison.h"
#include "app/cli/figure.h"
#include "app/cli/seed_option.h"
#include "app/cli/training.h"
#include "core/format/population_csv.h"
#include "core/format/text_file.h"
#include "core/problem.h"
#include "core/space/built_in_spaces.h"
#include "core/space/sampler.h"
#include "core/space/space_json.h"
#include "core/store/store.h"
#include "core/study/recipe.h"
#include "core/system/places.h"
#include "core/text/readable.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>

namespace regnet::cli {
namespace {

constexpr std::int64_t defaultNetworks = 12;
constexpr std::uint64_t defaultSeed = 1;
constexpr std::array spaceNames{"AnyNetX_A@cpu", "RegNetX@cpu"};
constexpr int exitStopped = 130; // as a shell says it of a program that Ctrl-C ended

struct TourOptions
{
    std::string folder;
    std::string recipe = "cpu-tour";
    std::string device = "cpu";
    std::int64_t networks = defaultNetworks;
    std::uint64_t seed = defaultSeed;
    int workers = 0;
};

/// Where everything of a tour lies.
struct Places
{
    std::filesystem::path folder;
    std::filesystem::path store() const { return folder / "tour.db"; }
};

/// Found out before hours of training, not after.
Places prepareFolder(const TourOptions& options)
{
    Places places{options.folder.empty() ? dataFolder() / "tour" : std::filesystem::path(options.folder)};
    std::error_code failure;
    std::filesystem::create_directories(places.folder, failure);
    if (failure) throwFailed(places.folder.string(), "cannot be created: " + failure.message());
    requireWritable(places.folder / "results.csv");
    return places;
}

/// A tour of other size, seed or recipe in the same folder has populations of its own.
std::string populationName(const DesignSpace& space, const TourOptions& options)
{
    std::string name = space.name;
    if (options.networks != defaultNetworks) name += fmt::format(" n={}", options.networks);
    if (options.seed != defaultSeed) name += fmt::format(" seed={}", options.seed);
    return name;
}

PopulationSpec populationOf(const char* spaceName, const TourOptions& options)
{
    const DesignSpace space = builtInSpace(spaceName);
    const Sample drawn = sample(space, {.n = options.networks, .seed = options.seed});
    PopulationSpec population;
    population.name = populationName(space, options);
    population.space = space.name;
    population.spaceJson = toJson(space).dump();
    population.seed = options.seed;
    population.constraintsJson = toJson(space).at("limits").dump();
    for (const SampledNetwork& one : drawn.networks)
        population.networks.push_back(one.spec);
    TrainingSpec training;
    training.recipe = builtInRecipe(options.recipe);
    population.training = training;
    return population;
}

/// True when a former run has left nothing to train.
bool isWorkedOff(const Places& places, const std::vector<PopulationSpec>& populations)
{
    std::error_code failure;
    if (!std::filesystem::exists(places.store(), failure)) return false;
    const StoreReader store(places.store());
    const std::vector<PopulationSummary> known = store.populations();
    return std::ranges::all_of(populations, [&](const PopulationSpec& population) {
        const auto found = std::ranges::find(known, population.name, &PopulationSummary::name);
        return found != known.end() && found->training == population.training && found->jobs.total() > 0 &&
               found->jobs.open() == 0;
    });
}

TrainingEnd trainAll(const Places& places, const TourOptions& options,
                     const std::vector<PopulationSpec>& populations)
{
    if (isWorkedOff(places, populations)) {
        fmt::print(stderr, "All networks of this tour are trained already.\n");
        return TrainingEnd::Done;
    }
    TrainingOptions training;
    training.places.store = places.store().string();
    training.populations = populations;
    training.workers = options.workers;
    training.device = options.device;
    training.program = "regnet tour";
    return train(training);
}

std::vector<Population> results(const Places& places, const std::vector<PopulationSpec>& populations)
{
    const StoreReader store(places.store());
    std::vector<Population> all;
    for (const PopulationSpec& population : populations)
        all.push_back(store.population(population.name));
    return all;
}

/// One figure as PDF and PNG.
void drawBoth(const Places& places, const char* name, const std::vector<std::string>& arguments)
{
    for (const char* ending : {".pdf", ".png"}) {
        const std::filesystem::path file = places.folder / (std::string(name) + ending);
        drawFigure(arguments, file);
        fmt::print("  {}\n", file.string());
    }
}

void drawAll(const Places& places, const std::vector<PopulationSpec>& populations)
{
    if (!canDrawFigures()) {
        fmt::print("No figures: this build has no window program (REGNET_BUILD_GUI was OFF).\n");
        return;
    }
    std::vector<std::string> own{"edf"};
    for (const PopulationSpec& population : populations)
        own.push_back(places.store().string() + "#" + population.name);
    own.insert(own.end(), {"--title", "Trained on this machine"});
    drawBoth(places, "edf", own);
    drawBoth(places, "paper",
             {"edf", "paper:fig9-left/AnyNetX_A", "paper:fig9-left/AnyNetX_E", "paper:fig9-left/RegNetX",
              "--title", "The paper's populations, 400 MF on ImageNet"});
}

void printIntroduction(const Places& places, const TourOptions& options,
                       const std::vector<PopulationSpec>& populations)
{
    fmt::print(
        stderr,
        "The tour: {} networks of each of AnyNetX_A and RegNetX, trained on the built-in data set with "
        "the recipe {}.\nEverything goes to {}\n",
        options.networks, populations.front().training->recipe.name, places.folder.string());
}

TrainingEnd run(const TourOptions& options)
{
    const auto begin = std::chrono::steady_clock::now();
    const Places places = prepareFolder(options);
    std::vector<PopulationSpec> populations;
    for (const char* name : spaceNames)
        populations.push_back(populationOf(name, options));
    printIntroduction(places, options, populations);
    const TrainingEnd end = trainAll(places, options, populations);
    if (end == TrainingEnd::Stopped) {
        fmt::print(stderr, "Stopped. The same command goes on where it was.\n");
        return end;
    }
    const std::vector<Population> trained = results(places, populations);
    // RegNetX first: "P(RegNetX better than AnyNetX_A)" is what the paper claims.
    fmt::print("\n{}\n", comparisonText(trained[1], trained[0]));
    writeTextFile(places.folder / "results.csv", toCsv(trained));
    fmt::print("Written:\n  {}\n", (places.folder / "results.csv").string());
    drawAll(places, populations);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    fmt::print("The tour took {}.\n", readableDuration(took.count()));
    return end;
}

} // namespace

void addTourCommand(Command app)
{
    const auto options = std::make_shared<TourOptions>();
    const Command command = app.subcommand(
        "tour", "Sample, train, compare and draw two small populations; goes on where it was interrupted");
    command.option("--out", options->folder,
                   "folder of the results; default: tour in this user's data folder");
    command.option("--n", options->networks, "networks of each space")
        .range(std::int64_t{2}, std::int64_t{10'000})
        .showDefault();
    addSeed(command, "--seed", options->seed, "of the samples");
    command.option("--recipe", options->recipe, "a built-in recipe").showDefault();
    command.option("--workers", options->workers, "trainings at the same time; 0 = one a core")
        .range(0, 1024);
    command.option("--device", options->device, "cpu, or cuda:0 and so on").showDefault();
    command.callback([options] {
        if (run(*options) == TrainingEnd::Stopped) std::exit(exitStopped);
    });
}

} // namespace regnet::cli
