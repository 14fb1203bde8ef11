// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The files of resources/translations: complete, and right as far as a program can tell.

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace regnet {
namespace {

const QString root = QStringLiteral(REGNET_TEST_DATA "/../..");

struct Message
{
    QString context, source, state; ///< state: "unfinished", "vanished", …; empty when all is well
    QStringList translations;       ///< one for each plural form
    bool isPlural = false;
};

std::string nameOf(const Message& message)
{
    return message.context.toStdString() + ": \"" + message.source.toStdString() + "\"";
}

Message messageFrom(QXmlStreamReader& xml, const QString& context)
{
    Message message{
        context, {}, {}, {}, xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes")};
    while (!(xml.readNext() == QXmlStreamReader::EndElement && xml.name() == QLatin1String("message"))) {
        if (!xml.isStartElement()) continue;
        if (xml.name() == QLatin1String("source")) message.source = xml.readElementText();
        if (xml.name() == QLatin1String("numerusform")) message.translations << xml.readElementText();
        if (xml.name() != QLatin1String("translation")) continue;
        message.state = xml.attributes().value(QLatin1String("type")).toString();
        if (!message.isPlural) message.translations << xml.readElementText();
    }
    return message;
}

std::vector<Message> messagesOf(const QString& path)
{
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    QXmlStreamReader xml(&file);
    std::vector<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == QLatin1String("name")) context = xml.readElementText();
        if (xml.name() == QLatin1String("message")) messages.push_back(messageFrom(xml, context));
    }
    EXPECT_FALSE(xml.hasError()) << path.toStdString() << ": " << xml.errorString().toStdString();
    return messages;
}

QStringList files()
{
    QStringList paths;
    const QDir folder(root + QStringLiteral("/resources/translations"));
    for (const QString& name : folder.entryList({QStringLiteral("regnet_*.ts")}))
        paths << folder.filePath(name);
    return paths;
}

std::multiset<QString> matches(const QString& text, const char* form)
{
    std::multiset<QString> found;
    for (auto it = QRegularExpression(QLatin1String(form)).globalMatch(text); it.hasNext();)
        found.insert(it.next().captured());
    return found;
}

class TranslationFile : public testing::TestWithParam<QString>
{
};

TEST_P(TranslationFile, HasATextForEverySource)
{
    const std::vector<Message> messages = messagesOf(GetParam());
    ASSERT_FALSE(messages.empty());
    for (const Message& message : messages) {
        EXPECT_EQ(message.state.toStdString(), "") << nameOf(message);
        EXPECT_FALSE(message.translations.isEmpty()) << nameOf(message);
        for (const QString& text : message.translations)
            EXPECT_FALSE(text.isEmpty()) << nameOf(message);
    }
}

TEST_P(TranslationFile, KeepsPlacesTagsAndMnemonics)
{
    for (const Message& message : messagesOf(GetParam()))
        for (const QString& text : message.translations) {
            EXPECT_EQ(matches(text, "%(n|[1-9])"), matches(message.source, "%(n|[1-9])")) << nameOf(message);
            EXPECT_EQ(matches(text, "</?[a-z0-9]+"), matches(message.source, "</?[a-z0-9]+"))
                << nameOf(message);
            EXPECT_EQ(matches(text, "\\(\\*[^)]*\\)"), matches(message.source, "\\(\\*[^)]*\\)"))
                << "endings of files; " << nameOf(message);
            const auto mnemonic = "&(?=[^&\\s;])(?![a-z]+;)";
            EXPECT_EQ(matches(text, mnemonic).size(), matches(message.source, mnemonic).size())
                << nameOf(message);
            EXPECT_EQ(text.count(QLatin1Char('\n')), message.source.count(QLatin1Char('\n')))
                << nameOf(message);
        }
}

/// lupdate would neither add a text to the file nor take one out: it has those of the sources.
TEST_P(TranslationFile, HasTheTextsOfTheSources)
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("copy.ts"));
    ASSERT_TRUE(QFile::copy(GetParam(), copy));
    ASSERT_TRUE(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));
    QStringList arguments{QStringLiteral("widgets"),
                          QStringLiteral("-I"),
                          QStringLiteral("."),
                          QStringLiteral("-tr-function-alias"),
                          QStringLiteral("tr+=translated"),
                          QStringLiteral("-silent")};
    if (GetParam().endsWith(QLatin1String("regnet_en.ts"))) arguments << QStringLiteral("-pluralonly");
    QProcess lupdate;
    lupdate.setWorkingDirectory(root);
    lupdate.start(QStringLiteral(REGNET_LUPDATE), arguments + QStringList{QStringLiteral("-ts"), copy});
    ASSERT_TRUE(lupdate.waitForFinished(-1));
    ASSERT_EQ(lupdate.exitCode(), 0) << lupdate.readAllStandardError().toStdString();

    for (const Message& message : messagesOf(copy))
        EXPECT_EQ(message.state.toStdString(), "")
            << nameOf(message) << "\nBuild the target update_translations, and translate what it adds.";
}

std::string fileName(const testing::TestParamInfo<QString>& file)
{
    return QFileInfo(file.param).completeBaseName().toStdString();
}

INSTANTIATE_TEST_SUITE_P(Files, TranslationFile, testing::ValuesIn(files()), fileName);

} // namespace
} // namespace regnet
