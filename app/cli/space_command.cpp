// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_line.h"
#include "app/cli/interruption.h"
#include "app/cli/network_options.h"
#include "app/cli/seed_option.h"
#include "app/cli/table.h"
#include "app/cli/tell.h"
#include "core/format/pycls_sweep_setup.h"
#include "core/format/text_file.h"
#include "core/network/network_json.h"
#include "core/problem.h"
#include "core/space/built_in_spaces.h"
#include "core/space/membership.h"
#include "core/space/space_json.h"
#include "core/space/space_size.h"
#include "core/space/survey.h"
#include "core/text/readable.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <memory>

namespace regnet::cli {
namespace {

struct SpaceOptions
{
    std::string space;
    std::string form = "json";
    std::int64_t n = 100;
    std::int64_t candidates = 500'000;
    std::uint64_t seed = 1;
    bool isEstimated = false;
    bool asJson = false;
    NetworkOptions network;
    std::string file;
    std::string name;
    std::string note;
    std::vector<std::string> settings;
};

void list(const SpaceOptions& options)
{
    if (options.asJson) {
        nlohmann::ordered_json json;
        for (const DesignSpace& space : builtInSpaces())
            json["spaces"].push_back({{"name", space.name}, {"parent", space.parent}, {"note", space.note}});
        for (const Regime& regime : regimes())
            json["regimes"].push_back({{"name", regime.name}, {"note", regime.note}});
        fmt::print("{}\n", json.dump());
        return;
    }
    for (const DesignSpace& space : builtInSpaces())
        fmt::print("{:<34} {}{}\n", space.name,
                   space.parent.empty() ? std::string() : "(of " + space.parent + ") ", space.note);
    fmt::print("\nA space in a regime is SPACE@REGIME, for example RegNetX@cpu:\n");
    for (const Regime& regime : regimes())
        fmt::print("  {:<8} {}\n", regime.name, regime.note);
}

void show(const SpaceOptions& options)
{
    const DesignSpace space = openSpace(options.space);
    if (options.form == "json") {
        fmt::print("{}\n", toJson(space).dump(2));
        return;
    }
    if (options.form != "pycls") throwBadInput("--as", "is \"" + options.form + "\"", "json or pycls");
    SweepSetup setup;
    setup.name = space.name;
    setup.description = space.note;
    setup.configs = options.n;
    setup.space = space;
    fmt::print("{}", sweepSetupYaml(setup));
}

/// "1.8e18" of a long count, which may be beyond doubles.
std::string about(const std::string& digits)
{
    if (digits.size() <= 6) return digits;
    std::string text = fmt::format("{:.1f}", std::stod(digits.substr(0, 17).insert(1, ".")));
    const bool isCarried = text == "10.0";
    return fmt::format("{}e{:02}", isCarried ? "1.0" : text, digits.size() - (isCarried ? 0 : 1));
}

/// What an estimate found, in settings, or in shares of them where the settings are beyond doubles.
std::string aboutSize(const SizeEstimate& estimate, double size, double share)
{
    return std::isfinite(estimate.interval.high) ? fmt::format("{:.3g}", size)
                                                 : fmt::format("{:.3g} %", 100 * share);
}

void checkCandidates(const SpaceOptions& options)
{
    constexpr std::int64_t most = 100'000'000'000;
    if (options.candidates < 1 || options.candidates > most)
        throwBadInput("--candidates", "are " + std::to_string(options.candidates), "1 to 100000000000");
}

nlohmann::ordered_json estimateJson(const SizeEstimate& estimate)
{
    return {{"size", estimate.size},
            {"interval", {estimate.interval.low, estimate.interval.high}},
            {"confidence", 0.95},
            {"method", estimate.isExact ? "exact" : "Clopper-Pearson on settings drawn uniformly"},
            {"candidates", estimate.candidates},
            {"accepted", estimate.accepted}};
}

nlohmann::ordered_json sizeJson(const DesignSpace& space, const SpaceOptions& options,
                                const std::stop_token& stop)
{
    const SpaceSize size = sizeOf(space);
    nlohmann::ordered_json json{
        {"space", space.name}, {"dimensions", size.dimensions}, {"size", size.settings}};
    if (size.printed) json["paper"] = {{"formula", size.printed->formula}, {"size", size.printed->value}};
    if (options.isEstimated)
        json["within_rules"] = estimateJson(estimateSize(space, options.candidates, options.seed, stop));
    return json;
}

/// Figures of a part are printed, too, but never pass for the whole.
void failIfStopped(const Interruption& interruption, const char* command)
{
    if (interruption.isWanted())
        throwFailed(command, "was stopped: what is printed is of what was drawn until then");
}

void size(const SpaceOptions& options)
{
    checkCandidates(options);
    Interruption interruption;
    const std::stop_token stop = interruption.token();
    std::vector<DesignSpace> spaces;
    if (options.space.empty())
        spaces = builtInSpaces();
    else
        spaces.push_back(openSpace(options.space));
    if (options.asJson) {
        nlohmann::ordered_json json;
        for (const DesignSpace& space : spaces)
            json["spaces"].push_back(sizeJson(space, options, stop));
        fmt::print("{}\n", options.space.empty() ? json.dump() : json["spaces"][0].dump());
        return failIfStopped(interruption, "space size");
    }
    std::vector<std::string> header{"space", "dim", "size", "about", "paper's formula", "its value"};
    if (options.isEstimated) header.insert(header.end(), {"within rules and limits", "95 % interval"});
    Table table(header);
    for (const DesignSpace& space : spaces) {
        const SpaceSize size = sizeOf(space);
        std::vector<std::string> row{space.name,
                                     std::to_string(size.dimensions),
                                     size.settings,
                                     about(size.settings),
                                     size.printed ? size.printed->formula : "-",
                                     size.printed ? size.printed->value : "-"};
        if (options.isEstimated) {
            const SizeEstimate estimate = estimateSize(space, options.candidates, options.seed, stop);
            const Interval share = shareInterval(estimate.accepted, estimate.candidates);
            const double accepted = static_cast<double>(estimate.accepted) /
                                    static_cast<double>(std::max<std::int64_t>(1, estimate.candidates));
            row.push_back(estimate.isExact ? "all" : aboutSize(estimate, estimate.size, accepted));
            row.push_back(estimate.isExact ? "exact"
                                           : aboutSize(estimate, estimate.interval.low, share.low) + " to " +
                                                 aboutSize(estimate, estimate.interval.high, share.high));
        }
        table.add(std::move(row));
    }
    fmt::print("{}size counts parameter settings on the grid of the distributions, before limits. The paper "
               "divides by "
               "4! for\nD and E, where the exact count is of multisets, and takes 64 levels for each of d, "
               "w0, wa, wm.\n",
               table.text());
    failIfStopped(interruption, "space size");
}

nlohmann::ordered_json histogramsJson(const Survey& seen)
{
    nlohmann::ordered_json all = nlohmann::ordered_json::object();
    for (const ParameterHistogram& histogram : seen.histograms)
        all[histogram.parameter] = {{"low", histogram.low},
                                    {"high", histogram.high},
                                    {"share", histogram.share},
                                    {"accepted", histogram.accepted}};
    return all;
}

void surveySpace(const SpaceOptions& options)
{
    checkCandidates(options);
    Interruption interruption;
    const DesignSpace space = openSpace(options.space);
    const Survey seen = survey(space, options.candidates, options.seed, interruption.token());
    const Interval interval = seen.acceptanceInterval();
    nlohmann::ordered_json reasons = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < rejectionKinds; ++i)
        if (seen.rejections[i] > 0)
            reasons[std::string(nameOf(static_cast<Rejection>(i)))] = seen.rejections[i];
    if (options.asJson) {
        const nlohmann::ordered_json json{{"space", space.name},
                                          {"seed", options.seed},
                                          {"candidates", seen.candidates},
                                          {"accepted", seen.accepted},
                                          {"acceptance", seen.acceptance()},
                                          {"interval", {interval.low, interval.high}},
                                          {"rejections", reasons},
                                          {"parameters", histogramsJson(seen)}};
        fmt::print("{}\n", json.dump());
        return failIfStopped(interruption, "space survey");
    }
    tell("{}: {} of {} candidates are accepted, {:.4g} % ({:.4g} to {:.4g} %, 95 %, Clopper-Pearson)\n",
         space.name, exactCount(seen.accepted), exactCount(seen.candidates), 100 * seen.acceptance(),
         100 * interval.low, 100 * interval.high);
    for (const auto& [reason, count] : reasons.items())
        fmt::print("  {:>12} had {}\n", exactCount(count.get<std::int64_t>()), reason);
    failIfStopped(interruption, "space survey");
}

void tellMembership(const SpaceOptions& options)
{
    const DesignSpace space = openSpace(options.space);
    Membership membership;
    withNetwork(options.network, [&](const NetworkSpec& spec) { membership = membershipOf(space, spec); });
    if (options.asJson) {
        nlohmann::ordered_json json{{"space", space.name}, {"member", membership.isMember()}};
        json["setting"] = membership.setting ? nlohmann::ordered_json(toJson(*membership.setting)) : nullptr;
        json["exclusions"] = nlohmann::ordered_json::array();
        for (const Problem& problem : membership.exclusions)
            json["exclusions"].push_back(
                {{"rule", problem.where}, {"has", problem.wrong}, {"expected", problem.right}});
        fmt::print("{}\n", json.dump());
        return;
    }
    if (membership.isMember()) {
        const nlohmann::json setting = toJson(*membership.setting);
        tell("in {}, as {}\n", space.name,
             (setting.contains("regnet") ? setting.at("regnet") : setting.at("stages")).dump());
        return;
    }
    tell("not in {}:\n", space.name);
    for (const Problem& problem : membership.exclusions)
        tell("  {}\n", sentence(problem));
}

/// Sets a field of the JSON by its dotted name: "regnet.depth=20", "anynet.widths=equal",
/// "limits.flops=[360e6, 400e6]".
void setField(nlohmann::json& json, const std::string& setting)
{
    const std::size_t equals = setting.find('=');
    if (equals == std::string::npos || equals == 0)
        throwBadInput("--set", "is \"" + setting + "\"", "FIELD=VALUE, for example regnet.depth=20");
    std::string path = "/" + setting.substr(0, equals);
    std::ranges::replace(path, '.', '/');
    const std::string text = setting.substr(equals + 1);
    nlohmann::json value = nlohmann::json::parse(text, nullptr, false);
    if (value.is_discarded()) value = text; // a bare word
    try {
        const nlohmann::json::json_pointer field(path);
        if (value.is_null()) {
            if (json.contains(field)) json.at(field.parent_pointer()).erase(field.back());
        } else {
            json[field] = std::move(value);
        }
    } catch (const nlohmann::json::exception&) {
        throwBadInput("--set",
                      "names the field \"" + setting.substr(0, equals) + "\", which the space has not",
                      "a field as regnet space show prints them");
    }
}

void derive(const SpaceOptions& options)
{
    const DesignSpace parent = openSpace(options.space);
    nlohmann::json json = toJson(parent);
    json["parent"] = parent.name;
    json["name"] = options.name.empty() ? std::filesystem::path(options.file).stem().string() : options.name;
    json["note"] = options.note;
    for (const std::string& setting : options.settings)
        setField(json, setting);
    const DesignSpace child = spaceFromJson(json, options.file);
    writeTextFile(options.file, toJson(child).dump(2) + "\n");
    tell("{}: {} settings; its parent {} has {}\n", child.name, settingsOf(child), parent.name,
         settingsOf(parent));
}

void addDraws(Command command, SpaceOptions& options)
{
    command.option("--candidates", options.candidates, "how many to draw").showDefault();
    addSeed(command, "--seed", options.seed, "of the candidates");
}

} // namespace

void addSpaceCommand(Command app)
{
    const auto options = std::make_shared<SpaceOptions>();
    const Command command = app.subcommand("space", "Design spaces and their sizes");
    command.requireSubcommand(1);
    const Command listing = command.subcommand("list", "The built-in spaces and regimes");
    listing.flag("--json", options->asJson, "print JSON");
    listing.callback([options] { list(*options); });
    const Command showing = command.subcommand("show", "The definition of a space as JSON");
    showing.option("SPACE", options->space, "a built-in space, SPACE@REGIME, or a JSON file").required();
    showing.option("--as", options->form, "json, or pycls: a sweep configuration (YAML)").showDefault();
    showing.option("--n", options->n, "NUM_CONFIGS of the sweep").showDefault();
    showing.flag("--json", options->asJson, "the same as --as json");
    showing.callback([options] { show(*options); });
    const Command sizing = command.subcommand("size", "How many networks a space holds");
    sizing.option("SPACE", options->space, "as for show; default: all built-in ones");
    sizing.flag("--estimate", options->isEstimated,
                "also how many settings meet rules and limits, with a 95 % interval");
    addDraws(sizing, *options);
    sizing.flag("--json", options->asJson, "print JSON");
    sizing.callback([options] { size(*options); });
    const Command surveying =
        command.subcommand("survey", "Acceptance, rejections and histograms of a space");
    surveying.option("SPACE", options->space, "as for show").required();
    addDraws(surveying, *options);
    surveying.flag("--json", options->asJson, "print JSON, with the histograms");
    surveying.callback([options] { surveySpace(*options); });
    const Command asking =
        command.subcommand("member", "Whether a network is in a space, or what excludes it");
    asking.option("SPACE", options->space, "as for show").required();
    addNetworkOptions(asking, options->network);
    asking.flag("--json", options->asJson, "print JSON");
    asking.callback([options] { tellMembership(*options); });
    const Command making = command.subcommand("new", "Derive a space: a parent with fields set differently");
    making.option("FILE", options->file, "the space JSON to write").required();
    making.option("--from", options->space, "the parent, as for show").required();
    making.option("--name", options->name, "default: the file's name");
    making.option("--note", options->note, "why");
    making.option("--set", options->settings,
                  "FIELD=VALUE, as in regnet space show: regnet.depth=20, anynet.widths=equal, "
                  "limits.flops=[360e6,400e6]; null takes the field away");
    making.callback([options] { derive(*options); });
}

} // namespace regnet::cli
