// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/findings.h"
#include "core/study/panel_data.h"
#include "core/study/study_plan.h"

#include <filesystem>
#include <vector>

namespace regnet {

/// The populations of a study that are in the store, with what is trained of them and the run times that were
/// measured on this machine. None where there is no store, or where the study cannot be trained.
std::vector<StudyPopulationData> trainedIn(const Study& study, const StudyChoice& choice,
                                           const std::filesystem::path& store);

/// What the study's entries call published, opened; none for entries that name nothing.
std::vector<StudyPopulationData> publishedIn(const Study& study);

/// What findings() takes: what is published, one's own, or both, each in a setting of its own.
std::vector<FindingInput> findingInputs(const Study& study, std::vector<StudyPopulationData> own,
                                        PanelSource source);

} // namespace regnet
