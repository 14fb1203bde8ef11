// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/spaces/derivations.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QListWidget;

namespace regnet {

/// Asks for the one constraint by which a child is narrower than its parent.
class DeriveDialog : public QDialog
{
    Q_OBJECT

public:
    /// `freeName` makes a name that nobody has of the one proposed.
    DeriveDialog(const regnet::DesignSpace& parent, std::function<std::string(const std::string&)> freeName,
                 QWidget* parentWidget = nullptr);

    /// The child, when the dialog was accepted.
    const DesignSpace& child() const { return m_child; }

private:
    void choose();
    void propose();
    const Derivation& chosen() const;
    DerivationAnswer answer() const;

    DesignSpace m_parent;
    std::function<std::string(const std::string&)> m_freeName;
    std::vector<Derivation> m_derivations;
    DesignSpace m_child;
    bool m_isNameOwn = false;
    bool m_isNoteOwn = false;
    QListWidget* m_list = nullptr;
    QLabel* m_lowLabel = nullptr;
    QLabel* m_highLabel = nullptr;
    QLineEdit* m_low = nullptr;
    QLineEdit* m_high = nullptr;
    QLabel* m_regimeLabel = nullptr;
    QComboBox* m_regime = nullptr;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_note = nullptr;
    QLabel* m_problem = nullptr;
    QDialogButtonBox* m_buttons = nullptr;
};

} // namespace regnet
