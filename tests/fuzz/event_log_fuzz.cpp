// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problem.h"
#include "core/queue/event_follower.h"
#include "core/queue/job.h"
#include "tests/fuzz/scratch_folder.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

const std::filesystem::path& job()
{
    static const std::filesystem::path folder = regnet::scratchFolder() / "job";
    return folder;
}

void put(std::string_view bytes)
{
    regnet::putFile(regnet::attemptFolder(job(), 1) / "events.jsonl", bytes);
}

} // namespace

// Whatever bytes come: events, the same whether they are read while the log grows or at the end; what is
// appended after them is read.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    regnet::EventFollower growing(job(), 1);
    put(bytes.substr(0, size / 2));
    std::size_t grown = growing.read().size();
    put(bytes);
    grown += growing.read().size();

    regnet::EventFollower whole(job(), 1);
    const std::vector<regnet::LoggedEvent> events = whole.read();
    if (events.size() != grown || whole.damagedLines() != growing.damagedLines()) std::abort();
    for (const regnet::LoggedEvent& event : events)
        regnet::eventFromJson(nlohmann::json::parse(regnet::toJson(event).dump()), "ours");

    const std::size_t good = regnet::readEvents(job(), 1).size();
    regnet::EventLog(job(), 1).append(regnet::StoppedEvent{});
    if (regnet::readEvents(job(), 1).size() != good + 1) std::abort();
    return 0;
}
