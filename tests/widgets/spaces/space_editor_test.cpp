// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/space_editor.h"

#include "core/space/built_in_spaces.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTest>

#include <gtest/gtest.h>

namespace regnet {
namespace {

/// The editor with an owner that takes every wish.
class SpaceEditorTest : public testing::Test
{
protected:
    void edit(const char* name)
    {
        space = builtInSpace(name);
        space.name = "mine";
        QObject::connect(&editor, &SpaceEditor::edited, &editor, [this](const DesignSpace& wanted) {
            space = wanted;
            editor.showSpace(space, false);
        });
        editor.showSpace(space, false);
        editor.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&editor));
    }

    template <typename Widget>
    Widget& the(const char* name)
    {
        auto* found = editor.findChild<Widget*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return *found;
    }

    void type(const char* field, const char* text)
    {
        auto& line = the<QLineEdit>(field);
        line.setFocus();
        line.selectAll();
        QTest::keyClicks(&line, QLatin1String(text));
        QTest::keyClick(&line, Qt::Key_Return);
    }

    void choose(const char* box, int index)
    {
        auto& combo = the<QComboBox>(box);
        combo.setFocus();
        QTest::keyClick(&combo, Qt::Key_Home);
        for (int i = 0; i < index; ++i)
            QTest::keyClick(&combo, Qt::Key_Down);
    }

    void tick(const char* box) { the<QCheckBox>(box).click(); }

    RegnetShape& line() { return std::get<RegnetShape>(space.shape); }
    AnyNetShape& stages() { return std::get<AnyNetShape>(space.shape); }

    DesignSpace space;
    SpaceEditor editor;
};

TEST(SpaceEditorEnd, ANameThatIsBeingTypedWhenTheEditorGoesChangesNothing)
{
    int edits = 0;
    QObject listener;
    {
        SpaceEditor editor;
        DesignSpace space = builtInSpace("RegNetX");
        space.name = "mine";
        editor.showSpace(space, false);
        QObject::connect(&editor, &SpaceEditor::edited, &listener, [&edits] { ++edits; });
        editor.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&editor));
        auto* name = editor.findChild<QLineEdit*>(QStringLiteral("spaceName"));
        name->setFocus();
        QTest::keyClicks(name, QStringLiteral("other"));
    }
    EXPECT_EQ(edits, 0);
}

TEST_F(SpaceEditorTest, EveryPartOfALine)
{
    edit("RegNetX");
    type("regnet.depthLow", "12");
    type("regnet.depthHigh", "28");
    EXPECT_EQ(line().depth, uniform(12, 28, 1));
    choose("regnet.w0Kind", 0);
    EXPECT_EQ(line().w0, uniform(8, 248, 8)) << "the ends stay";
    type("regnet.waQuantum", "0.5");
    EXPECT_EQ(line().wa.quantum, 0.5);
    choose("regnet.wmKind", 6);
    type("regnet.wmValues", "2, 2.5");
    EXPECT_EQ(line().wm.kind, DistributionKind::List);
    EXPECT_EQ(line().wm.values, (std::vector<double>{2, 2.5}));
    type("regnet.bottleneck_ratioValues", "1");
    EXPECT_EQ(line().bottleneckRatio, fixedAt(1));
    type("regnet.group_widthLow", "8");
    EXPECT_EQ(line().groupWidth, power2(8, 32));
    tick("regnetW0EqualsWa");
    EXPECT_TRUE(line().isW0EqualToWa);
    the<QSpinBox>("regnetMostStages").setValue(5);
    the<QSpinBox>("regnetFewestStages").setValue(3);
    EXPECT_EQ(line().fewestStages, 3);
    EXPECT_EQ(line().mostStages, 5);
}

TEST_F(SpaceEditorTest, EveryPartOfStages)
{
    edit("AnyNetX_A");
    the<QSpinBox>("anynetStages").setValue(3);
    EXPECT_EQ(stages().stages, 3);
    type("anynet.depthHigh", "8");
    EXPECT_EQ(stages().depth, logUniform(1, 8, 1));
    type("anynet.widthQuantum", "16");
    EXPECT_EQ(stages().width.quantum, 16);
    type("anynet.bottleneck_ratioValues", "1 2");
    EXPECT_EQ(stages().bottleneckRatio, listed({1, 2}));
    choose("anynetWidths", 1);
    EXPECT_EQ(stages().widths, Order::NonDecreasing);
    choose("anynetDepths", 3);
    EXPECT_EQ(stages().depths, Order::NonIncreasing);
    tick("anynetSharedB");
    tick("anynetSharedG");
    tick("anynetGroupCount");
    EXPECT_TRUE(stages().isBottleneckRatioShared && stages().isGroupWidthShared && stages().isGroupCount);
    type("anynetStrides", "1, 2, 2");
    EXPECT_EQ(stages().strides, (std::vector<std::int64_t>{1, 2, 2}));
}

TEST_F(SpaceEditorTest, FrameAndLimits)
{
    edit("RegNetX");
    type("spaceName", "another");
    EXPECT_EQ(space.name, "another");
    type("spaceNote", "because");
    EXPECT_EQ(space.note, "because");
    choose("spaceBlock", 1);
    EXPECT_EQ(space.block, BlockType::R);
    choose("spaceActivation", 1);
    EXPECT_EQ(space.activation, Activation::Silu);
    type("spaceSe", "0.25");
    EXPECT_EQ(space.seRatio, 0.25);
    the<QSpinBox>("spaceStride").setValue(1);
    EXPECT_EQ(space.stride, 1);
    choose("spaceStem", 2);
    the<QSpinBox>("spaceStemWidth").setValue(16);
    EXPECT_EQ(space.stem.type, StemType::ResStemCifar);
    EXPECT_EQ(space.stem.width, 16);
    the<QSpinBox>("spaceClasses").setValue(10);
    the<QSpinBox>("spaceHeadWidth").setValue(1024);
    EXPECT_EQ(space.head.classes, 10);
    EXPECT_EQ(space.head.width, 1024);
    type("resolutionValues", "32, 64");
    EXPECT_EQ(space.resolution, listed({32, 64}));
    type("limits.flops.low", "2.5M");
    type("limits.flops.high", "3M");
    EXPECT_EQ(space.limits.flops, (CountRange{2'500'000, 3'000'000}));
    type("limits.params.high", "1M");
    type("limits.activations.high", "500k");
    EXPECT_EQ(space.limits.params.high, 1'000'000);
    EXPECT_EQ(space.limits.activations.high, 500'000);
    tick("curveParams");
    tick("curveActivations");
    type("curveFlops", "400M");
    EXPECT_EQ(space.limits.curves, (CurveLimits{true, true, 400'000'000}));
}

TEST_F(SpaceEditorTest, ProblemsStandBesideTheirFields)
{
    edit("RegNetX");
    type("regnet.depthLow", "99");
    editor.showProblems(check(space));
    EXPECT_EQ(the<QLabel>("regnet.depthProblem").text().toStdString(),
              "regnet.depth.high: is 63; expected a number of at least low");
    type("regnet.depthLow", "abc");
    editor.showProblems(check(space));
    EXPECT_FALSE(the<QLabel>("regnet.depthProblem").isHidden());
    type("limits.flops.low", "lots");
    EXPECT_EQ(editor.textProblems().size(), 1U);
    type("regnet.depthLow", "4");
    type("limits.flops.low", "1");
    editor.showProblems(check(space));
    EXPECT_TRUE(the<QLabel>("regnet.depthProblem").isHidden());
}

TEST_F(SpaceEditorTest, ABuiltInSpaceCannotBeChanged)
{
    edit("RegNetX");
    editor.showSpace(space, true);
    EXPECT_TRUE(the<QLineEdit>("regnet.depthLow").isReadOnly());
    EXPECT_FALSE(the<QComboBox>("spaceBlock").isEnabled());
    EXPECT_TRUE(the<QLineEdit>("limits.flops.low").isReadOnly());
}

} // namespace
} // namespace regnet
