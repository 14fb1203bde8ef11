// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sections.h"

#include "core/format/published_population.h"
#include "core/report/markup.h"
#include "core/store/job_state.h"
#include "core/text/readable.h"
#include "core/text/shell_words.h"
#include "core/text/version.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace regnet {
namespace {

constexpr std::size_t mostCauses = 20;

std::string firstLine(const std::string& text)
{
    return text.substr(0, std::min(text.find('\n'), std::size_t{300}));
}

struct Use
{
    std::int64_t trainings = 0, attempts = 0, epochs = 0;
    double seconds = 0;
};

} // namespace

std::string recipesSection(const ReportInput& input)
{
    std::string text;
    std::set<std::string> told, others;
    for (const ReportPopulation& each : input.populations) {
        if (!each.training) {
            if (!each.population.recipe.empty()) others.insert(each.population.recipe);
            continue;
        }
        const TrainingSpec& training = each.training->training;
        const std::string hash = hashOf(training.recipe);
        if (!told.insert(hash + training.dataSet.name).second) continue;
        HtmlTable table({{"field", false}, {"value", false}});
        const nlohmann::json fields = toJson(training.recipe);
        for (const auto& [name, value] : fields.items())
            table.add({escaped(name), escaped(value.is_string() ? value.get<std::string>() : value.dump())});
        table.add({"data set", escaped(fmt::format("{}, {}x{}, {} classes", training.dataSet.name,
                                                   training.dataSet.resolution, training.dataSet.resolution,
                                                   training.dataSet.classes))});
        table.add({"recipe hash", "<code>" + escaped(hash) + "</code>"});
        text += "<h3>" + escaped(training.recipe.name) + "</h3>\n" + table.markup();
    }
    if (!others.empty()) {
        text += "<p>As the sources say:</p><ul>";
        for (const std::string& other : others)
            text += "<li>" + escaped(other) + "</li>";
        text += "</ul>\n";
    }
    return text;
}

std::string failuresSection(const ReportInput& input)
{
    HtmlTable table(
        {{"population", false}, {"how", false}, {"networks"}, {"cause", false}, {"first job", false}});
    std::string unknown;
    for (std::size_t i = 0; i < input.populations.size(); ++i) {
        const ReportPopulation& each = input.populations[i];
        const std::string name = nameCell(each.population, i);
        if (!each.training) {
            const auto failed =
                std::ranges::count(each.population.members, Member::State::Failed, &Member::state);
            if (failed > 0)
                table.add({name, "failed", std::to_string(failed), "its source does not say why", ""});
            continue;
        }
        struct Cause
        {
            std::int64_t count = 0;
            std::string firstJob;
        };
        std::map<std::pair<std::string, std::string>, Cause> causes;
        for (const JobRecord& job : each.training->jobs) {
            if (!isFailure(job.state) && job.state != JobState::Cancelled) continue;
            Cause& cause = causes[{std::string(nameOf(job.state)), firstLine(job.message)}];
            ++cause.count;
            if (cause.firstJob.empty()) cause.firstJob = job.id;
        }
        std::vector<std::pair<std::pair<std::string, std::string>, Cause>> sorted(causes.begin(),
                                                                                  causes.end());
        std::ranges::stable_sort(sorted, std::greater<>(), [](const auto& one) { return one.second.count; });
        for (std::size_t k = 0; k < std::min(sorted.size(), mostCauses); ++k)
            table.add({name, escaped(sorted[k].first.first), std::to_string(sorted[k].second.count),
                       escaped(sorted[k].first.second),
                       "<code>" + escaped(sorted[k].second.firstJob.substr(0, 12)) + "</code>"});
        if (sorted.size() > mostCauses)
            unknown +=
                fmt::format("<p class=\"soft\">{}: {} more causes, \"regnet queue list\" has all.</p>\n",
                            escaped(each.population.name), sorted.size() - mostCauses);
    }
    if (table.empty()) return "<p>No training failed.</p>\n";
    return table.markup() + unknown;
}

std::string resourcesSection(const ReportInput& input)
{
    std::map<std::string, Use> byDevice;
    std::set<std::string> counted;
    double slowest = 0;
    for (const ReportPopulation& each : input.populations) {
        if (!each.training) continue;
        for (const JobRecord& job : each.training->jobs) {
            if (job.epochsDone == 0 || !counted.insert(job.id).second) continue;
            Use& use = byDevice[job.device.empty() ? "unknown" : job.device];
            ++use.trainings;
            use.attempts += job.attempt;
            use.epochs += job.epochsDone;
            use.seconds += job.trainSeconds;
            slowest = std::max(slowest, job.trainSeconds);
        }
    }
    if (byDevice.empty()) return "<p>The sources do not say what the trainings took.</p>\n";
    HtmlTable table(
        {{"device", false}, {"trainings"}, {"attempts"}, {"epochs"}, {"device time"}, {"a training"}});
    Use all;
    for (const auto& [device, use] : byDevice) {
        table.add({escaped(device), std::to_string(use.trainings), std::to_string(use.attempts),
                   std::to_string(use.epochs), escaped(readableDuration(use.seconds)),
                   escaped(readableDuration(use.seconds / static_cast<double>(use.trainings)))});
        all.trainings += use.trainings;
        all.seconds += use.seconds;
    }
    return table.markup(fmt::format(
        "Each training once, however many populations it belongs to: {} trainings, {} in "
        "all, the longest {}.",
        all.trainings, escaped(readableDuration(all.seconds)), escaped(readableDuration(slowest))));
}

std::string provenanceSection(const ReportInput& input)
{
    HtmlTable table({{"population", false}, {"source", false}, {"SHA-256 of its results", false}});
    bool hasPublished = false;
    for (std::size_t i = 0; i < input.populations.size(); ++i) {
        const Population& population = input.populations[i].population;
        hasPublished = hasPublished || population.isPublished;
        table.add(
            {nameCell(population, i), escaped(population.source), "<code>" + hashOf(population) + "</code>"});
    }
    std::vector<std::string> words{"regnet"};
    words.insert(words.end(), input.command.begin(), input.command.end());
    std::string text = table.markup();
    text += "<p>Made by RegNet Explorer " + escaped(version()) + " (" + escaped(revision()) +
            ") with</p>\n<pre>" + escaped(shellLine(words)) + "</pre>\n";
    for (const ReportPopulation& each : input.populations)
        if (each.training)
            text += fmt::format("<p class=\"soft\">{}: drawn with seed {}, trained with seed {}.</p>\n",
                                escaped(each.population.name), each.training->sampleSeed,
                                each.training->training.seed);
    if (hasPublished) text += "<p class=\"soft\">Published data: " + escaped(paperCitation()) + "</p>\n";
    return text;
}

} // namespace regnet
