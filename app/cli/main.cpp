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

int run(int argc, char** argv)
{
    CLI::App app{"regnet: design network design spaces"};
    app.set_version_flag("--version", std::string(regnet::version()));
    app.require_subcommand(1);
    regnet::cli::addCompareCommand(app);
    regnet::cli::addDesignCommand(app);
    regnet::cli::addDatasetCommand(app);
    regnet::cli::addDoctorCommand(app);
    regnet::cli::addEdfCommand(app);
    regnet::cli::addEvaluateCommand(app);
    regnet::cli::addExportCommand(app);
    regnet::cli::addFigureCommand(app);
    regnet::cli::addFitCommand(app);
    regnet::cli::addImportCommand(app);
    regnet::cli::addMeasureCommand(app);
    regnet::cli::addNetworkCommand(app);
    regnet::cli::addQueueCommand(app);
    regnet::cli::addRangesCommand(app);
    regnet::cli::addSampleCommand(app);
    regnet::cli::addSpaceCommand(app);
    regnet::cli::addStoreCommand(app);
    regnet::cli::addStudyCommand(app);
    regnet::cli::addTourCommand(app);
    regnet::cli::addTrainCommand(app);
    app.require_subcommand(0, 1); // none is told below: CLI11 would hide an unknown one behind "required"
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error);
        return code == 0 ? 0 : exitBadInput;
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
