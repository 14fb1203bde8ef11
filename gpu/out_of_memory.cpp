// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/out_of_memory.h"

#include <c10/util/Exception.h>

#include <array>
#include <new>
#include <string_view>

namespace regnet {

bool isOutOfMemory(const std::exception& error)
{
    if (dynamic_cast<const std::bad_alloc*>(&error) || dynamic_cast<const c10::OutOfMemoryError*>(&error))
        return true;
    constexpr std::array<std::string_view, 9> signs{"out of memory",
                                                    "not enough memory",
                                                    "can't allocate memory",
                                                    "Cannot allocate memory",
                                                    "CUDNN_STATUS_ALLOC",
                                                    "out_of_memory",
                                                    "could not create a primitive",
                                                    "could not execute a primitive",
                                                    "could not create a memory"};
    const auto* torchError = dynamic_cast<const c10::Error*>(&error);
    const std::string_view text = torchError ? torchError->what_without_backtrace() : error.what();
    for (const std::string_view sign : signs)
        if (text.find(sign) != std::string_view::npos) return true;
    return false;
}

} // namespace regnet
