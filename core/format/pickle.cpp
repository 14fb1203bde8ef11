// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/pickle.h"

#include "core/format/little_endian.h"
#include "core/problem.h"
#include "core/text/printable.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <optional>
#include <unordered_map>

namespace regnet {
namespace {

constexpr std::size_t largestPickle = std::size_t{1} << 28;
/// A byte of the file can be a value, which takes fifty of memory.
constexpr std::size_t mostValues = std::size_t{1} << 22;
constexpr PickleIndex mark = ~PickleIndex{0}; ///< on the stack: where a list of items begins

/// Names that may stand in a pickle of weights. Storages and dtypes of torch go by their endings.
constexpr std::array knownGlobals{"collections OrderedDict",
                                  "torch._utils _rebuild_tensor_v2",
                                  "torch._utils _rebuild_parameter",
                                  "torch Size",
                                  "torch device",
                                  "numpy.core.multiarray scalar",
                                  "numpy._core.multiarray scalar",
                                  "numpy dtype",
                                  "_codecs encode",
                                  "torch.serialization _get_layout",
                                  "argparse Namespace"};

bool isKnown(std::string_view name)
{
    if (std::ranges::find(knownGlobals, name) != knownGlobals.end()) return true;
    if (!name.starts_with("torch ")) return false;
    constexpr std::array types{"float32", "float64", "float16", "bfloat16",
                               "int64",   "int32",   "uint8",   "bool"};
    return name.ends_with("Storage") || std::ranges::find(types, name.substr(6)) != types.end();
}

constexpr std::size_t shownBytes = 80; ///< of a name, in an error

class Machine
{
public:
    Machine(std::string_view bytes, const std::string& where) : m_bytes(bytes), m_where(where) {}

    Pickle run()
    {
        if (m_bytes.size() > largestPickle)
            throwBadInput(m_where, fmt::format("has {} bytes", m_bytes.size()),
                          "at most 256 MiB beside the weights");
        while (m_place < m_bytes.size()) {
            m_opcode = m_place;
            const char opcode = m_bytes[m_place++];
            if (opcode == '.') {
                m_pickle.root = pop();
                return std::move(m_pickle);
            }
            if (!literal(opcode) && !memo(opcode) && !collect(opcode) && !call(opcode))
                fail(fmt::format("has the opcode 0x{:02x}", static_cast<unsigned char>(opcode)),
                     "those of a state dict");
        }
        truncated();
    }

private:
    [[noreturn]] void fail(std::string wrong, std::string right = {}) const
    {
        throwBadInput(fmt::format("{}, byte {}", m_where, m_opcode), std::move(wrong), std::move(right));
    }
    [[noreturn]] void truncated() const { fail("is truncated", "the file as it was written"); }

    std::string_view take(std::uint64_t size)
    {
        if (size > m_bytes.size() - m_place) truncated();
        const std::string_view bytes = m_bytes.substr(m_place, static_cast<std::size_t>(size));
        m_place += static_cast<std::size_t>(size);
        return bytes;
    }

    template <typename Number>
    Number number()
    {
        return littleAt<Number>(take(sizeof(Number)), 0);
    }

    std::string_view line()
    {
        const std::size_t end = m_bytes.find('\n', m_place);
        if (end == std::string_view::npos) truncated();
        const std::string_view text = m_bytes.substr(m_place, end - m_place);
        m_place = end + 1;
        return text;
    }

    void requireRoom(std::size_t count) const
    {
        if (count >= mostValues)
            fail("holds more than four million values", "weights and what describes them");
    }

    void stack(PickleIndex index)
    {
        requireRoom(m_stack.size());
        m_stack.push_back(index);
    }

    void push(PickleValue value)
    {
        requireRoom(m_pickle.values.size());
        m_pickle.values.push_back(std::move(value));
        stack(static_cast<PickleIndex>(m_pickle.values.size() - 1));
    }

    PickleIndex pop()
    {
        if (m_stack.empty() || m_stack.back() == mark) fail("takes a value that is not there");
        const PickleIndex index = m_stack.back();
        m_stack.pop_back();
        return index;
    }

    PickleIndex& top()
    {
        if (m_stack.empty() || m_stack.back() == mark) fail("takes a value that is not there");
        return m_stack.back();
    }

    /// What lies above the last mark; takes the mark off, too.
    std::vector<PickleIndex> marked()
    {
        const auto found = std::find(m_stack.rbegin(), m_stack.rend(), mark);
        if (found == m_stack.rend()) fail("closes what was not opened");
        const auto begin = found.base();
        std::vector<PickleIndex> items(begin, m_stack.end());
        m_stack.erase(begin - 1, m_stack.end());
        return items;
    }

    template <typename Kind>
    Kind& topAs(const char* what)
    {
        Kind* value = std::get_if<Kind>(&m_pickle.values[top()]);
        if (value == nullptr) fail(fmt::format("fills what is no {}", what));
        return *value;
    }

    std::int64_t longNumber(std::string_view bytes)
    {
        if (bytes.size() > 8) fail("has a whole number of more than 64 bits");
        std::uint64_t bits = 0;
        for (std::size_t i = 0; i < bytes.size(); ++i)
            bits |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
        const std::size_t missing = 64 - 8 * bytes.size();
        if (missing == 64) return 0;
        return static_cast<std::int64_t>(bits << missing) >> missing;
    }

    double bigEndianDouble()
    {
        std::string bytes(take(8));
        std::ranges::reverse(bytes);
        return littleAt<double>(bytes, 0);
    }

    bool literal(char opcode)
    {
        switch (opcode) {
        case '\x80': // PROTO
            if (const auto version = number<std::uint8_t>(); version < 2 || version > 5)
                fail(fmt::format("has protocol {}", version), "2 to 5");
            return true;
        case '\x95': // FRAME: only a hint for readers
            take(8);
            return true;
        case 'N':
            push(PickleNone{});
            return true;
        case '\x88':
        case '\x89':
            push(opcode == '\x88');
            return true;
        case 'J':
            push(std::int64_t{number<std::int32_t>()});
            return true;
        case 'K':
            push(std::int64_t{number<std::uint8_t>()});
            return true;
        case 'M':
            push(std::int64_t{number<std::uint16_t>()});
            return true;
        case '\x8a': // LONG1
            push(longNumber(take(number<std::uint8_t>())));
            return true;
        case 'G':
            push(bigEndianDouble());
            return true;
        case 'X': // BINUNICODE and the byte strings: texts of whatever encoding, never interpreted here
        case 'B':
        case 'T':
            push(take(number<std::uint32_t>()));
            return true;
        case '\x8c':
        case 'C':
        case 'U':
            push(take(number<std::uint8_t>()));
            return true;
        case '\x8d': // BINUNICODE8, BINBYTES8
        case '\x8e':
            push(take(number<std::uint64_t>()));
            return true;
        default:
            return false;
        }
    }

    void keep(std::uint32_t slot)
    {
        requireRoom(m_memo.size());
        m_memo[slot] = top();
    }

    void recall(std::uint32_t slot)
    {
        const auto found = m_memo.find(slot);
        if (found == m_memo.end()) fail("recalls what was not kept");
        stack(found->second);
    }

    bool memo(char opcode)
    {
        switch (opcode) {
        case 'q':
            keep(number<std::uint8_t>());
            return true;
        case 'r':
            keep(number<std::uint32_t>());
            return true;
        case '\x94': // MEMOIZE
            keep(static_cast<std::uint32_t>(m_memo.size()));
            return true;
        case 'h':
            recall(number<std::uint8_t>());
            return true;
        case 'j':
            recall(number<std::uint32_t>());
            return true;
        default:
            return false;
        }
    }

    void tuple(std::size_t count)
    {
        PickleTuple value;
        for (std::size_t i = 0; i < count; ++i)
            value.items.insert(value.items.begin(), pop());
        push(std::move(value));
    }

    void setItems(const std::vector<PickleIndex>& items)
    {
        if (items.size() % 2 != 0) fail("has a key without a value");
        auto& dict = topAs<PickleDict>("dictionary");
        for (std::size_t i = 0; i < items.size(); i += 2)
            dict.items.emplace_back(items[i], items[i + 1]);
    }

    void append(const std::vector<PickleIndex>& items)
    {
        auto& list = topAs<PickleTuple>("list");
        list.items.insert(list.items.end(), items.begin(), items.end());
    }

    bool collect(char opcode)
    {
        switch (opcode) {
        case '(':
            stack(mark);
            return true;
        case '}':
            push(PickleDict{});
            return true;
        case ']':
        case ')':
            push(PickleTuple{});
            return true;
        case 't': {
            PickleTuple value{marked()};
            push(std::move(value));
            return true;
        }
        case '\x85':
        case '\x86':
        case '\x87':
            tuple(static_cast<std::size_t>(static_cast<unsigned char>(opcode)) - 0x84);
            return true;
        case 'a':
        case 'e': {
            const std::vector<PickleIndex> items = opcode == 'a' ? std::vector{pop()} : marked();
            append(items);
            return true;
        }
        case 's': {
            const PickleIndex value = pop();
            const PickleIndex key = pop();
            setItems({key, value});
            return true;
        }
        case 'u':
            setItems(marked());
            return true;
        default:
            return false;
        }
    }

    void global(std::string name)
    {
        if (!isKnown(name))
            fail(fmt::format("asks for \"{}\", which could run code", printable(name, shownBytes)),
                 "weights and numbers only, as torch.save(model.state_dict(), file) writes them");
        push(PickleGlobal{std::move(name)});
    }

    void stackGlobal()
    {
        const PickleIndex name = pop();
        const PickleIndex module = pop();
        const auto* nameText = std::get_if<std::string_view>(&m_pickle.values[name]);
        const auto* moduleText = std::get_if<std::string_view>(&m_pickle.values[module]);
        if (nameText == nullptr || moduleText == nullptr) fail("names a global by what is no text");
        global(std::string(*moduleText) + " " + std::string(*nameText));
    }

    /// A dictionary stays one; everything else is kept as a call that somebody may understand.
    void reduce()
    {
        const PickleIndex arguments = pop();
        const PickleIndex function = pop();
        const auto* global = std::get_if<PickleGlobal>(&m_pickle.values[function]);
        if (global == nullptr) fail("calls what is no name");
        if (global->name == "collections OrderedDict")
            push(PickleDict{});
        else
            push(PickleCall{function, arguments});
    }

    bool call(char opcode)
    {
        switch (opcode) {
        case 'c': {
            const std::string_view module = line();
            const std::string_view name = line();
            global(std::string(module) + " " + std::string(name));
            return true;
        }
        case '\x93':
            stackGlobal();
            return true;
        case 'Q': {
            const PickleIndex id = pop();
            push(PicklePersistent{id});
            return true;
        }
        case 'R':
        case '\x81': // NEWOBJ
            reduce();
            return true;
        case 'b': // BUILD sets attributes: OrderedDict's _metadata, a dtype's byte order; none is wanted
            pop();
            top();
            return true;
        default:
            return false;
        }
    }

    std::string_view m_bytes;
    const std::string& m_where;
    std::size_t m_place = 0, m_opcode = 0;
    Pickle m_pickle;
    std::vector<PickleIndex> m_stack;
    std::unordered_map<std::uint32_t, PickleIndex> m_memo;
};

} // namespace

Pickle readPickle(std::string_view bytes, const std::string& where)
{
    return Machine(bytes, where).run();
}

} // namespace regnet
