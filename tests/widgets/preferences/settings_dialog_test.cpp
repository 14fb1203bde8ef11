// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/preferences/settings_dialog.h"

#include "tests/widgets/spoken_names.h"
#include "widgets/appearance.h"
#include "widgets/main_window.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

class SettingsDialogTest : public testing::Test
{
protected:
    void SetUp() override
    {
        window.findChild<QAction*>(QStringLiteral("settings"))->trigger();
        dialog = window.findChild<SettingsDialog*>();
        ASSERT_NE(dialog, nullptr);
    }
    ~SettingsDialogTest() override { applyAppearance(Appearance::Light); }

    template <typename Control>
    Control& control(const char* name)
    {
        for (Control* each : dialog->findChildren<Control*>())
            if (each->accessibleName() == QLatin1String(name)) return *each;
        ADD_FAILURE() << "no control " << name;
        std::abort();
    }

    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    MainWindow window{settings, folder.filePath(QStringLiteral("runs.db")).toStdString()};
    SettingsDialog* dialog = nullptr;
};

TEST_F(SettingsDialogTest, ALineAndItsMenuSayTheSameBothWays)
{
    auto* dark = window.findChild<QAction*>(QStringLiteral("appearance2"));
    control<QComboBox>("Colours").setCurrentIndex(2);
    EXPECT_TRUE(dark->isChecked());
    EXPECT_EQ(settings.appearance(), Appearance::Dark);
    EXPECT_TRUE(Theme::of(QApplication::palette()).isDark);
    window.findChild<QAction*>(QStringLiteral("appearance1"))->trigger();
    EXPECT_EQ(control<QComboBox>("Colours").currentIndex(), 1);
    window.findChild<QAction*>(QStringLiteral("highContrast"))->setChecked(true);
    EXPECT_TRUE(control<QCheckBox>("High contrast").isChecked());
    control<QCheckBox>("High contrast").setChecked(false);
    EXPECT_FALSE(settings.isHighContrast());
}

TEST_F(SettingsDialogTest, WhatIsChangedWorksAtOnceAndIsRemembered)
{
    control<QSpinBox>("Workers").setValue(3);
    EXPECT_EQ(settings.workers(), 3);
    control<QCheckBox>("Desktop notes").setChecked(false);
    EXPECT_FALSE(settings.areNotesWanted());
    control<QCheckBox>("Ask before cancelling").setChecked(false);
    EXPECT_FALSE(settings.isCancelConfirmed());
}

TEST_F(SettingsDialogTest, IsSearchedByAnyWordOfALine)
{
    const int all = dialog->shownCount();
    EXPECT_GE(all, 10);
    auto* search = dialog->findChild<QLineEdit*>(QStringLiteral("settingsSearch"));
    search->setText(QStringLiteral("theme")); // stands nowhere on the screen
    EXPECT_EQ(dialog->shownCount(), 2);
    search->setText(QStringLiteral("training cores"));
    EXPECT_EQ(dialog->shownCount(), 1);
    search->setText(QStringLiteral("no such thing"));
    EXPECT_EQ(dialog->shownCount(), 0);
    search->clear();
    EXPECT_EQ(dialog->shownCount(), all);
}

TEST_F(SettingsDialogTest, EveryLineHasANameAndALineCanBeAdded)
{
    EXPECT_THAT(namelessIn(*dialog), testing::IsEmpty());
    bool isOn = false;
    window.addPreference({QStringLiteral("Look"),
                          QStringLiteral("&Language"),
                          QStringLiteral("Of the window."),
                          {},
                          switchOf(
                              QStringLiteral("on"), [&] { return isOn; }, [&](bool on) { isOn = on; })});
    dialog->close();
    window.findChild<QAction*>(QStringLiteral("settings"))->trigger();
    const auto dialogs = window.findChildren<SettingsDialog*>();
    dialog = dialogs.back();
    control<QCheckBox>("Language").setChecked(true);
    EXPECT_TRUE(isOn);
}

} // namespace
} // namespace regnet
