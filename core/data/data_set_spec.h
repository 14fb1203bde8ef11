// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string>

namespace regnet {

/// The data set of a job; "procedural" is built in and needs no file.
struct DataSetSpec
{
    std::string name = "procedural"; ///< "procedural", "cifar10", "cifar100" or "folder"
    std::string folder; ///< where its files are; empty for built-in ones, or to look in the usual places
    std::int64_t resolution = 32; ///< side of the images that networks see, pixels
    std::int64_t classes = 10;
    std::uint64_t seed = 1; ///< of a procedural set; of the split of a folder that has none of its own
    std::string content;    ///< SHA-256 that names what is in the files (resolved()); empty for built-in ones

    friend bool operator==(const DataSetSpec&, const DataSetSpec&) = default;
};

nlohmann::json toJson(const DataSetSpec& spec);
/// Throws Error that names the field.
DataSetSpec dataSetFromJson(const nlohmann::json& json, const std::string& where = {});

/// What separates results: name, images and content, canonical JSON. The folder is where the files lie on
/// this machine, and no part of it.
std::string canonicalJson(const DataSetSpec& spec);
DataSetSpec dataSetFromCanonicalJson(const std::string& text);

/// What a person writes: "procedural", "cifar10", "cifar10:/where/it/is", "folder:/pictures". Nothing is
/// looked up; an unknown name is found by check().
DataSetSpec dataSetFromText(const std::string& text);
std::string textOf(const DataSetSpec& spec);

} // namespace regnet
