// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/population.h"

#include <string>

namespace regnet {

/// Whether an address names populations that are compiled in: "paper:…", "shipped:…".
bool isCompiledIn(const std::string& address);

/// What openSource() takes to give this population again: "paper:fig9-left/RegNetX", "STORE.db#NAME?last", or
/// the file, which may hold others as well. Empty for a population that has no source.
std::string addressOf(const Population& population);

/// Whether the address names one population and no other.
bool isSingle(const std::string& address);

} // namespace regnet
