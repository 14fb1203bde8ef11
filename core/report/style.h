// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace regnet {

/// The style sheet of a report: for screens of any width, light and dark, and for paper.
std::string_view reportStyle();

} // namespace regnet
