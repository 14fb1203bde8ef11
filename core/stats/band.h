// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/bootstrap.h"
#include "core/stats/complexity_bins.h"
#include "core/stats/edf.h"

#include <string>
#include <vector>

namespace regnet {

struct BandPoint
{
    double error = 0;
    double low = 0; ///< of F from this error up to the next
    double high = 1;

    friend bool operator==(const BandPoint&, const BandPoint&) = default;
};

/// Where the curve of the space may lie, given the curve of a population.
struct Band
{
    std::string method; ///< in words for a figure
    double confidence = 0.95;
    bool isSimultaneous = true;    ///< holds everywhere at once; false: at each error for itself
    std::vector<BandPoint> points; ///< one an error that occurs, ascending
};

/// F ± dkwHalfWidth(n): holds everywhere at once with at least this confidence, for every n. The default.
Band dkwBand(const Edf& edf, double confidence = 0.95);

/// Percentile bootstrap over networks at each error, in closed form: a resample has Binomial(n, F) networks
/// below, so no random numbers are needed. Too narrow where F is near 0 or 1: there no resample knows better
/// than the sample. Cost: two binomial quantiles a distinct error.
Band pointwiseBootstrapBand(const Edf& edf, double confidence = 0.95);

/// Bootstrap over networks, everywhere at once: F ± (the share `confidence` of sup |F* - F| of the resamples,
/// plus one step, as the curve of the space changes between the steps of the sample). Holds about as often as
/// stated from some 100 networks on. Cost: resamples · n.
Band bootstrapBand(const Edf& edf, const BootstrapSettings& settings = {});

/// The same for a complexity-normalised EDF: networks are drawn within each bin, so that the bins keep their
/// weights. The DKW band does not hold there.
Band bootstrapBand(const Population& population, const ComplexityBins& bins, std::size_t which,
                   const BootstrapSettings& settings = {});

} // namespace regnet
