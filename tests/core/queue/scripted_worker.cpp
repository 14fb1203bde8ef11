// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A worker that trains nothing and does what "<spool>/script.txt" says: it speaks the protocol of
// regnet-worker, well or badly. Each line of the script is "<depth of the network> <what to do>"; networks
// without a line finish properly. "epoch_ms 20" sets how long an epoch takes.
//
//   finish              three epochs and a result
//   hang                epochs until it is asked to stop
//   stubborn            the same, and deaf to being asked
//   eat MB              takes so much memory, and waits
//   crash E             dies with SIGKILL in epoch E, in every attempt
//   crash_once E        the same in the first attempt only
//   exit N              ends with that code, after one epoch
//   fail N              says so in its log, too
//   mumble              the same with code 3, and its last words are no UTF-8
//   full_disk           dies as on a full disk, after one epoch
//   done_without_result ends with code 0 and no finished event
//   torn, duplicate, garbage, liar     finish, with a log that is damaged in that way

#include "core/problem.h"
#include "core/queue/job.h"
#include "core/queue/process.h"
#include "core/system/whole_file.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

namespace regnet {
namespace {

volatile std::sig_atomic_t isAskedToStop = 0;

struct Script
{
    std::string action = "finish";
    std::int64_t number = 0;
    int epochMs = 5;
};

Script readScript(const std::filesystem::path& spool, std::int64_t depth)
{
    Script script;
    std::ifstream file(spool / "script.txt");
    std::string line;
    while (std::getline(file, line)) {
        std::istringstream words(line);
        std::string key;
        words >> key;
        if (key == "epoch_ms") words >> script.epochMs;
        if (key == std::to_string(depth)) words >> script.action >> script.number;
    }
    return script;
}

/// The error that this network always gets: it must not depend on interruptions.
double errorOf(std::int64_t depth, std::int64_t epoch)
{
    return 20.0 + static_cast<double>(depth) + 10.0 / static_cast<double>(epoch);
}

class ScriptedWorker
{
public:
    explicit ScriptedWorker(const std::filesystem::path& folder)
        : m_folder(folder), m_job(readJob(folder)), m_depth(depthOf(realise(m_job.network))),
          m_script(readScript(folder.parent_path(), m_depth)), m_log(folder, m_job.attempt)
    {
        noticeOverlap();
    }

    int run()
    {
        if (m_script.action == "stubborn") {
            std::signal(SIGTERM, SIG_IGN);
            std::signal(SIGUSR1, SIG_IGN);
        }
        if (m_script.action == "eat") eat();
        if (m_script.action == "garbage") append("\x01\x02 no JSON {]\n{\"sequence\": 1}\n");
        std::int64_t epoch = checkpoint();
        const char* gpu = std::getenv("CUDA_VISIBLE_DEVICES");
        StartedEvent started{100 * m_depth, 10, 1, epoch, "scripted", m_job.device, "test", 1};
        started.manifest["cuda_visible_devices"] = gpu ? gpu : "";
        m_log.append(started);
        const bool isEndless = m_script.action == "hang" || m_script.action == "stubborn";
        while (isEndless || epoch < m_job.recipe.epochs) {
            std::this_thread::sleep_for(std::chrono::milliseconds(m_script.epochMs));
            if (isAskedToStop || std::filesystem::exists(cancelMark(m_folder))) return stop(epoch);
            if (const auto code = misbehave(epoch + 1)) return *code;
            if (isEndless && epoch >= 1) continue;
            ++epoch;
            m_log.append(
                EpochEvent{epoch, 0.1, 2, 80, 2, errorOf(m_depth, epoch), m_script.epochMs / 1000.0});
            if (m_script.action == "duplicate") repeatLastLine();
            writeWhole(m_folder / "checkpoint", std::to_string(epoch));
        }
        return finish();
    }

private:
    /// Two workers in one folder would be the worst of all mistakes: leave a note of it.
    void noticeOverlap()
    {
        const auto file = m_folder / "alive";
        if (std::ifstream other(file); other) {
            ProcessIdentity process;
            other >> process.pid >> process.startTicks >> process.bootId;
            if (isAlive(process)) std::ofstream(m_folder / "overlap") << process.pid;
        }
        const auto self = identify(getpid());
        writeWhole(file,
                   std::to_string(self->pid) + " " + std::to_string(self->startTicks) + " " + self->bootId);
    }

    void eat() const
    {
        std::vector<char> memory(static_cast<std::size_t>(m_script.number) << 20, 'x');
        for (int i = 0; i < 600 && memory.back() == 'x'; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }

    std::int64_t checkpoint() const
    {
        std::int64_t epoch = 0;
        std::ifstream(m_folder / "checkpoint") >> epoch;
        return epoch;
    }

    std::filesystem::path logFile() const { return attemptFolder(m_folder, m_job.attempt) / "events.jsonl"; }
    void append(const std::string& bytes) const { std::ofstream(logFile(), std::ios::app) << bytes; }

    void repeatLastLine() const
    {
        const std::string text = readWhole(logFile());
        const std::size_t end = text.find_last_of('\n', text.size() - 2);
        append(text.substr(end == std::string::npos ? 0 : end + 1));
    }

    int stop(std::int64_t epoch)
    {
        m_log.append(StoppedEvent{epoch});
        return static_cast<int>(WorkerExit::Requeue);
    }

    std::optional<int> misbehave(std::int64_t epoch)
    {
        const bool isFirst = m_job.attempt == 1;
        if (m_script.action == "crash" || (m_script.action == "crash_once" && isFirst))
            if (epoch == m_script.number) {
                std::fprintf(stderr, "about to die in epoch %d\n", static_cast<int>(epoch));
                kill(getpid(), SIGKILL);
            }
        if (epoch == 1) return std::nullopt;
        if (m_script.action == "exit") return static_cast<int>(m_script.number);
        if (m_script.action == "fail") {
            m_log.append(
                FailedEvent{static_cast<WorkerExit>(m_script.number), "as the script wants it", epoch});
            return static_cast<int>(m_script.number);
        }
        if (m_script.action == "mumble") {
            std::fprintf(stderr, "gr\xFCn \xE2\x82\n");
            return 3;
        }
        if (m_script.action == "full_disk") {
            std::fprintf(stderr, "checkpoint: cannot be written: No space left on device\n");
            return 1;
        }
        if (m_script.action == "done_without_result") return 0;
        return std::nullopt;
    }

    int finish()
    {
        const std::int64_t last = m_job.recipe.epochs;
        if (m_script.action == "torn") append("{\"sequence\": 5, \"event\": \"epo\n");
        if (m_script.action == "liar") {
            append(R"({"sequence":5,"time":1,"event":"finished","best_test_error":-3,"last_test_error":140})"
                   "\n");
            return 0;
        }
        m_log.append(FinishedEvent{errorOf(m_depth, last), errorOf(m_depth, last), 1});
        if (m_script.action == "duplicate") repeatLastLine();
        if (m_script.action == "torn") append("{\"sequence\": 7, \"ev");
        return static_cast<int>(WorkerExit::Done);
    }

    std::filesystem::path m_folder;
    JobSpec m_job;
    std::int64_t m_depth;
    Script m_script;
    EventLog m_log;
};

} // namespace
} // namespace regnet

int main(int argc, char** argv)
{
    std::signal(SIGTERM, [](int) { regnet::isAskedToStop = 1; });
    std::signal(SIGUSR1, [](int) { regnet::isAskedToStop = 1; });
    if (argc != 2 && argc != 4) return 64; // with "--threads N" on a cluster
    try {
        return regnet::ScriptedWorker(argv[1]).run();
    } catch (const regnet::Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return static_cast<int>(error.problem().kind == regnet::ProblemKind::BadInput
                                    ? regnet::WorkerExit::BadJob
                                    : regnet::WorkerExit::CannotWrite);
    }
}
