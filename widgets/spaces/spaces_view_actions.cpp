// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/text_file.h"
#include "core/space/space_json.h"
#include "widgets/shown_text.h"
#include "widgets/spaces/derive_dialog.h"
#include "widgets/spaces/space_commands.h"
#include "widgets/spaces/space_editor.h"
#include "widgets/spaces/space_tree.h"
#include "widgets/spaces/space_tree_model.h"
#include "widgets/spaces/spaces_view.h"

#include <QAction>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QTabWidget>
#include <QUndoStack>
#include <QUrl>

#include <nlohmann/json.hpp>

#include <algorithm>

// What the Space menu does with whole spaces; the rest of the view is in spaces_view.cpp.
namespace regnet {

QAction* SpacesView::addAction(QMenu* menu, const char* name, const QString& text, const QString& tip,
                               void (SpacesView::*act)())
{
    QAction* action = menu->addAction(text);
    action->setObjectName(QLatin1String(name));
    action->setToolTip(tip);
    connect(action, &QAction::triggered, this, act);
    return action;
}

void SpacesView::setUpActions()
{
    m_menu = new QMenu(this);
    m_menu->setToolTipsVisible(true);
    addAction(m_menu, "spaceDerive", tr("&Derive child…"), tr("With one constraint more"),
              &SpacesView::deriveChild);
    addAction(m_menu, "spaceDuplicate", tr("D&uplicate"), tr("A copy of your own, beside it"),
              &SpacesView::duplicate);
    m_rename = addAction(m_menu, "spaceRename", tr("&Rename"), tr("Or F2 in the tree"), &SpacesView::rename);
    m_remove =
        addAction(m_menu, "spaceDelete", tr("De&lete"), tr("Undo brings it back"), &SpacesView::remove);
    m_menu->addSeparator();
    addAction(m_menu, "spaceImport", tr("&Import…"),
              tr("A space JSON or a sweep of pycls; or drop the file here"), &SpacesView::importSpace);
    addAction(m_menu, "spaceExport", tr("&Export…"), tr("As JSON, for the command line and for others"),
              &SpacesView::exportSpace);
    m_remove->setShortcut(QKeySequence::Delete);
    m_remove->setShortcutContext(Qt::WidgetShortcut);
    QMenu* copies = m_menu->addMenu(tr("&Copy as command"));
    copies->setToolTipsVisible(true);
    addAction(copies, "spaceCommand", tr("&Definition"),
              tr("The line that makes this space of its parent, or shows it"), &SpacesView::copyCommand);
    addAction(copies, "spaceSurveyCommand", tr("&Survey"),
              tr("The line that draws candidates, and says how many are accepted and why not"),
              &SpacesView::copySurveyCommand);
    addAction(
        copies, "spaceMemberCommand", tr("&Membership"),
        tr("The line that says whether the network on the sliders is in this space, or what excludes it"),
        &SpacesView::copyMemberCommand);
    m_tree->addAction(m_remove);
}

void SpacesView::deriveChild()
{
    DeriveDialog dialog(
        m_space, [this](const std::string& name) { return m_library->freeName(name); }, this);
    if (dialog.exec() != QDialog::Accepted) return;
    try {
        m_library->change(m_history, {}, dialog.child(), tr("derive a child"));
        m_tabs->setCurrentWidget(m_editor);
    } catch (const Error& error) {
        say(shownSentence(error.problem()));
    }
}

void SpacesView::narrow(const std::string& space, const QString& property, std::optional<double> low,
                        std::optional<double> high)
{
    try {
        DesignSpace child = narrowed(m_library->open(space), property, low, high);
        std::ranges::replace(child.name, '@',
                             ' '); // which stands before a regime in names of built-in spaces
        child.name = m_library->freeName(child.name);
        m_library->change(m_history, {}, child, tr("narrow %1").arg(QString::fromStdString(space)));
        select(child.name);
        m_tabs->setCurrentWidget(m_editor);
        say(tr("%1 can be sampled and trained now").arg(QString::fromStdString(child.name)));
    } catch (const Error& error) {
        say(shownSentence(error.problem()));
    }
}

void SpacesView::duplicate()
{
    DesignSpace copy = m_space;
    copy.name = m_library->freeName(m_space.name + " copy");
    if (copy.parent.empty()) copy.parent = m_space.name;
    try {
        m_library->change(m_history, {}, copy, tr("duplicate"));
    } catch (const Error& error) {
        say(shownSentence(error.problem()));
    }
}

void SpacesView::rename()
{
    m_tree->setFocus();
    m_tree->edit(m_model->indexOf(m_selected));
}

void SpacesView::remove()
{
    if (!isOwn()) return;
    const QString name = QString::fromStdString(m_selected);
    try {
        m_drafts.erase(m_selected);
        m_library->change(m_history, m_space, {}, tr("delete %1").arg(name));
        say(tr("Deleted %1; undo brings it back.").arg(name));
    } catch (const Error& error) {
        say(shownSentence(error.problem()));
    }
}

void SpacesView::importSpace()
{
    importFiles(
        QFileDialog::getOpenFileNames(this, tr("Import spaces"), {},
                                      tr("Spaces and sweeps of pycls (*.json *.yaml *.yml);;All files (*)")));
}

void SpacesView::importFiles(const QStringList& files)
{
    QStringList problems;
    for (const QString& file : files) {
        try {
            DesignSpace space = openSpace(file.toStdString());
            space.name = m_library->freeName(space.name);
            m_library->change(m_history, {}, space, tr("import %1").arg(file));
        } catch (const Error& error) {
            problems << shownSentence(error.problem());
        }
    }
    if (!problems.isEmpty()) say(problems.join(QLatin1Char('\n')));
}

void SpacesView::exportSpace()
{
    const QString name = QString::fromStdString(m_selected) + QStringLiteral(".json");
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Export the space"), name, tr("Space as JSON (*.json)"));
    if (file.isEmpty()) return;
    try {
        writeTextFile(file.toStdString(), toJson(m_space).dump(2) + "\n");
        Q_EMIT noticed(tr("Wrote %1").arg(file));
    } catch (const Error& error) {
        say(shownSentence(error.problem()));
    }
}

/// Of one's own space the line that makes it of its parent, whatever was done in this window since.
void SpacesView::copyCommand()
{
    const std::string source = m_library->sourceOf(m_selected);
    QString command = showCommand(source);
    if (isOwn() && !m_space.parent.empty()) {
        try {
            const DesignSpace parent = m_library->open(m_space.parent);
            command = commandOf(m_space, source, parent, m_library->sourceOf(m_space.parent));
        } catch (const Error&) { // deleted since, or never on this machine: it can be shown still
        }
    }
    copyAsCommand(command);
}

void SpacesView::copySurveyCommand()
{
    copyAsCommand(surveyCommand(m_library->sourceOf(m_selected)));
}

void SpacesView::copyMemberCommand()
{
    copyAsCommand(memberCommand(m_network, m_library->sourceOf(m_selected)));
}

void SpacesView::copyAsCommand(const QString& command)
{
    QGuiApplication::clipboard()->setText(command);
    Q_EMIT noticed(tr("Copied as a command"));
}

void SpacesView::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void SpacesView::dropEvent(QDropEvent* event)
{
    QStringList files;
    for (const QUrl& url : event->mimeData()->urls())
        files << url.toLocalFile();
    event->acceptProposedAction();
    importFiles(files);
}

} // namespace regnet
