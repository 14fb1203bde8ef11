// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// Files of resources/ that are compiled in (cmake/Embed.cmake).
namespace regnet::embedded {

extern const std::string_view published_models;   ///< resources/published_models.json
extern const std::string_view paper_figures;      ///< resources/paper_figures.json
extern const std::string_view studies;            ///< resources/studies/*.json, as one list
extern const std::string_view study_scales;       ///< resources/study_scales.json
extern const std::string_view cpu_spaces_results; ///< resources/results/cpu_spaces.csv

} // namespace regnet::embedded
