// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_set_spec.h"
#include "core/data/image_set.h"
#include "core/problem.h"

#include <string>
#include <vector>

namespace regnet {

/// The built-in data set: images that are drawn, not downloaded. A class is a shape (disc, square, triangle,
/// cross, ring) filled with one of two textures; where it lies, its size, angle, colours and contrast, a
/// textured background, smaller shapes that distract, shade and noise say nothing about the class.
/// docs/data-set.md has pictures and measured errors. Integer arithmetic only: the same bytes on every
/// platform, which a test holds fast.
inline constexpr std::int64_t proceduralClasses = 10;
inline constexpr std::int64_t proceduralTrainImages = 50'000;
inline constexpr std::int64_t proceduralTestImages = 10'000;

std::vector<Problem> checkProcedural(const DataSetSpec& spec);

/// Image i depends on (seed, split, i) and the resolution alone; its label is i mod 10, so that any first
/// part of a split is balanced. Cost: about 0.2 ms an image of 32 pixels.
ImageSet proceduralImages(const DataSetSpec& spec, Split split, std::int64_t count);

} // namespace regnet
