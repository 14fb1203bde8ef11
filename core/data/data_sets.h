// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_set_spec.h"
#include "core/data/image_set.h"
#include "core/data/known_data_sets.h"
#include "core/problem.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace regnet {

/// What a data set's name may be: "procedural", "cifar10", "cifar100", "folder".
std::vector<std::string> dataSetNames();

/// What is wrong with a data set's description, as a sentence each; no file is looked at.
std::vector<Problem> check(const DataSetSpec& spec);

/// Throws Error where a folder has another number of classes than the networks tell apart.
void requireClasses(const DataSetSpec& spec, std::size_t classes);

/// Where data sets lie that no folder is named for: $REGNET_DATA, or data-sets in this user's data folder.
std::filesystem::path dataSetsFolder();

/// The files of a known data set on this machine.
struct FoundFiles
{
    std::filesystem::path folder;
    std::vector<std::filesystem::path> train, test;
};
/// Looks in `folder` and in the folder of the archive's name therein; an empty one means dataSetsFolder().
/// Nothing where the first file is in neither.
std::optional<FoundFiles> findFiles(const KnownDataSet& set, const std::filesystem::path& folder);

/// Name, size and SHA-256 of files, to name their content by. Throws Error where one cannot be read, or
/// where `goOn` said no.
std::vector<KnownFile> hashed(const FoundFiles& files, const std::function<bool()>& goOn = {});

/// The description with what the files on this machine say: the folder, and the content, which is part of
/// what results are kept under. Throws Error that says how to get a data set that is not here. Cost: reads
/// all files once.
DataSetSpec resolved(DataSetSpec spec, const std::function<bool()>& goOn = {});

/// Why a job cannot be trained here: files are missing, damaged or other ones than it was queued with.
/// Nothing when they are there. Cost: reads all files once; decodes a folder where that was not done yet.
/// When `goOn` said no, the answer means nothing.
std::optional<Problem> missingData(const DataSetSpec& spec, const std::function<bool()>& goOn = {});

/// The first images of a split; count 0 means all of it. Throws Error for what check() reports, for more
/// images than there are, and where files are missing.
ImageSet loadImages(const DataSetSpec& spec, Split split, std::int64_t count);

} // namespace regnet
