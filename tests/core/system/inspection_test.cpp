// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/inspection.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>

namespace regnet {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

/// A folder of programs that answer as the test says.
class Doctor : public testing::Test
{
protected:
    void addProgram(const std::string& file, const std::string& script) const
    {
        std::ofstream(m_folder / file) << "#!/bin/sh\n" << script << "\n";
        fs::permissions(m_folder / file, fs::perms::owner_all);
    }

    Inspection inspection() const
    {
        return inspect(
            {m_folder / "regnet-worker", m_folder / "regnet-explorer", m_folder / "data" / "regnet.db"});
    }

    Part part(const std::string& wanted) const
    {
        for (const Part& found : inspection().parts)
            if (found.name == wanted) return found;
        ADD_FAILURE() << "no part is called " << wanted;
        return {};
    }

    const TemporaryFolder m_temporary;
    const fs::path m_folder = m_temporary.path();
};

TEST_F(Doctor, AMissingWorkerIsSaidWithTheWayToGetIt)
{
    const Part training = part("training");
    EXPECT_EQ(training.state, PartState::Missing);
    EXPECT_THAT(training.detail, HasSubstr("everything but training works"));
    EXPECT_THAT(training.advice, HasSubstr("./run.sh"));
}

TEST_F(Doctor, AWorkerThatCannotLoadItsLibrariesIsBrokenAndSaysWhy)
{
    addProgram("regnet-worker", "echo 'libtorch.so: cannot open shared object file' >&2; exit 127");
    const Part training = part("training");
    EXPECT_EQ(training.state, PartState::Broken);
    EXPECT_THAT(training.detail, HasSubstr("libtorch.so: cannot open shared object file"));
}

TEST_F(Doctor, AWorkerThatCrashesIsBroken)
{
    addProgram("regnet-worker", "kill -SEGV $$");
    const Part training = part("training");
    EXPECT_EQ(training.state, PartState::Broken);
    EXPECT_THAT(training.detail, HasSubstr("signal 11"));
}

TEST_F(Doctor, AWorkerThatTalksNonsenseIsBroken)
{
    addProgram("regnet-worker", "echo '[1, 2'");
    EXPECT_EQ(part("training").state, PartState::Broken);
}

TEST_F(Doctor, AWorkerTellsLibTorchAndItsDevices)
{
    addProgram("regnet-worker",
               R"(echo 'a warning' >&2; echo '{"torch": "2.13.0", "devices": ["cpu", "cuda:0 Test"]}')");
    const Inspection found = inspection();
    EXPECT_THAT(found.devices, ElementsAre("cpu", "cuda:0 Test"));
    EXPECT_EQ(part("training").version, "LibTorch 2.13.0");
    EXPECT_EQ(part("training").state, PartState::Good);
}

TEST_F(Doctor, TheWindowTellsItsVersion)
{
    addProgram("regnet-explorer", "echo $QT_QPA_PLATFORM: $1");
    EXPECT_EQ(part("window").state, PartState::Good);
    EXPECT_EQ(part("window").version, "offscreen: --version") << "asked without a display";
}

TEST_F(Doctor, TheStoreIsLookedForAndNotMade)
{
    const Inspection found = inspection();
    EXPECT_FALSE(found.store.isThere);
    EXPECT_FALSE(fs::exists(m_folder / "data"));
    EXPECT_GT(found.store.freeBytes, 0);
    // In a chroot the kernel does not tell what its root is.
    std::ifstream mounts("/proc/self/mounts");
    const std::string text{std::istreambuf_iterator<char>(mounts), {}};
    const bool isTold = text.find(" / ") != std::string::npos;
    EXPECT_EQ(found.store.fileSystem.empty(), !isTold);
}

TEST_F(Doctor, JsonHasAllParts)
{
    const nlohmann::json json = toJson(inspection());
    std::vector<std::string> names;
    for (const auto& entry : json["parts"])
        names.push_back(entry["name"]);
    EXPECT_THAT(names, ElementsAre("window", "training", "store", "disk"));
    EXPECT_EQ(json["parts"][1]["state"], "missing");
    EXPECT_TRUE(json["parts"][1]["version"].is_null());
    EXPECT_EQ(json["store"]["exists"], false);
}

} // namespace
} // namespace regnet
