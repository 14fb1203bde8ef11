// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cluster/profile_form.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>

#include <gtest/gtest.h>

namespace regnet {
namespace {

SiteProfile lab()
{
    SiteProfile profile;
    profile.name = "lab";
    profile.host = "me@login1";
    profile.folder = "/scratch/it's mine";
    profile.usesRsync = true;
    profile.worker = "/home/me/regnet worker";
    profile.modules = {"cuda/12", "gcc"};
    profile.environment = {{"DATA", "/a b"}};
    profile.partition = "gpu";
    profile.account = "phys";
    profile.qos = "long";
    profile.constraint = "a100&ib";
    profile.gpus = 2;
    profile.cpus = 8;
    profile.memoryMb = 32'000;
    profile.minutes = 720;
    profile.options = {"--exclusive"};
    profile.throttle = 0;
    profile.jobsPerTask = 10;
    profile.askSeconds = 0.5;
    profile.hasAccounting = true;
    return profile;
}

template <typename Widget>
Widget* field(const ProfileForm& form, const char* name)
{
    return form.findChild<Widget*>(QLatin1String(name));
}

TEST(ProfileFormTest, GivesBackWhatItWasGiven)
{
    ProfileForm form;
    const QSignalSpy edited(&form, &ProfileForm::edited);
    form.setProfile(lab());
    EXPECT_EQ(form.profile(), lab()) << "with fields that are not shown";
    EXPECT_EQ(edited.size(), 0);
    EXPECT_EQ(field<QSpinBox>(form, "throttle")->text(), QStringLiteral("no limit"));
    field<QLineEdit>(form, "partition")->setText(QStringLiteral(" debug "));
    field<QSpinBox>(form, "ask_seconds")->setValue(120);
    EXPECT_EQ(edited.size(), 2);
    EXPECT_EQ(form.profile().partition, "debug");
    EXPECT_EQ(form.profile().askSeconds, 120);
    field<QComboBox>(form, "rsync")->setCurrentIndex(0);
    EXPECT_FALSE(form.profile().usesRsync);
}

TEST(ProfileFormTest, EveryProblemStandsBesideItsField)
{
    ProfileForm form;
    form.show();
    SiteProfile wrong = lab();
    wrong.partition = "a b";
    wrong.worker = "regnet-worker";
    wrong.minutes = 4;                  // no time for the signal, which the form does not show
    wrong.environment = {{"A B", "c"}}; // nor this
    form.setProfile(wrong);
    form.showProblems(problemsOf(form.profile(), {}));
    const auto said = [&](const char* name) {
        const auto* label = field<QLabel>(form, name);
        return label && label->isVisible() ? label->text() : QString();
    };
    EXPECT_TRUE(said("partitionProblem").contains(QStringLiteral("one word")));
    EXPECT_TRUE(said("workerProblem").contains(QStringLiteral("an absolute path")));
    EXPECT_TRUE(said("minutesProblem").contains(QStringLiteral("less than the time limit")));
    EXPECT_TRUE(said("otherProblems").contains(QStringLiteral("environment")));
    EXPECT_TRUE(said("accountProblem").isEmpty());
    form.showProblems({});
    for (const char* name : {"partitionProblem", "workerProblem", "minutesProblem", "otherProblems"})
        EXPECT_TRUE(said(name).isEmpty()) << name;
}

TEST(ProfileFormTest, EveryFieldHasALabelAndATip)
{
    const ProfileForm form;
    std::set<QWidget*> labelled;
    for (const QLabel* label : form.findChildren<QLabel*>())
        if (label->buddy()) labelled.insert(label->buddy());
    for (const char* name : {"name", "host", "rsync", "folder", "worker", "modules", "image", "partition",
                             "account", "qos", "constraint", "gpus", "cpus", "memory_mb", "minutes",
                             "options", "throttle", "jobs_per_task", "ask_seconds"}) {
        auto* editor = field<QWidget>(form, name);
        ASSERT_TRUE(editor) << name;
        EXPECT_TRUE(labelled.contains(editor)) << name;
        EXPECT_FALSE(editor->toolTip().isEmpty()) << name;
    }
}

} // namespace
} // namespace regnet
