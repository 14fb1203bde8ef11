// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/interruption.h"
#include "core/queue/request.h"

#include <filesystem>
#include <string>

namespace regnet::cli {

/// request() of core/queue, with Ctrl-C: while another program has not taken the request up it is taken back,
/// so that nothing is done later for a command that was given up.
QueueAnswer requested(const QueueRequest& request, const std::filesystem::path& store, const Spool& spool,
                      const std::string& program);
/// The same for a command that listens to Ctrl-C already.
QueueAnswer requested(const QueueRequest& request, const std::filesystem::path& store, const Spool& spool,
                      const std::string& program, const Interruption& interruption);

} // namespace regnet::cli
