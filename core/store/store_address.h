// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/population.h"
#include "core/store/records.h"

#include <filesystem>
#include <optional>
#include <string>

namespace regnet {

/// Whether a file is a store: told by its first bytes, nothing is opened.
bool isStore(const std::filesystem::path& file);

/// "STORE.db#NAME?last": populations of a store, and the error they are read with.
struct StoreAddress
{
    std::filesystem::path file;
    std::string name;               ///< empty: all of its populations
    std::optional<ErrorKind> error; ///< none: not named, which means that of the best epoch

    std::string text() const;
};

/// The parts of an address. Where a file of that very name exists, it is meant, whatever signs are in it.
StoreAddress storeAddress(const std::string& text);

/// Where a population lies; none for one that comes from no store.
std::optional<StoreAddress> storeOf(const Population& population);

} // namespace regnet
