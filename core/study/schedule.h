// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/recipe.h"

namespace regnet {

/// The learning rate of a whole epoch, 0 <= epoch < recipe.epochs: base rate x schedule x linear warm-up, in
/// doubles and in pycls's order of operations. With M the share minLearningRate and t = epoch / epochs the
/// schedule is
///   cosine       (1 - M)·(1 + cos(πt))/2 + M, with NumPy's cosine (see schedule.cpp),
///   linear       (1 - M)·(1 - t) + M,
///   exponential  M^t,
///   steps        stepFactor^(steps passed - 1).
/// Equal to pycls to the last bit. Source: pycls/core/optimizer.py.
double learningRate(const Recipe& recipe, std::int64_t epoch);

/// The rate of one batch of an epoch: that of the epoch, or, where the recipe asks for it, the schedule taken
/// at epoch + batch / batches.
double learningRate(const Recipe& recipe, std::int64_t epoch, std::int64_t batch, std::int64_t batches);

} // namespace regnet
