// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/population.h"

#include <filesystem>
#include <string>

namespace regnet {

/// Whether a file is a store: told by its first bytes, nothing is opened.
bool isStore(const std::filesystem::path& file);

/// The name of a population in its store: openSources() appends the source where two have one name.
std::string nameInStore(const Population& population);

/// What openSource() takes to give this population again: "paper:fig9-left/RegNetX", "STORE.db#NAME", or the
/// file, which may hold others as well. Empty for a population that has no source.
std::string addressOf(const Population& population);

/// Whether the address names this population and no other.
bool isSingle(const std::string& address);

} // namespace regnet
