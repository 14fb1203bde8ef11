// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace regnet {

/// "24", "0.5", "3.2e9", "400M", "1.6 GF": k, M, G, T stand for 10^3, 10^6, 10^9, 10^12. NaN for what is no
/// number.
double numberFrom(const QString& text);
/// "1, 2, 4" or "1 2 4". NaN stands where an item is no number.
std::vector<double> numbersFrom(const QString& text);
/// In the shortest form: "1, 2, 4".
QString textOf(const std::vector<double>& numbers);
/// A count in the shortest form that gives it again: "400M", "12345678"; empty for none.
QString countText(const std::optional<std::int64_t>& count);
/// The count that a text says; none for an empty one, and for one that isBadCount().
std::optional<std::int64_t> countFrom(const QString& text);
/// True for a text that is neither empty nor a count within 64 bits.
bool isBadCount(const QString& text);

} // namespace regnet
