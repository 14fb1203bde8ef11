// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/weights.h"

#include "core/format/output_file.h"
#include "core/format/pycls_config.h"
#include "core/format/torch_file.h"
#include "core/problem.h"
#include "core/queue/job.h"
#include "core/system/whole_file.h"
#include "core/text/sha256.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <optional>

namespace regnet {
namespace {

constexpr std::string_view countsName = ".num_batches_tracked";

template <typename Number>
std::string bytesOf(const std::vector<Number>& numbers)
{
    return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(Number)};
}

TensorType typeOf(const StoredTensor& tensor)
{
    if (tensor.type == "int64") return TensorType::Int64;
    return tensor.type == "float64" ? TensorType::Float64 : TensorType::Float32;
}

TensorView viewOf(const StoredTensor& stored, std::string name)
{
    TensorView view{std::move(name), typeOf(stored), stored.shape, {}, 0, stored.bytes};
    view.strides.resize(view.shape.size());
    std::int64_t stride = 1;
    for (std::size_t i = view.shape.size(); i-- > 0;) {
        view.strides[i] = stride;
        stride *= view.shape[i];
    }
    return view;
}

std::vector<NamedShape> shapesOf(const std::vector<TensorView>& tensors)
{
    std::vector<NamedShape> shapes;
    shapes.reserve(tensors.size());
    for (const TensorView& tensor : tensors)
        shapes.push_back({tensor.name, tensor.shape});
    return shapes;
}

/// The tensors in the order of the network, as float32 and int64.
std::vector<StoredTensor> storedInOrder(const std::vector<TensorView>& views,
                                        const RecognisedNetwork& network)
{
    std::map<std::string, const TensorView*> byName;
    for (const TensorView& view : views)
        if (const auto name = toPycls(view.name, network.naming)) byName.emplace(*name, &view);
    std::vector<StoredTensor> tensors;
    for (const NamedShape& wanted : weightShapes(realise(network.spec))) {
        const auto found = byName.find(wanted.name);
        const bool isCount = wanted.name.ends_with(countsName);
        StoredTensor tensor{wanted.name, isCount ? "int64" : "float32", wanted.shape, {}};
        if (found == byName.end()) // only counts may be missing
            tensor.bytes = bytesOf(std::vector<std::int64_t>{0});
        else if (isCount)
            tensor.bytes = bytesOf(integersOf(*found->second));
        else
            tensor.bytes = bytesOf(floatsOf(*found->second));
        tensors.push_back(std::move(tensor));
    }
    return tensors;
}

/// A state must be a network, block by block: what its own configuration says is asked first.
RecognisedNetwork recognised(const std::vector<TensorView>& views, const WeightSource& source,
                             const std::optional<NetworkSpec>& known, const std::string& where)
{
    if (!known) return recogniseNetwork(shapesOf(views), source.hints, where);
    RecognisedNetwork network = recogniseNetwork(shapesOf(views), hintsOf(*known), where);
    const Network built = realise(*known), found = realise(network.spec);
    if (weightShapes(built) != weightShapes(found))
        throwBadInput(where, "has other weights than the network of its configuration", "one network");
    network.spec = *known;
    return network;
}

bool isOwnCheckpoint(const std::filesystem::path& file)
{
    std::error_code failure;
    if (!std::filesystem::is_regular_file(file, failure)) return false; // a pipe may never say anything
    constexpr std::string_view magic = "RegNetCheckpoint";
    std::ifstream stream(file, std::ios::binary);
    std::string head(magic.size(), '\0');
    stream.read(head.data(), static_cast<std::streamsize>(head.size()));
    return stream && head == magic;
}

Weights fromOwnCheckpoint(const std::filesystem::path& file, const WeightSource& source)
{
    const std::string where = file.string();
    const std::optional<Checkpoint> checkpoint = readCheckpoint(file);
    if (!checkpoint) throwBadInput(where, "is missing", "a checkpoint of a training");
    const auto has = [&](std::string_view key) {
        return std::ranges::any_of(checkpoint->tensors,
                                   [&](const StoredTensor& t) { return t.name.starts_with(key); });
    };
    Weights weights;
    weights.key = source.key.empty() ? (has("ema/") ? "ema" : "net") : source.key;
    if (!has(weights.key + "/"))
        throwBadInput(where, "has no weights under \"" + weights.key + "\"",
                      has("ema/") ? "net or ema" : "net");
    std::vector<TensorView> views;
    const std::string prefix = weights.key + "/";
    for (const StoredTensor& tensor : checkpoint->tensors)
        if (tensor.name.starts_with(prefix))
            views.push_back(viewOf(tensor, tensor.name.substr(prefix.size())));
    std::optional<NetworkSpec> known;
    std::error_code ignored;
    const std::filesystem::path folder = std::filesystem::absolute(file).parent_path();
    if (std::filesystem::exists(jobFile(folder), ignored)) known = readJob(folder).network;
    weights.network = recognised(views, source, known, where);
    weights.hasConfig = known.has_value();
    weights.numbers["epoch"] = static_cast<double>(checkpoint->position.epoch);
    weights.tensors = storedInOrder(views, weights.network);
    return weights;
}

} // namespace

WeightHints hintsOf(const NetworkSpec& spec)
{
    const Network network = realise(spec);
    WeightHints hints{network.stem.type, network.resolution, network.activation, network.seRatio, {}};
    for (const Stage& stage : network.stages)
        hints.strides.push_back(stage.stride);
    return hints;
}

Weights openWeights(const std::filesystem::path& file, const WeightSource& source)
{
    if (isOwnCheckpoint(file)) return fromOwnCheckpoint(file, source);
    const std::string where = file.string();
    const TorchFile content = readTorchFile(file);
    const StateDict& state = stateOf(content, source.key, where);
    std::optional<NetworkSpec> known;
    if (!content.config.empty()) known = parsePyclsConfig(content.config, where + ", cfg");
    Weights weights;
    weights.key = state.key;
    weights.numbers = content.numbers;
    weights.hasConfig = known.has_value();
    weights.network = recognised(state.tensors, source, known, where);
    weights.tensors = storedInOrder(state.tensors, weights.network);
    return weights;
}

std::string keepInitialWeights(const Weights& weights, const std::filesystem::path& spool)
{
    const std::string bytes = stateDictFile(weights, WeightNaming::Pycls);
    std::string sum = sha256(bytes);
    const std::filesystem::path folder = spool / "weights";
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    const std::filesystem::path file = folder / (sum + ".pth");
    if (!std::filesystem::exists(file, failure)) writeWhole(file, bytes);
    return sum;
}

std::filesystem::path initialWeightsFile(const std::filesystem::path& jobFolder, const std::string& sum)
{
    return std::filesystem::absolute(jobFolder).lexically_normal().parent_path() / "weights" / (sum + ".pth");
}

void requireStart(const Weights& weights, const NetworkSpec& network, const std::string& where)
{
    std::map<std::string, std::vector<std::int64_t>> shapes;
    for (const StoredTensor& tensor : weights.tensors)
        shapes[tensor.name] = tensor.shape;
    for (const NamedShape& wanted : weightShapes(realise(network))) {
        if (wanted.name.starts_with("head.fc.")) continue;
        const auto found = shapes.find(wanted.name);
        if (found == shapes.end())
            throwBadInput(where, "has no " + wanted.name, "weights of the network that is to be trained");
        if (found->second != wanted.shape)
            throwBadInput(where + ", tensor \"" + wanted.name + "\"", "has another shape than the network's",
                          "weights of the network that is to be trained");
        shapes.erase(found);
    }
    for (const auto& [name, shape] : shapes)
        if (!name.starts_with("head.fc."))
            throwBadInput(where, "has " + name + ", which the network lacks",
                          "weights of the network that is to be trained");
}

std::string stateDictFile(const Weights& weights, WeightNaming naming, bool reversesChannels)
{
    std::vector<StoredTensor> tensors = weights.tensors;
    if (reversesChannels) {
        StoredTensor& stem = tensors.front(); // stem.conv.weight: (width, 3, k, k)
        const auto plane = static_cast<std::size_t>(stem.shape[2] * stem.shape[3]) * sizeof(float);
        for (std::size_t filter = 0; filter < stem.bytes.size(); filter += 3 * plane)
            std::swap_ranges(stem.bytes.begin() + static_cast<std::ptrdiff_t>(filter),
                             stem.bytes.begin() + static_cast<std::ptrdiff_t>(filter + plane),
                             stem.bytes.begin() + static_cast<std::ptrdiff_t>(filter + 2 * plane));
    }
    StateToWrite state;
    for (const StoredTensor& tensor : tensors) {
        const auto name = fromPycls(tensor.name, naming);
        if (!name)
            throwFailed("tensor \"" + tensor.name + "\"",
                        fmt::format("{} has no such part, and no name for it", nameOf(naming)),
                        "the names of pycls");
        state.tensors.push_back({*name, typeOf(tensor), tensor.shape, tensor.bytes});
    }
    return torchFile(std::vector<StateToWrite>{std::move(state)});
}

void exportWeights(const std::filesystem::path& checkpoint, const std::filesystem::path& file)
{
    const std::optional<Checkpoint> state = readCheckpoint(checkpoint);
    if (!state) throwBadInput(checkpoint.string(), "is missing", "a checkpoint of a training");
    StateToWrite model{"model_state", {}}, averaged{"ema_state", {}};
    for (const StoredTensor& stored : state->tensors) {
        const std::string name = stored.name.size() > 4 ? stored.name.substr(4) : std::string();
        const TensorToWrite tensor{name, typeOf(stored), stored.shape, stored.bytes};
        if (stored.name.starts_with("net/")) model.tensors.push_back(tensor);
        if (stored.name.starts_with("ema/")) averaged.tensors.push_back(tensor);
    }
    std::vector<StateToWrite> states{std::move(model)};
    if (!averaged.tensors.empty()) states.push_back(std::move(averaged));
    writeOutput(file, torchFile(states, state->position.epoch));
}

} // namespace regnet
