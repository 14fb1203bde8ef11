// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/appearance.h"

#include <QApplication>
#include <QStandardPaths>

#include <gmock/gmock.h>

/// Widgets need an application; it is offscreen unless a person says otherwise, and leaves their settings
/// alone.
int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    regnet::applyAppearance(regnet::Appearance::Light);
    testing::InitGoogleMock(&argc, argv);
    return RUN_ALL_TESTS();
}
