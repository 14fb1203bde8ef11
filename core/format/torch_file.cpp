// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/torch_file.h"

#include "core/format/little_endian.h"
#include "core/format/pickle.h"
#include "core/format/zip_file.h"
#include "core/problem.h"
#include "core/system/readable_file.h"
#include "core/system/whole_file.h"
#include "core/text/printable.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>

namespace regnet {
namespace {

constexpr std::uintmax_t largestFile = std::uintmax_t{16} << 30;
constexpr std::size_t mostDimensions = 8;
/// Weights may be tied, and kept twice under two keys; more than that is a file made to fill the memory.
constexpr std::int64_t mostSharing = 8;

struct TypeRow
{
    TensorType type;
    const char* name;
    const char* storage;
    std::int64_t bytes;
};
constexpr std::array<TypeRow, 8> types{{{TensorType::Float32, "float32", "torch FloatStorage", 4},
                                        {TensorType::Float64, "float64", "torch DoubleStorage", 8},
                                        {TensorType::Float16, "float16", "torch HalfStorage", 2},
                                        {TensorType::BFloat16, "bfloat16", "torch BFloat16Storage", 2},
                                        {TensorType::Int64, "int64", "torch LongStorage", 8},
                                        {TensorType::Int32, "int32", "torch IntStorage", 4},
                                        {TensorType::UInt8, "uint8", "torch ByteStorage", 1},
                                        {TensorType::Bool, "bool", "torch BoolStorage", 1}}};

const TypeRow& rowOf(TensorType type)
{
    return types[static_cast<std::size_t>(type)];
}

/// The older forms of torch.save begin so: a pickle of a magic number (1.5 and before), or a tar file.
bool isLegacy(std::string_view bytes)
{
    constexpr std::string_view magic("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", 14);
    return bytes.starts_with(magic) || (bytes.size() > 262 && bytes.substr(257, 5) == "ustar");
}

constexpr std::size_t beginBytes = 512;

/// Of the first beginBytes.
void requireTorchBegin(std::string_view begin, const std::string& where)
{
    if (isLegacy(begin))
        throwBadInput(
            where, "is in the form that torch.save had before version 1.6",
            "the zip form; Python converts it: torch.save(torch.load(FILE, map_location='cpu'), NEW)");
    if (!looksLikeZip(begin)) throwBadInput(where, "is no file of torch.save", "a zip archive with data.pkl");
}

constexpr std::size_t shownBytes = 120; ///< of a name, in an error

std::string withoutWrappers(std::string_view name)
{
    for (bool isShorter = true; isShorter;) {
        isShorter = false;
        for (const std::string_view prefix : {"module.", "_orig_mod."})
            if (name.starts_with(prefix)) {
                name.remove_prefix(prefix.size());
                isShorter = true;
            }
    }
    return std::string(name);
}

/// Understands the pickle of a checkpoint: which dictionaries hold tensors, and what those are.
class Reader
{
public:
    Reader(std::string_view bytes, const std::string& where) : m_where(where), m_size(bytes.size())
    {
        for (ZipEntry& entry : readStoredZip(bytes, where)) {
            const std::size_t slash = entry.name.find('/');
            if (slash == std::string::npos) continue;
            const std::string folder = entry.name.substr(0, slash);
            if (m_folder.empty()) m_folder = folder;
            if (folder == m_folder) m_records.emplace(entry.name.substr(slash + 1), entry.bytes);
        }
        const auto order = m_records.find("byteorder");
        if (order != m_records.end() && order->second != "little")
            throwBadInput(where, "was written on a big-endian machine", "little-endian numbers");
        const auto found = m_records.find("data.pkl");
        if (found == m_records.end())
            throwBadInput(where, "is a zip archive without data.pkl", "a file of torch.save");
        m_pickle = readPickle(found->second, where + ", data.pkl");
    }

    TorchFile file()
    {
        TorchFile file;
        const auto* root = std::get_if<PickleDict>(&m_pickle.at(m_pickle.root));
        if (root == nullptr) throwBadInput(m_where, "holds no dictionary", "a state dict or a checkpoint");
        addState(file, "", *root);
        for (const auto& [key, value] : root->items) {
            const auto* name = std::get_if<std::string_view>(&m_pickle.at(key));
            if (name == nullptr) continue;
            const PickleValue& content = m_pickle.at(value);
            if (const auto* dict = std::get_if<PickleDict>(&content))
                addState(file, std::string(*name), *dict);
            else if (const auto* whole = std::get_if<std::int64_t>(&content))
                file.numbers[std::string(*name)] = static_cast<double>(*whole);
            else if (const auto* real = std::get_if<double>(&content))
                file.numbers[std::string(*name)] = *real;
            else if (const auto* text = std::get_if<std::string_view>(&content); text && *name == "cfg")
                file.config = *text;
        }
        if (file.states.empty())
            throwBadInput(m_where, "holds no tensors", "a state dict, or a checkpoint with one");
        return file;
    }

private:
    [[noreturn]] void fail(std::string_view tensor, std::string wrong, std::string right = {}) const
    {
        throwBadInput(fmt::format("{}, tensor \"{}\"", m_where, printable(tensor, shownBytes)),
                      std::move(wrong), std::move(right));
    }

    /// The tensors of a dictionary, if it has any.
    void addState(TorchFile& file, std::string key, const PickleDict& dict)
    {
        StateDict state{std::move(key), {}};
        std::unordered_set<std::string> names;
        for (const auto& [name, value] : dict.items) {
            const auto* text = std::get_if<std::string_view>(&m_pickle.at(name));
            const PickleCall* tensor = tensorCall(value);
            if (text == nullptr || tensor == nullptr) continue;
            state.tensors.push_back(view(*tensor, *text));
            state.tensors.back().name = withoutWrappers(*text);
            if (!names.insert(state.tensors.back().name).second) fail(*text, "is there twice", "once");
        }
        if (!state.tensors.empty()) file.states.push_back(std::move(state));
    }

    /// _rebuild_tensor_v2(...), or that inside of _rebuild_parameter(...); null for anything else.
    const PickleCall* tensorCall(PickleIndex index) const
    {
        for (int level = 0; level < 2; ++level) {
            const auto* call = std::get_if<PickleCall>(&m_pickle.at(index));
            if (call == nullptr) return nullptr;
            const std::string& name = std::get<PickleGlobal>(m_pickle.at(call->function)).name;
            if (name == "torch._utils _rebuild_tensor_v2") return call;
            const auto* arguments = std::get_if<PickleTuple>(&m_pickle.at(call->arguments));
            if (name != "torch._utils _rebuild_parameter" || arguments == nullptr || arguments->items.empty())
                return nullptr;
            index = arguments->items.front();
        }
        return nullptr;
    }

    std::vector<std::int64_t> sizes(PickleIndex index, std::string_view tensor) const
    {
        const auto* tuple = std::get_if<PickleTuple>(&m_pickle.at(index));
        if (tuple == nullptr) fail(tensor, "has a shape that is no tuple");
        if (tuple->items.size() > mostDimensions)
            fail(tensor, fmt::format("has {} dimensions", tuple->items.size()), "at most 8");
        std::vector<std::int64_t> values;
        for (const PickleIndex item : tuple->items) {
            const auto* value = std::get_if<std::int64_t>(&m_pickle.at(item));
            if (value == nullptr || *value < 0 || *value > std::int64_t{1} << 40)
                fail(tensor, "has a size or stride that is no count");
            values.push_back(*value);
        }
        return values;
    }

    TensorView view(const PickleCall& call, std::string_view name)
    {
        const auto* arguments = std::get_if<PickleTuple>(&m_pickle.at(call.arguments));
        if (arguments == nullptr || arguments->items.size() < 4) fail(name, "is no tensor of torch");
        const auto* storage = std::get_if<PicklePersistent>(&m_pickle.at(arguments->items[0]));
        const auto* offset = std::get_if<std::int64_t>(&m_pickle.at(arguments->items[1]));
        if (storage == nullptr || offset == nullptr || *offset < 0) fail(name, "is no tensor of torch");
        if (arguments->items.size() > 6) // {"neg": True}: its elements are not those that are stored
            fail(name, "is a negated or conjugated view", "the tensor itself, tensor.resolve_neg()");
        TensorView tensor;
        tensor.offset = *offset;
        tensor.shape = sizes(arguments->items[2], name);
        tensor.strides = sizes(arguments->items[3], name);
        if (tensor.shape.size() != tensor.strides.size()) fail(name, "has as many strides as no shape has");
        setStorage(tensor, storage->id, name);
        checkBounds(tensor, name);
        return tensor;
    }

    /// ("storage", <type>, key, device, elements)
    void setStorage(TensorView& tensor, PickleIndex id, std::string_view name)
    {
        const auto* parts = std::get_if<PickleTuple>(&m_pickle.at(id));
        if (parts == nullptr || parts->items.size() < 5) fail(name, "has no storage");
        const auto* global = std::get_if<PickleGlobal>(&m_pickle.at(parts->items[1]));
        const auto* key = std::get_if<std::string_view>(&m_pickle.at(parts->items[2]));
        const auto* count = std::get_if<std::int64_t>(&m_pickle.at(parts->items[4]));
        if (global == nullptr || key == nullptr || count == nullptr || *count < 0)
            fail(name, "has a storage that cannot be understood");
        const auto* type = std::ranges::find(types, global->name, &TypeRow::storage);
        if (type == types.end())
            fail(name, fmt::format("has elements of {}", printable(global->name, shownBytes)),
                 "float32, float64, float16, bfloat16, int64, int32, uint8 or bool");
        tensor.type = type->type;
        const auto found = m_records.find("data/" + std::string(*key));
        if (found == m_records.end())
            fail(name,
                 fmt::format("has its bytes in data/{}, which is not there", printable(*key, shownBytes)));
        tensor.storage = found->second;
        const auto bytes = static_cast<std::int64_t>(tensor.storage.size());
        if (*count > std::numeric_limits<std::int64_t>::max() / type->bytes || *count * type->bytes != bytes)
            fail(name,
                 fmt::format("has a storage of {} bytes for {} elements of {}", bytes, *count, type->name),
                 "as many bytes as its elements take");
    }

    void checkBounds(const TensorView& tensor, std::string_view name)
    {
        const std::int64_t elements = static_cast<std::int64_t>(tensor.storage.size()) / bytesOf(tensor.type);
        if (std::ranges::find(tensor.shape, 0) != tensor.shape.end()) return;
        std::int64_t count = 1, last = tensor.offset;
        if (last >= elements) fail(name, "begins beyond its storage");
        for (std::size_t i = 0; i < tensor.shape.size(); ++i) {
            const std::int64_t size = tensor.shape[i], stride = tensor.strides[i];
            if (count > elements / size) fail(name, "has more elements than its storage");
            count *= size;
            if (size > 1 && stride > (elements - 1 - last) / (size - 1))
                fail(name, "reaches beyond its storage");
            if (size > 1) last += (size - 1) * stride;
        }
        m_total += count * bytesOf(tensor.type);
        if (m_total > mostSharing * static_cast<std::int64_t>(m_size))
            throwBadInput(m_where, "has tensors that share their bytes more than eight times over",
                          "weights that are stored once");
    }

    const std::string& m_where;
    std::size_t m_size;
    std::string m_folder;
    std::unordered_map<std::string, std::string_view> m_records;
    Pickle m_pickle;
    std::int64_t m_total = 0; ///< bytes of all tensors
};

float halfToFloat(std::uint16_t bits)
{
    const int exponent = (bits >> 10) & 0x1F;
    const int fraction = bits & 0x3FF;
    float value = 0;
    if (exponent == 0x1F)
        value =
            fraction == 0 ? std::numeric_limits<float>::infinity() : std::numeric_limits<float>::quiet_NaN();
    else if (exponent == 0)
        value = std::ldexp(static_cast<float>(fraction), -24);
    else
        value = std::ldexp(static_cast<float>(fraction + 1024), exponent - 25);
    return (bits & 0x8000) != 0 ? -value : value;
}

/// A whole number of a float that may be anything.
template <typename Answer>
Answer converted(double value)
{
    if constexpr (std::is_integral_v<Answer>)
        if (!(std::abs(value) < 9e18)) return 0;
    return static_cast<Answer>(value);
}

template <typename Answer>
Answer elementAt(const TensorView& tensor, std::int64_t index)
{
    const auto place = static_cast<std::size_t>(index * bytesOf(tensor.type));
    switch (tensor.type) {
    case TensorType::Float32:
        return converted<Answer>(littleAt<float>(tensor.storage, place));
    case TensorType::Float64:
        return converted<Answer>(littleAt<double>(tensor.storage, place));
    case TensorType::Float16:
        return converted<Answer>(halfToFloat(littleAt<std::uint16_t>(tensor.storage, place)));
    case TensorType::BFloat16:
        return converted<Answer>(
            std::bit_cast<float>(std::uint32_t{littleAt<std::uint16_t>(tensor.storage, place)} << 16));
    case TensorType::Int64:
        return static_cast<Answer>(littleAt<std::int64_t>(tensor.storage, place));
    case TensorType::Int32:
        return static_cast<Answer>(littleAt<std::int32_t>(tensor.storage, place));
    case TensorType::UInt8:
    case TensorType::Bool:
        return static_cast<Answer>(littleAt<std::uint8_t>(tensor.storage, place));
    }
    return {};
}

template <typename Answer>
std::vector<Answer> elementsOf(const TensorView& tensor)
{
    std::vector<Answer> elements(static_cast<std::size_t>(tensor.count()));
    std::vector<std::int64_t> index(tensor.shape.size(), 0);
    std::int64_t place = tensor.offset;
    for (Answer& element : elements) {
        element = elementAt<Answer>(tensor, place);
        for (std::size_t i = tensor.shape.size(); i-- > 0;) {
            place += tensor.strides[i];
            if (++index[i] < tensor.shape[i]) break;
            place -= tensor.shape[i] * tensor.strides[i];
            index[i] = 0;
        }
    }
    return elements;
}

/// Writes the few opcodes that a state dict takes, protocol 2.
class PickleWriter
{
public:
    PickleWriter() { m_bytes = "\x80\x02"; }

    void beginDict() { m_bytes += "}("; }
    void endDict() { m_bytes += 'u'; }
    void text(std::string_view text)
    {
        m_bytes += 'X';
        appendLittle(m_bytes, static_cast<std::uint32_t>(text.size()));
        m_bytes += text;
    }
    void whole(std::int64_t value)
    {
        m_bytes += "\x8a\x08"; // LONG1 of eight bytes
        appendLittle(m_bytes, value);
    }
    void tensor(const TensorToWrite& tensor, std::size_t record)
    {
        const std::int64_t elements = static_cast<std::int64_t>(tensor.bytes.size()) / bytesOf(tensor.type);
        m_bytes += "ctorch._utils\n_rebuild_tensor_v2\n((";
        text("storage");
        std::string global = rowOf(tensor.type).storage;
        std::ranges::replace(global, ' ', '\n');
        m_bytes += "c" + global + "\n";
        text(std::to_string(record));
        text("cpu");
        whole(elements);
        m_bytes += "tQ"; // the persistent id
        whole(0);        // offset
        m_bytes += '(';
        for (const std::int64_t size : tensor.shape)
            whole(size);
        m_bytes += "t(";
        std::int64_t stride = 1;
        std::vector<std::int64_t> strides(tensor.shape.size());
        for (std::size_t i = strides.size(); i-- > 0;) {
            strides[i] = stride;
            stride *= std::max<std::int64_t>(1, tensor.shape[i]);
        }
        for (const std::int64_t one : strides)
            whole(one);
        m_bytes += "t\x89"
                   "ccollections\nOrderedDict\n)RtR"; // no gradient, no hooks
    }
    std::string finish() { return std::move(m_bytes) + "."; }

private:
    std::string m_bytes;
};

} // namespace

std::string_view nameOf(TensorType type)
{
    return rowOf(type).name;
}

std::int64_t bytesOf(TensorType type)
{
    return rowOf(type).bytes;
}

std::int64_t TensorView::count() const
{
    std::int64_t count = 1;
    for (const std::int64_t size : shape)
        count *= size;
    return count;
}

std::vector<float> floatsOf(const TensorView& tensor)
{
    return elementsOf<float>(tensor);
}

std::vector<std::int64_t> integersOf(const TensorView& tensor)
{
    return elementsOf<std::int64_t>(tensor);
}

TorchFile parseTorchFile(std::string bytes, const std::string& where)
{
    requireTorchBegin(bytes, where);
    auto kept = std::make_shared<const std::string>(std::move(bytes));
    TorchFile file = Reader(*kept, where).file();
    file.bytes = std::move(kept);
    return file;
}

TorchFile readTorchFile(const std::filesystem::path& file)
{
    requireReadableFile(file);
    std::error_code failure;
    const std::uintmax_t size = std::filesystem::file_size(file, failure);
    if (!failure && size > largestFile)
        throwBadInput(file.string(), fmt::format("has {} bytes", size), "at most 16 GiB");
    // Both ends first: gigabytes that are no weights need not be read to be refused.
    requireTorchBegin(readFrom(file, 0, beginBytes), file.string());
    const auto end = static_cast<std::int64_t>(size) - static_cast<std::int64_t>(zipEndBytes);
    requireZipEnd(readFrom(file, std::max<std::int64_t>(0, end)), file.string());
    return parseTorchFile(readWhole(file), file.string());
}

const StateDict& stateOf(const TorchFile& file, const std::string& key, const std::string& where)
{
    const auto find = [&](std::string_view wanted) -> const StateDict* {
        const auto found = std::ranges::find(file.states, wanted, &StateDict::key);
        return found == file.states.end() ? nullptr : &*found;
    };
    if (!key.empty()) {
        if (const StateDict* state = find(key)) return *state;
        std::string keys;
        for (const StateDict& state : file.states)
            keys += (keys.empty() ? "" : ", ") +
                    (state.key.empty() ? "(the file itself)" : printable(state.key, shownBytes));
        throwBadInput(where, "has no weights under \"" + key + "\"", keys);
    }
    const auto test = file.numbers.find("test_err"), averaged = file.numbers.find("ema_err");
    if (test != file.numbers.end() && averaged != file.numbers.end() && averaged->second < test->second)
        if (const StateDict* state = find("ema_state")) return *state;
    for (const std::string_view usual : {"model_state", "state_dict", "model", ""})
        if (const StateDict* state = find(usual)) return *state;
    return file.states.front();
}

std::string torchFile(std::span<const StateToWrite> states, std::optional<std::int64_t> epoch)
{
    PickleWriter pickle;
    std::vector<ZipEntry> entries{{"archive/data.pkl", {}}, {"archive/byteorder", "little"}};
    const auto dict = [&](const StateToWrite& state) {
        pickle.beginDict();
        for (const TensorToWrite& tensor : state.tensors) {
            const std::size_t record = entries.size() - 2;
            pickle.text(tensor.name);
            pickle.tensor(tensor, record);
            entries.push_back({"archive/data/" + std::to_string(record), tensor.bytes});
        }
        pickle.endDict();
    };
    if (states.size() == 1 && states.front().key.empty()) {
        dict(states.front());
    } else {
        pickle.beginDict();
        if (epoch) {
            pickle.text("epoch");
            pickle.whole(*epoch);
        }
        for (const StateToWrite& state : states) {
            pickle.text(state.key);
            dict(state);
        }
        pickle.endDict();
    }
    const std::string description = pickle.finish();
    entries.front().bytes = description;
    entries.push_back({"archive/version", "3\n"});
    return storedZip(entries);
}

} // namespace regnet
