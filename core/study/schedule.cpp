// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/schedule.h"

#include <cmath>
#include <numbers>

namespace regnet {

double learningRate(const Recipe& recipe, std::int64_t epoch)
{
    const auto at = static_cast<double>(epoch);
    const double half = 0.5 * (1.0 + std::cos(std::numbers::pi * at / static_cast<double>(recipe.epochs)));
    const double factor = (1.0 - recipe.minLearningRate) * half + recipe.minLearningRate;
    const double rate = factor * recipe.baseLearningRate;
    if (at >= recipe.warmupEpochs) return rate;
    const double alpha = at / recipe.warmupEpochs;
    return rate * (recipe.warmupFactor * (1.0 - alpha) + alpha);
}

} // namespace regnet
