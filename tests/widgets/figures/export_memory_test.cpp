// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/export_memory.h"

#include "widgets/settings.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace regnet {
namespace {

class ExportMemoryTest : public testing::Test
{
protected:
    ExportMemoryTest() { qputenv("REGNET_SETTINGS", file().toUtf8()); }
    ~ExportMemoryTest() override { qunsetenv("REGNET_SETTINGS"); }

    QString file() const { return folder.filePath(QStringLiteral("s.ini")); }

    QTemporaryDir folder;
};

TEST_F(ExportMemoryTest, BeginsWithTheStandard)
{
    const exportMemory::Last last = exportMemory::last();
    EXPECT_EQ(last.look, FigureOptions());
    EXPECT_EQ(last.ending, QStringLiteral("pdf"));
    EXPECT_TRUE(last.hasSidecar);
    EXPECT_TRUE(exportMemory::presets().isEmpty());
    EXPECT_FALSE(exportMemory::preset(QStringLiteral("none")));
}

// What another version or a hand wrote there is no reason not to open.
TEST_F(ExportMemoryTest, WhatCannotBeReadIsTheStandard)
{
    Settings(file()).setValue(
        QStringLiteral("export/look"),
        QStringList{QStringLiteral("look"), QStringLiteral("--palette"), QStringLiteral("rainbow")});
    Settings(file()).setValue(
        QStringLiteral("export/presets"),
        QVariantMap{{QStringLiteral("odd"), QStringList{QStringLiteral("look"), QStringLiteral("--wide")}},
                    {QStringLiteral("Even"),
                     QStringList{QStringLiteral("look"), QStringLiteral("--font-pt"), QStringLiteral("7")}}});
    EXPECT_EQ(exportMemory::last().look, FigureOptions());
    EXPECT_EQ(exportMemory::presets(), (QStringList{QStringLiteral("Even"), QStringLiteral("odd")}));
    EXPECT_FALSE(exportMemory::preset(QStringLiteral("odd")));
    ASSERT_TRUE(exportMemory::preset(QStringLiteral("Even")));
    EXPECT_EQ(exportMemory::preset(QStringLiteral("Even"))->fontPt, 7);
}

} // namespace
} // namespace regnet
