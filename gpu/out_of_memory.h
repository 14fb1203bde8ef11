// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>

namespace regnet {

/// Whether an exception says that memory ran out: std::bad_alloc, LibTorch's type, or the words that
/// LibTorch, oneDNN and cuDNN use.
bool isOutOfMemory(const std::exception& error);

} // namespace regnet
