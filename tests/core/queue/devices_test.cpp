// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/devices.h"

#include "tests/problem_of.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

using testing::HasSubstr;

const std::vector<Gpu> two{{0, "GPU-aaaa", "NVIDIA H100 PCIe", 80LL << 30, 30LL << 30},
                           {1, "GPU-bbbb", "NVIDIA H100 PCIe", 80LL << 30, 0}};

std::string problemOf(const std::string& device)
{
    return regnet::problemOf([&] { slotsFor(1, device, two); });
}

TEST(Devices, ReadsWhatNvidiaSmiPrints)
{
    const auto gpus = gpusFrom("0, GPU-5d1e7a1c-0000, NVIDIA H100 PCIe, 81559, 4\r\n"
                               "1, GPU-6d1e7a1c-0000, Tesla V100, 16160, [N/A]\n"
                               "No devices were found\n"
                               "2, MIG-1, x, 1, 2\n"
                               "3, GPU-7d, x, many, 2\n");
    ASSERT_EQ(gpus.size(), 2u);
    EXPECT_EQ(gpus[0], (Gpu{0, "GPU-5d1e7a1c-0000", "NVIDIA H100 PCIe", 81559LL << 20, 4LL << 20}));
    EXPECT_EQ(gpus[1].usedBytes, 0);
}

TEST(Devices, NoProgramIsNoGpu)
{
    EXPECT_TRUE(findGpus("/no/such/nvidia-smi").empty());
}

TEST(Devices, WorkersOfOneGpuShareWhatIsFreeOnIt)
{
    const auto slots = slotsFor(0, "cuda", two);
    ASSERT_EQ(slots.size(), 2u);
    EXPECT_EQ(slots[0], (DeviceSlots{"cuda:0", "GPU-aaaa", 8, (50LL << 30) / 10 * 9}))
        << "others use 30 GB of it";
    EXPECT_EQ(slots[1].key(), "GPU-bbbb");
    EXPECT_EQ(slotsFor(3, "cuda:1", two),
              (std::vector<DeviceSlots>{{"cuda:1", "GPU-bbbb", 3, (80LL << 30) / 10 * 9}}));
    EXPECT_EQ(slotsFor(3, "GPU-bbbb", two), slotsFor(3, "cuda:1", two));
}

TEST(Devices, TheCpuHasAWorkerACore)
{
    EXPECT_EQ(slotsFor(5, "cpu", {}).front().workers, 5);
    EXPECT_GE(slotsFor(0, "cpu", {}).front().workers, 1);
    EXPECT_GT(slotsFor(0, "cpu", {}).front().memoryBytes, 0);
}

TEST(Devices, ANumberIsTakenWhereNoGpuCanBeAskedAbout)
{
    EXPECT_EQ(slotsFor(0, "cuda:0", {}), (std::vector<DeviceSlots>{{"cuda:0", {}, 1, 0}}));
}

TEST(Devices, WhatIsNotThereIsToldWithWhatIs)
{
    EXPECT_THAT(problemOf("cuda:7"),
                HasSubstr("is \"cuda:7\", which is not there; expected one of cpu, cuda:0 or "
                          "GPU-aaaa, cuda:1 or GPU-bbbb"));
    EXPECT_THAT(problemOf("GPU-cccc"), HasSubstr("which is not there"));
    EXPECT_THAT(problemOf("tpu"), HasSubstr("is \"tpu\"; expected cpu"));
    EXPECT_THAT(problemOf("cuda:x"), HasSubstr("is \"cuda:x\"; expected cpu"));
}

} // namespace
} // namespace regnet
