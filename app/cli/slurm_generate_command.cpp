// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/population_options.h"
#include "app/cli/queue_list.h"
#include "app/cli/slurm_command.h"
#include "core/problem.h"
#include "core/slurm/cluster_order.h"
#include "core/slurm/submission.h"
#include "core/store/store_lock.h"
#include "core/text/shell_words.h"

#include <fmt/format.h>

#include <memory>

namespace regnet::cli {
namespace {

struct GenerateOptions
{
    StoreOptions places;
    std::string profile, out;
    std::vector<std::string> jobs, populations;
    bool isEverything = false;
};

void generate(const GenerateOptions& options)
{
    if (options.jobs.empty() && options.populations.empty() && !options.isEverything)
        throwBadInput("slurm generate", "names no job", "jobs, --population, or --all");
    const std::filesystem::path path = options.places.storePath();
    ClusterOrder order;
    order.profile = profileNamed(options.profile, profilesFile());
    order.out = options.out;
    order.jobs.populations = options.populations;
    {
        const StoreReader reader(path); // a missing store is told, not made
        for (const std::string& job : options.jobs)
            order.jobs.ids.push_back(fullName(reader, job));
    }
    if (const auto holder = StoreLock::holder(path))
        throwFailed(path.string(), "is being written by " + describe(*holder) + ", which submits by itself");
    Store store(path, "regnet slurm generate", 5);
    const Spool spool(options.places.spoolPath());
    spool.create();
    tellGenerated(generateInto(store, spool, order), options.out);
}

} // namespace

void tellGenerated(const std::vector<std::string>& tokens, const std::string& folder)
{
    if (tokens.empty()) return fmt::print("nothing of it is queued\n");
    for (const std::string& token : tokens)
        fmt::print("{}\n", submissionFolder(folder, token).string());
    fmt::print(stderr,
               "In each of these folders, on the cluster: sbatch batch.sh\n"
               "Afterwards, here: regnet slurm collect --from {}\n",
               shellWord(folder));
}

void addSlurmGenerate(Command slurm)
{
    auto options = std::make_shared<GenerateOptions>();
    const Command command = slurm.subcommand(
        "generate", "Write scripts and files for jobs of the queue, for a person who submits by hand");
    addStoreOptions(command, options->places);
    command.option("--profile", options->profile, "How the cluster is used: \"regnet slurm profile\"")
        .required();
    command.option("--out", options->out, "The folder that gets them").required();
    command.option("job", options->jobs, "Jobs, by the first characters of their names");
    command.option("--population", options->populations, "All jobs of a population");
    command.flag("--all", options->isEverything, "All jobs");
    command.callback([options] { generate(*options); });
}

} // namespace regnet::cli
