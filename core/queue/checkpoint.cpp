// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/checkpoint.h"

#include "core/data/random_stream.h"
#include "core/study/json_fields.h"
#include "core/system/whole_file.h"

#include <nlohmann/json.hpp>

#include <bit>
#include <cstring>
#include <limits>

namespace regnet {
namespace {

// The file: magic, length of the JSON (8 bytes), the JSON, the tensors' bytes one after the other, checksum
// (8 bytes). Numbers are little-endian.
static_assert(std::endian::native == std::endian::little, "checkpoints are written as the machine has them");
constexpr std::string_view magic = "RegNetCheckpoint";
constexpr std::int64_t formatVersion = 2;

std::uint64_t checksum(std::string_view bytes)
{
    std::uint64_t sum = bytes.size();
    while (bytes.size() >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), 8);
        sum = mixed(sum + word);
        bytes.remove_prefix(8);
    }
    std::uint64_t word = 0;
    if (!bytes.empty()) std::memcpy(&word, bytes.data(), bytes.size());
    return mixed(sum + word);
}

void appendNumber(std::string& bytes, std::uint64_t number)
{
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

std::uint64_t numberAt(std::string_view bytes, std::size_t place)
{
    std::uint64_t number = 0;
    std::memcpy(&number, bytes.data() + place, sizeof number);
    return number;
}

nlohmann::json toJson(const TrainPosition& position)
{
    return {{"epoch", position.epoch},
            {"batch", position.batch},
            {"loss_sum", position.lossSum},
            {"correct", position.correct},
            {"epoch_seconds", position.epochSeconds},
            {"train_seconds", position.trainSeconds},
            {"best_test_error", position.bestTestError},
            {"last_test_error", position.lastTestError},
            {"correct_top5", position.correctTop5},
            {"best_ema_test_error", position.bestEmaTestError},
            {"last_ema_test_error", position.lastEmaTestError},
            {"best_held_out_error", position.bestHeldOutError},
            {"selected_test_error", position.selectedTestError},
            {"has_best", position.hasBest}};
}

TrainPosition positionFrom(const nlohmann::json& json, const std::string& where)
{
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    constexpr double largest = std::numeric_limits<double>::max();
    JsonFields fields(json, where);
    TrainPosition position;
    fields.read("epoch", position.epoch, 0, most);
    fields.read("batch", position.batch, 0, most);
    fields.read("loss_sum", position.lossSum, -largest, largest);
    fields.read("correct", position.correct, 0, most);
    fields.read("epoch_seconds", position.epochSeconds, 0, largest);
    fields.read("train_seconds", position.trainSeconds, 0, largest);
    fields.read("best_test_error", position.bestTestError, 0, 100);
    fields.read("last_test_error", position.lastTestError, 0, 100);
    fields.read("correct_top5", position.correctTop5, 0, most);
    fields.read("best_ema_test_error", position.bestEmaTestError, 0, 100);
    fields.read("last_ema_test_error", position.lastEmaTestError, 0, 100);
    fields.read("best_held_out_error", position.bestHeldOutError, 0, 100);
    fields.read("selected_test_error", position.selectedTestError, 0, 100);
    fields.read("has_best", position.hasBest);
    fields.finish();
    return position;
}

[[noreturn]] void throwDamaged(const std::filesystem::path& file)
{
    throwBadInput(file.string(), "is no whole checkpoint: its checksum does not fit",
                  "the file as it was written, or none (the training then starts again)");
}

} // namespace

void writeCheckpoint(const std::filesystem::path& file, const Checkpoint& checkpoint)
{
    nlohmann::json head{{"format", formatVersion},
                        {"identity", checkpoint.identity},
                        {"position", toJson(checkpoint.position)},
                        {"tensors", nlohmann::json::array()}};
    for (const StoredTensor& tensor : checkpoint.tensors)
        head["tensors"].push_back({{"name", tensor.name},
                                   {"type", tensor.type},
                                   {"shape", tensor.shape},
                                   {"bytes", tensor.bytes.size()}});
    const std::string text = head.dump();
    std::string bytes(magic);
    appendNumber(bytes, text.size());
    bytes += text;
    for (const StoredTensor& tensor : checkpoint.tensors)
        bytes += tensor.bytes;
    appendNumber(bytes, checksum(bytes));
    writeWhole(file, bytes);
}

std::optional<Checkpoint> readCheckpoint(const std::filesystem::path& file)
{
    if (!std::filesystem::exists(file)) return std::nullopt;
    const std::string bytes = readWhole(file);
    const std::string_view all(bytes);
    if (all.size() < magic.size() + 16 || !all.starts_with(magic)) throwDamaged(file);
    const std::string_view body = all.substr(0, all.size() - 8);
    if (checksum(body) != numberAt(all, body.size())) throwDamaged(file);
    const std::uint64_t length = numberAt(all, magic.size());
    std::size_t place = magic.size() + 8;
    if (length > body.size() - place) throwDamaged(file);
    try {
        const nlohmann::json head = nlohmann::json::parse(body.substr(place, length));
        if (const std::int64_t format = head.at("format"); format > formatVersion)
            throwBadInput(file.string() + ", format",
                          "is " + std::to_string(format) + ", from a newer version",
                          "at most " + std::to_string(formatVersion));
        Checkpoint checkpoint;
        checkpoint.identity = head.at("identity");
        checkpoint.position = positionFrom(head.at("position"), file.string() + ", position");
        place += length;
        for (const nlohmann::json& entry : head.at("tensors")) {
            const std::uint64_t size = entry.at("bytes");
            if (size > body.size() - place) throwDamaged(file);
            checkpoint.tensors.push_back({entry.at("name"), entry.at("type"), entry.at("shape"),
                                          std::string(body.substr(place, size))});
            place += size;
        }
        return checkpoint;
    } catch (const nlohmann::json::exception&) {
        throwDamaged(file);
    }
}

} // namespace regnet
