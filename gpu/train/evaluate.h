// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_set_spec.h"
#include "core/format/weights.h"

#include <cstdint>
#include <optional>
#include <string>

namespace regnet {

/// Weights, and the test images that they are asked about.
struct EvaluationRequest
{
    NetworkSpec network;
    DataSetSpec dataSet;
    std::int64_t images = 0; ///< the first of the test images; 0 = all
    std::string device = "cpu";
    std::int64_t threads = 1;
};

struct Evaluation
{
    std::int64_t images = 0;
    double loss = 0;
    double error = 0;                ///< top-1, %
    std::optional<double> top5Error; ///< %; none below six classes
};

/// What the network makes of the test images, normalised as for a training here. Throws Error where the
/// weights do not fit the network, or the network the data set.
Evaluation evaluate(const EvaluationRequest& request, const Weights& weights, const std::string& where);

} // namespace regnet
