// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/unpack.h"
#include "core/problem.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

// Whatever bytes come: pieces of the wanted files within the limit, or an Error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const regnet::ArchiveContents contents{"set", {"train.bin", "test.bin"}, 1 << 20};
    std::size_t taken = 0;
    try {
        regnet::readArchive({reinterpret_cast<const char*>(data), size}, "fuzz", contents,
                            [&](const std::string& name, std::string_view piece) {
                                if (name != "train.bin" && name != "test.bin") std::abort();
                                taken += piece.size();
                            });
    } catch (const regnet::Error&) { // the answer to bad input
    }
    if (taken > 1 << 20) std::abort();
    return 0;
}
