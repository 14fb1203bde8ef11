// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"

namespace regnet::cli {

// Commands for files of other programs; otherwise as in command.h.
void addEvaluateCommand(Command app);
void addExportCommand(Command app);
void addImportCommand(Command app);

} // namespace regnet::cli
