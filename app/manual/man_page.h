// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/description.h"

#include <map>
#include <string>
#include <vector>

namespace regnet::manual {

/// File names ("regnet-queue.1") and texts in roff with the macros of man(7): a page for the program, and one
/// for each of its commands with all that is below it. `others` are pages that the last section points to.
/// No page has a date: the same program gives the same bytes.
std::map<std::string, std::string> manPages(const cli::CommandDescription& program,
                                            const std::vector<std::string>& others);

} // namespace regnet::manual
