// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/download.h"
#include "core/data/known_data_sets.h"

#include <filesystem>
#include <string>

namespace regnet {

/// Where a data set is fetched from, and to.
struct FetchOrder
{
    KnownDataSet set;
    std::string url;              ///< empty: the data set's own address
    std::filesystem::path folder; ///< in which the set's own folder is made; empty: dataSetsFolder()
    /// Of the archive, where it is another one than the authors'; its files are then only checked for their
    /// form. Empty: the published one.
    std::string sha256;
};

enum class FetchEnd {
    Done,
    ThereAlready, ///< and it is the published content
    Stopped,      ///< the next fetch goes on where this one was
};

/// Downloads, checks and unpacks a data set: its folder is there whole or not at all. A download that was
/// stopped or broke off goes on; an archive that is not the right one, or that is refused, is removed. Throws
/// Error: what download() and unpack() throw, a wrong checksum, other files in the place, no room on the
/// disk, another program that is fetching it.
FetchEnd fetch(const FetchOrder& order, const GoOn& goOn);

} // namespace regnet
