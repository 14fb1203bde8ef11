// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// The parts of a list that a person wrote: "1,2,3". Nothing where a part is empty, as in "1,,2", ",1", "1,"
/// and "": whether a value was forgotten cannot be known.
std::optional<std::vector<std::string>> commaParts(std::string_view text);

/// What is wrong with a text for which commaParts() says nothing, and what would be right.
std::string wrongCommaList(std::string_view text); ///< is "1,,2", in which a part is empty
inline constexpr std::string_view rightCommaList = "values with one comma between two of them: 1,2,3";

} // namespace regnet
