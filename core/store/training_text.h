// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/records.h"

#include <string>

namespace regnet {

/// A training in words, never equal for two whose results do not compare: "cpu-tour (6 epochs), procedural
/// 32x32, seed 1". What a name does not settle is named by the first digits of its hash: a recipe that is not
/// the built-in one of its name, the images of a folder.
std::string trainingText(const TrainingSpec& training);

} // namespace regnet
