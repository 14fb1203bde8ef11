// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_line.h"
#include "app/cli/table.h"
#include "core/format/text_file.h"
#include "core/network/linear_fit.h"
#include "core/network/network_json.h"
#include "core/problem.h"
#include "core/text/readable.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace regnet::cli {
namespace {

struct Options
{
    std::string file;
    std::int64_t stages = 0;
    bool any = false;
    bool asJson = false;
};

/// A network, or a bare list of its stages.
NetworkSpec readStages(const std::string& file)
{
    nlohmann::json json = parseJson(readTextFile(file), file);
    if (json.is_array()) json = nlohmann::json{{"stages", std::move(json)}};
    NetworkSpec spec = networkFromJson(json, file);
    if (const auto problems = check(spec); !problems.empty()) throwWithin(file, Error(problems.front()));
    return spec;
}

void run(const Options& options)
{
    if (options.stages < 0) throwBadInput("--stages", "is " + std::to_string(options.stages), "at least 1");
    const FitDomain domain = options.any ? FitDomain::Any : FitDomain::ValidOnly;
    const LinearFit fit = within(options.file, [&] {
        return fitLine(requestedStages(readStages(options.file)), domain, options.stages);
    });
    if (options.asJson) {
        nlohmann::json answer{{"depth", fit.line.depth},
                              {"w0", fit.line.w0},
                              {"wa", fit.line.wa},
                              {"wm", fit.line.wm},
                              {"e_fit", fit.error},
                              {"widths", fit.quantised.widths},
                              {"depths", fit.quantised.depths},
                              {"levels", fit.quantised.levels},
                              {"valid", !fit.quantised.skipsLevel()}};
        fmt::print("{}\n", answer.dump(2));
        return;
    }
    fmt::print("d {}, w0 {}, wa {:.4f}, wm {:.2f}, e_fit {:.6f}\n", fit.line.depth, shortest(fit.line.w0),
               fit.line.wa, fit.line.wm, fit.error);
    Table table({"stage", "width", "depth"});
    for (std::size_t i = 0; i < fit.quantised.widths.size(); ++i)
        table.add({std::to_string(i + 1), std::to_string(fit.quantised.widths[i]),
                   std::to_string(fit.quantised.depths[i])});
    fmt::print("{}", table.text());
    fmt::print(
        "e_fit is the mean over blocks of the squared log2 of fitted over given width; searched: w0 8 to "
        "256, wa 0 to 256, wm 1.5 to 3, {}.\n",
        options.any ? "levels may be skipped" : "no level skipped");
}

} // namespace

void addFitCommand(Command app)
{
    const auto options = std::make_shared<Options>();
    const Command command =
        app.subcommand("fit", "Fit a line of widths to given stages: d, w0, wa, wm, e_fit");
    command.option("FILE", options->file, "network JSON, or a list of stages").required();
    command.option("--stages", options->stages,
                   "stages that the line must have [4; more where the network has more]");
    command.flag("--any", options->any, "let the line skip levels and have any number of stages");
    command.flag("--json", options->asJson, "print JSON");
    command.callback([options] { run(*options); });
}

} // namespace regnet::cli
