// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/commands/command_list.h"

#include <QAbstractTableModel>

#include <vector>

namespace regnet {

/// The commands that fit what was typed, the best first; those that are off come behind those that fit as
/// well and say why.
class CommandModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Text, Where, Keys, columnTotal };

    explicit CommandModel(std::vector<Command> commands, QObject* parent = nullptr);

    void setTyped(const QString& typed);
    /// Texts that were chosen before, newest first: they stand above as long as nothing is typed.
    void setRecent(const QStringList& texts);
    const Command* at(int row) const; ///< nullptr when there is no such row
    QString sentence(int row) const;  ///< about the command, or why it is off

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void rank();

    std::vector<Command> m_commands;
    std::vector<std::size_t> m_shown;
    QStringList m_recent;
    QString m_typed;
};

} // namespace regnet
