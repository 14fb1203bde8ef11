// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/train/checkpoint.h"
#include "gpu/train/learner.h"

namespace regnet {

/// Parameters, momenta and buffers of a learner as bytes: "net/<pycls name>" and "momentum/<pycls name>".
std::vector<StoredTensor> storedTensors(Learner& learner);

/// Brings them back. Throws Error, which names `where`, when a name, type or shape is not the learner's; the
/// learner is then unchanged.
void restoreTensors(const std::vector<StoredTensor>& tensors, Learner& learner, const std::string& where);

} // namespace regnet
