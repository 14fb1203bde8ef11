// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace regnet {

/// The line, from 1, on which each value of a JSON text begins, by its path: "populations[2].n". The text
/// must be JSON; of anything else it gives what it can make sense of.
std::map<std::string, int> linesOf(std::string_view json);

} // namespace regnet
