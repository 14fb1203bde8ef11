// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/complexity.h"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// A network's run time on some device.
struct RunTimeMeasurement
{
    Cost cost;
    double milliseconds = 0;
};

/// Run time as a sum: a constant, and so much a FLOP, an activation and a parameter.
struct RunTimeModel
{
    double constant = 0;              ///< ms
    std::array<double, 3> perCount{}; ///< ms a FLOP, an activation, a parameter; none is negative
    std::size_t measurements = 0;
    double r2 = 0;            ///< share of the variance that it explains
    double relativeError = 0; ///< root mean square of (predicted - measured) / measured

    double milliseconds(const Cost& cost) const;
};

/// Least squares of relative deviations with no negative coefficient (a term that comes out negative is left
/// out). Throws Error for fewer than five measurements, for a time that is not above 0, and where all
/// networks cost the same.
RunTimeModel fitRunTime(std::span<const RunTimeMeasurement> measurements);

/// Measurements of a CSV with a header that has flops, activations, params and milliseconds (counts; further
/// columns are passed over). Throws Error with line and column.
std::vector<RunTimeMeasurement> measurementsFromCsv(std::string_view text, const std::string& where);

/// Measurements of one device as `regnet measure --json` prints them: time of a forward pass. Throws Error
/// that names the field, and for measurements of different devices, batches or threads.
std::vector<RunTimeMeasurement> measurementsFromJson(const nlohmann::json& value, const std::string& where);

/// "paper" (publishedMeasurements()), or a file: .json as above, otherwise CSV.
std::vector<RunTimeMeasurement> openMeasurements(const std::string& source);

/// The paper's inference times of the published models: 64 images on one V100.
std::vector<RunTimeMeasurement> publishedMeasurements();

} // namespace regnet
