// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

enum class TensorType { Float32, Float64, Float16, BFloat16, Int64, Int32, UInt8, Bool };

std::string_view nameOf(TensorType type); ///< "float32"
std::int64_t bytesOf(TensorType type);    ///< of one element

/// A tensor as a view into the bytes of a file.
struct TensorView
{
    std::string name; ///< "stem.conv.weight"
    TensorType type = TensorType::Float32;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides; ///< in elements
    std::int64_t offset = 0;           ///< in elements
    std::string_view storage;          ///< little-endian

    std::int64_t count() const; ///< elements
};

/// The elements in the order of their indices (the last one fastest).
std::vector<float> floatsOf(const TensorView& tensor);
std::vector<std::int64_t> integersOf(const TensorView& tensor);

struct StateDict
{
    std::string key; ///< in the checkpoint: "model_state"; empty where the file is one
    std::vector<TensorView> tensors;
};

/// A file of torch.save: a state dict, or a checkpoint with some and whatever else.
struct TorchFile
{
    std::shared_ptr<const std::string> bytes; ///< that the views look into
    std::vector<StateDict> states;            ///< in the order of the file
    std::map<std::string, double> numbers;    ///< beside them: "epoch", "test_err"
    std::string config;                       ///< "cfg" of pycls's checkpoints: a YAML text
};

/// Reads a file of torch.save in the zip form (since torch 1.6) without running any of it. Tensors may be
/// float32, float64, float16, bfloat16, int64, int32, uint8 or bool, and must lie within their storages.
/// "module." and "_orig_mod." before the names are dropped. Throws Error with the entry or the tensor for
/// anything damaged or hostile, and for the older form, with the line of Python that converts it.
TorchFile parseTorchFile(std::string bytes, const std::string& where);
TorchFile readTorchFile(const std::filesystem::path& file);

/// The state of that key; without a key what the checkpoint's own program would test: pycls's model_state or
/// ema_state, whichever has the lower error, else state_dict, model, the first. Throws Error that lists the
/// keys.
const StateDict& stateOf(const TorchFile& file, const std::string& key, const std::string& where);

/// A tensor to be written: contiguous.
struct TensorToWrite
{
    std::string name;
    TensorType type = TensorType::Float32;
    std::vector<std::int64_t> shape;
    std::string_view bytes;
};

struct StateToWrite
{
    std::string key; ///< empty: the file is this state dict
    std::vector<TensorToWrite> tensors;
};

/// A file that torch.load(file, weights_only=True) reads: one state dict, or a dictionary of some with
/// `epoch`. The same tensors give the same bytes.
std::string torchFile(std::span<const StateToWrite> states, std::optional<std::int64_t> epoch = {});

} // namespace regnet
