// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/rebuild.h"
#include "core/store/store.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace regnet {

struct RepairReport
{
    std::vector<std::string> found;       ///< what was damaged, a sentence each
    std::optional<RebuildReport> rebuilt; ///< when the store was made anew from the spool
    std::int64_t jobFiles = 0;            ///< job.json that were written again from the store
    std::int64_t populationFiles = 0;     ///< the same of populations
};

/// Mends what is damaged: the store from the spool, and then the spool from the store. Nothing is deleted:
/// what is in the way is renamed to "….damaged". Where all is well nothing is written. Throws Error when
/// another program writes the store, or the store is from a newer version.
RepairReport repairStore(const std::filesystem::path& store, const Spool& spool, const std::string& program);

/// A sentence for each folder and job.json of a spool that cannot be read or is damaged, 20 at most, and how
/// many more there are. A spool that is not there is none: a store may be handed on without. Nothing is
/// written. Cost: one small file a job.
std::vector<std::string> damageOfSpool(const Spool& spool);

/// What is wrong with a store that looks empty and whose spool is not: it lost what stood in its log, or is
/// another one. Nothing where it is rightly empty, or has jobs. Cost: a look into the spool, if it is empty.
std::optional<Problem> problemOfEmptiness(const StoreReader& store, const Spool& spool);

} // namespace regnet
