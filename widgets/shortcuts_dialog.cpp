// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shortcuts_dialog.h"

#include "widgets/shortcuts.h"

#include <QDialogButtonBox>
#include <QMainWindow>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace regnet {
namespace {

/// As wide as the longest keys of all groups, so that what they do stands in one column.
int widthOfKeys(const std::vector<ShortcutGroup>& groups, QFont font)
{
    font.setBold(true);
    const QFontMetrics metrics(font);
    int width = 0;
    for (const ShortcutGroup& group : groups)
        for (const Shortcut& each : group.shortcuts)
            width = std::max(width, metrics.horizontalAdvance(each.keys));
    return width + 2 * metrics.averageCharWidth();
}

QString row(const Shortcut& shortcut, int widthOfKeys)
{
    return QStringLiteral("<tr><td width=\"%1\"><b>%2</b></td><td>%3</td></tr>")
        .arg(widthOfKeys)
        .arg(shortcut.keys.toHtmlEscaped(), shortcut.what.toHtmlEscaped());
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QMainWindow& window, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keys and mouse"));
    QString html;
    const std::vector<ShortcutGroup> groups = shortcutsOf(window);
    const int width = widthOfKeys(groups, font());
    for (const ShortcutGroup& group : groups) {
        html += QStringLiteral("<h3>%1</h3><table>").arg(group.title.toHtmlEscaped());
        for (const Shortcut& each : group.shortcuts)
            html += row(each, width);
        html += QStringLiteral("</table>");
    }

    auto* text = new QTextBrowser(this);
    text->setHtml(html);
    text->setAccessibleName(windowTitle());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(text);
    layout->addWidget(buttons);
    const int line = fontMetrics().height();
    resize(line * 40, line * 38);
}

} // namespace regnet
