// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"

namespace regnet::cli {

// One function a command, one file a function. Each adds its sub-command to the application and gives it a
// callback; a callback throws regnet::Error for what it cannot do, and main() prints the sentence and picks
// the exit code. Register a new command in application.cpp.
void addCompareCommand(Command app);
void addDesignCommand(Command app);
void addDatasetCommand(Command app);
void addDoctorCommand(Command app);
void addEdfCommand(Command app);
void addFigureCommand(Command app);
void addFitCommand(Command app);
void addMeasureCommand(Command app);
void addNetworkCommand(Command app);
void addPowerCommand(Command app);
void addQueueCommand(Command app);
void addRangesCommand(Command app);
void addReportCommand(Command app);
void addSampleCommand(Command app);
void addSlurmCommand(Command app);
void addSpaceCommand(Command app);
void addStoreCommand(Command app);
void addStudyCommand(Command app);
void addTourCommand(Command app);
void addTrainCommand(Command app);

} // namespace regnet::cli
