// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/measure/torch_info.h"

#include <gtest/gtest.h>

namespace regnet {
namespace {

TEST(TorchInfo, TheProcessorIsAlwaysThere)
{
    const TorchInfo info = torchInfo();
    EXPECT_FALSE(info.version.empty());
    ASSERT_FALSE(info.devices.empty());
    EXPECT_EQ(info.devices.front(), "cpu");
}

} // namespace
} // namespace regnet
