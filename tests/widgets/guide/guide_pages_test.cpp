// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/guide/guide_pages.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace regnet {
namespace {

const QString sources = QStringLiteral(REGNET_TEST_DATA "/../../");

std::set<std::string> filesOf(const QString& folder)
{
    std::set<std::string> names;
    for (const QString& name : QDir(sources + folder).entryList({QStringLiteral("*.md")}))
        names.insert((folder + QLatin1Char('/') + name).toStdString());
    return names;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return file.readAll();
}

/// Addresses in ](…), pictures as well.
QStringList linksIn(QString markdown)
{
    static const QRegularExpression code(QStringLiteral("```.*?```|`[^`\n]*`"),
                                         QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression link(QStringLiteral(R"(\]\(([^)\s]+)\))"));
    QStringList links;
    for (auto each = link.globalMatch(markdown.remove(code)); each.hasNext();)
        links << each.next().captured(1);
    return links;
}

std::set<QString> anchorsIn(const QString& markdown)
{
    static const QRegularExpression heading(QStringLiteral("^#+ (.*)$"), QRegularExpression::MultilineOption);
    static const QRegularExpression marks(QStringLiteral("[`*]"));
    std::set<QString> anchors;
    for (auto each = heading.globalMatch(markdown); each.hasNext();)
        anchors.insert(anchorOf(each.next().captured(1).remove(marks)));
    return anchors;
}

TEST(GuidePages, TheContentsHaveEveryPageOfTheFolderOnce)
{
    std::multiset<std::string> listed;
    for (const GuidePage& page : guidePages())
        listed.insert(page.address.path().mid(1).toStdString());
    for (const std::string& file : filesOf(QStringLiteral("docs/guide")))
        EXPECT_EQ(listed.count(file), 1U) << file << " is to be linked once in docs/guide/README.md's list";
    for (const std::string& page : listed)
        EXPECT_TRUE(QFile::exists(sources + QString::fromStdString(page))) << page;
}

TEST(GuidePages, TheProgramHasEachPageAndPictureAsItIsInTheRepository)
{
    for (const GuidePage& page : guidePages()) {
        const QString path = page.address.path();
        EXPECT_FALSE(guideMarkdown(page.address).isEmpty()) << path.toStdString();
        EXPECT_EQ(contentOf(QLatin1Char(':') + path), contentOf(sources + path))
            << path.toStdString() << " is to be in widgets/guide/guide.qrc";
    }
}

TEST(GuidePages, NoLinkIsBroken)
{
    for (const GuidePage& page : guidePages())
        for (const QString& link : linksIn(guideMarkdown(page.address))) {
            const QUrl address = page.address.resolved(QUrl(link));
            const std::string told = page.address.path().toStdString() + " links to " + link.toStdString();
            if (!isOfGuide(address)) {
                EXPECT_EQ(address.scheme(), QStringLiteral("https")) << told << ", which is not in the guide";
                continue;
            }
            EXPECT_TRUE(QFile::exists(QLatin1Char(':') + address.path())) << told;
            const bool isThere =
                !address.hasFragment() || anchorsIn(guideMarkdown(address)).contains(address.fragment());
            EXPECT_TRUE(isThere) << told;
        }
}

TEST(GuidePages, NothingIsTakenForAnHtmlTagAndLost)
{
    static const QRegularExpression code(QStringLiteral("```.*?```|`[^`\n]*`"),
                                         QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tag(QStringLiteral(R"((?<!\\)<(?!https:)[a-zA-Z/][^\n]{0,20})"));
    for (const GuidePage& page : guidePages()) {
        const auto found = tag.match(guideMarkdown(page.address).remove(code));
        EXPECT_FALSE(found.hasMatch())
            << page.address.path().toStdString() << ": " << found.captured().toStdString();
    }
}

TEST(GuidePages, PicturesTakeLessThanThreeMegabytes)
{
    std::set<QString> pictures;
    for (const GuidePage& page : guidePages())
        for (const QString& link : linksIn(guideMarkdown(page.address)))
            if (link.endsWith(QLatin1String(".png")))
                pictures.insert(page.address.resolved(QUrl(link)).path());
    qint64 bytes = 0;
    for (const QString& picture : pictures)
        bytes += QFile(QLatin1Char(':') + picture).size();
    EXPECT_GT(pictures.size(), 5U);
    EXPECT_LT(bytes, 3'000'000);
}

TEST(GuidePages, RemarksForTestsAreNotShown)
{
    EXPECT_TRUE(contentOf(QStringLiteral(":/docs/guide/train.md")).contains("<!-- not run:"));
    EXPECT_FALSE(
        guideMarkdown(QUrl(QStringLiteral("qrc:/docs/guide/train.md"))).contains(QLatin1String("<!--")));
}

TEST(GuidePages, AnchorsAreThoseOfTheRepository)
{
    EXPECT_EQ(anchorOf(QStringLiteral("The paper's spaces on two CPU cores")),
              QStringLiteral("the-papers-spaces-on-two-cpu-cores"));
    EXPECT_EQ(anchorOf(QStringLiteral("FLOPs, params, activations")),
              QStringLiteral("flops-params-activations"));
}

} // namespace
} // namespace regnet
