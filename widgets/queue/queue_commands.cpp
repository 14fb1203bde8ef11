// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/queue_commands.h"

#include "core/text/shell_words.h"

#include <fmt/format.h>

namespace regnet {
namespace {

using Action = QueueRequest::Action;

/// Of 32 hexadecimal digits so many are unique among any jobs of this world.
constexpr std::size_t nameCharacters = 12;

std::string shortName(const std::string& id)
{
    return shellWord(id.substr(0, nameCharacters));
}

std::string workersAndDevice(int workers, const std::string& device)
{
    std::string text;
    if (workers > 0) text += fmt::format(" --workers {}", workers);
    if (device != "cpu") text += " --device " + shellWord(device);
    return text;
}

QString undoImportCommand(const std::vector<std::string>& populations, const std::filesystem::path& store)
{
    std::vector<std::string> words{"regnet", "import"};
    for (const std::string& population : populations)
        words.insert(words.end(), {"--undo", population});
    words.insert(words.end(), {"--store", store.string()});
    return QString::fromStdString(shellLine(words));
}

/// "--": what begins with a hyphen is a name all the same.
QString renameCommand(const std::string& population, const std::string& name,
                      const std::filesystem::path& store)
{
    return QString::fromStdString(
        shellLine({"regnet", "store", "rename", "--store", store.string(), "--", population, name}));
}

/// It asks, as the window does.
QString deleteCommand(const std::string& population, const std::filesystem::path& store)
{
    return QString::fromStdString(
        shellLine({"regnet", "store", "delete", "--store", store.string(), "--", population}));
}

} // namespace

QString commandOf(const QueueRequest& request, const std::filesystem::path& store)
{
    if (request.action == Action::Rename)
        return renameCommand(request.jobs.populations.front(), request.name, store);
    if (request.action == Action::Delete) return deleteCommand(request.jobs.populations.front(), store);
    if (request.action == Action::Forget) return undoImportCommand(request.jobs.populations, store);
    std::string text =
        fmt::format("regnet queue {} --store {}", nameOf(request.action), shellWord(store.string()));
    // Which of the words is the place: the first one that is no option.
    if (request.action == Action::Send)
        text += " " + shellWord(request.destination.empty() ? "local" : request.destination);
    if (request.action == Action::Move) {
        using Where = JobPlace::Where;
        if (request.place.where == Where::First) text += " --first";
        if (request.place.where == Where::Last) text += " --last";
        if (request.place.where == Where::Before) text += " --before " + shortName(request.place.before);
    }
    for (const std::string& population : request.jobs.populations)
        text += " --population " + shellWord(population);
    const bool isWholeQueue = request.action == Action::Pause || request.action == Action::Resume;
    if (request.jobs.isEverything() && !isWholeQueue) text += " --all";
    // "--": a negative priority is no option.
    if (request.action == Action::Priority) text += fmt::format(" -- {}", request.priority);
    for (const std::string& id : request.jobs.ids)
        text += " " + shortName(id);
    return QString::fromStdString(text);
}

QString commandOf(const TrainingOrder& order, int workers, const std::string& device,
                  const std::filesystem::path& store)
{
    std::string text = fmt::format("regnet train --store {} --population {}", shellWord(store.string()),
                                   shellWord(order.population));
    if (!order.space.empty())
        text += fmt::format(" --space {} --n {} --seed {}", shellWord(order.space), order.n, order.seed);
    text += " --recipe " + shellWord(order.recipe);
    if (order.dataSet.name != "procedural") text += " --dataset " + shellWord(order.dataSet.name);
    if (!order.dataSet.folder.empty()) text += " --data-folder " + shellWord(order.dataSet.folder);
    if (order.dataSet.seed != 1) text += fmt::format(" --data-seed {}", order.dataSet.seed);
    if (!order.replicates.empty()) {
        text += fmt::format(" --seeds {}", order.trainingSeed);
        for (const std::uint64_t seed : order.replicates)
            text += fmt::format(",{}", seed);
    } else if (order.trainingSeed != 1) {
        text += fmt::format(" --training-seed {}", order.trainingSeed);
    }
    if (order.keepsWeights) text += " --keep-weights";
    return QString::fromStdString(text + workersAndDevice(workers, device));
}

QString cancelArrayCommand(const std::string& token, const std::filesystem::path& store)
{
    return QString::fromStdString("regnet slurm cancel " + shellWord(token) + " --store " +
                                  shellWord(store.string()));
}

QString collectCommand(const std::string& folder, const std::filesystem::path& store)
{
    return QString::fromStdString("regnet slurm collect --from " + shellWord(folder) + " --store " +
                                  shellWord(store.string()));
}

QString runCommand(int workers, const std::string& device, const std::filesystem::path& store)
{
    return QString::fromStdString("regnet queue run --store " + shellWord(store.string()) +
                                  workersAndDevice(workers, device));
}

} // namespace regnet
