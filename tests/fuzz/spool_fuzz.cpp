// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problem.h"
#include "core/queue/job.h"
#include "core/queue/spool.h"
#include "tests/fuzz/scratch_folder.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace {

/// job.json: a job that is written as it was read, or an Error.
void readJobFile(const std::filesystem::path& root, std::string_view bytes)
{
    const std::filesystem::path folder = root / "fuzz";
    regnet::putFile(regnet::jobFile(folder), bytes);
    regnet::JobSpec job;
    try {
        job = regnet::readJob(folder);
    } catch (const regnet::Error&) { // the answer to bad input
        return;
    }
    regnet::writeJob(folder, job);
    if (regnet::readJob(folder) != job) std::abort();
}

} // namespace

// Whatever bytes stand in the files of a spool: what can be read, and a sentence for the rest.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::filesystem::path root = regnet::scratchFolder() / "spool";
    const regnet::Spool spool(root);
    readJobFile(root, bytes);

    const std::filesystem::path attempt = root / "fuzz" / "attempt-1";
    regnet::putFile(attempt / "process.json", bytes);
    spool.readProcess("fuzz", 1);
    regnet::putFile(attempt / "end.json", bytes);
    if (const auto end = spool.readEnd("fuzz", 1)) {
        spool.writeEnd("fuzz", 1, *end, regnet::Spool::Haste::Hurried);
        if (spool.readEnd("fuzz", 1) != end) std::abort();
    }
    regnet::putFile(root / "wishes.json", bytes);
    if (const regnet::Wishes wishes = spool.readWishes(); wishes != regnet::Wishes{}) {
        spool.writeWishes(wishes);
        if (spool.readWishes() != wishes) std::abort();
    }
    regnet::putFile(root / "populations" / "fuzz.json", bytes);
    std::vector<regnet::Problem> problems;
    if (spool.populations(problems).size() + problems.size() != 1) std::abort();
    return 0;
}
