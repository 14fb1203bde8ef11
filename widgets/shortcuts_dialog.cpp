// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shortcuts_dialog.h"

#include <QDialogButtonBox>
#include <QMenu>
#include <QMenuBar>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace regnet {
namespace {

QString row(const QString& keys, const QString& what)
{
    return QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>")
        .arg(keys.toHtmlEscaped(), what.toHtmlEscaped());
}

QString plain(const QString& text)
{
    return text.section(QLatin1Char('\t'), 0, 0).remove(QLatin1Char('&'));
}

QString rowsOf(const QMenu& menu)
{
    QString rows;
    for (const QAction* action : menu.actions()) {
        if (action->menu())
            rows += rowsOf(*action->menu());
        else if (!action->shortcut().isEmpty())
            rows += row(action->shortcut().toString(QKeySequence::NativeText), plain(action->text()));
    }
    return rows;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QMenuBar& menus, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keys and mouse"));
    QString html;
    for (const QAction* action : menus.actions()) {
        if (!action->menu()) continue;
        const QString rows = rowsOf(*action->menu());
        if (!rows.isEmpty())
            html += QStringLiteral("<h3>%1</h3><table>%2</table>").arg(plain(action->text()), rows);
    }
    html += QStringLiteral("<h3>%1</h3><table>").arg(tr("Sliders and boxes"));
    html += row(tr("← → ↑ ↓"), tr("one step"));
    html += row(tr("Page up, Page down"), tr("ten steps"));
    html += row(tr("Home, End"), tr("least, most"));
    html += row(tr("Tab"), tr("next control"));
    html += QStringLiteral("</table><h3>%1</h3><table>").arg(tr("Plots and table"));
    html += row(tr("Mouse over a block"), tr("how its width came about"));
    html += row(tr("Ctrl+C"), tr("copy the picture of a plot, or the table as text"));
    html += row(tr("→ on a stage"), tr("unfold its blocks"));
    html += QStringLiteral("</table>");

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
