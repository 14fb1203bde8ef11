// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/request.h"
#include "core/queue/training_order.h"

#include <QString>

#include <filesystem>
#include <string>

namespace regnet {

/// The command line that does the same as a button of the queue, for a POSIX shell. Jobs are named by the
/// beginnings of their names.
QString commandOf(const QueueRequest& request, const std::filesystem::path& store);
/// "regnet train …"
QString commandOf(const TrainingOrder& order, int workers, const std::string& device,
                  const std::filesystem::path& store);
/// "regnet slurm cancel …"
QString cancelArrayCommand(const std::string& token, const std::filesystem::path& store);
/// "regnet slurm collect --from …"
QString collectCommand(const std::string& folder, const std::filesystem::path& store);
/// "regnet queue run …"
QString runCommand(int workers, const std::string& device, const std::filesystem::path& store);

} // namespace regnet
