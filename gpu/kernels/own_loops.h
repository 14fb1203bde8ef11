// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace regnet {

/// Whether convolutions and batch normalisation may go through our own loops, as they do from the start. For
/// comparing: without them everything goes through LibTorch.
bool usesOwnLoops();
void setUsesOwnLoops(bool uses);

} // namespace regnet
