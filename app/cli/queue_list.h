// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/population_options.h"
#include "core/store/store.h"

#include <string>

namespace regnet::cli {

/// "regnet queue list" and "regnet queue show".
void addQueueList(Command queue);
void addQueueShow(Command queue);

/// People type the first characters that the list shows. Throws Error when no job, or more than one, begins
/// so.
std::string fullName(const StoreReader& store, const std::string& beginning);

} // namespace regnet::cli
