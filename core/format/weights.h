// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format/weight_names.h"
#include "core/queue/checkpoint.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace regnet {

/// Weights of a network, wherever they come from.
struct Weights
{
    RecognisedNetwork network;
    std::string key;                       ///< of the state that was taken: "model_state", "ema"
    std::map<std::string, double> numbers; ///< beside them in the file: "epoch", "test_err", "ema_err"
    bool hasConfig = false;                ///< the file has pycls's configuration: nothing is assumed
    std::vector<StoredTensor> tensors;     ///< all of weightShapes(), in that order; float32 and int64
};

/// Which of the weights of a file are meant, and what their shapes do not tell.
struct WeightSource
{
    std::string key; ///< empty: as stateOf() chooses; of our own checkpoints "net" or "ema"
    WeightHints hints;
};

/// What a network tells that the shapes of its weights do not.
WeightHints hintsOf(const NetworkSpec& spec);

/// Weights of a file of torch.save (pycls's, torchvision's and timm's names) or of a checkpoint of our own.
/// The network is that of a configuration in the file, of the job.json beside it, or of the shapes. Counts of
/// batches that are missing are 0. Throws Error with the file and the tensor.
Weights openWeights(const std::filesystem::path& file, const WeightSource& source = {});

/// Keeps weights where the workers of a spool find them, and returns the SHA-256 of that file, which a recipe
/// names (Recipe::initialWeights). Throws Error where it cannot be written.
std::string keepInitialWeights(const Weights& weights, const std::filesystem::path& spool);
/// Where the worker of a job finds them: <spool>/weights/<sum>.pth.
std::filesystem::path initialWeightsFile(const std::filesystem::path& jobFolder, const std::string& sum);

/// Whether a training of the network may start from them: all shapes agree, but for the classes of the head,
/// which is then trained anew. Throws Error that names the first tensor that does not fit.
void requireStart(const Weights& weights, const NetworkSpec& network, const std::string& where);

/// A state dict that torch.load(file, weights_only=True) reads and load_state_dict() takes strictly, under
/// the names of that program. `reversesChannels` turns the stem's input channels round: pycls's published
/// weights see blue first, torchvision's red. Throws Error (Failed) for a part that the program does not
/// have.
std::string stateDictFile(const Weights& weights, WeightNaming naming, bool reversesChannels = false);

/// Takes the weights of a checkpoint of a training, averaged ones too, and writes them as pycls would:
/// {"epoch", "model_state", "ema_state"}, for torch.load(file, weights_only=True). Throws Error for a
/// checkpoint that is missing or damaged, and where the file cannot be written.
void exportWeights(const std::filesystem::path& checkpoint, const std::filesystem::path& file);

} // namespace regnet
