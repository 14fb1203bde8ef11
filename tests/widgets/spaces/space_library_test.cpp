// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/space_library.h"

#include "core/space/built_in_spaces.h"
#include "widgets/spaces/space_tree_model.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QTemporaryDir>
#include <QUndoStack>

#include <gtest/gtest.h>

namespace regnet {
namespace {

class SpaceLibraryTest : public testing::Test
{
protected:
    std::filesystem::path path() const { return folder.filePath(QStringLiteral("spaces")).toStdString(); }

    static DesignSpace childOf(const std::string& parent, const std::string& name)
    {
        DesignSpace space = builtInSpace("RegNetX");
        space.parent = parent;
        space.name = name;
        return space;
    }

    QTemporaryDir folder;
};

std::string problemOf(SpaceLibrary& library, const std::optional<DesignSpace>& before,
                      const std::optional<DesignSpace>& after)
{
    try {
        library.change(before, after);
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

TEST_F(SpaceLibraryTest, OwnSpacesSurviveARestart)
{
    const DesignSpace mine = childOf("RegNetX", "mine: d/20 ü");
    {
        SpaceLibrary library(path());
        library.change({}, mine);
    }
    const SpaceLibrary again(path());
    ASSERT_NE(again.find(mine.name), nullptr);
    EXPECT_EQ(*again.find(mine.name), mine);
    EXPECT_FALSE(again.isBuiltIn(mine.name));
    EXPECT_TRUE(again.problems().empty());
}

TEST_F(SpaceLibraryTest, ARenamedParentKeepsItsChildren)
{
    SpaceLibrary library(path());
    const DesignSpace mine = childOf("RegNetX", "mine");
    library.change({}, mine);
    library.change({}, childOf("mine", "grandchild"));
    library.change(mine, childOf("RegNetX", "yours"));
    EXPECT_EQ(library.find("mine"), nullptr);
    EXPECT_EQ(library.find("grandchild")->parent, "yours");
    EXPECT_EQ(SpaceLibrary(path()).find("grandchild")->parent, "yours");
}

TEST_F(SpaceLibraryTest, NamesAreUniqueAndBuiltInSpacesStay)
{
    SpaceLibrary library(path());
    const DesignSpace mine = childOf("RegNetX", "mine");
    library.change({}, mine);
    EXPECT_EQ(problemOf(library, {}, childOf("", "REGNETX")),
              "name: is \"REGNETX\", which another space has; expected a name of its own");
    EXPECT_EQ(problemOf(library, mine, childOf("", "")),
              "name: is empty; expected a name without @, which stands before a regime");
    EXPECT_EQ(problemOf(library, builtInSpace("RegNetX"), {}),
              "RegNetX: is built in and cannot be changed; expected a child derived from it");
    EXPECT_EQ(library.freeName("mine"), "mine 2");
}

TEST_F(SpaceLibraryTest, EveryChangeCanBeUndone)
{
    SpaceLibrary library(path());
    QUndoStack history;
    const DesignSpace mine = childOf("RegNetX", "mine");
    DesignSpace noted = mine;
    noted.note = "deeper";
    library.change(history, {}, mine, QStringLiteral("derive"));
    library.change(history, mine, noted, QStringLiteral("note"));
    library.change(history, noted, {}, QStringLiteral("delete"));
    EXPECT_EQ(library.find("mine"), nullptr);
    history.undo();
    EXPECT_EQ(library.find("mine")->note, "deeper");
    history.undo();
    EXPECT_EQ(library.find("mine")->note, mine.note);
    history.undo();
    EXPECT_EQ(library.find("mine"), nullptr);
    history.redo();
    history.redo();
    EXPECT_EQ(SpaceLibrary(path()).find("mine")->note, "deeper");
}

TEST_F(SpaceLibraryTest, AFileThatIsNoSpaceIsNamedAndLeftAlone)
{
    std::filesystem::create_directories(path());
    QFile file(QString::fromStdString((path() / "bad.json").string()));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("{\"regnet\": 3}");
    file.close();
    const SpaceLibrary library(path());
    ASSERT_EQ(library.problems().size(), 1U);
    EXPECT_NE(library.problems()[0].where.find("bad.json"), std::string::npos);
    EXPECT_TRUE(file.exists());
}

TEST_F(SpaceLibraryTest, TheTreeShowsTheLineageAlsoOfSpacesThatNameEachOther)
{
    SpaceLibrary library(path());
    SpaceTreeModel model(library);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    library.change({}, childOf("yours", "mine"));
    library.change({}, childOf("mine", "yours"));
    EXPECT_TRUE(model.indexOf("mine").isValid());
    EXPECT_TRUE(model.indexOf("yours").isValid());
    std::string lineage;
    for (QModelIndex at = model.indexOf("RegNetX"); at.isValid(); at = at.parent())
        lineage += model.nameOf(at) + " ";
    EXPECT_EQ(lineage, "RegNetX AnyNetX_E AnyNetX_D AnyNetX_C AnyNetX_B AnyNetX_A ");
}

} // namespace
} // namespace regnet
