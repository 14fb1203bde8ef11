// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/spool.h"
#include "core/store/store.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace regnet {

/// The finished results of the store that a rebuild replaces, as far as it can be read: what the spool has
/// lost is taken from here. A store that is not there, cannot be read, or is not that of the spool has none.
/// Holds the store open.
class FormerResults
{
public:
    FormerResults(const std::filesystem::path& store, const Spool& spool);

    /// Brings the result of a job, with its epochs, into `store`, which has none of it. False where there is
    /// none, or where SQLite does not find the former store whole. Throws Error when `store` cannot be
    /// written.
    bool bring(Store& store, const std::string& id);
    /// Jobs that have a result here and none in `store`, by name; none where this store cannot list its own.
    std::vector<std::string> lackingIn(const StoreReader& store) const;

private:
    bool isSound();

    std::unique_ptr<StoreReader> m_store;
    std::set<std::string> m_done;
    std::optional<bool>
        m_isSound; ///< asked once, and only when something is missing: it reads the whole file
};

} // namespace regnet
