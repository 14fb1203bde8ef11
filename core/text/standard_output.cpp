// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/standard_output.h"

#include "core/problem.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

namespace regnet {

void throwStandardOutputFailed(int error)
{
    throwFailed("standard output", std::string("cannot be written: ") + std::strerror(error));
}

void finishStandardOutput()
{
    const int earlier = errno; // a write that failed already leaves nothing to flush, and its reason here
    if (std::fflush(stdout) != 0) throwStandardOutputFailed(errno);
    if (std::ferror(stdout) != 0) throwStandardOutputFailed(earlier);
}

} // namespace regnet
