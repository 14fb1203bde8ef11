// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// A word as a POSIX shell takes it back: in single quotes where it has to be. Control characters stay:
/// inside single quotes they mean themselves.
std::string shellWord(std::string_view word);

/// "regnet figure edf 'my sweep.json' --out edf.pdf": words for a terminal.
std::string shellLine(const std::vector<std::string>& words);

} // namespace regnet
