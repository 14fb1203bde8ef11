// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/translation_maker.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QXmlStreamWriter>

#include <gtest/gtest.h>

namespace regnet {

TranslatedText ownName(const QString& name)
{
    return {QStringLiteral("regnet::Language"), QStringLiteral("English"),
            QStringLiteral("the language's own name"), name};
}

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly)) << path.toStdString();
    ASSERT_EQ(file.write(bytes), bytes.size());
}

QByteArray compiledTranslation(const std::vector<TranslatedText>& texts)
{
    QByteArray ts;
    QXmlStreamWriter xml(&ts);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("TS"));
    xml.writeAttribute(QStringLiteral("version"), QStringLiteral("2.1"));
    for (const TranslatedText& text : texts) {
        xml.writeStartElement(QStringLiteral("context"));
        xml.writeTextElement(QStringLiteral("name"), text.context);
        xml.writeStartElement(QStringLiteral("message"));
        xml.writeTextElement(QStringLiteral("source"), text.source);
        if (!text.comment.isEmpty()) xml.writeTextElement(QStringLiteral("comment"), text.comment);
        xml.writeTextElement(QStringLiteral("translation"), text.translation);
        xml.writeEndElement();
        xml.writeEndElement();
    }
    xml.writeEndDocument();

    const QTemporaryDir folder;
    writeFile(folder.filePath(QStringLiteral("texts.ts")), ts);
    QProcess lrelease;
    lrelease.setWorkingDirectory(folder.path());
    lrelease.start(QStringLiteral(REGNET_LRELEASE), {QStringLiteral("-silent"), QStringLiteral("texts.ts"),
                                                     QStringLiteral("-qm"), QStringLiteral("texts.qm")});
    EXPECT_TRUE(lrelease.waitForFinished(-1));
    EXPECT_EQ(lrelease.exitCode(), 0) << lrelease.readAllStandardError().toStdString();
    QFile qm(folder.filePath(QStringLiteral("texts.qm")));
    EXPECT_TRUE(qm.open(QIODevice::ReadOnly));
    return qm.readAll();
}

OwnDataFolder::OwnDataFolder() : m_before(qgetenv("XDG_DATA_HOME"))
{
    qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
    QStandardPaths::setTestModeEnabled(false); // it has a folder of its own, shared by all tests
    QDir().mkpath(translations());
}

OwnDataFolder::~OwnDataFolder()
{
    QStandardPaths::setTestModeEnabled(true);
    if (m_before.isNull())
        qunsetenv("XDG_DATA_HOME");
    else
        qputenv("XDG_DATA_HOME", m_before);
}

QString OwnDataFolder::translations() const
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QStringLiteral("/translations");
}

void OwnDataFolder::putLanguage(const QString& code, const QByteArray& bytes) const
{
    writeFile(translations() + QStringLiteral("/regnet_") + code + QStringLiteral(".qm"), bytes);
}

} // namespace regnet
