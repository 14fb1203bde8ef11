// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/explorer_model.h"

#include "core/network/published.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace regnet {
namespace {

NetworkSpec withDepth(const ExplorerModel& model, std::int64_t depth)
{
    NetworkSpec spec = model.state().spec;
    spec.regnet->line.depth = depth;
    return spec;
}

TEST(ExplorerModel, StartsWithRegNetX400MF)
{
    const ExplorerModel model;
    EXPECT_EQ(model.name(), QStringLiteral("RegNetX-400MF"));
    EXPECT_EQ(model.network().complexity.total, publishedModel("RegNetX-400MF").cost);
}

TEST(ExplorerModel, ADragIsOneUndoStep)
{
    ExplorerModel model;
    for (const std::int64_t depth : {21, 20, 19, 18})
        model.edit(withDepth(model, depth), QStringLiteral("depth"), 7);
    model.edit(withDepth(model, 17), QStringLiteral("depth"), 8); // the next drag
    EXPECT_EQ(model.undoStack().count(), 2);
    model.undoStack().undo();
    EXPECT_EQ(model.state().spec.regnet->line.depth, 18);
    model.undoStack().undo();
    EXPECT_EQ(model.state().spec.regnet->line.depth, 22);
    model.undoStack().redo();
    EXPECT_EQ(model.state().spec.regnet->line.depth, 18);
}

TEST(ExplorerModel, ADragBackToItsStartLeavesNoStep)
{
    ExplorerModel model;
    for (const std::int64_t depth : {21, 20, 21, 22})
        model.edit(withDepth(model, depth), QStringLiteral("depth"), 7);
    EXPECT_EQ(model.undoStack().count(), 0);
    EXPECT_EQ(model.name(), QStringLiteral("RegNetX-400MF"));
}

TEST(ExplorerModel, AnEditThatChangesNothingIsNoStepAndNoSignal)
{
    ExplorerModel model;
    QSignalSpy changed(&model, &ExplorerModel::networkChanged);
    model.edit(model.state().spec, QStringLiteral("nothing"));
    EXPECT_EQ(model.undoStack().count(), 0);
    EXPECT_EQ(changed.count(), 0);
}

TEST(ExplorerModel, PresetsPinsBlockTypeAndStagesAreUndone)
{
    ExplorerModel model;
    const ExplorerState start = model.state();
    NetworkSpec other = publishedModel("RegNetY-1.6GF").spec;
    model.edit(other, QStringLiteral("preset"));
    other.block = BlockType::VR;
    model.edit(other, QStringLiteral("block type"));
    model.pinCurrent();
    model.setWantedStages(3);
    const ExplorerState end = model.state();
    EXPECT_EQ(model.pins().size(), 1U);
    while (model.undoStack().canUndo())
        model.undoStack().undo();
    EXPECT_EQ(model.state(), start);
    EXPECT_TRUE(model.pins().empty());
    while (model.undoStack().canRedo())
        model.undoStack().redo();
    EXPECT_EQ(model.state(), end);
    EXPECT_EQ(model.pins().size(), 1U);
}

TEST(ExplorerModel, PinsTakeTheFirstFreeSlotAndKeepTheirs)
{
    ExplorerModel model;
    for (const char* name : {"RegNetX-200MF", "RegNetX-400MF", "RegNetX-600MF"}) {
        model.edit(publishedModel(name).spec, QString());
        model.pinCurrent();
    }
    model.removePin(0); // slot 1
    ASSERT_EQ(model.pins().size(), 2U);
    EXPECT_EQ(model.pins()[0].slot, 2);
    EXPECT_EQ(model.pins()[1].slot, 3);
    model.pinCurrent();
    EXPECT_EQ(model.pins()[2].slot, 1);
}

TEST(ExplorerModel, NoMorePinsThanThereAreColours)
{
    ExplorerModel model;
    for (std::int64_t depth = 10; depth < 22; ++depth) {
        model.edit(withDepth(model, depth), QString());
        model.pinCurrent();
    }
    EXPECT_EQ(static_cast<int>(model.pins().size()), ExplorerModel::maxPins);
    EXPECT_FALSE(model.canPin());
}

TEST(ExplorerModel, WhatFollowsAfterAnUndoEndsNoRedo)
{
    ExplorerModel model;
    model.edit(withDepth(model, 20), QStringLiteral("depth"));
    model.undoStack().undo();
    const ExplorerState undone = model.state();
    model.follow(withDepth(model, 25), QStringLiteral("load a network"));
    EXPECT_EQ(model.state(), undone);
    ASSERT_TRUE(model.undoStack().canRedo());
    model.undoStack().redo();
    EXPECT_EQ(model.state().spec.regnet->line.depth, 20);
    model.follow(withDepth(model, 25), QStringLiteral("load a network"));
    EXPECT_EQ(model.state().spec.regnet->line.depth, 25) << "nothing can be done again: it follows";
}

TEST(ExplorerModel, TheNearestValidSettingIsOneStep)
{
    ExplorerModel model;
    NetworkSpec spec = model.state().spec;
    spec.regnet->line.wm = 4;
    model.edit(spec, QStringLiteral("wm"));
    ASSERT_FALSE(model.network().isValid());
    model.useNearestValid();
    EXPECT_TRUE(model.network().isValid());
    EXPECT_EQ(model.undoStack().count(), 2);
}

} // namespace
} // namespace regnet
