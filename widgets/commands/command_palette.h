// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/commands/command_list.h"

#include <QDialog>
#include <QStringList>

class QLabel;
class QLineEdit;
class QTreeView;

namespace regnet {

class CommandModel;

/// Finds a command by a few letters and does it: type, arrow keys, Return; Esc leaves everything as it was.
/// The edit keeps the focus throughout.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    CommandPalette(std::vector<Command> commands, const QStringList& recent, QWidget* parent = nullptr);

    /// What was chosen; valid until the dialog is gone. nullptr after Esc.
    const Command* chosen() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void type(const QString& typed);
    void showSentence();
    void choose();

    CommandModel* m_model = nullptr;
    QLineEdit* m_typed = nullptr;
    QTreeView* m_view = nullptr;
    QLabel* m_sentence = nullptr;
    int m_chosen = -1;
};

} // namespace regnet
