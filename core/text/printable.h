// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace regnet {

// Texts of files and of the command line on a terminal. A terminal obeys control characters, and marks of
// direction let a name read as another one: both are shown by their numbers.

/// One line: control characters (U+0000 to U+001F, U+007F to U+009F), separators of lines and marks of
/// direction become "\x1b" or "\u2028", and so does each byte that belongs to no UTF-8 character ("\xff").
/// All else stays as it is.
std::string printable(std::string_view text);

/// Of the beginning of a text, so many bytes at most and whole characters: an error names what stands in a
/// file, and not too much of it.
std::string printable(std::string_view text, std::size_t longest);

/// printable() for a text of several lines: its line breaks and tabs stay.
std::string printableLines(std::string_view text);

/// Whether printable() leaves a text as it is.
bool isPrintable(std::string_view text);

} // namespace regnet
