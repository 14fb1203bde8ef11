// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/random_stream.h"
#include "core/format/weights.h"
#include "core/problem.h"
#include "core/queue/checkpoint.h"
#include "tests/fuzz/scratch_folder.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

/// The checksum at the end, as checkpoint.cpp has it, so that the reader gets beyond its check.
void mendChecksum(std::string& bytes)
{
    if (bytes.size() < 8) return;
    std::string_view body(bytes.data(), bytes.size() - 8);
    std::uint64_t sum = body.size();
    for (; body.size() >= 8; body.remove_prefix(8)) {
        std::uint64_t word = 0;
        std::memcpy(&word, body.data(), 8);
        sum = regnet::mixed(sum + word);
    }
    std::uint64_t word = 0;
    if (!body.empty()) std::memcpy(&word, body.data(), body.size());
    sum = regnet::mixed(sum + word);
    std::memcpy(bytes.data() + bytes.size() - 8, &sum, sizeof sum);
}

void read(const std::string& bytes)
{
    const std::filesystem::path file = regnet::scratchFolder() / "last.ckpt";
    regnet::putFile(file, bytes);
    try {
        const auto checkpoint = regnet::readCheckpoint(file);
        if (!checkpoint) std::abort();
        std::size_t tensors = 0;
        for (const regnet::StoredTensor& tensor : checkpoint->tensors)
            tensors += tensor.bytes.size();
        if (tensors > bytes.size()) std::abort();
    } catch (const regnet::Error&) { // the answer to bad input
    }
    try {
        regnet::openWeights(file);
    } catch (const regnet::Error&) {
    }
}

} // namespace

// Whatever bytes come: tensors that lie in the file, or an Error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string bytes(reinterpret_cast<const char*>(data), size);
    read(bytes);
    mendChecksum(bytes);
    read(bytes);
    return 0;
}
