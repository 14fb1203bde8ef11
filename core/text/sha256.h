// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace regnet {

/// SHA-256 of bytes that come in pieces, as of a file that need not fit into memory.
class Sha256
{
public:
    void add(std::string_view bytes);
    /// 64 hexadecimal characters. Ends it: nothing can be added afterwards.
    std::string finish();

private:
    std::array<std::uint32_t, 8> m_digest{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                          0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<unsigned char, 64> m_rest{}; ///< of the last, incomplete chunk
    std::uint64_t m_bytes = 0;
};

/// SHA-256 (FIPS 180-4) of the bytes, 64 hexadecimal characters. Own code because core must build on cluster
/// nodes that have no cryptography library's headers.
std::string sha256(std::string_view bytes);

} // namespace regnet
