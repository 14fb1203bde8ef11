// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/kernels/loops/choice.h"

#include <vector>

namespace regnet {

namespace plain {
extern const Loops table;
}
#ifdef REGNET_HAVE_X86_LOOPS
namespace avx2 {
extern const Loops table;
}
namespace avx512 {
extern const Loops table;
}
#endif

std::span<const Loops* const> usableLoops()
{
    static const std::vector<const Loops*> usable = [] {
        std::vector<const Loops*> tables;
#ifdef REGNET_HAVE_X86_LOOPS
        const bool hasFma = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
        if (hasFma && __builtin_cpu_supports("avx512f")) tables.push_back(&avx512::table);
        if (hasFma) tables.push_back(&avx2::table);
#endif
        tables.push_back(&plain::table);
        return tables;
    }();
    return usable;
}

} // namespace regnet
