// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/slurm/site_profile.h"

#include <string>

namespace regnet {

/// "regnet slurm profile add lab --worker /opt/regnet-worker …": what makes this very profile, for a POSIX
/// shell. What is as in a new profile is left out.
std::string profileCommand(const SiteProfile& profile);

} // namespace regnet
