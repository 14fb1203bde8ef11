// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <vector>

namespace regnet {

/// A page of the user guide, as it is compiled into the program.
struct GuidePage
{
    QUrl address; ///< qrc:/docs/guide/explore.md; links between pages are relative to it
    QString title;
};

/// Where the guide begins: docs/guide/README.md.
QUrl guideStart();

/// The guide's table of contents: the first page, then what it links to, in its order.
const std::vector<GuidePage>& guidePages();

/// The Markdown of a page, without the remarks for its tests; empty where there is no such page.
QString guideMarkdown(const QUrl& address);

/// What the rest of a link behind # names: "Whole groups" is whole-groups, as in a repository's view of the
/// file.
QString anchorOf(const QString& heading);

/// True for what the guide brings with it: everything else is left to the person's browser.
bool isOfGuide(const QUrl& address);

} // namespace regnet
