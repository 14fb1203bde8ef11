// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/panel_data.h"

namespace regnet {

/// The series that trained populations give for a panel. Counts are in units of the paper's axes: FLOPs in
/// 10^9, params and activations in 10^6.
PanelData ownPanel(const Study& study, const StudyPanel& panel,
                   const std::vector<StudyPopulationData>& populations,
                   const std::function<bool()>& isStopped);

/// Cards and errors of the published models that the panel names.
PanelData modelsPanel(const StudyPanel& panel);

} // namespace regnet
