// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/panel_data.h"
#include "core/study/study_plan.h"

#include <filesystem>
#include <vector>

namespace regnet {

/// The populations of a study that a store holds, with what is trained of them, in the study's order; empty
/// where there is no store, or the study cannot be trained. Throws Error as planOf() does, and where the
/// store cannot be read.
std::vector<StudyPopulationData> trainedIn(const std::filesystem::path& store, const Study& study,
                                           const StudyChoice& choice);

} // namespace regnet
