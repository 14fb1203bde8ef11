// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What this project relies on, with a real Slurm: nothing here is played.
#include "core/queue/rebuild.h"
#include "core/queue/request.h"
#include "core/slurm/submission.h"
#include "core/system/run_command.h"
#include "core/text/shell_words.h"
#include "tests/slurm/cluster_fixture.h"

#include <gmock/gmock.h>

#include <atomic>
#include <fstream>

namespace regnet {
namespace {

using testing::HasSubstr;

/// A worker reads its script when it starts: one that hangs goes on hanging, however late a slow machine
/// comes to disturb it, and the attempt after it finishes.
constexpr const char* finishesNextTime = "epoch_ms 5\n";

/// What an undisturbed local queue makes of the same population.
std::string localResults(const std::filesystem::path& folder, std::int64_t n)
{
    Store store(folder / "local.db", "test");
    const Spool spool(defaultSpool(folder / "local.db"));
    spool.create();
    carryOut(adding(populationOf(n)), store, spool);
    LocalExecutor executor({std::filesystem::path(REGNET_BIN_DIR) / "scripted_worker", 5, 1});
    Dispatcher dispatcher(store, spool, executor, {.slots = {{.workers = 2}}});
    dispatcher.recover();
    dispatcher.run([] { return false; }, [](const StepReport&) {});
    std::string errors;
    for (const Member& member : store.population("small").members)
        errors += std::to_string(member.error) + "\n";
    return errors;
}

std::string errorsIn(const StoreReader& store)
{
    std::string errors;
    for (const Member& member : store.population("small").members)
        errors += std::to_string(member.error) + "\n";
    return errors;
}

TEST_F(ClusterTest, AnArrayGivesWhatALocalQueueGives)
{
    Store store(file, "test");
    add(store, 5);
    const auto dispatcher = makeDispatcher(store);
    stepUntil(*dispatcher, [&] { return store.counts().of(JobState::Done) == 5; });
    EXPECT_EQ(errorsIn(store), localResults(folder.path(), 5));
    stepUntil(*dispatcher, [&] { return store.arrays(true).empty(); });
    EXPECT_EQ(store.arrays().size(), 1u);
    EXPECT_EQ(entry(store, 3).state, "done");
    EXPECT_EQ(entry(store, 3).node, "localhost");
    EXPECT_THAT(slurm({"scontrol", "show", "job", "-o", arrayName(store)}), HasSubstr("ArrayTaskThrottle=2"));
    EXPECT_FALSE(hadOverlap());
    // The store can be made anew from the spool alone.
    const std::string before = store.resultsDump();
    EXPECT_FALSE(before.empty());
}

TEST_F(ClusterTest, AWorkerThatIsToldToStopGoesOnAfterARequeue)
{
    script("1 hang\n");
    Store store(file, "test");
    add(store, 1);
    const auto dispatcher = makeDispatcher(store);
    stepUntil(*dispatcher, [&] { return job(store, 1).epochsDone >= 1; });
    script(finishesNextTime);
    slurm({"scancel", "--signal=USR1", arrayName(store) + "_0"});
    stepUntil(*dispatcher,
              [&] { return entry(store, 1).state == "requeued" || job(store, 1).state == JobState::Done; });
    stepUntil(*dispatcher, [&] { return job(store, 1).state == JobState::Done; });
    EXPECT_EQ(job(store, 1).attempt, 1);
    EXPECT_EQ(entry(store, 1).restarts, 1);
    // It went on from its checkpoint: no epoch was trained twice.
    EXPECT_EQ(store.epochs(jobOfDepth(1)).size(), 3u);
    EXPECT_EQ(errorsIn(store), localResults(folder.path(), 1));
}

TEST_F(ClusterTest, ATaskCancelledByHandStaysCancelled)
{
    script("epoch_ms 50\n1 hang\n2 hang\n");
    SiteProfile alone = profile();
    alone.throttle = 1;
    use(alone);
    Store store(file, "test");
    add(store, 2);
    const auto dispatcher = makeDispatcher(store);
    stepUntil(*dispatcher, [&] { return job(store, 1).epochsDone >= 1; });
    slurm({"scancel", arrayName(store)}); // one runs, one waits
    stepUntil(*dispatcher, [&] { return store.counts().open() == 0; });
    EXPECT_EQ(job(store, 1).state, JobState::Cancelled);
    EXPECT_THAT(job(store, 1).message, HasSubstr("cancelled on the cluster"));
    EXPECT_EQ(job(store, 2).state, JobState::Cancelled);
    EXPECT_EQ(entry(store, 1).state, "cancelled");
    EXPECT_THAT(slurm({"squeue", "-h"}), testing::Not(HasSubstr(arrayName(store))));
}

TEST_F(ClusterTest, OurOwnCancellationIsNeverRequeued)
{
    script("epoch_ms 50\n1 hang\n2 hang\n");
    SiteProfile alone = profile();
    alone.throttle = 1;
    use(alone);
    Store store(file, "test");
    add(store, 2);
    const auto dispatcher = makeDispatcher(store);
    stepUntil(*dispatcher, [&] { return job(store, 1).epochsDone >= 1; });
    QueueRequest cancel;
    cancel.action = QueueRequest::Action::Cancel;
    carryOut(cancel, store, spool);
    stepUntil(*dispatcher, [&] { return store.counts().open() == 0; });
    EXPECT_EQ(store.counts().of(JobState::Cancelled), 2);
    EXPECT_EQ(entry(store, 1).restarts, 0);
    stepUntil(*dispatcher, [&] { return slurm({"squeue", "-h"}).empty(); });
}

TEST_F(ClusterTest, TooMuchMemoryIsNoOtherFailure)
{
    script("1 eat 600\n");
    Store store(file, "test");
    add(store, 2);
    const auto dispatcher = makeDispatcher(store);
    stepUntil(*dispatcher, [&] { return store.counts().open() == 0; });
    EXPECT_EQ(job(store, 1).state, JobState::OutOfMemory);
    EXPECT_EQ(entry(store, 1).state, "out of memory");
    EXPECT_EQ(job(store, 2).state, JobState::Done);
}

TEST_F(ClusterTest, ATaskWorksThroughSeveralJobs)
{
    script("2 crash 1\n4 fail 65\n");
    SiteProfile pilots = profile();
    pilots.jobsPerTask = 3;
    use(pilots);
    Store store(file, "test");
    add(store, 7);
    const auto dispatcher = makeDispatcher(store);
    stepUntil(
        *dispatcher, [&] { return store.counts().open() == 0; }, 90);
    EXPECT_EQ(store.arrays().back().tasks, 3);
    EXPECT_EQ(store.counts().of(JobState::Done), 5);
    EXPECT_EQ(job(store, 2).state, JobState::Failed);
    EXPECT_THAT(job(store, 2).message, HasSubstr("died 3 times"));
    EXPECT_EQ(job(store, 4).state, JobState::Diverged);
    EXPECT_FALSE(hadOverlap());
}

TEST_F(ClusterTest, JobsMoveBetweenClusterAndThisMachine)
{
    script("1 hang\n");
    SiteProfile alone = profile();
    alone.throttle = 1;
    use(alone);
    Store store(file, "test");
    add(store, 3);
    const auto dispatcher = makeDispatcher(store);
    stepUntil(*dispatcher, [&] { return job(store, 1).epochsDone >= 1; });
    script(finishesNextTime);
    QueueRequest home; // one that runs and one that waits
    home.action = QueueRequest::Action::Send;
    home.jobs.ids = {jobOfDepth(1), jobOfDepth(3)};
    EXPECT_EQ(carryOut(home, store, spool).changed, 2);
    stepUntil(*dispatcher, [&] { return store.counts().of(JobState::Done) == 3; });
    EXPECT_EQ(job(store, 1).device, "cpu");
    EXPECT_EQ(job(store, 1).attempt, 2);
    EXPECT_EQ(job(store, 2).device, "slurm:mini");
    EXPECT_EQ(job(store, 3).device, "cpu");
    EXPECT_EQ(store.epochs(jobOfDepth(1)).size(), 3u); // from its checkpoint
    EXPECT_FALSE(hadOverlap());
    EXPECT_EQ(errorsIn(store), localResults(folder.path(), 3));
}

TEST_F(ClusterTest, ControllerAndDispatcherMayGoAndComeBack)
{
    script("epoch_ms 300\n");
    {
        Store store(file, "test");
        add(store, 4);
        const auto dispatcher = makeDispatcher(store);
        stepUntil(*dispatcher, [&] { return job(store, 1).epochsDone >= 1; });
    } // nobody looks
    MiniCluster::restartController();
    Store store(file, "test");
    const auto dispatcher = makeDispatcher(store);
    // A node that finds no controller at a task's end tries again some 15 seconds later, several times.
    stepUntil(
        *dispatcher, [&] { return store.counts().of(JobState::Done) == 4; }, 200);
    EXPECT_EQ(store.arrays().size(), 1u);
    EXPECT_FALSE(hadOverlap());
    EXPECT_EQ(errorsIn(store), localResults(folder.path(), 4));
}

TEST_F(ClusterTest, ASubmissionOfWhichNobodyHeardIsFoundAgain)
{
    std::atomic<int> submissions{0};
    const CommandRunner forgetful = [&](const std::vector<std::string>& words, const std::string& input,
                                        double seconds) {
        CommandResult result = runCommand(words, seconds, input);
        if (words.back().find("sbatch") == std::string::npos) return result;
        ++submissions; // it arrived, and we never learn of it
        CommandResult silence;
        silence.hasTimedOut = true;
        return silence;
    };
    script("epoch_ms 300\n");
    Store store(file, "test");
    add(store, 3);
    auto dispatcher = makeDispatcher(store, forgetful);
    stepUntil(*dispatcher, [&] { return submissions > 0; });
    dispatcher = makeDispatcher(store); // killed between sbatch and our commit
    stepUntil(*dispatcher, [&] { return store.counts().of(JobState::Done) == 3; });
    EXPECT_EQ(submissions, 1);
    EXPECT_EQ(store.arrays().size(), 1u);
    EXPECT_FALSE(store.arrays().front().name.empty());
    EXPECT_FALSE(hadOverlap());
}

TEST_F(ClusterTest, OneOfTwoArraysWithTheSameFolderDoesNothing)
{
    Store store(file, "test");
    add(store, 2);
    const auto dispatcher = makeDispatcher(store);
    stepUntil(*dispatcher, [&] { return store.counts().of(JobState::Done) == 2; });
    const auto array = submissionFolder(spool.root(), store.arrays().front().token);
    const CommandResult again = runCommand(
        {"/bin/sh", "-c", "cd " + shellWord(array.string()) + " && sbatch --wait --parsable batch.sh"}, 60);
    EXPECT_TRUE(again.isGood()) << again.err;
    std::ifstream log(array / "logs" / "0.log");
    const std::string text((std::istreambuf_iterator<char>(log)), {});
    EXPECT_THAT(text, HasSubstr("submitted twice"));
    EXPECT_FALSE(hadOverlap());
}

TEST_F(ClusterTest, AWrongPartitionIsOneSentence)
{
    SiteProfile wrong = profile();
    wrong.partition = "nope";
    use(wrong);
    Store store(file, "test");
    add(store, 2);
    const auto dispatcher = makeDispatcher(store);
    stepUntil(*dispatcher, [&] { return !news.empty(); });
    EXPECT_THAT(news.front(), HasSubstr("no such partition"));
    EXPECT_EQ(store.counts().of(JobState::Queued), 2);
    EXPECT_TRUE(store.arrays(true).empty());
    use(profile()); // mended: it goes on by itself
    stepUntil(*dispatcher, [&] { return store.counts().of(JobState::Done) == 2; });
}

TEST_F(ClusterTest, AManifestThatWasChangedIsNotWorkedOn)
{
    Store store(file, "test");
    add(store, 2);
    std::atomic<bool> isChanged{false};
    const auto spoolRoot = spool.root();
    const CommandRunner meddling = [&](const std::vector<std::string>& words, const std::string& input,
                                       double seconds) {
        if (words.back().find("sbatch") != std::string::npos && !isChanged.exchange(true))
            for (const auto& one : std::filesystem::directory_iterator(slurmFolder(spoolRoot)))
                if (one.is_directory())
                    std::ofstream(one.path() / "manifest.txt", std::ios::app) << "one more\n";
        return runCommand(words, seconds, input);
    };
    const auto dispatcher = makeDispatcher(store, meddling);
    stepUntil(*dispatcher, [&] { return store.counts().of(JobState::Done) == 2; });
    EXPECT_THAT(testing::PrintToString(news), HasSubstr("was changed after it was submitted"));
    // The later ones, of one job or both, were as they should be.
    EXPECT_GE(store.arrays().size(), 2u);
}

TEST_F(ClusterTest, ATaskThatHearsNothingTimesOut)
{
    script("epoch_ms 50\n1 stubborn\n");
    SiteProfile brief = profile();
    brief.minutes = 1;
    brief.signalSeconds = 5;
    use(brief);
    Store store(file, "test");
    add(store, 1);
    const auto dispatcher = makeDispatcher(store);
    stepUntil(*dispatcher, [&] { return job(store, 1).attempt == 1 && job(store, 1).epochsDone == 1; });
    script(finishesNextTime);
    stepUntil(
        *dispatcher, [&] { return store.counts().of(JobState::Done) == 1; }, 200);
    EXPECT_EQ(job(store, 1).attempt, 2);
    EXPECT_EQ(spool.readEnd(jobOfDepth(1), 1)->cause, "timed out");
}

} // namespace
} // namespace regnet

int main(int argc, char** argv)
{
    testing::InitGoogleTest(&argc, argv);
    testing::AddGlobalTestEnvironment(new regnet::MiniCluster);
    return RUN_ALL_TESTS();
}
