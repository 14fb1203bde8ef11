// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace regnet {

/// Whether a name can be one of a file or folder and nothing else: 1 to 128 letters, digits, '-' and '_' of
/// ASCII. It leads nowhere, is no option of a command, and every file system has it.
bool isPlainName(std::string_view name);

} // namespace regnet
