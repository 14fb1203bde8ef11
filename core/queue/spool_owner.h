// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problem.h"
#include "core/queue/spool.h"
#include "core/store/store.h"

#include <filesystem>
#include <optional>
#include <string>

namespace regnet {

// Whose a spool is. Two stores with one spool would answer each other's requests and take each other's jobs
// and results. So <spool>/store.json has the identity of its store, random and kept in the store's settings
// too, and where that store was when it worked here last. A copy of a store has the identity of the original:
// it is told apart by its place, as long as the original is there and works with this spool. A store that was
// moved, restored where it was, or made anew there keeps its spool.

/// "<spool>/store.json".
std::filesystem::path ownerFile(const Spool& spool);

/// Why the store must not work in this spool; nothing where it may, or where the spool has no mark yet. Reads
/// only. `identity` is empty for a store that has none yet, or cannot say.
std::optional<Problem> problemOfOwner(const std::filesystem::path& store, const std::string& identity,
                                      const Spool& spool);
std::optional<Problem> problemOfOwner(const StoreReader& store, const Spool& spool);

/// The same as an Error, also of a store that is damaged or not there: that one is known by its place.
void requireOwner(const std::filesystem::path& store, const Spool& spool);

/// For the one who writes the store, before anything is done in its spool, which is there: gives the store an
/// identity and the spool its mark where they have none, and notes a new place. Throws Error with
/// problemOfOwner(), or where the mark cannot be read or written.
void claimSpool(Store& store, const Spool& spool);

} // namespace regnet
