// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/cifar.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// A file of a data set as its authors published it.
struct KnownFile
{
    std::string name;
    std::int64_t bytes = 0;
    std::string sha256;
};

/// A data set that can be fetched.
struct KnownDataSet
{
    std::string name;  ///< "cifar10"
    std::string title; ///< "CIFAR-10"
    CifarFormat format;
    std::string folder; ///< of its files, in the archive and on disk
    std::vector<KnownFile> train, test;
    std::string url; ///< of the archive, a .tar.gz
    std::int64_t archiveBytes = 0;
    std::string archiveSha256;
};

/// An archive in the same form that is not the published one, and each file of such a set, has this at most.
inline constexpr std::int64_t mostOtherBytes = std::int64_t{4} << 30;

/// CIFAR-10 and CIFAR-100.
const std::vector<KnownDataSet>& knownDataSets();
/// Null where there is none of that name.
const KnownDataSet* knownDataSet(std::string_view name);

/// What names the content of files: SHA-256 over a line "name bytes sha256" for each, in their order.
std::string contentOf(const std::vector<KnownFile>& files);
/// The content that the authors published.
std::string publishedContent(const KnownDataSet& set);

} // namespace regnet
