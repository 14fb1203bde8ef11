// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace regnet {

/// What a pickle describes, without any of it being run. Values point at each other by their place in
/// Pickle::values: a pickle may hold one value many times, and itself.
using PickleIndex = std::uint32_t;

struct PickleNone
{
};
struct PickleTuple ///< a list, too
{
    std::vector<PickleIndex> items;
};
struct PickleDict ///< an OrderedDict, too
{
    std::vector<std::pair<PickleIndex, PickleIndex>> items;
};
struct PickleGlobal ///< "torch FloatStorage": a name, nothing that could be called
{
    std::string name;
};
struct PicklePersistent ///< what torch keeps beside the pickle: a storage
{
    PickleIndex id = 0;
};
struct PickleCall ///< a known constructor and its arguments
{
    PickleIndex function = 0, arguments = 0;
};

using PickleValue = std::variant<PickleNone, bool, std::int64_t, double, std::string_view, PickleTuple,
                                 PickleDict, PickleGlobal, PicklePersistent, PickleCall>;

struct Pickle
{
    std::vector<PickleValue> values;
    PickleIndex root = 0;

    const PickleValue& at(PickleIndex index) const { return values[index]; }
};

/// Reads a pickle of protocol 2 to 5 as a description: opcodes that build numbers, texts, lists, dictionaries
/// and calls of the few constructors that weights need (OrderedDict, torch's tensors, parameters and
/// storages, numpy's scalars). Nothing is imported and nothing is called. `bytes` must live as long as the
/// answer. Throws Error with the byte for any other opcode, for the name of anything else ("posix system"),
/// for what is truncated, and for more than four million values.
Pickle readPickle(std::string_view bytes, const std::string& where);

} // namespace regnet
