// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/network/state_dict.h"

#include "core/queue/whole_file.h"

#include <ATen/core/Dict.h>
#include <ATen/core/ivalue.h>
#include <ATen/core/jit_type.h>
#include <caffe2/serialize/inline_container.h>
#include <torch/csrc/jit/serialization/pickler.h>

namespace regnet {
namespace {

c10::Dict<std::string, at::Tensor> dictOf(const NamedTensors& tensors)
{
    c10::Dict<std::string, at::Tensor> dict;
    for (const auto& [name, tensor] : tensors)
        dict.insert(name, tensor.detach().to(at::kCPU).contiguous().clone());
    return dict;
}

} // namespace

void writeWeights(const std::filesystem::path& file, const WeightFile& weights)
{
    c10::impl::GenericDict all(c10::StringType::get(), c10::AnyType::get());
    all.insert("epoch", weights.epoch);
    all.insert("model_state", dictOf(weights.modelState));
    if (!weights.emaState.empty()) all.insert("ema_state", dictOf(weights.emaState));

    // torch::pickle_save would tag dictionaries with their types, which the safe reader of Python refuses.
    std::string pickle;
    torch::jit::Pickler pickler([&](const char* bytes, std::size_t size) { pickle.append(bytes, size); },
                                nullptr, nullptr, nullptr, nullptr, /*tag_aggregates=*/false);
    pickler.protocol();
    pickler.pushIValue(all);
    pickler.stop();

    std::string archive;
    {
        caffe2::serialize::PyTorchStreamWriter writer([&](const void* bytes, std::size_t size) {
            archive.append(static_cast<const char*>(bytes), size);
            return size;
        });
        writer.writeRecord("data.pkl", pickle.data(), pickle.size());
        std::size_t record = 0;
        for (const at::Tensor& tensor : pickler.tensorData())
            writer.writeRecord("data/" + std::to_string(record++), tensor.data_ptr(), tensor.nbytes());
        writer.writeEndOfFile();
    }
    writeWhole(file, archive);
}

} // namespace regnet
