// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace regnet {

/// Throws Failed where what was printed has not all arrived: a full disk shows only when the last of it is
/// written, and a program that ended well then would have lost its answer. For stdout and std::cout.
void finishStandardOutput();

/// Throws Failed: the standard output cannot be written, for the reason that errno had.
[[noreturn]] void throwStandardOutputFailed(int error);

} // namespace regnet
