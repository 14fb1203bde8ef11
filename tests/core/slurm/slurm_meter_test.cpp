// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/slurm_meter.h"

#include "core/system/clock.h"
#include "tests/core/store/store_fixture.h"

#include <gtest/gtest.h>

namespace regnet {
namespace {

TEST(SlurmMeterTest, CountsTheLastHourWhenItIsRead)
{
    const TemporaryFolder folder;
    Store store(folder / "runs.db", "test");
    EXPECT_EQ(readMeter(store, "lab").total, 0);
    SlurmMeter meter;
    meter.recent = {unixNow() - 4000, unixNow() - 100, unixNow() - 1};
    meter.total = 12;
    meter.askedAt = 1000;
    meter.largestArray = 1000;
    meter.held = "no such partition";
    writeMeter(store, "lab", meter);
    const SlurmMeter read = readMeter(store, "lab");
    EXPECT_EQ(read.lastHour, 2) << "an old one does not count, though nothing was written since";
    EXPECT_EQ(read.total, 12);
    EXPECT_EQ(read.largestArray, 1000);
    EXPECT_EQ(read.held, "no such partition");
    store.setSetting("slurm.meter.lab", R"({"recent": "nonsense"})");
    EXPECT_EQ(readMeter(store, "lab").total, 0);
}

TEST(SlurmMeterTest, SaysWhenTheControllerIsAsked)
{
    SlurmMeter meter;
    EXPECT_EQ(describeMeter("lab", meter, 5000),
              "lab: not asked yet; 0 requests in the last hour, 0 altogether");
    meter.askedAt = 4980;
    meter.lastHour = 1;
    meter.total = 12;
    EXPECT_EQ(describeMeter("lab", meter, 5000),
              "lab: asked 20 s ago, next in 40 s at the earliest; 1 request in the last hour, 12 altogether");
    meter.held = "why";
    EXPECT_EQ(
        describeMeter("lab", meter, 5070),
        "lab: asked 1 min 30 s ago, the next question when there is one; 1 request in the last hour, 12 "
        "altogether; nothing is submitted: why");
    meter.held.clear();
    meter.askSeconds = 0;
    EXPECT_EQ(describeMeter("lab", meter, 5000),
              "lab: never asked, files only; 1 request in the last hour, 12 altogether");
}

} // namespace
} // namespace regnet
