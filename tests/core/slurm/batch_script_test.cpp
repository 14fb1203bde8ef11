// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/submission.h"

#include "core/problem.h"
#include "core/system/run_command.h"
#include "core/text/sha256.h"
#include "core/text/shell_words.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace regnet {
namespace {

using testing::HasSubstr;

Submission submission()
{
    Submission one;
    one.token = "0123456789abcdef";
    one.profile.name = "lab";
    one.profile.worker = "/opt/it's; rm -rf $HOME/regnet worker";
    one.profile.environment = {{"NOTE", "a 'quoted' $(date) `x` \"y\""}};
    one.profile.partition = "gpu";
    one.profile.gpus = 2;
    one.profile.memoryMb = 4000;
    one.jobsPerTask = 2;
    one.entries = {{"aa", 1}, {"bb", 1}, {"cc", 1}};
    one.manifestHash = sha256("");
    return one;
}

TEST(BatchScriptTest, AsksForWhatTheProfileSays)
{
    const std::string script = batchScript(submission());
    for (const char* line :
         {"#SBATCH --array=0-1%32\n", "#SBATCH --requeue\n", "#SBATCH --open-mode=append\n",
          "#SBATCH --export=NONE\n", "#SBATCH --signal=USR1@240\n", "#SBATCH --time=60\n",
          "#SBATCH --gres=gpu:2\n", "#SBATCH --mem=4000M\n", "#SBATCH --partition=gpu\n",
          "#SBATCH --comment=0123456789abcdef\n", "export SLURM_EXPORT_ENV=ALL"})
        EXPECT_THAT(script, HasSubstr(line));
    EXPECT_EQ(script.find("B:"), std::string::npos);
    EXPECT_EQ(script.find("--account"), std::string::npos);
}

TEST(BatchScriptTest, IsBashWhateverStandsInTheProfile)
{
    const TemporaryFolder folder;
    std::ofstream(folder / "batch.sh") << batchScript(submission());
    const CommandResult checked = runCommand({"bash", "-n", (folder / "batch.sh").string()}, 20);
    EXPECT_TRUE(checked.isGood()) << checked.err;
    // Up to the end of the definitions it does nothing: a shell reads them, and says what it understood.
    std::string script = batchScript(submission());
    script.resize(script.find("\ncd \"${SLURM_SUBMIT_DIR"));
    std::ofstream(folder / "part.sh")
        << script << "\nprintf '%s|' \"$NOTE\"; srun() { printf '%s|' \"$@\"; }; train 'my folder'\n";
    const CommandResult said = runCommand({"bash", (folder / "part.sh").string()}, 20);
    EXPECT_THAT(said.out, HasSubstr("a 'quoted' $(date) `x` \"y\"|"));
    EXPECT_THAT(said.out, HasSubstr("|/opt/it's; rm -rf $HOME/regnet worker|my folder|--threads|1|"));
}

TEST(BatchScriptTest, AnImageIsEnteredByApptainer)
{
    Submission one = submission();
    one.profile.image = "/images/regnet one.sif";
    one.profile.imageDigest = std::string(64, 'a');
    one.profile.modules = {"apptainer"};
    const std::string script = batchScript(one);
    EXPECT_THAT(script, HasSubstr("apptainer exec --nv '/images/regnet one.sif' "));
    EXPECT_THAT(script, HasSubstr("module load apptainer || return 1"));
    EXPECT_THAT(script, HasSubstr(std::string(64, 'a')));
}

TEST(SubmissionTest, OneOwnerForGood)
{
    const TemporaryFolder folder;
    EXPECT_EQ(ownerOf(folder.path()), "");
    EXPECT_EQ(claimOwner(folder.path(), "12"), "12");
    EXPECT_EQ(claimOwner(folder.path(), withdrawn), "12");
    EXPECT_EQ(ownerOf(folder.path()), "12");
    EXPECT_THROW(claimOwner(folder / "nowhere", "12"), Error);
}

TEST(SubmissionTest, TokensDiffer)
{
    EXPECT_EQ(newToken().size(), 16u);
    EXPECT_NE(newToken(), newToken());
}

TEST(ShellTest, OneWordStaysOne)
{
    for (const char* word : {"", "it's", "a b\tc", "$HOME `date` \"x\" \\ ; & |", "-n", "é\n"}) {
        const CommandResult said = runCommand({"/bin/sh", "-c", "printf '[%s]' " + shellWord(word)}, 20);
        EXPECT_EQ(said.out, "[" + std::string(word) + "]");
    }
}

TEST(RunCommandTest, SaysHowItEnded)
{
    EXPECT_EQ(runCommand({"/bin/sh", "-c", "cat; echo no >&2; exit 3"}, 20, "given").out, "given");
    EXPECT_EQ(runCommand({"/bin/sh", "-c", "exit 3"}, 20).exitCode, 3);
    EXPECT_EQ(runCommand({"no such program"}, 20).exitCode, std::nullopt);
    EXPECT_TRUE(runCommand({"sleep", "100"}, 0.1).hasTimedOut);
    EXPECT_TRUE(runCommand({"true"}, 20, std::string(1 << 20, 'x')).isGood()); // nobody reads it
    EXPECT_EQ(runCommand({"cat"}, 20, std::string(1 << 20, 'x')).out.size(), 1u << 20);
}

TEST(RunCommandTest, AnAnswerWithoutEndIsEnded)
{
    CommandOptions options;
    options.seconds = 60;
    options.most = 100'000;
    options.mayNotSayMore = true;
    const CommandResult endless = runCommand({"yes"}, options);
    EXPECT_TRUE(endless.saidTooMuch);
    EXPECT_FALSE(endless.hasTimedOut);
    EXPECT_FALSE(endless.isGood());
    EXPECT_EQ(endless.out.size(), 100'000u);
    EXPECT_TRUE(runCommand({"/bin/sh", "-c", "yes >&2"}, options).saidTooMuch);
    EXPECT_TRUE(runCommand({"echo", "short"}, options).isGood());
    options.mayNotSayMore = false;
    EXPECT_TRUE(runCommand({"head", "-c", "200000", "/dev/zero"}, options).isGood()) << "the rest is dropped";
}

} // namespace
} // namespace regnet
