// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/complexity.h"
#include "core/network/network.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace regnet {

/// One of the 24 RegNetX and RegNetY of the paper. Source: resources/published_models.json.
struct PublishedModel
{
    std::string name; ///< "RegNetX-400MF"
    NetworkSpec spec;
    Cost cost;                            ///< exact counts at resolution 224
    double top1Error = 0;                 ///< %, released weights
    double top5Error = 0;                 ///< %
    std::optional<double> paperTop1Error; ///< %, mean of five runs as printed
    std::optional<double> inferenceMs;    ///< 64 images on one V100, as printed in the paper
    std::optional<double> trainingHours;  ///< 100 epochs on 8 V100, as printed in the paper
};

/// All 24, RegNetX then RegNetY, by size. The table is compiled in: no file is needed.
std::span<const PublishedModel> publishedModels();
/// Throws Error that lists the names when there is none of that name (case does not matter).
const PublishedModel& publishedModel(std::string_view name);

} // namespace regnet
