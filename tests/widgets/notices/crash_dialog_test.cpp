// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/crash_dialog.h"

#include "core/format/text_file.h"
#include "tests/widgets/spoken_names.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

TEST(CrashDialog, ShowsReportsAndDeletesThem)
{
    QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    writeTextFile((path / "regnet-explorer-1.txt").string(), "SIGSEGV: one");
    CrashDialog dialog(path);
    EXPECT_THAT(namelessIn(dialog), testing::IsEmpty());
    auto* text = dialog.findChild<QPlainTextEdit*>(QStringLiteral("crashText"));
    auto* remove = dialog.findChild<QPushButton*>(QStringLiteral("crashDelete"));
    EXPECT_EQ(text->toPlainText(), QStringLiteral("SIGSEGV: one"));
    remove->click();
    EXPECT_FALSE(std::filesystem::exists(path / "regnet-explorer-1.txt"));
    EXPECT_EQ(text->toPlainText(), QStringLiteral("There is none. Good."));
    EXPECT_FALSE(remove->isEnabled());
}

} // namespace
} // namespace regnet
