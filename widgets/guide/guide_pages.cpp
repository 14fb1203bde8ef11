// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/guide/guide_pages.h"

#include <QFile>
#include <QRegularExpression>

/// Outside of any namespace, as Qt demands.
void initGuide()
{
    Q_INIT_RESOURCE(guide);
}

namespace regnet {
namespace {

QString fileOf(const QUrl& address)
{
    return QLatin1Char(':') + address.path();
}

std::vector<GuidePage> readPages()
{
    static const QRegularExpression link(QStringLiteral(R"(^- \[([^\]]+)\]\(([^)]+\.md)\))"),
                                         QRegularExpression::MultilineOption);
    const QString start = guideMarkdown(guideStart());
    std::vector<GuidePage> pages{{guideStart(), start.section(QLatin1Char('\n'), 0, 0).mid(2)}};
    for (auto each = link.globalMatch(start); each.hasNext();) {
        const auto found = each.next();
        pages.push_back({guideStart().resolved(QUrl(found.captured(2))), found.captured(1)});
    }
    return pages;
}

} // namespace

QUrl guideStart()
{
    return QUrl(QStringLiteral("qrc:/docs/guide/README.md"));
}

const std::vector<GuidePage>& guidePages()
{
    static const std::vector<GuidePage> pages = readPages();
    return pages;
}

QString guideMarkdown(const QUrl& address)
{
    static const QRegularExpression remark(QStringLiteral("<!--.*?-->\\n?"),
                                           QRegularExpression::DotMatchesEverythingOption);
    initGuide();
    QFile file(fileOf(address));
    if (!isOfGuide(address) || !file.open(QIODevice::ReadOnly)) return {};
    return QString::fromUtf8(file.readAll()).remove(remark);
}

QString anchorOf(const QString& heading)
{
    QString anchor;
    for (const QChar c : heading.toLower()) {
        if (c.isLetterOrNumber() || c == QLatin1Char('-') || c == QLatin1Char('_'))
            anchor += c;
        else if (c == QLatin1Char(' '))
            anchor += QLatin1Char('-');
    }
    return anchor;
}

bool isOfGuide(const QUrl& address)
{
    return address.scheme() == QLatin1String("qrc") && address.path().startsWith(QLatin1String("/docs/"));
}

} // namespace regnet
