// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/kernels/loops/tables.h"

#define REGNET_NAME_OF(set) #set
#define REGNET_NAME(set) REGNET_NAME_OF(set)

namespace regnet::REGNET_SIMD {

constinit const Loops table{REGNET_NAME(REGNET_SIMD),
                            lanes,
                            rowBlock,
                            packedSize,
                            pack,
                            multiply,
                            outerSize,
                            outer,
                            unpackOuter,
                            isSmallGroup,
                            smallSize,
                            packSmall,
                            multiplySmall,
                            outerSmall,
                            unpackSmall,
                            addMoments,
                            scaleAndShift,
                            reduceGradient,
                            applyGradient};

} // namespace regnet::REGNET_SIMD
