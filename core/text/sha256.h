// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace regnet {

/// SHA-256 (FIPS 180-4) of the bytes, 64 hexadecimal characters. Own code because core must build on cluster
/// nodes that have no cryptography library's headers.
std::string sha256(std::string_view bytes);

} // namespace regnet
