// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shortcuts_dialog.h"

#include "widgets/shortcuts.h"

#include <QDialogButtonBox>
#include <QMainWindow>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace regnet {
namespace {

QString row(const QString& keys, const QString& what)
{
    return QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>")
        .arg(keys.toHtmlEscaped(), what.toHtmlEscaped());
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QMainWindow& window, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keys and mouse"));
    QString html;
    for (const ShortcutGroup& group : shortcutsOf(window)) {
        html += QStringLiteral("<h3>%1</h3><table>").arg(group.title.toHtmlEscaped());
        for (const Shortcut& each : group.shortcuts)
            html += row(each.keys, each.what);
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
    resize(line * 32, line * 38);
}

} // namespace regnet
