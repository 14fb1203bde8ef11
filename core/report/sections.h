// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <optional>
#include <string>
#include <vector>

namespace regnet {

/// The parts of a report as markup, inside core/report. `populations` are those of the input, in order. A
/// section without content is empty and left out.
std::string summarySection(const std::vector<Population>& populations);
std::string findingsSection(const ReportInput& input);
std::string curvesSection(const ReportInput& input, const std::vector<Population>& populations);
std::string testsSection(const ReportInput& input, const std::vector<Population>& populations);
std::string rangesSection(const ReportInput& input, const std::vector<Population>& populations);
std::string trendsSection(const ReportInput& input, const std::vector<Population>& populations);
std::string networksSection(const std::vector<Population>& populations);
std::string spacesSection(const ReportInput& input);
std::string recipesSection(const ReportInput& input);
std::string failuresSection(const ReportInput& input);
std::string resourcesSection(const ReportInput& input);
std::string provenanceSection(const ReportInput& input);

/// A number with so many decimals, or a dash.
std::string orDash(std::optional<double> value, int decimals);
/// "0.003", "< 0.001", "1.2e-09".
std::string pValueText(double p);
/// Swatch and escaped name.
std::string nameCell(const Population& population, std::size_t index);

} // namespace regnet
