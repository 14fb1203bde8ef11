// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings.h"

#include "core/network/published.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <filesystem>
#include <sys/stat.h>

namespace regnet {
namespace {

class SettingsTest : public testing::Test
{
protected:
    QTemporaryDir folder;
    QString file = folder.filePath(QStringLiteral("settings.ini"));
};

TEST_F(SettingsTest, EverythingComesBackAtTheNextStart)
{
    ExplorerState state;
    state.spec = publishedModel("RegNetY-4.0GF").spec;
    state.spec.resolution = 160;
    state.wantedStages = 3;
    state.pins = {{QStringLiteral("RegNetX-200MF"), 2, publishedModel("RegNetX-200MF").spec}};
    {
        Settings settings(file);
        settings.setExplorer(state);
        settings.setAppearance(Appearance::Dark);
        settings.setWindow("geometry", "layout");
        settings.addRecentFile(QStringLiteral("/a.json"));
        settings.addRecentFile(QStringLiteral("/b.json"));
        settings.addRecentFile(QStringLiteral("/a.json"));
        settings.setFolder(QStringLiteral("/data"));
    }
    const Settings settings(file);
    ASSERT_TRUE(settings.explorer());
    EXPECT_EQ(*settings.explorer(), state);
    EXPECT_EQ(settings.appearance(), Appearance::Dark);
    EXPECT_EQ(settings.windowGeometry(), QByteArray("geometry"));
    EXPECT_EQ(settings.windowLayout(), QByteArray("layout"));
    EXPECT_EQ(settings.recentFiles(), (QStringList{QStringLiteral("/a.json"), QStringLiteral("/b.json")}));
    EXPECT_EQ(settings.folder(), QStringLiteral("/data"));
}

TEST_F(SettingsTest, NothingWrittenIsNothingRemembered)
{
    const Settings settings(file);
    EXPECT_FALSE(settings.explorer());
    EXPECT_EQ(settings.appearance(), Appearance::System);
    EXPECT_TRUE(settings.recentFiles().isEmpty());
    EXPECT_EQ(settings.folder(), QDir::homePath()); // where a person may write
}

TEST_F(SettingsTest, DamageIsAsIfNothingHadBeenWritten)
{
    for (const char* damaged : {"{", "[]", "{\"network\":{\"stages\":7},\"wanted_stages\":4,\"pins\":[]}",
                                "{\"network\":{},\"wanted_stages\":\"x\",\"pins\":[]}", "\xff\xfe"}) {
        Settings settings(file);
        settings.setValue(QStringLiteral("explorer/state"), QString::fromLatin1(damaged));
        settings.setValue(QStringLiteral("window/appearance"), QStringLiteral("mauve"));
        EXPECT_FALSE(settings.explorer()) << damaged;
        EXPECT_EQ(settings.appearance(), Appearance::System);
    }
}

// Who runs it as root with its settings linked to /dev/null must keep a /dev/null.
TEST_F(SettingsTest, WhatIsNoFileIsNeitherReadNorReplaced)
{
    const std::string pipe = folder.filePath(QStringLiteral("pipe")).toStdString();
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    ASSERT_TRUE(QFile::link(QString::fromStdString(pipe), file));
    {
        Settings settings(file);
        settings.setAppearance(Appearance::Dark);
        settings.sync();
        EXPECT_EQ(settings.appearance(), Appearance::Dark) << "until the end of the program";
    }
    EXPECT_TRUE(std::filesystem::is_fifo(pipe));
    EXPECT_TRUE(QFileInfo(file).isSymLink());
    EXPECT_EQ(Settings(file).appearance(), Appearance::System);
    EXPECT_EQ(Settings(QStringLiteral("/dev/null")).appearance(), Appearance::System);
    EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
}

TEST_F(SettingsTest, AFileOfGarbageIsNoObstacle)
{
    QFile garbage(file);
    ASSERT_TRUE(garbage.open(QIODevice::WriteOnly));
    garbage.write(QByteArray(4096, '\x01'));
    garbage.close();
    Settings settings(file);
    EXPECT_FALSE(settings.explorer());
    settings.setAppearance(Appearance::Light);
    EXPECT_EQ(settings.appearance(), Appearance::Light);
}

} // namespace
} // namespace regnet
