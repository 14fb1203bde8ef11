// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace regnet {

/// Takes the weights of a checkpoint of a training, averaged ones too, and writes them as pycls would, for
/// torch.load(file, weights_only=True): see writeWeights(). Throws Error for a checkpoint that is missing or
/// damaged, and where the file cannot be written.
void exportWeights(const std::filesystem::path& checkpoint, const std::filesystem::path& file);

} // namespace regnet
