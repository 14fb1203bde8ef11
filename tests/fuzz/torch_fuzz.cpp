// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/torch_file.h"
#include "core/format/weight_names.h"
#include "core/problem.h"

#include <cstddef>
#include <cstdint>
#include <string>

// Whatever bytes come: tensors within them, or an Error. Nothing is run, and memory is bounded.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    try {
        const regnet::TorchFile file =
            regnet::parseTorchFile(std::string(reinterpret_cast<const char*>(data), size), "fuzz");
        for (const regnet::StateDict& state : file.states) {
            std::vector<regnet::NamedShape> shapes;
            for (const regnet::TensorView& tensor : state.tensors) {
                regnet::floatsOf(tensor);
                regnet::integersOf(tensor);
                shapes.push_back({tensor.name, tensor.shape});
            }
            try {
                regnet::recogniseNetwork(shapes, {}, "fuzz");
            } catch (const regnet::Error&) { // tensors that are no network
            }
        }
    } catch (const regnet::Error&) { // the answer to bad input
    }
    return 0;
}
