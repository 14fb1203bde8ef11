// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/kernels/heap.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace regnet {

void keepFreedMemory()
{
#ifdef __GLIBC__
    mallopt(M_MMAP_MAX, 0);        // no block of its own for a large tensor
    mallopt(M_TRIM_THRESHOLD, -1); // nor is the end of the heap given back
#endif
}

void releaseKeptMemory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace regnet
