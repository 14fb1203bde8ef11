// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include "core/format/open_source.h"
#include "core/problem.h"
#include "core/space/space_json.h"
#include "core/store/store.h"
#include "core/store/store_address.h"
#include "core/study/study_results.h"
#include "core/system/places.h"
#include "core/text/readable.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace regnet {
namespace {

std::optional<DesignSpace> definitionOf(const PopulationSpec& spec)
{
    try {
        return spaceFromJson(nlohmann::json::parse(spec.spaceJson), spec.space);
    } catch (const std::exception&) {
        return std::nullopt; // kept by another version, or none: the name is what is known
    }
}

/// How a population came about, where its source is a store.
std::optional<ReportTraining> trainingOf(const Population& population)
{
    const auto address = storeOf(population);
    if (!address) return std::nullopt;
    const StoreReader reader(address->file);
    const std::string& name = address->name;
    const PopulationSpec spec = reader.populationSpec(name);
    const std::vector<TrainingSpec> trainings = reader.trainings(name);
    if (trainings.empty()) return std::nullopt;
    ReportTraining training;
    training.space = spec.space;
    training.definition = definitionOf(spec);
    training.sampleSeed = spec.seed;
    training.training = trainings.back();
    std::set<std::string> wanted;
    for (const Member& member : population.members)
        wanted.insert(jobId(member.networkHash, training.training));
    for (JobRecord& job : reader.jobs({.ids = {}, .populations = {name}}))
        if (wanted.contains(job.id)) training.jobs.push_back(std::move(job));
    return training;
}

void addStudy(const ReportRequest& request, ReportInput& input, std::vector<FindingInput>& asked)
{
    const Study study = openStudy(request.study);
    const std::filesystem::path store = request.store.empty() ? defaultStore() : request.store;
    if (input.title.empty()) input.title = study.title;
    input.about = study.about;
    std::vector<StudyPopulationData> own = trainedIn(study, request.choice, store);
    asked = findingInputs(study, own, request.hasPublished ? PanelSource::Both : PanelSource::Own);
    const auto add = [&input](std::vector<StudyPopulationData> all) {
        for (StudyPopulationData& each : all)
            input.populations.push_back({std::move(each.population), std::nullopt});
    };
    add(std::move(own));
    if (request.hasPublished) add(publishedIn(study));
}

std::string titleOf(const ReportInput& input)
{
    std::string names;
    constexpr std::size_t most = 4;
    for (std::size_t i = 0; i < std::min(most, input.populations.size()); ++i)
        names += (i == 0 ? "" : ", ") + input.populations[i].population.name;
    if (input.populations.size() > most)
        names += " and " + std::to_string(input.populations.size() - most) + " more";
    return "Report on " + names;
}

} // namespace

std::vector<std::string> reportCommand(const ReportRequest& request)
{
    const ReportRequest standard;
    std::vector<std::string> words{"report"};
    const auto add = [&words](const char* option, const std::string& value, const std::string& otherwise) {
        if (value != otherwise) words.insert(words.end(), {option, value});
    };
    words.insert(words.end(), request.sources.begin(), request.sources.end());
    add("--study", request.study, "");
    if (!request.study.empty()) {
        add("--scale", request.choice.scale, standard.choice.scale);
        add("--n", std::to_string(request.choice.n), "0");
        add("--recipe", request.recipeName, "");
        add("--dataset", request.choice.dataSet, "");
        add("--store", request.store.string(), "");
        if (!request.hasPublished) words.emplace_back("--own");
    }
    add("--title", request.title, "");
    add("--confidence", shortest(request.confidence), shortest(standard.confidence));
    return words;
}

ReportInput reportInputOf(const ReportRequest& request, const std::function<bool()>& isStopped)
{
    if (request.sources.empty() && request.study.empty())
        throwBadInput("report", "has no SOURCE and no --study",
                      "populations as for \"regnet edf\", or a study such as fig9");
    if (!(request.confidence > 0 && request.confidence < 1))
        throwBadInput("confidence", "is " + shortest(request.confidence), "a number above 0 and below 1");
    ReportInput input;
    input.title = request.title;
    input.confidence = request.confidence;
    input.command = reportCommand(request);
    std::vector<FindingInput> asked;
    if (!request.study.empty()) addStudy(request, input, asked);
    if (!request.sources.empty())
        for (Population& population : openSources(request.sources)) {
            asked.push_back({roleOf(population.name), "", population});
            input.populations.push_back({std::move(population), std::nullopt});
        }
    if (input.populations.empty())
        throwBadInput("report", "has no population: nothing of " + request.study + " is trained yet",
                      "a study that has been run, or without --own the paper's populations");
    for (ReportPopulation& each : input.populations)
        each.training = trainingOf(each.population);
    if (input.title.empty()) input.title = titleOf(input);
    input.findings = findings(asked, isStopped);
    return input;
}

} // namespace regnet
