// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/job_details_panel.h"

#include <QLabel>

#include <gtest/gtest.h>

namespace regnet {
namespace {

// The window became as wide as a message: everything else was pushed out of it.
TEST(JobDetailsPanel, AMessageOfAnyLengthFitsIntoItsPlace)
{
    JobDetailsPanel panel;
    const int before = panel.minimumSizeHint().width();
    JobDetails details;
    details.job.emplace();
    details.job->id = "1e204f8773a21f131faa9907a843102e";
    details.job->state = JobState::Failed;
    details.job->message.assign(10'000, 'x');
    details.job->message += "\nand more";
    panel.setSelected(1);
    panel.showDetails(details);
    EXPECT_EQ(panel.minimumSizeHint().width(), before);
    EXPECT_EQ(panel.findChild<QLabel*>(QStringLiteral("jobState"))->text().toStdString(),
              "1e204f87: failed – " + std::string(200, 'x') + "…");

    details.job->message = "out of room\nand more";
    panel.showDetails(details);
    EXPECT_EQ(panel.findChild<QLabel*>(QStringLiteral("jobState"))->text().toStdString(),
              "1e204f87: failed – out of room");
}

} // namespace
} // namespace regnet
