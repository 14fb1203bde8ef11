// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/space_tree.h"

#include "tests/widgets/wait_for.h"
#include "widgets/spaces/space_library.h"
#include "widgets/spaces/space_tree_model.h"

#include <QScrollBar>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace regnet {
namespace {

class SpaceTreeTest : public testing::Test
{
protected:
    bool becomes(int width, bool hasNotes)
    {
        tree.resize(width, 300);
        tree.show();
        return waitFor([&] { return tree.isColumnHidden(SpaceTreeModel::Note) != hasNotes; });
    }

    bool isEveryNameInSight() const { return tree.horizontalScrollBar()->maximum() == 0; }

    QTemporaryDir folder;
    SpaceLibrary library{folder.path().toStdString()};
    SpaceTreeModel model{library};
    SpaceTree tree{model};
};

TEST_F(SpaceTreeTest, NotesGiveWayToNames)
{
    const int names = tree.widthOfNames();
    ASSERT_TRUE(becomes(names + 400, true));
    ASSERT_TRUE(becomes(names + 10, false));
    EXPECT_TRUE(isEveryNameInSight());
    EXPECT_GE(tree.columnWidth(SpaceTreeModel::Name),
              static_cast<QAbstractItemView&>(tree).sizeHintForColumn(0))
        << "no name is cut";
    ASSERT_TRUE(becomes(names + 400, true));
}

TEST_F(SpaceTreeTest, InAVeryNarrowTreeNamesKeepBothEndsAndTheTipHasAll)
{
    ASSERT_TRUE(becomes(tree.widthOfNames() / 2, false));
    ASSERT_TRUE(waitFor([&] { return isEveryNameInSight(); })) << "nothing lies beyond the edge";
    EXPECT_EQ(tree.textElideMode(), Qt::ElideMiddle);
    const QString tip = model.indexOf("RegNetX").data(Qt::ToolTipRole).toString();
    EXPECT_TRUE(tip.contains(QStringLiteral("RegNetX"))) << tip.toStdString();
}

} // namespace
} // namespace regnet
