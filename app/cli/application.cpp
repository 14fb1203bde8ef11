// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/application.h"

#include "app/cli/command.h"
#include "app/cli/exchange.h"
#include "core/text/version.h"

#include <CLI/CLI.hpp>

#include <string>

namespace regnet::cli {

void describe(CLI::App& application)
{
    application.description("regnet: design network design spaces");
    application.set_version_flag("--version", std::string(version()));
    const Command all(&application);
    addCompareCommand(all);
    addDesignCommand(all);
    addDatasetCommand(all);
    addDoctorCommand(all);
    addEdfCommand(all);
    addEvaluateCommand(all);
    addExportCommand(all);
    addFigureCommand(all);
    addFitCommand(all);
    addImportCommand(all);
    addMeasureCommand(all);
    addNetworkCommand(all);
    addPowerCommand(all);
    addQueueCommand(all);
    addRangesCommand(all);
    addReportCommand(all);
    addSampleCommand(all);
    addSlurmCommand(all);
    addSpaceCommand(all);
    addStoreCommand(all);
    addStudyCommand(all);
    addTourCommand(all);
    addTrainCommand(all);
    // After the commands, which would inherit it.
    application.footer("Exit status: 0 done, 1 it failed, 2 bad input. What is wrong is one sentence on the "
                       "standard error output.");
    application.require_subcommand(
        0, 1); // none is told by main: CLI11 would hide an unknown one behind "required"
}

} // namespace regnet::cli
