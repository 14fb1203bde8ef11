// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace regnet {

/// From now on the process keeps memory that it frees, for its next allocation. A training step frees and
/// takes the same tensors again; glibc gives large ones back to the system, which has to clear and map their
/// pages anew: 13 to 40 % of a step of small networks on a CPU. Does nothing with other C libraries.
void keepFreedMemory();

/// Gives back what it has kept so far, before memory is measured.
void releaseKeptMemory();

} // namespace regnet
