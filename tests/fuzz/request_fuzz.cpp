// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/request.h"
#include "core/store/store.h"
#include "tests/fuzz/scratch_folder.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// Whatever stands in a request: it is answered, and the store stays whole.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const std::filesystem::path root = regnet::scratchFolder() / "requests";
    static regnet::Store store(root / "runs.db", "fuzz");
    static const regnet::Spool spool(root / "runs.spool");
    static std::int64_t count = 0;
    if (count++ == 0) spool.create();

    const std::filesystem::path request = spool.requestFolder() / "1-1-1.json";
    regnet::putFile(request, {reinterpret_cast<const char*>(data), size});
    if (regnet::answerRequests(store, spool) != 1) std::abort();
    if (!std::filesystem::remove(request.string() + ".answer")) std::abort();
    if (count % 1000 == 0 && !store.quickCheck().empty()) std::abort();
    return 0;
}
