// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace regnet {

/// Bytes of the UTF-8 character that a text begins with; 0 where it begins with none (overlong forms,
/// surrogates and values beyond U+10FFFF are none). The text must not be empty.
std::size_t utf8Length(std::string_view text);

/// Where the first byte stands that belongs to no UTF-8 character; none where all of the text is UTF-8. One
/// pass.
std::optional<std::size_t> firstNotUtf8(std::string_view text);

/// The text with U+FFFD in the place of each byte that belongs to no UTF-8 character.
std::string asUtf8(std::string_view text);

/// At most so many bytes of a text, which ends in "…" where some of it is left out; no character is cut in
/// two. For what a sentence names: `longest` is at least 8.
std::string shortened(std::string_view text, std::size_t longest);

/// Of a name that somebody else chose, what a sentence shows.
inline constexpr std::size_t longestShownName = 60;

} // namespace regnet
