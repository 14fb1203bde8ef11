// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/appearance.h"
#include "widgets/commands/command_palette.h"
#include "widgets/main_window.h"
#include "widgets/plot/data_picture.h"

#include <QApplication>
#include <QMenu>
#include <QScopeGuard>

namespace regnet {

/// High contrast, reduced motion, and the table behind the picture that has the focus.
void MainWindow::addComfortActions(QMenu* view)
{
    const auto addSwitch = [&](const QString& name, const QString& text, bool isOn, auto set) {
        QAction* action = view->addAction(text);
        action->setObjectName(name);
        action->setCheckable(true);
        action->setChecked(isOn);
        connect(action, &QAction::toggled, this, [this, set](bool isNowOn) {
            set(isNowOn);
            applyAppearance(m_settings);
            setAnimated(isMotionWanted());
        });
    };
    addSwitch(QStringLiteral("highContrast"), tr("High &contrast"), m_settings.isHighContrast(),
              [this](bool isOn) { m_settings.setHighContrast(isOn); });
    addSwitch(QStringLiteral("reducedMotion"), tr("Reduced &motion"), m_settings.isMotionReduced(),
              [this](bool isOn) { m_settings.setMotionReduced(isOn); });
    setAnimated(isMotionWanted());
    view->addSeparator();
    QAction* table = view->addAction(tr("Data of the plot as a &table…"));
    table->setObjectName(QStringLiteral("plotData"));
    table->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    table->setStatusTip(tr("The numbers behind the plot that has the focus, to read, search and copy"));
    connect(table, &QAction::triggered, this, [this] {
        QWidget* picture = focused();
        while (picture && !dynamic_cast<DataPicture*>(picture))
            picture = picture->parentWidget();
        if (picture) return showDataTable(*picture);
        showMessage(tr("Go to a plot with Tab first; then this shows its numbers."));
    });
}

/// What an action acts on that is meant for the plot or the table with the focus.
QWidget* MainWindow::focused() const
{
    // The window system gives a window its focus back only some time after a dialog was closed.
    if (m_commandFrom) return m_commandFrom;
    return QApplication::focusWidget();
}

/// The focus goes back before the command is done: some act on the plot or the table that has it.
void MainWindow::findCommand()
{
    const QString key = QStringLiteral("commands/recent");
    constexpr qsizetype remembered = 8;
    m_commandFrom = QApplication::focusWidget();
    const auto forget = qScopeGuard([this] { m_commandFrom = nullptr; });
    CommandPalette palette(commandsOf(*this), m_settings.value(key).toStringList(), this);
    if (palette.exec() != QDialog::Accepted) return;
    const Command* chosen = palette.chosen();
    QStringList recent = m_settings.value(key).toStringList();
    recent.removeAll(chosen->text);
    recent.prepend(chosen->text);
    m_settings.setValue(key, recent.mid(0, remembered));
    if (m_commandFrom) m_commandFrom->setFocus(Qt::OtherFocusReason);
    if (chosen->owner) chosen->act();
}

} // namespace regnet
