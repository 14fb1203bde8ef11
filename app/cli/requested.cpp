// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/requested.h"

namespace regnet::cli {

QueueAnswer requested(const QueueRequest& request, const std::filesystem::path& store, const Spool& spool,
                      const std::string& program)
{
    const Interruption interruption;
    return requested(request, store, spool, program, interruption);
}

QueueAnswer requested(const QueueRequest& request, const std::filesystem::path& store, const Spool& spool,
                      const std::string& program, const Interruption& interruption)
{
    constexpr double waitSeconds = 10;
    return regnet::request(request, store, spool, program, waitSeconds,
                           [&] { return interruption.isWanted(); });
}

} // namespace regnet::cli
