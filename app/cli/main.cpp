// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/exchange.h"
#include "core/problem.h"
#include "core/text/version.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <string>

namespace {

constexpr int exitFailed = 1;
constexpr int exitBadInput = 2;

/// One sentence: CLI11 says what is wrong, the command's help what would be right.
void tell(const CLI::ParseError& error, const CLI::App& app)
{
    std::string command = "regnet";
    for (const CLI::App* level = &app; !level->get_subcommands().empty();) {
        level = level->get_subcommands().front();
        command += " " + level->get_name();
    }
    std::string what = error.what();
    while (what.ends_with('\n') || what.ends_with('.'))
        what.pop_back();
    std::fprintf(stderr, "regnet: %s; see %s --help\n", what.c_str(), command.c_str());
}

int run(int argc, char** argv)
{
    CLI::App app{"regnet: design network design spaces"};
    app.set_version_flag("--version", std::string(regnet::version()));
    const regnet::cli::Command all(&app);
    regnet::cli::addCompareCommand(all);
    regnet::cli::addDesignCommand(all);
    regnet::cli::addDatasetCommand(all);
    regnet::cli::addDoctorCommand(all);
    regnet::cli::addEdfCommand(all);
    regnet::cli::addEvaluateCommand(all);
    regnet::cli::addExportCommand(all);
    regnet::cli::addFigureCommand(all);
    regnet::cli::addFitCommand(all);
    regnet::cli::addImportCommand(all);
    regnet::cli::addMeasureCommand(all);
    regnet::cli::addNetworkCommand(all);
    regnet::cli::addQueueCommand(all);
    regnet::cli::addRangesCommand(all);
    regnet::cli::addReportCommand(all);
    regnet::cli::addSampleCommand(all);
    regnet::cli::addSlurmCommand(all);
    regnet::cli::addSpaceCommand(all);
    regnet::cli::addStoreCommand(all);
    regnet::cli::addStudyCommand(all);
    regnet::cli::addTourCommand(all);
    regnet::cli::addTrainCommand(all);
    app.require_subcommand(0, 1); // none is told below: CLI11 would hide an unknown one behind "required"
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return app.exit(error); // help and version
        tell(error, app);
        return exitBadInput;
    }
    if (app.get_subcommands().empty()) {
        std::fprintf(stderr, "regnet: no command is given\n\n%s", app.help().c_str());
        return exitBadInput;
    }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const regnet::Error& error) {
        std::fprintf(stderr, "regnet: %s\n", error.what());
        return error.problem().kind == regnet::ProblemKind::BadInput ? exitBadInput : exitFailed;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "regnet: %s\n", error.what());
        return exitFailed;
    }
}
