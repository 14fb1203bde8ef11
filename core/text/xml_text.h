// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace regnet {

/// The text, or a whole document, with U+FFFD in the place of what XML 1.0 does not have, not even as an
/// entity: control characters but tab, line feed and return, U+FFFE, U+FFFF, and bytes that are no UTF-8.
std::string xmlText(std::string_view text);

} // namespace regnet
