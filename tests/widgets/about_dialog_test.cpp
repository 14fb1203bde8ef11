// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/wait_for.h"
#include "widgets/about_dialog.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <gmock/gmock.h>

namespace regnet {
namespace {

using testing::HasSubstr;
using testing::Not;

class AboutDialogTest : public testing::Test
{
protected:
    ~AboutDialogTest() override { qunsetenv("REGNET_WORKER"); }

    /// What the dialog says when the worker is a shell script of these lines.
    std::string textWith(const QByteArray& lines) const
    {
        const QString path = folder.filePath(QStringLiteral("worker"));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + lines);
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return textOf(path);
    }

    static std::string textOf(const QString& worker)
    {
        qputenv("REGNET_WORKER", worker.toLocal8Bit());
        const AboutDialog dialog;
        EXPECT_THAT(dialog.trainingText().toStdString(), HasSubstr("asking"));
        EXPECT_TRUE(waitFor([&] { return !dialog.trainingText().contains(QLatin1String("asking")); }));
        return dialog.trainingText().toStdString();
    }

    QTemporaryDir folder;
};

TEST_F(AboutDialogTest, SaysWhichLibTorchAndWhichDevices)
{
    EXPECT_EQ(textWith("echo '{\"torch\": \"2.13.0\", \"devices\": [\"cpu\", \"cuda:0 NVIDIA H100\"]}'\n"),
              "Training: LibTorch 2.13.0, on cpu, cuda:0 NVIDIA H100.");
}

TEST_F(AboutDialogTest, SaysWhyThereIsNoTrainingAndHowToGetIt)
{
    EXPECT_THAT(textOf(folder.filePath(QStringLiteral("none"))), HasSubstr("not built"));
    const std::string broken = textWith("echo 'libtorch.so: cannot open' >&2; exit 127\n");
    EXPECT_THAT(broken, HasSubstr("libtorch.so: cannot open"));
    EXPECT_THAT(broken, HasSubstr("./run.sh"));
    EXPECT_THAT(broken, Not(HasSubstr("{")));
}

} // namespace
} // namespace regnet
