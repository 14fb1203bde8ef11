// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/job_state.h"

#include <gtest/gtest.h>

namespace regnet {
namespace {

TEST(JobState, NamesLeadBackToStates)
{
    for (const JobState state : allJobStates)
        EXPECT_EQ(jobStateOf(nameOf(state)), state);
    EXPECT_EQ(nameOf(JobState::OutOfMemory), "out of memory");
    EXPECT_FALSE(jobStateOf("finished"));
}

TEST(JobState, ACancelledJobSaysNothingAboutItsNetwork)
{
    EXPECT_TRUE(isFinal(JobState::Cancelled));
    EXPECT_FALSE(isFailure(JobState::Cancelled));
    EXPECT_TRUE(isFailure(JobState::OutOfMemory));
    EXPECT_FALSE(isFinal(JobState::Paused));
}

} // namespace
} // namespace regnet
