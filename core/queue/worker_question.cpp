// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/worker_question.h"

#include "core/problem.h"
#include "core/queue/process.h"
#include "core/system/process.h"
#include "core/system/whole_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <chrono>
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
        std::string name = (std::filesystem::temp_directory_path() / "regnet-worker-XXXXXX").string();
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

nlohmann::json askWorker(const WorkerQuestion& question)
{
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / (question.what + ".json");
    writeWhole(file, question.content.dump());
    const std::string threads = std::to_string(question.threads);
    std::vector<std::string> words{"--" + question.what, file.string(), "--threads", threads};
    words.insert(words.end(), question.more.begin(), question.more.end());
    const ProgramAnswer answer = askProgram(workerProgram(), words, std::chrono::hours(24),
                                            {"OMP_NUM_THREADS=" + threads, "OMP_WAIT_POLICY=PASSIVE"});
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
    throw Error({isBadInput ? ProblemKind::BadInput : ProblemKind::Failed,
                 question.what,
                 fmt::format("the worker ended with {}: {}", answer.exitCode, said),
                 {}});
}

} // namespace regnet
