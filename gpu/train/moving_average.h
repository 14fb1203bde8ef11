// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/recipe.h"
#include "gpu/network/any_net.h"

#include <memory>

namespace regnet {

/// The share of the newest weights in an update: min(1, emaAlpha · batchSize / epochs · emaPeriod), so that
/// the average hardly depends on these three; 1, a copy, during warm-up. Source: pycls/core/net.py.
double movingAverageShare(const Recipe& recipe, std::int64_t epoch);

/// An exponential moving average of everything that a network holds, running statistics and their counts
/// too. Includes torch: for the units of gpu/ only.
class MovingAverage
{
public:
    /// `average` is a network of its own, built alike, on the same device. It starts as a copy of `net`.
    MovingAverage(std::shared_ptr<AnyNet> average, AnyNet& net, const Recipe& recipe);

    /// After the step of a batch, both counted from 0: does nothing unless the batch is a multiple of the
    /// period.
    void update(AnyNet& net, std::int64_t epoch, std::int64_t batch);

    AnyNet& net() { return *m_average; }

private:
    void mix(AnyNet& net, double share);

    std::shared_ptr<AnyNet> m_average;
    Recipe m_recipe;
};

} // namespace regnet
