// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/panel_data.h"

#include <string>

namespace regnet {

/// A panel of the paper as it is drawn ("fig11-wm"), or a table ("table3"), from paper_figures.json; cited in
/// its remarks. Figure 19 left comes with the corrected x. Throws Error for an id that is not there.
PanelData publishedPanel(const std::string& id);

/// Throws Error with `where` for an id of which there is no panel and no table.
void requirePublishedPanel(const std::string& id, const std::string& where);

} // namespace regnet
