// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/job.h"

#include <map>
#include <string>

namespace regnet {

/// What a training ran with, beside what StartedEvent has fields for: this program and how it was built, the
/// machine, what of LibTorch and of the environment decides the numbers, all seeds and identities. Names and
/// texts, to be kept with the result.
std::map<std::string, std::string> manifestOf(const JobSpec& job);

} // namespace regnet
