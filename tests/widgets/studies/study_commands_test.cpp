// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studies/study_commands.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QToolButton>
#include <QWidget>

#include <gtest/gtest.h>

namespace regnet {
namespace {

StudyOrder someOrder()
{
    StudyOrder order;
    order.study = "fig12";
    order.scale = "cpu";
    order.store = "/my runs.db";
    return order;
}

TEST(StudyCommands, SayWhatTheDockHasChosen)
{
    StudyOrder order = someOrder();
    EXPECT_EQ(runCommand(order).toStdString(),
              "regnet study run fig12 --scale cpu --store '/my runs.db' --workers 1 --device cpu");
    order.n = 4;
    order.recipe = "cpu-tour";
    order.keys = {"RegNetX 400MF"};
    order.workers = 2;
    EXPECT_EQ(runCommand(order).toStdString(),
              "regnet study run fig12 --scale cpu --n 4 --recipe cpu-tour --store '/my runs.db' "
              "--population 'RegNetX 400MF' --workers 2 --device cpu");
    EXPECT_EQ(measureCommand(order).toStdString(),
              "regnet study measure fig12 --scale cpu --n 4 --recipe cpu-tour --store '/my runs.db' "
              "--device cpu");
    order.source = PanelSource::Own;
    EXPECT_EQ(findingsCommand(order).toStdString(),
              "regnet study findings fig12 --scale cpu --n 4 --recipe cpu-tour --store '/my runs.db' --own");
}

TEST(StudyCommands, TheMenuAsksWhenItIsUsed)
{
    QWidget parent;
    StudyOrder order = someOrder();
    const QToolButton* button = studyCopyButton([&order] { return order; }, &parent);
    order.study = "fig9";
    button->menu()->actions().at(2)->trigger();
    EXPECT_EQ(QGuiApplication::clipboard()->text().toStdString(),
              "regnet study findings fig9 --scale cpu --store '/my runs.db'");
}

} // namespace
} // namespace regnet
