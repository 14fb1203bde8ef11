// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/kernels/heap.h"

#include <ATen/ops/ones.h>

#include <gtest/gtest.h>
#include <sys/resource.h>

namespace regnet {
namespace {

long pageFaults()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_minflt;
}

TEST(KeepFreedMemory, LargeTensorsComeBackWithoutNewPages)
{
#if !defined(__GLIBC__) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "another allocator";
#endif
    keepFreedMemory();
    const std::int64_t floats = 2 << 20; // 8 MiB, 2048 pages: glibc gives such blocks back otherwise
    const auto use = [&] { return at::ones({floats}).numel(); };
    // Each aligned block leaves crumbs beside it, which glibc first keeps apart; the heap grows until it has
    // enough.
    for (int i = 0; i < 40; ++i)
        use();
    const long before = pageFaults();
    for (int i = 0; i < 5; ++i)
        use();
    EXPECT_LT(pageFaults() - before, 1000);
}

} // namespace
} // namespace regnet
