// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/kernels/own_loops.h"

#include "gpu/kernels/loops/choice.h"

#include <atomic>

namespace regnet {
namespace {

std::atomic<bool> isWanted = true;

} // namespace

bool usesOwnLoops()
{
    // Loops of four lanes, for any machine, are there to be right; nobody measured them to be faster.
    return isWanted && usableLoops().front()->lanes >= 8;
}

void setUsesOwnLoops(bool uses)
{
    isWanted = uses;
}

} // namespace regnet
