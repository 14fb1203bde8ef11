// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_line.h"
#include "core/problem.h"
#include "core/queue/training_order.h"
#include "core/report/report.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

namespace regnet::cli {
namespace {

struct ReportOptions
{
    ReportRequest request;
    std::string store;
    std::string recipe;
    std::string output;
    bool isOwn = false;
};

void checkOutput(const std::filesystem::path& file)
{
    if (file.extension() != ".html" && file.extension() != ".htm")
        throwBadInput("--out", "is \"" + file.string() + "\"", "a file that ends in .html");
    std::error_code failure;
    if (const auto folder = file.parent_path();
        !folder.empty() && !std::filesystem::is_directory(folder, failure))
        throwBadInput("--out", "lies in the folder " + folder.string() + ", which does not exist");
}

void run(ReportOptions options)
{
    checkOutput(options.output);
    options.request.store = options.store;
    options.request.hasPublished = !options.isOwn;
    if (!options.recipe.empty()) {
        options.request.recipeName = options.recipe;
        options.request.choice.recipe = openRecipe(options.recipe);
    }
    writeReport(options.request, options.output);
}

} // namespace

void addReportCommand(Command app)
{
    const auto options = std::make_shared<ReportOptions>();
    const Command command =
        app.subcommand("report", "One HTML page about populations or a study, to be read without a network");
    command.option("SOURCE", options->request.sources,
                   "a pycls sweep.json, a CSV, STORE.db#POPULATION, STORE.db, or paper:<panel>/<key>");
    command.option("--out", options->output, "FILE.html").required();
    command.option("--study", options->request.study, "a study: its trained and published populations");
    command.option("--scale", options->request.choice.scale, "of the study").showDefault();
    command.option("--n", options->request.choice.n, "of the study: networks of each population")
        .range(1, 1'000'000);
    command.option("--recipe", options->recipe, "of the study: another recipe than the scale's");
    command.option("--dataset", options->request.choice.dataSet, "of the study: another data set");
    command.option("--store", options->store, "of the study; by default this user's");
    command.flag("--own", options->isOwn, "of the study: without the paper's populations");
    command.option("--title", options->request.title, "heading of the page");
    command.option("--confidence", options->request.confidence, "of bands and intervals").showDefault();
    command.callback([options] { run(*options); });
}

} // namespace regnet::cli
