// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/pickle.h"
#include "core/problem.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// Whatever bytes come: values that point at each other, or an Error. The archive's checksum would keep a
// fuzzer out, so pickles have a target of their own.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    try {
        const regnet::Pickle pickle = regnet::readPickle({reinterpret_cast<const char*>(data), size}, "fuzz");
        if (pickle.root >= pickle.values.size()) std::abort();
        if (pickle.values.size() > size) std::abort(); // one value an opcode at most
    } catch (const regnet::Error&) {                   // the answer to bad input
    }
    return 0;
}
