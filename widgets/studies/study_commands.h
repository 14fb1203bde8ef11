// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/panel_data.h"

#include <QString>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

class QToolButton;
class QWidget;

namespace regnet {

/// A study as the Studies dock has it chosen.
struct StudyOrder
{
    std::string study; ///< a name, or a file
    std::string scale;
    std::int64_t n = 0; ///< of each population; 0: as the scale says
    std::string recipe; ///< empty: the scale's
    /// Populations to train; empty: all. Measuring and judging are of all that the store has.
    std::vector<std::string> keys{};
    std::filesystem::path store;
    int workers = 1;
    std::string device = "cpu";
    PanelSource source = PanelSource::Both;
};

/// The lines for a POSIX shell that do what the buttons of the dock do.
QString runCommand(const StudyOrder& order);
QString measureCommand(const StudyOrder& order);
QString findingsCommand(const StudyOrder& order);

/// A button whose menu copies them, as the dock stands when it is opened.
QToolButton* studyCopyButton(std::function<StudyOrder()> order, QWidget* parent);

} // namespace regnet
