// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/recipe.h"

namespace regnet {

/// The learning rate of a whole epoch, 0 <= epoch < recipe.epochs: half a period of a cosine from the base
/// rate down to its share minLearningRate, times a linear warm-up. In doubles and in pycls's order of
/// operations. Source: pycls.md section 5.
double learningRate(const Recipe& recipe, std::int64_t epoch);

} // namespace regnet
