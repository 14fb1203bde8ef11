// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/cli/exchange.h"
#include "app/cli/requested.h"
#include "app/cli/tell.h"
#include "app/cli/training.h"
#include "app/cli/weight_options.h"
#include "core/format/import.h"
#include "core/network/network_json.h"
#include "core/problem.h"
#include "core/queue/request.h"
#include "core/text/readable.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace regnet::cli {
namespace {

struct Options
{
    StoreOptions places;
    std::vector<std::string> files, columns, skipped, undone;
    std::string population;
    WeightOptions weights;
    bool isDry = false, asJson = false;
};

ImportOptions importOptions(const Options& options)
{
    ImportOptions import;
    import.population = options.population;
    import.weights = weightSource(options.weights);
    for (const std::string& pair : options.columns) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == pair.size())
            throwBadInput("--column", "is \"" + pair + "\"",
                          "OURS=THEIRS, such as error=test_err or error=100-top1");
        if (!import.columns.names.emplace(pair.substr(0, equals), pair.substr(equals + 1)).second)
            throwBadInput("--column", "names " + pair.substr(0, equals) + " twice",
                          "one column of the file for each");
    }
    import.columns.skipped = {options.skipped.begin(), options.skipped.end()};
    return import;
}

nlohmann::ordered_json toJson(const PopulationSpec& population, const Addition* addition)
{
    const ImportedResults& imported = *population.imported;
    const auto count = [&](Member::State state) {
        return std::ranges::count_if(imported.members, [&](const Member& m) { return m.state == state; });
    };
    nlohmann::ordered_json json{{"name", population.name},
                                {"networks", imported.members.size()},
                                {"buildable", population.networks.size()},
                                {"finished", count(Member::State::Finished)},
                                {"failed", count(Member::State::Failed)},
                                {"pending", count(Member::State::Pending)},
                                {"error_kind", imported.errorKind},
                                {"recipe", imported.recipe}};
    if (addition != nullptr) json["new"] = addition->isPopulationNew;
    return json;
}

/// All files are read before anything is kept: a bad one leaves the store as it was.
std::vector<Import> readAll(const Options& options)
{
    const ImportOptions how = importOptions(options);
    if (options.files.size() > 1 && !options.population.empty())
        throwBadInput("--population", "is given for several files", "one file, or the names of the files");
    std::vector<Import> imports;
    for (const std::string& file : options.files)
        imports.push_back(readImport(file, how));
    return imports;
}

void print(const Options& options, const std::vector<Import>& imports, const std::vector<Addition>& additions)
{
    std::size_t next = 0;
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < imports.size(); ++i) {
        nlohmann::ordered_json json{{"file", options.files[i]}, {"kind", imports[i].kind}};
        if (!options.asJson) tell("{}: {}\n", options.files[i], imports[i].kind);
        for (const PopulationSpec& population : imports[i].populations) {
            const Addition* addition = additions.empty() ? nullptr : &additions[next++];
            json["populations"].push_back(toJson(population, addition));
            if (options.asJson) continue;
            const char* end = addition == nullptr         ? ""
                              : addition->isPopulationNew ? ""
                                                          : " (known already, nothing changed)";
            tell("  {}{}\n", summaryOf(population), end);
        }
        if (imports[i].weights) json["network"] = regnet::toJson(imports[i].weights->network.spec);
        json["notes"] = imports[i].notes;
        for (const CsvColumn& column : imports[i].columns)
            json["columns"].push_back(column.name);
        for (const std::string& note : imports[i].notes)
            if (!options.asJson) tell("  note: {}\n", note);
        all.push_back(std::move(json));
    }
    if (options.asJson)
        fmt::print("{}\n", nlohmann::ordered_json{{"files", all}}.dump(
                               2, ' ', false, nlohmann::json::error_handler_t::replace));
    else if (options.isDry)
        fmt::print("Nothing was kept: this was a dry run.\n");
    else
        fmt::print("regnet import --undo NAME takes an import away again.\n");
}

void keep(const Options& options)
{
    const std::vector<Import> imports = readAll(options);
    std::vector<Addition> additions;
    if (!options.isDry)
        for (const Import& import : imports)
            for (const PopulationSpec& population : import.populations)
                additions.push_back(requested(adding(population), options.places.storePath(),
                                              Spool(options.places.spoolPath()), "regnet import")
                                        .addition);
    print(options, imports, additions);
}

void undo(const Options& options)
{
    QueueRequest asked;
    asked.action = QueueRequest::Action::Forget;
    asked.jobs.populations = options.undone;
    const QueueAnswer answer =
        requested(asked, options.places.storePath(), Spool(options.places.spoolPath()), "regnet import");
    if (options.asJson)
        fmt::print("{}\n", nlohmann::json{{"results_removed", answer.changed}}.dump());
    else
        fmt::print("{} imported results were taken away again\n", exactCount(answer.changed));
}

void run(const Options& options)
{
    if (options.files.empty() == options.undone.empty())
        throwBadInput("regnet import",
                      options.files.empty() ? "was given no file" : "was given files and --undo",
                      "files to import, or --undo with names of populations");
    if (!options.undone.empty()) return undo(options);
    keep(options);
}

} // namespace

void addImportCommand(Command app)
{
    const auto options = std::make_shared<Options>();
    const Command command =
        app.subcommand("import", "Bring results, networks and weights of other programs in");
    command.option("FILES", options->files,
                   "pycls: sweep.json, a sweep's folder, stdout.log, a configuration; NDS JSON; CSV; network "
                   "JSON; weights of pycls, torchvision and timm");
    command.option("--store", options->places.store, "Store that keeps them");
    command.option("--spool", options->places.spool, "Its spool");
    command.option("--population", options->population, "Name of the population; the file's otherwise");
    command.option("--column", options->columns,
                   "OURS=THEIRS, a column of a CSV: error=test_err, error=100-top1_acc, label=name");
    command.option("--skip-column", options->skipped, "A column of a CSV that is left out");
    addWeightOptions(command, options->weights);
    command.flag("--dry-run", options->isDry, "Only say what would be kept");
    command.option("--undo", options->undone, "Take imported populations away again");
    command.flag("--json", options->asJson, "Print JSON");
    command.callback([options] { run(*options); });
}

} // namespace regnet::cli
