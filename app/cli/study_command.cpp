// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_line.h"
#include "app/cli/figure.h"
#include "app/cli/json_line.h"
#include "app/cli/population_options.h"
#include "app/cli/requested.h"
#include "app/cli/seed_option.h"
#include "app/cli/study_output.h"
#include "app/cli/table.h"
#include "app/cli/tell.h"
#include "app/cli/training.h"
#include "core/format/open_source.h"
#include "core/format/population_csv.h"
#include "core/format/text_file.h"
#include "core/problem.h"
#include "core/queue/request.h"
#include "core/queue/training_order.h"
#include "core/store/store.h"
#include "core/study/findings.h"
#include "core/study/panel_data.h"
#include "core/study/run_times.h"
#include "core/study/study_plan.h"
#include "core/study/study_results.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>

namespace regnet::cli {
namespace {

constexpr int exitStopped = 130;

struct StudyOptions
{
    std::string study;
    std::string panel;
    StudyChoice choice;
    std::string recipe;
    StoreOptions places;
    int workers = 0;
    std::string device = "cpu";
    RunTimeSetting runTime;
    bool isQueuedOnly = false;
    bool isPublished = false;
    bool isOwn = false;
    bool asJson = false;
    std::vector<std::string> outputs;
    std::vector<std::string> sources; ///< ROLE=SOURCE
};

StudyChoice choiceOf(const StudyOptions& options)
{
    StudyChoice choice = options.choice;
    if (!options.recipe.empty()) choice.recipe = openRecipe(options.recipe);
    return choice;
}

void print(const nlohmann::ordered_json& json)
{
    fmt::print("{}\n", jsonLine(json));
}

void list(const StudyOptions& options)
{
    if (options.asJson) {
        nlohmann::ordered_json json = nlohmann::ordered_json::array();
        for (const Study& study : builtInStudies())
            json.push_back({{"name", study.name},
                            {"title", study.title},
                            {"source", study.source},
                            {"populations", study.populations.size()},
                            {"panels", study.panels.size()},
                            {"can_run", study.cannotRun.empty()}});
        print({{"studies", json}});
        return;
    }
    Table table({"study", "populations", "panels", "trains", "title"});
    for (const Study& study : builtInStudies())
        table.add({study.name, std::to_string(study.populations.size()), std::to_string(study.panels.size()),
                   study.cannotRun.empty() ? "yes" : "no", study.title});
    fmt::print("{}", table.text());
}

void show(const StudyOptions& options)
{
    const Study study = openStudy(options.study);
    if (options.asJson)
        fmt::print("{}\n", toJson(study).dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
    else
        fmt::print("{}", describe(study));
}

/// What of the plan is in the store.
std::vector<PopulationSummary> summariesIn(const StudyOptions& options)
{
    std::error_code failure;
    if (!std::filesystem::exists(options.places.storePath(), failure)) return {};
    return StoreReader(options.places.storePath()).populations();
}

const PopulationSummary* summaryOf(const std::vector<PopulationSummary>& all, const std::string& name)
{
    const auto found = std::ranges::find(all, name, &PopulationSummary::name);
    return found == all.end() ? nullptr : &*found;
}

/// Each population once, although two keys may mean the same.
std::vector<PopulationSpec> sampledOf(const StudyPlan& plan)
{
    std::vector<PopulationSpec> specs;
    for (const PlannedPopulation& planned : plan.populations) {
        if (std::ranges::find(specs, planned.name, &PopulationSpec::name) != specs.end()) continue;
        specs.push_back(sampled(planned));
    }
    return specs;
}

TrainingEnd run(const StudyOptions& options)
{
    const Study study = openStudy(options.study);
    const StudyPlan plan = planOf(study, choiceOf(options));
    for (const std::string& key : plan.leftOut)
        tell(stderr, "{} is left out: the scale {} cannot train it.\n", key, options.choice.scale);
    if (plan.populations.empty()) throwBadInput("study " + study.name, "has nothing to train at this scale");
    const std::vector<PopulationSpec> populations = sampledOf(plan);
    if (options.isQueuedOnly) {
        for (const PopulationSpec& population : populations) {
            const QueueAnswer answer = requested(adding(population), options.places.storePath(),
                                                 Spool(options.places.spoolPath()), "regnet study run");
            tell("{}: {} queued, {} there already\n", population.name, answer.addition.jobsNew,
                 answer.addition.jobsKnown);
        }
        return TrainingEnd::Done;
    }
    TrainingOptions training;
    training.places = options.places;
    training.populations = populations;
    training.workers = options.workers;
    training.device = options.device;
    training.program = "regnet study run";
    const TrainingEnd end = train(training);
    if (end == TrainingEnd::Stopped) fmt::print(stderr, "Stopped. The same command goes on where it was.\n");
    return end;
}

void status(const StudyOptions& options)
{
    const StudyPlan plan = planOf(openStudy(options.study), choiceOf(options));
    const std::vector<PopulationSummary> known = summariesIn(options);
    nlohmann::ordered_json json = nlohmann::ordered_json::array();
    Table table({"population", "n", "done", "failed", "open", "in the store"});
    for (const PlannedPopulation& planned : plan.populations) {
        const PopulationSummary* summary = summaryOf(known, planned.name);
        const JobCounts counts = summary != nullptr ? summary->jobs : JobCounts{};
        const std::int64_t done = counts.of(JobState::Done);
        json.push_back({{"key", planned.key},
                        {"name", planned.name},
                        {"n", planned.n},
                        {"in_store", summary != nullptr},
                        {"jobs", counts.total()},
                        {"done", done},
                        {"failed", counts.failures()},
                        {"open", counts.open()}});
        table.add({planned.key, std::to_string(planned.n), std::to_string(done),
                   std::to_string(counts.failures()), std::to_string(counts.open()),
                   summary != nullptr ? planned.name : "not queued"});
    }
    if (options.asJson)
        print({{"study", options.study}, {"scale", options.choice.scale}, {"populations", json}});
    else
        fmt::print("{}", table.text());
}

PanelSource sourceOf(const StudyOptions& options)
{
    if (options.isPublished == options.isOwn) return PanelSource::Both;
    return options.isOwn ? PanelSource::Own : PanelSource::Published;
}

/// The window program draws panels: it is told which one, and asks the store itself.
void draw(const StudyPanel& panel, const StudyOptions& options, const std::string& file)
{
    std::vector<std::string> arguments{"study", options.study + "/" + panel.name};
    const PanelSource source = sourceOf(options);
    if (source == PanelSource::Own) arguments.emplace_back("--own");
    if (source == PanelSource::Published) {
        arguments.emplace_back("--published");
    } else {
        arguments.insert(arguments.end(),
                         {"--store", options.places.storePath().string(), "--scale", options.choice.scale});
        if (options.choice.n > 0)
            arguments.insert(arguments.end(), {"--n", std::to_string(options.choice.n)});
        if (!options.recipe.empty()) arguments.insert(arguments.end(), {"--recipe", options.recipe});
        if (!options.choice.dataSet.empty())
            arguments.insert(arguments.end(), {"--dataset", options.choice.dataSet});
        if (options.choice.trainingSeed != 1)
            arguments.insert(arguments.end(),
                             {"--training-seed", std::to_string(options.choice.trainingSeed)});
        for (const std::string& key : options.choice.keys)
            arguments.insert(arguments.end(), {"--only", key});
    }
    drawFigure(arguments, file);
}

std::vector<StudyPopulationData> ownOf(const Study& study, const StudyOptions& options)
{
    return trainedIn(study, choiceOf(options), options.places.storePath());
}

void figure(const StudyOptions& options)
{
    const Study study = openStudy(options.study);
    for (const std::string& file : options.outputs)
        checkFigureFile(file);
    std::vector<StudyPanel> panels = study.panels;
    if (!options.panel.empty()) panels = {panelOf(study, options.panel)};
    if (!options.outputs.empty() && panels.size() > 1)
        throwBadInput("study " + study.name, "has several panels, and a file holds one",
                      "a panel: " + namesOfPanels(study));
    const std::vector<StudyPopulationData> own = sourceOf(options) == PanelSource::Published
                                                     ? std::vector<StudyPopulationData>{}
                                                     : ownOf(study, options);
    nlohmann::ordered_json json = nlohmann::ordered_json::array();
    for (const StudyPanel& panel : panels) {
        const PanelData data = panelData(study, panel, own, sourceOf(options));
        for (const std::string& file : options.outputs) {
            if (file.ends_with(".csv"))
                writeTextFile(file, toCsv(data));
            else
                draw(panel, options, file);
        }
        if (options.asJson)
            json.push_back(toJson(panel, data));
        else if (options.outputs.empty())
            fmt::print("{}\n", describe(panel, data));
    }
    if (options.asJson) print({{"study", study.name}, {"panels", json}});
}

/// "RegNetX=my.db#X" gives the role RegNetX; without a role the populations' names are the roles.
std::vector<FindingInput> inputsFrom(const std::string& text)
{
    const std::size_t equals = text.find('=');
    const bool hasRole = equals != std::string::npos && text.find_first_of(":/#.") > equals;
    std::vector<FindingInput> inputs;
    for (Population& population : openSource(hasRole ? text.substr(equals + 1) : text)) {
        const std::string role = hasRole ? text.substr(0, equals) : roleOf(population.name);
        inputs.push_back({role, "", std::move(population)});
    }
    return inputs;
}

std::vector<FindingInput> inputsOf(const StudyOptions& options)
{
    std::vector<FindingInput> inputs;
    for (const std::string& source : options.sources)
        for (FindingInput& input : inputsFrom(source))
            inputs.push_back(std::move(input));
    if (options.study.empty()) return inputs;
    const Study study = openStudy(options.study);
    const PanelSource source = sourceOf(options);
    std::vector<StudyPopulationData> own;
    if (source != PanelSource::Published) own = ownOf(study, options);
    for (FindingInput& input : findingInputs(study, std::move(own), source))
        inputs.push_back(std::move(input));
    return inputs;
}

void tellFindings(const StudyOptions& options)
{
    if (options.study.empty() && options.sources.empty())
        throwBadInput("findings", "has no study and no --source", "fig9, or --source RegNetX=my.db#X");
    const std::vector<Finding> all = findings(inputsOf(options));
    if (options.asJson)
        print({{"findings", toJson(all)}});
    else if (all.empty())
        fmt::print("None of the paper's claims is about these populations, or nothing is trained yet.\n");
    else
        fmt::print("{}", describe(all));
}

/// All networks as a CSV that opens as a SOURCE anywhere; populations are named after their spaces.
void exportResults(const StudyOptions& options)
{
    const Study study = openStudy(options.study);
    std::vector<StudyPopulationData> own = ownOf(study, options);
    if (own.empty()) throwBadInput("study " + study.name, "has nothing in this store at this scale");
    std::vector<Population> populations;
    for (const PlannedPopulation& planned : planOf(study, choiceOf(options)).populations)
        for (StudyPopulationData& each : own)
            if (each.key == planned.key) {
                each.population.name = planned.space.name;
                populations.push_back(std::move(each.population));
            }
    for (const std::string& file : options.outputs)
        writeTextFile(file, toCsv(populations));
    fmt::print("{} populations written\n", populations.size());
}

void measure(const StudyOptions& options)
{
    const std::filesystem::path store = options.places.storePath();
    std::vector<std::string> populations;
    for (const StudyPopulationData& each : ownOf(openStudy(options.study), options))
        populations.push_back(each.population.name);
    if (populations.empty())
        throwBadInput("study " + options.study, "has nothing in this store at this scale",
                      "regnet study run, first");
    const std::int64_t known =
        measureRunTimes(store, populations, options.runTime, [](std::int64_t done, std::int64_t all) {
            fmt::print(stderr, "\r{} of {} networks measured{}", done, all, done == all ? "\n" : "");
            return true;
        });
    tell("{} run times of this machine ({}, batches of {}, threads {}) in {}\n", known,
         options.runTime.device, options.runTime.batch, options.runTime.threads,
         runTimesFile(store).string());
}

void addChoice(Command command, StudyOptions& options)
{
    command.option("--scale", options.choice.scale, "cpu, gpu, paper, or one of the study's own")
        .showDefault();
    command.option("--n", options.choice.n, "networks of each population; by default the scale's")
        .range(1, 1'000'000);
    command.option("--recipe", options.recipe, "another recipe than the scale's: a name, or a file");
    command.option("--dataset", options.choice.dataSet, "another data set than the scale's");
    command.option("--population", options.choice.keys, "only these populations of the study");
    addSeed(command, "--training-seed", options.choice.trainingSeed,
            "of weights and batches; another one is a replicate");
    addStoreOptions(command, options.places);
}

void addSources(Command command, StudyOptions& options)
{
    command.flag("--published", options.isPublished, "the paper's data only");
    command.flag("--own", options.isOwn, "what the store has only; by default both");
}

Command add(Command study, const char* name, const char* help, StudyOptions& options)
{
    const Command command = study.subcommand(name, help);
    command.option("STUDY", options.study, "a built-in study, or a file").required();
    return command;
}

void addRun(Command study)
{
    const auto options = std::make_shared<StudyOptions>();
    const Command command =
        add(study, "run", "Sample the populations of a study, queue and train them", *options);
    addChoice(command, *options);
    command.option("--workers", options->workers, "trainings at the same time; 0 = one a core")
        .range(0, 1024);
    command.option("--device", options->device, "cpu, or cuda:0 and so on").showDefault();
    command.flag("--queue-only", options->isQueuedOnly, "queue them for another program to work off");
    command.callback([options] {
        if (run(*options) == TrainingEnd::Stopped) std::exit(exitStopped);
    });
}

void addExport(Command study)
{
    const auto options = std::make_shared<StudyOptions>();
    const Command command = add(study, "export", "Write the study's trained networks as a CSV", *options);
    addChoice(command, *options);
    command.option("--out", options->outputs, "FILE.csv").required().oneValueEach();
    command.callback([options] { exportResults(*options); });
}

void addMeasure(Command study)
{
    const auto options = std::make_shared<StudyOptions>();
    const Command command =
        add(study, "measure", "Measure run times of the study's networks on this machine", *options);
    addChoice(command, *options);
    command.option("--device", options->runTime.device, "cpu, or cuda:0 and so on").showDefault();
    command.option("--batch", options->runTime.batch, "images a batch").range(1, 65'536).showDefault();
    command.option("--threads", options->runTime.threads, "of LibTorch").range(1, 1024).showDefault();
    command.callback([options] { measure(*options); });
}

void addFindings(Command study)
{
    const auto options = std::make_shared<StudyOptions>();
    const Command command = study.subcommand("findings", "Which of the paper's claims hold here");
    command.option("STUDY", options->study, "a study: its published and its trained populations");
    command.option(
        "--source", options->sources,
        "a population as for edf, with its role in front: RegNetX=my.db#X; may be given several times");
    addChoice(command, *options);
    addSources(command, *options);
    command.flag("--json", options->asJson, "print JSON");
    command.callback([options] { tellFindings(*options); });
}

} // namespace

void addStudyCommand(Command app)
{
    const Command study =
        app.subcommand("study", "The experiments of the paper, and one's own: train and draw them");
    study.requireSubcommand(1);
    const auto listing = std::make_shared<StudyOptions>();
    const Command lists = study.subcommand("list", "All built-in studies");
    lists.flag("--json", listing->asJson, "print JSON");
    lists.callback([listing] { list(*listing); });

    const auto shown = std::make_shared<StudyOptions>();
    const Command shows = add(study, "show", "What a study asks, trains and draws", *shown);
    shows.flag("--json", shown->asJson, "print it in its file format");
    shows.callback([shown] { show(*shown); });

    addRun(study);
    const auto asked = std::make_shared<StudyOptions>();
    const Command states = add(study, "status", "How far the training of a study is", *asked);
    addChoice(states, *asked);
    states.flag("--json", asked->asJson, "print JSON");
    states.callback([asked] { status(*asked); });

    const auto drawn = std::make_shared<StudyOptions>();
    const Command draws = add(study, "figure", "The panels of a study: numbers, CSV, or a drawing", *drawn);
    draws.option("PANEL", drawn->panel, "one panel; by default all");
    addChoice(draws, *drawn);
    addSources(draws, *drawn);
    draws.option("--out", drawn->outputs, "FILE.pdf, .svg, .png or .csv; may be given several times")
        .oneValueEach();
    draws.flag("--json", drawn->asJson, "print JSON");
    draws.callback([drawn] { figure(*drawn); });
    addExport(study);
    addMeasure(study);
    addFindings(study);
}

} // namespace regnet::cli
