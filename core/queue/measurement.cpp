// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/measurement.h"

#include "core/network/network_json.h"
#include "core/problem.h"
#include "core/queue/process.h"
#include "core/queue/whole_file.h"
#include "core/system/process.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <unistd.h>

namespace regnet {
namespace {

/// A folder of our own for the file that the worker reads; gone with this object.
class TemporaryFolder
{
public:
    TemporaryFolder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "regnet-measure-XXXXXX").string();
        if (!mkdtemp(name.data())) throwFailed(name, std::string("cannot be made: ") + std::strerror(errno));
        m_path = name;
    }
    ~TemporaryFolder()
    {
        std::error_code ignored; // nothing depends on it
        std::filesystem::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace

nlohmann::json measureNetwork(const NetworkSpec& spec, const MeasureSettings& settings)
{
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "network.json";
    writeWhole(file, toJson(spec).dump());
    const ProgramAnswer answer =
        askProgram(workerProgram(),
                   {"--measure", file.string(), "--batch", std::to_string(settings.batch), "--threads",
                    std::to_string(settings.threads), "--device", settings.device, "--seconds",
                    std::to_string(settings.seconds)},
                   std::chrono::hours(24),
                   {"OMP_NUM_THREADS=" + std::to_string(settings.threads), "OMP_WAIT_POLICY=PASSIVE"});
    if (!answer.isStarted)
        throwFailed(workerProgram().string(), "cannot be started", "regnet-worker; regnet doctor tells more");
    const std::size_t start = answer.output.find('{');
    if (answer.exitCode == 0 && start != std::string::npos) {
        nlohmann::json json = nlohmann::json::parse(answer.output.substr(start), nullptr, /*throw=*/false);
        if (!json.is_discarded()) return json;
    }
    std::string said = answer.output;
    while (!said.empty() && said.back() == '\n')
        said.pop_back();
    const bool isBadInput = answer.exitCode == 64;
    Problem problem{isBadInput ? ProblemKind::BadInput : ProblemKind::Failed,
                    "measure",
                    fmt::format("the worker ended with {}: {}", answer.exitCode, said),
                    {}};
    throw Error(problem);
}

} // namespace regnet
