// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/import.h"

#include "core/format/nds.h"
#include "core/format/pycls_config.h"
#include "core/format/pycls_log.h"
#include "core/format/pycls_sweep.h"
#include "core/format/pycls_sweep_setup.h"
#include "core/format/text_file.h"
#include "core/format/zip_file.h"
#include "core/network/network_json.h"
#include "core/network/properties.h"
#include "core/problem.h"
#include "core/space/space_json.h"
#include "core/system/folder.h"
#include "core/system/readable_file.h"
#include "core/text/readable.h"
#include "core/text/utf8.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <set>

namespace regnet {
namespace {

namespace fs = std::filesystem;

std::string firstBytes(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::string head(4096, '\0');
    stream.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(stream.gcount()));
    return head;
}

bool isWeights(const std::string& head)
{
    return looksLikeZip(head) || head.starts_with("RegNetCheckpoint") || head.starts_with("\x80\x02");
}

std::string nameFor(const fs::path& file, const ImportOptions& options)
{
    if (!options.population.empty()) return options.population;
    const fs::path whole = fs::absolute(file).lexically_normal(); // "." has a name, too
    const fs::path plain = whole.has_filename() ? whole : whole.parent_path();
    std::error_code ignored;
    const bool isFolder = fs::is_directory(plain, ignored); // of which ".6GF" is no ending
    // Every sweep has its sweep.json, every run its stdout.log: the folder is what people named.
    const std::string stem = (isFolder ? plain.filename() : plain.stem()).string();
    const bool isUsual = stem == "sweep" || stem == "stdout" || stem == "config" || stem == "model";
    const std::string folder = plain.parent_path().filename().string();
    return isUsual && !folder.empty() ? folder : stem;
}

/// Names go into JSON and into other people's programs.
void requireUtf8(const Population& population, const fs::path& file)
{
    if (firstNotUtf8(population.name))
        throwBadInput("the name of the population", "is not UTF-8", "--population with another name");
    for (std::size_t i = 0; i < population.members.size(); ++i)
        if (firstNotUtf8(population.members[i].label))
            throwBadInput(file.string(), fmt::format("network {} has a name that is not UTF-8", i + 1),
                          "files and names in UTF-8");
}

/// What the store keeps of it. Networks are kept only where all are known: they can then be trained here.
void add(Import& import, ImportedPopulation part, const fs::path& file)
{
    requireUtf8(part.population, file);
    PopulationSpec spec;
    spec.name = part.population.name;
    const auto known =
        std::ranges::count_if(part.networks, [](const auto& network) { return network.has_value(); });
    const auto all = static_cast<std::ptrdiff_t>(part.networks.size());
    if (known == all && all > 0)
        for (const auto& network : part.networks)
            spec.networks.push_back(*network);
    else
        import.notes.push_back(
            fmt::format("{}: {} of {} networks are known, so that it can be compared, but not "
                        "trained here",
                        spec.name, exactCount(known), exactCount(all)));
    for (std::size_t i = 0; i < part.networks.size(); ++i) {
        if (!part.networks[i]) continue;
        Member& member = part.population.members[i];
        const NetworkSpec& network = *part.networks[i];
        for (const auto& [name, value] : within(file.string(), [&] { return propertiesOf(network); }))
            member.properties.add(name, value);
    }
    spec.imported = ImportedResults{file.string(), import.kind, part.population.errorKind,
                                    part.population.recipe, std::move(part.population.members)};
    import.populations.push_back(std::move(spec));
}

Import weightsImport(const fs::path& file, const ImportOptions& options)
{
    Import import;
    import.kind = "weights";
    Weights weights = openWeights(file, options.weights);
    ImportedPopulation part;
    part.population.name = nameFor(file, options);
    part.population.errorKind = "error at the checkpoint";
    part.population.recipe = "unknown";
    Member member;
    member.label = weights.network.published.empty() ? file.stem().string() : weights.network.published;
    member.state = Member::State::Pending;
    const auto error = weights.numbers.find(weights.key == "ema_state" ? "ema_err" : "test_err");
    if (error != weights.numbers.end() && isErrorPercent(error->second)) {
        member.state = Member::State::Finished;
        member.error = error->second;
    }
    if (const auto epoch = weights.numbers.find("epoch"); epoch != weights.numbers.end())
        member.properties["epoch"] = epoch->second;
    member.networkHash = hashOf(realise(weights.network.spec));
    part.population.members.push_back(std::move(member));
    part.networks.emplace_back(weights.network.spec);
    add(import, std::move(part), file);
    if (!weights.network.published.empty())
        import.notes.push_back("these are the weights of a " + weights.network.published);
    for (const std::string& assumed : weights.network.assumed)
        import.notes.push_back("the shapes do not tell: assumed that " + assumed);
    import.weights = std::move(weights);
    return import;
}

ImportedPopulation oneNetwork(const NetworkSpec& spec, const std::string& name, const fs::path& file)
{
    ImportedPopulation part;
    part.population.name = name;
    part.population.errorKind = "none";
    Member member;
    member.label = file.stem().string();
    member.state = Member::State::Pending;
    member.networkHash = within(file.string(), [&] { return hashOf(realise(spec)); });
    part.population.members.push_back(std::move(member));
    part.networks.emplace_back(spec);
    return part;
}

/// Configurations of a sweep that have no log yet are networks without a result.
void addPending(ImportedPopulation& part, const fs::path& folder)
{
    std::set<std::string> known;
    for (const Member& member : part.population.members)
        known.insert(member.label);
    for (const fs::path& file : listedEntries(folder / "cfgs")) {
        if (file.extension() != ".yaml" || known.contains(file.stem().string())) continue;
        ImportedPopulation one = oneNetwork(readPyclsConfig(file), {}, file);
        part.population.members.push_back(std::move(one.population.members.front()));
        part.networks.push_back(std::move(one.networks.front()));
    }
}

Import sweepFolder(const fs::path& folder, const ImportOptions& options)
{
    Import import;
    import.kind = "pycls sweep";
    std::error_code failure;
    const bool hasConfigs = fs::is_directory(folder / "cfgs", failure);
    const bool hasResults =
        fs::exists(folder / "sweep.json", failure) || fs::exists(folder / "logs", failure) || !hasConfigs;
    ImportedPopulation part;
    part.population.errorKind = "best epoch on the test set (EMA)";
    part.population.recipe = "pycls";
    if (hasResults) part = importedPyclsSweep(pyclsSweepFolder(folder), folder.string());
    part.population.name = nameFor(folder, options);
    addPending(part, folder);
    add(import, std::move(part), folder);
    if (const fs::path setup = folder / "sweep_cfg.yaml"; fs::exists(setup, failure)) {
        try {
            const SweepSetup sweep = parseSweepSetup(readTextFile(setup), setup.string());
            import.populations.front().space = sweep.space.name;
            import.populations.front().spaceJson = toJson(sweep.space).dump();
            import.populations.front().seed = static_cast<std::uint64_t>(sweep.seed);
        } catch (const Error& error) { // the results are there all the same
            import.notes.push_back(std::string("the design space is left out: ") + error.what());
        }
    }
    return import;
}

bool looksLikeJson(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return false;
    // pycls's log begins with "[trainer.py: 106]".
    return text[begin] == '{' || (text[begin] == '[' && begin + 1 < text.size() &&
                                  std::isalpha(static_cast<unsigned char>(text[begin + 1])) == 0);
}

void jsonImport(Import& import, const std::string& text, const fs::path& file, const ImportOptions& options)
{
    const std::string where = file.string();
    const std::string name = nameFor(file, options);
    if (looksLikeNds(text)) {
        import.kind = "NDS";
        for (ImportedPopulation& part : ndsPopulations(text, where, name))
            add(import, std::move(part), file);
        return;
    }
    const nlohmann::json json = parseJson(text, where, PythonNumbers::Null);
    if (json.is_object() && (json.contains("stages") || json.contains("regnet"))) {
        import.kind = "network JSON";
        const NetworkSpec spec = networkFromJson(json, where);
        return add(import, oneNetwork(spec, name, file), file);
    }
    if (!isPyclsSweep(json))
        throwBadInput(where, "is JSON of an unknown kind",
                      "a pycls sweep.json, records of NDS, or a network JSON");
    import.kind = "pycls sweep";
    ImportedPopulation part = importedPyclsSweep(json, where);
    part.population.name = name;
    add(import, std::move(part), file);
}

void csvImport(Import& import, const std::string& text, const fs::path& file, const ImportOptions& options)
{
    import.kind = "CSV";
    import.columns = csvColumns(text, file.string());
    for (Population& population :
         populationsFromCsv(text, file.string(), nameFor(file, options), options.columns)) {
        ImportedPopulation part;
        part.networks.resize(population.members.size());
        part.population = std::move(population);
        add(import, std::move(part), file);
    }
}

/// A YAML of sections: "MODEL:" and the like begin a line.
bool looksLikeConfig(const std::string& text)
{
    for (const char* section : {"MODEL:", "REGNET:", "ANYNET:"})
        if (text.starts_with(section) || text.find(std::string("\n") + section) != std::string::npos)
            return true;
    return false;
}

} // namespace

Import readImport(const fs::path& file, const ImportOptions& options)
{
    std::error_code failure;
    if (firstNotUtf8(file.string()))
        throwBadInput(file.string(), "is not UTF-8, and populations are named after it",
                      "another name for file or folder");
    if (fs::is_directory(file, failure)) return sweepFolder(file, options);
    requireReadableFile(file);
    const std::string head = firstBytes(file);
    if (isWeights(head)) return weightsImport(file, options);
    if (head.find('\0') != std::string::npos)
        throwBadInput(file.string(), "is neither text nor weights",
                      "a pycls sweep, log or configuration, a JSON of NDS, a CSV, or a file of torch.save");
    Import import;
    const std::string text = readTextFile(file);
    if (looksLikeJson(text)) {
        jsonImport(import, text, file, options);
    } else if (looksLikePyclsLog(text)) {
        import.kind = "pycls log";
        std::string errors;
        const fs::path beside = file.parent_path() / "stderr.log";
        if (file.filename() == "stdout.log" && fs::exists(beside, failure)) errors = readTextFile(beside);
        const nlohmann::json record = pyclsLogRecord(text, file.string(), errors);
        ImportedPopulation part = importedPyclsSweep(nlohmann::json::array({record}), file.string());
        part.population.name = nameFor(file, options);
        add(import, std::move(part), file);
    } else if (looksLikeConfig(text)) {
        import.kind = "pycls configuration";
        add(import, oneNetwork(parsePyclsConfig(text, file.string()), nameFor(file, options), file), file);
    } else {
        csvImport(import, text, file, options);
    }
    return import;
}

std::string summaryOf(const PopulationSpec& population)
{
    std::int64_t finished = 0, failed = 0, pending = 0;
    double best = 100, worst = 0;
    const std::vector<Member> none;
    for (const Member& member : population.imported ? population.imported->members : none) {
        finished += member.state == Member::State::Finished ? 1 : 0;
        failed += member.state == Member::State::Failed ? 1 : 0;
        pending += member.state == Member::State::Pending ? 1 : 0;
        if (member.state != Member::State::Finished) continue;
        best = std::min(best, member.error);
        worst = std::max(worst, member.error);
    }
    std::string text = fmt::format("{}: {} networks, {} finished", population.name,
                                   exactCount(finished + failed + pending), exactCount(finished));
    if (failed > 0) text += fmt::format(", {} failed", exactCount(failed));
    if (pending > 0) text += fmt::format(", {} without a result", exactCount(pending));
    if (finished > 0) text += fmt::format(", error {:.2f} to {:.2f} %", best, worst);
    return text;
}

} // namespace regnet
