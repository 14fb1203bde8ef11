// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/population.h"

#include <functional>
#include <vector>

namespace regnet {

/// How the test error of networks fell.
struct TrainingCurves
{
    std::vector<double> epochs; ///< 1, 2, ... as far as some network came
    /// Test error in % after each of them, for each member of the population in its order; NaN where nothing
    /// was reported.
    std::vector<std::vector<double>> testErrors;
};

/// The curves behind a population of a store (storeOf(), whichever error it was read with); no epochs
/// for one that comes from elsewhere. Throws Error when the store cannot be read.
TrainingCurves trainingCurves(const Population& population, const std::function<bool()>& isStopped = {});

} // namespace regnet
