// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/findings.h"
#include "core/study/panel_data.h"
#include "core/study/study.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace regnet::cli {

/// For a terminal, with a line break at the end.
std::string describe(const Study& study);
std::string describe(const StudyPanel& panel, const PanelData& data);
std::string describe(const std::vector<Finding>& findings);

nlohmann::ordered_json toJson(const StudyPanel& panel, const PanelData& data);
nlohmann::ordered_json toJson(const std::vector<Finding>& findings);

/// "left, middle, right"
std::string namesOfPanels(const Study& study);

} // namespace regnet::cli
