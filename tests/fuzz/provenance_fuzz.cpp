// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/text_file.h"
#include "core/problem.h"
#include "core/provenance/provenance.h"
#include "core/text/sha256.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

std::string dump(const nlohmann::json& json)
{
    return json.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
}

/// The same with a checksum that fits, so that the reader gets beyond its check.
std::string mended(std::string_view text)
{
    nlohmann::json json = regnet::parseJson(text, "fuzz");
    if (!json.is_object()) return {};
    json.erase("checksum");
    json.erase("file");
    json["checksum"] = regnet::sha256(dump(json));
    return dump(json);
}

void read(std::string_view text)
{
    regnet::Provenance provenance;
    try {
        provenance = regnet::provenanceFrom(text, "fuzz");
    } catch (const regnet::Error&) { // the answer to bad input
        return;
    }
    if (regnet::provenanceFrom(regnet::toText(provenance), "ours") != provenance) std::abort();
}

} // namespace

// Whatever text a figure carries: a provenance whose own text is read as the same one, or an Error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    read(text);
    std::string fitting;
    try {
        fitting = mended(text);
    } catch (const regnet::Error&) { // no JSON
    }
    read(fitting);
    return 0;
}
