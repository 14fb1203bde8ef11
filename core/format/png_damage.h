// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace regnet {

/// What is wrong with the bytes of a PNG, as the end of a sentence: "is a damaged PNG: ...", "is no PNG".
/// Empty where all of its parts are there and have the checksum (CRC-32) that stands behind them. The picture
/// itself is not decoded. Source: PNG specification, sections 5.2 and 5.3. Cost: reads all bytes once.
std::string pngDamage(std::string_view bytes);

} // namespace regnet
