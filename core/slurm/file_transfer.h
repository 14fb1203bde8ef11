// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/slurm/site_profile.h"

#include <string>
#include <vector>

namespace regnet {

/// rsync's words for copying files between a spool here and the profile's folder; the files, relative to
/// both, come on its standard input. Paths with blanks and quotes arrive as they are; files that are not
/// there are passed over; each file appears whole or not at all.
std::vector<std::string> pushWords(const SiteProfile& profile, const std::string& spool,
                                   const std::vector<std::string>& ssh);
std::vector<std::string> pullWords(const SiteProfile& profile, const std::string& spool,
                                   const std::vector<std::string>& ssh);

} // namespace regnet
