// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace regnet::cli {

/// Draws a figure with the window program beside this one, which needs no display for it: `arguments` are its
/// name and what else it takes ("edf", "paper:fig9-left", "--title", "…"); one call writes one file. Throws
/// Error with the window program's own sentence, or one that says that it was not built.
void drawFigure(const std::vector<std::string>& arguments, const std::filesystem::path& output);

/// Whether this build has a window program, and so figures.
bool canDrawFigures();

/// Throws Error unless the file ends in one of the formats of figures (.pdf, .svg, .png, .tex, .csv) and its
/// folder is there.
void checkFigureFile(const std::filesystem::path& file);

} // namespace regnet::cli
