// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/process.h"
#include "tests/end_to_end/source_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <regex>

namespace regnet {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> violationsOf(const std::string& path, const std::string& text)
{
    SourceTree tree;
    tree.add("gpu/network/model.h", "#pragma once\n#include <torch/torch.h>\n");
    tree.add("widgets/plot/plot_widget.h", "#include <qcustomplot.h>\n");
    tree.add(path, text);
    return violations(tree, layerRules());
}

TEST(LayerRules, SeeWhatPointsTheWrongWay)
{
    EXPECT_THAT(violationsOf("core/a.cpp", "#include <QString>\n"),
                ElementsAre("core/a.cpp reaches QString"));
    EXPECT_THAT(violationsOf("core/a.cpp", "  #  include <torch/version.h>\n"),
                ElementsAre("core/a.cpp reaches torch/version.h"));
    EXPECT_THAT(
        violationsOf("widgets/a.cpp", "#include \"gpu/network/model.h\"\n"),
        ElementsAre("widgets/a.cpp reaches gpu/network/model.h", "widgets/a.cpp reaches torch/torch.h"));
    EXPECT_THAT(violationsOf("app/worker/main.cpp", "#include \"gpu/network/model.h\"\n"),
                ElementsAre("app/worker/main.cpp reaches torch/torch.h"))
        << "a header of ours with torch in it";
    EXPECT_THAT(violationsOf("widgets/compare/a.cpp", "#include <qcustomplot.h>\n"),
                ElementsAre("widgets/compare/a.cpp reaches qcustomplot.h"));
    EXPECT_THAT(violationsOf("gpu/train/a.cpp", "#include \"core/store/store.h\"\n"),
                ElementsAre("gpu/train/a.cpp reaches core/store/store.h"));
}

TEST(LayerRules, AllowWhatPointsTheRightWay)
{
    EXPECT_THAT(violationsOf("widgets/a.cpp", "#include \"core/stats/edf.h\"\n#include <QWidget>\n"),
                IsEmpty());
    EXPECT_THAT(violationsOf("widgets/compare/a.cpp", "#include \"widgets/plot/plot_widget.h\"\n"),
                IsEmpty());
    EXPECT_THAT(violationsOf("gpu/train/a.cpp", "#include \"gpu/network/model.h\"\n"), IsEmpty());
}

TEST(Layers, NoDependencyPointsTheWrongWay)
{
    const SourceTree tree = SourceTree::read(REGNET_SOURCE_DIR);
    ASSERT_THAT(tree.filesIn("core/"), testing::Contains("core/problem.h")) << "the tree was read";
    EXPECT_THAT(violations(tree, layerRules()), IsEmpty());
}

std::string firstLines(const fs::path& path, int count)
{
    std::ifstream file(path);
    std::string all, line;
    while (count-- > 0 && std::getline(file, line))
        all += line + "\n";
    return all;
}

TEST(Layers, EverySourceNamesItsLicenceAndEveryHeaderIsReadOnce)
{
    const SourceTree tree = SourceTree::read(REGNET_SOURCE_DIR);
    for (const std::string& path : tree.filesIn("")) {
        const std::string start = firstLines(fs::path(REGNET_SOURCE_DIR) / path, 4);
        EXPECT_THAT(start, HasSubstr("SPDX-License-Identifier: GPL-3.0-or-later")) << path;
        if (path.ends_with(".h")) {
            EXPECT_THAT(start, HasSubstr("#pragma once")) << path;
        }
    }
}

TEST(Layers, DistributionsOfBoostHaveOnePolicy)
{
    const SourceTree tree = SourceTree::read(REGNET_SOURCE_DIR);
    for (const std::string& path : tree.filesIn("")) {
        if (path == "core/stats/distributions.h") continue;
        std::ifstream file(fs::path(REGNET_SOURCE_DIR) / path);
        for (std::string line; std::getline(file, line);)
            EXPECT_FALSE(line.starts_with("#include <boost/math/")) << path << ": " << line;
    }
}

// The linker would take the inline functions of either for both, and no compiler sees the two headers
// together.
TEST(Layers, NoTwoHeadersDefineTypesOfOneName)
{
    const SourceTree tree = SourceTree::read(REGNET_SOURCE_DIR);
    const std::regex space("namespace ([a-z:]+) \\{");
    const std::regex definition("(?:class|struct|enum class|using) (\\w+)(?: final)?(?: .*)?");
    std::map<std::string, std::string> headers; // by the type's full name
    for (const std::string& path : tree.filesIn("")) {
        if (!path.ends_with(".h") || path.starts_with("tests/")) continue;
        std::ifstream file(fs::path(REGNET_SOURCE_DIR) / path);
        std::string scope;
        std::smatch match;
        for (std::string line; std::getline(file, line);) {
            if (std::regex_match(line, match, space)) scope = match[1];
            if (scope.empty() || !std::regex_match(line, match, definition)) continue;
            const auto [known, isNew] = headers.try_emplace(scope + "::" + match[1].str(), path);
            EXPECT_TRUE(isNew) << known->first << ": " << known->second << " and " << path;
        }
    }
    EXPECT_EQ(headers["regnet::Edf"], "core/stats/edf.h") << "the headers were read";
}

/// The libraries that a program of the build asks for; nothing when it was not built.
std::string neededLibraries(const std::string& program)
{
    const fs::path path = fs::path(REGNET_BIN_DIR) / program;
    if (!fs::exists(path)) return {};
    const ProgramAnswer answer =
        askProgram("/usr/bin/readelf", {"-d", path.string()}, std::chrono::minutes(1));
    EXPECT_EQ(answer.exitCode, 0) << answer.output;
    return answer.output;
}

TEST(Layers, TheCommandLineNeedsNeitherQtNorLibTorch)
{
    const std::string needed = neededLibraries("regnet");
    ASSERT_THAT(needed, HasSubstr("NEEDED")) << "regnet is always built";
    EXPECT_THAT(needed, Not(HasSubstr("libQt6")));
    EXPECT_THAT(needed, Not(HasSubstr("libtorch")));
}

TEST(Layers, TheWorkerNeedsNeitherQtNorSqlite)
{
    const std::string needed = neededLibraries("regnet-worker");
    if (needed.empty()) GTEST_SKIP() << "built without LibTorch";
    EXPECT_THAT(needed, HasSubstr("libtorch"));
    EXPECT_THAT(needed, Not(HasSubstr("libQt6")));
    EXPECT_THAT(needed, Not(HasSubstr("libsqlite3")));
    EXPECT_THAT(needed, Not(HasSubstr("libcurl"))) << "a worker opens no socket";
    EXPECT_THAT(needed, Not(HasSubstr("libarchive")));
}

TEST(Layers, TheWindowDoesNotNeedLibTorch)
{
    const std::string needed = neededLibraries("regnet-explorer");
    if (needed.empty()) GTEST_SKIP() << "built without a window";
    EXPECT_THAT(needed, HasSubstr("libQt6"));
    EXPECT_THAT(needed, Not(HasSubstr("libtorch")));
}

} // namespace
} // namespace regnet
