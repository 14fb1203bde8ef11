// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/edf.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace regnet {

struct WeightedError
{
    double error = 0; ///< %; not finite = failed
    double weight = 1;
};

/// An EDF whose networks count differently: F(e) = share of the weight with error <= e. Weights are divided
/// by their sum, failed networks included; these are at +infinity, as in Edf. A weight of 0 is allowed and
/// counts for nothing; without any weight the curve is 0 everywhere. Throws Error for a weight that is
/// negative or not finite. Cost: one sort.
class WeightedEdf
{
public:
    explicit WeightedEdf(std::vector<WeightedError> networks);

    std::int64_t size() const { return m_size; }
    std::int64_t failed() const { return m_size - static_cast<std::int64_t>(m_networks.size()); }
    /// (sum of w)^2 / sum of w^2: the number of equal networks that would know F as well; 0 without weight.
    double effectiveSize() const { return m_effectiveSize; }

    double at(double error) const;
    std::optional<double> min() const;  ///< of finished networks, those of weight 0 too
    std::optional<double> mean() const; ///< weighted, of finished networks
    /// The smallest e with F(e) >= probability (to 10^-12, for the rounding of the sums); see Edf::quantile.
    std::optional<double> quantile(double probability) const;
    /// One step a finished network, by error; each carries the weight up to itself.
    const std::vector<EdfStep>& steps() const { return m_steps; }
    const std::vector<WeightedError>& networks() const { return m_networks; } ///< finished ones, by error

private:
    std::vector<WeightedError> m_networks;
    std::vector<EdfStep> m_steps;
    std::int64_t m_size = 0;
    double m_effectiveSize = 0;
};

} // namespace regnet
