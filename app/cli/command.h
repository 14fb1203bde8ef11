// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace regnet::cli {

// One function a command, one file a function. Each adds its sub-command to the application and gives it a
// callback; a callback throws regnet::Error for what it cannot do, and main() prints the sentence and picks
// the exit code. Register a new command in main.cpp.
void addCompareCommand(CLI::App& app);
void addDesignCommand(CLI::App& app);
void addDatasetCommand(CLI::App& app);
void addDoctorCommand(CLI::App& app);
void addEdfCommand(CLI::App& app);
void addFigureCommand(CLI::App& app);
void addFitCommand(CLI::App& app);
void addMeasureCommand(CLI::App& app);
void addNetworkCommand(CLI::App& app);
void addQueueCommand(CLI::App& app);
void addRangesCommand(CLI::App& app);
void addReportCommand(CLI::App& app);
void addSampleCommand(CLI::App& app);
void addSlurmCommand(CLI::App& app);
void addSpaceCommand(CLI::App& app);
void addStoreCommand(CLI::App& app);
void addStudyCommand(CLI::App& app);
void addTourCommand(CLI::App& app);
void addTrainCommand(CLI::App& app);

} // namespace regnet::cli
