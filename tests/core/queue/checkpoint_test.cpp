// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/checkpoint.h"

#include "core/problem.h"
#include "core/system/whole_file.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

namespace fs = std::filesystem;

class CheckpointTest : public testing::Test
{
protected:
    const TemporaryFolder m_temporary;
    const fs::path m_folder = m_temporary.path(), m_file = m_folder / "checkpoint";
};

Checkpoint checkpoint()
{
    const TrainPosition position{.epoch = 2,
                                 .batch = 3,
                                 .lossSum = 0.1 + 0.2, // no short decimal
                                 .correct = 17,
                                 .epochSeconds = 1.5,
                                 .trainSeconds = 9.25,
                                 .bestTestError = 100.0 / 3,
                                 .lastTestError = 40};
    return {"identity",
            position,
            {{"net/a", "float32", {1, 2}, std::string("\0\1\2\3\4\5\6\7", 8)},
             {"net/n", "int64", {}, "12345678"}}};
}

TEST_F(CheckpointTest, ComesBackToTheLastBit)
{
    writeCheckpoint(m_file, checkpoint());
    EXPECT_EQ(readCheckpoint(m_file), checkpoint());
}

TEST_F(CheckpointTest, NoFileIsNoCheckpoint)
{
    EXPECT_EQ(readCheckpoint(m_file), std::nullopt);
}

TEST_F(CheckpointTest, NothingIsLeftBesideIt)
{
    writeCheckpoint(m_file, checkpoint());
    writeCheckpoint(m_file, checkpoint());
    EXPECT_EQ(std::distance(fs::directory_iterator(m_folder), fs::directory_iterator()), 1);
}

TEST_F(CheckpointTest, AnyDamageIsNoticed)
{
    writeCheckpoint(m_file, checkpoint());
    const std::string good = readWhole(m_file);
    for (std::size_t length = 0; length < good.size(); ++length) {
        writeWhole(m_file, good.substr(0, length));
        EXPECT_THROW(readCheckpoint(m_file), Error) << "cut to " << length;
    }
    for (std::size_t place = 0; place < good.size(); ++place) {
        std::string bad = good;
        bad[place] = static_cast<char>(bad[place] ^ 4);
        writeWhole(m_file, bad);
        EXPECT_THAT([&] { readCheckpoint(m_file); },
                    testing::ThrowsMessage<Error>(testing::HasSubstr("its checksum does not fit")))
            << "bit changed at " << place;
    }
}

} // namespace
} // namespace regnet
