// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/sampler.h"

namespace regnet {

/// sample() with Generator::Pycls. Throws Error for what pycls's sampler does not know: seeds of 2^32 and
/// above, shared or ordered parameters, w0 = wa.
Sample sampleAsPycls(const DesignSpace& space, const SampleRequest& request);

} // namespace regnet
