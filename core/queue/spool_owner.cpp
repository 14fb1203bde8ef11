// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/spool_owner.h"

#include "core/format/text_file.h"
#include "core/system/folder.h"
#include "core/system/own_file.h"
#include "core/system/whole_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cerrno>
#include <cstring>
#include <random>
#include <string_view>
#include <system_error>
#include <unistd.h>

namespace regnet {
namespace {

constexpr std::string_view identitySetting = "identity";

struct Owner
{
    std::string identity;
    std::filesystem::path store; ///< absolute

    friend bool operator==(const Owner&, const Owner&) = default;
};

/// Random, as RFC 9562 writes them (version 4).
std::string newIdentity()
{
    std::random_device device;
    const unsigned a = device(), b = device(), c = device(), d = device();
    return fmt::format("{:08x}-{:04x}-4{:03x}-{:04x}-{:04x}{:08x}", a, b >> 16, b & 0xfff, 0x8000 | (c >> 18),
                       c & 0xffff, d);
}

/// None where there is no mark, or one that is no JSON: it was being written when the power went. Throws
/// Error for one that cannot be read, whose owner nobody knows.
std::optional<Owner> ownerOfSpool(const Spool& spool)
{
    requireOrdinary(ownerFile(spool)); // a link that leads nowhere would be no mark for ever
    if (!isThere(ownerFile(spool))) return std::nullopt;
    const std::string text = readWhole(ownerFile(spool));
    try {
        const nlohmann::json value = parseJson(text, ownerFile(spool).string());
        Owner owner{value.at("identity").get<std::string>(), value.at("store").get<std::string>()};
        if (owner.identity.empty()) return std::nullopt;
        return owner;
    } catch (const Error&) {
        return std::nullopt;
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
}

bool isSamePlace(const std::filesystem::path& one, const std::filesystem::path& other)
{
    std::error_code error;
    return one == other || std::filesystem::equivalent(one, other, error);
}

/// The owner is where it was, and works with this spool. One that cannot be read may still be mended.
bool worksHere(const Owner& owner, const Spool& spool)
{
    std::error_code error;
    if (!std::filesystem::exists(owner.store, error) && !error)
        return false; // what cannot be told may be there
    try {
        const StoreReader store(owner.store);
        if (store.setting(identitySetting) != owner.identity) return false;
        // Copied together with its spool, each has its own.
        const Spool own(store.spoolPath());
        if (isSamePlace(own.root(), spool.root())) return true;
        const auto other = ownerOfSpool(own);
        return !other || other->identity != owner.identity;
    } catch (const Error&) {
        return true;
    }
}

std::filesystem::path placeOf(const std::filesystem::path& store)
{
    return std::filesystem::absolute(behindLink(store)).lexically_normal();
}

/// False where there is a mark already and another program made it: `isNew` says that none was seen.
bool writeOwner(const Spool& spool, const Owner& owner, bool isNew)
{
    const std::string text =
        nlohmann::json{{"identity", owner.identity}, {"store", owner.store.string()}}.dump(
            -1, ' ', false, nlohmann::json::error_handler_t::replace) +
        "\n";
    const std::filesystem::path made = spool.temporary("store.json"), file = ownerFile(spool);
    std::error_code ignored;
    std::filesystem::create_directory(made.parent_path(), ignored); // a spool may have lost it
    writeWhole(made, text);
    const bool isDone =
        (isNew ? ::link(made.c_str(), file.c_str()) : ::rename(made.c_str(), file.c_str())) == 0;
    const int reason = errno;
    ::unlink(made.c_str());
    if (!isDone && isNew && reason == EEXIST) return false;
    if (!isDone) throwFailed(file.string(), fmt::format("cannot be written: {}", std::strerror(reason)));
    syncFolder(spool.root());
    return true;
}

} // namespace

std::filesystem::path ownerFile(const Spool& spool)
{
    return spool.root() / "store.json";
}

std::optional<Problem> problemOfOwner(const std::filesystem::path& store, const std::string& identity,
                                      const Spool& spool)
{
    const auto owner = ownerOfSpool(spool);
    if (!owner) return std::nullopt;
    const bool isOne = identity.empty() || identity == owner->identity;
    const bool isThere = isSamePlace(owner->store, placeOf(store));
    if (isOne && isThere) return std::nullopt;
    if (!isThere && worksHere(*owner, spool))
        return Problem{ProblemKind::BadInput, spool.root().string(),
                       fmt::format("belongs to the store {}", owner->store.string()),
                       fmt::format("that store, or another spool for {} (--spool FOLDER)", store.string())};
    if (isOne) return std::nullopt; // it was moved here, or its store is gone
    return Problem{
        ProblemKind::BadInput, spool.root().string(),
        fmt::format("belongs to another store than {}, one that was {}", store.string(),
                    owner->store.string()),
        "that store, another spool (--spool FOLDER), or \"regnet store rebuild\", which makes the store of "
        "this spool anew and keeps the one that is there"};
}

std::optional<Problem> problemOfOwner(const StoreReader& store, const Spool& spool)
{
    return problemOfOwner(store.path(), store.setting(identitySetting), spool);
}

void requireOwner(const std::filesystem::path& store, const Spool& spool)
{
    std::string identity;
    try {
        identity = StoreReader(store).setting(identitySetting);
    } catch (const Error&) { // the reason is told by whoever needs more of it
    }
    if (const auto problem = problemOfOwner(store, identity, spool)) throw Error(*problem);
}

void claimSpool(Store& store, const Spool& spool)
{
    if (const auto problem = problemOfOwner(store, spool)) throw Error(*problem);
    const auto before = ownerOfSpool(spool);
    Owner owner{store.setting(identitySetting), placeOf(store.path())};
    if (owner.identity.empty()) {
        owner.identity = before ? before->identity : newIdentity();
        store.setSetting(identitySetting, owner.identity);
    }
    if (before == owner) return;
    if (writeOwner(spool, owner, !isThere(ownerFile(spool)))) return;
    if (const auto problem = problemOfOwner(store, spool)) throw Error(*problem); // of who was faster
}

} // namespace regnet
