// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/checkpoint.h"
#include "gpu/train/learner.h"
#include "gpu/train/moving_average.h"

namespace regnet {

/// All that a training changes. The average is null where the recipe has none.
struct TrainedState
{
    Learner& learner;
    MovingAverage* average = nullptr;
};

/// Parameters, momenta and buffers as bytes: "net/<pycls name>", "momentum/<pycls name>", "ema/<pycls name>".
std::vector<StoredTensor> storedTensors(const TrainedState& state);

/// Brings them back. Throws Error, which names `where`, when a name, type or shape is not the state's; that
/// is then unchanged.
void restoreTensors(const std::vector<StoredTensor>& tensors, const TrainedState& state,
                    const std::string& where);

} // namespace regnet
