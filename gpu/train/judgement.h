// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/network/any_net.h"
#include "gpu/train/batch_source.h"

namespace regnet {

/// What a network makes of images that it was not fitted to.
struct Judgement
{
    double loss = 0;       ///< without smoothing
    double error = 0;      ///< top-1, %
    double top5Error = 0;  ///< %
    bool isFinite() const; ///< false: the loss is no number
};

/// Runs the network over that part, in evaluation mode. Includes torch: for the units of gpu/ only.
Judgement judged(AnyNet& net, const BatchSource& source, Unseen part);

/// With so few classes the best five are all of them.
inline constexpr std::int64_t classesWithoutTop5 = 5;

/// Share of images that are not correct, %.
double errorOf(std::int64_t correct, std::int64_t images);

} // namespace regnet
