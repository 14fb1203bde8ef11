// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/derive_dialog.h"

#include "core/space/built_in_spaces.h"
#include "widgets/shown_text.h"
#include "widgets/spaces/distribution_field.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace regnet {

DeriveDialog::DeriveDialog(const DesignSpace& parent, std::function<std::string(const std::string&)> freeName,
                           QWidget* parentWidget)
    : QDialog(parentWidget), m_parent(parent), m_freeName(std::move(freeName)),
      m_derivations(derivationsOf(parent))
{
    setObjectName(QStringLiteral("deriveDialog"));
    setWindowTitle(tr("Derive a child of %1").arg(QString::fromStdString(parent.name)));
    auto* grid = new QGridLayout(this);
    auto* which = new QLabel(tr("&One constraint more than the parent:"), this);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("derivations"));
    m_list->setAccessibleName(tr("Constraints"));
    which->setBuddy(m_list);
    for (const Derivation& derivation : m_derivations)
        m_list->addItem(derivation.label);
    grid->addWidget(which, 0, 0, 1, 4);
    grid->addWidget(m_list, 1, 0, 1, 4);
    const auto edit = [this](const char* name) {
        auto* line = new QLineEdit(this);
        line->setObjectName(QLatin1String(name));
        return line;
    };
    const auto label = [this](const QString& text, QWidget* buddy) {
        auto* made = new QLabel(text, this);
        made->setBuddy(buddy);
        return made;
    };
    m_low = edit("deriveLow");
    m_high = edit("deriveHigh");
    m_regime = new QComboBox(this);
    m_regime->setObjectName(QStringLiteral("deriveRegime"));
    for (const Regime& regime : regimes())
        m_regime->addItem(QString::fromStdString(regime.name));
    m_lowLabel = label(tr("&From"), m_low);
    m_highLabel = label(tr("&to"), m_high);
    m_regimeLabel = label(tr("&Regime"), m_regime);
    grid->addWidget(m_lowLabel, 2, 0);
    grid->addWidget(m_low, 2, 1);
    grid->addWidget(m_highLabel, 2, 2);
    grid->addWidget(m_high, 2, 3);
    grid->addWidget(m_regimeLabel, 3, 0);
    grid->addWidget(m_regime, 3, 1, 1, 3);
    m_name = edit("deriveName");
    m_note = edit("deriveNote");
    grid->addWidget(label(tr("&Name"), m_name), 4, 0);
    grid->addWidget(m_name, 4, 1, 1, 3);
    grid->addWidget(label(tr("N&ote"), m_note), 5, 0);
    grid->addWidget(m_note, 5, 1, 1, 3);
    m_problem = makeProblemLabel(QStringLiteral("derive"), this);
    grid->addWidget(m_problem, 6, 0, 1, 4);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Derive"));
    grid->addWidget(m_buttons, 7, 0, 1, 4);
    grid->setRowStretch(1, 1);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::currentRowChanged, this, &DeriveDialog::choose);
    for (QLineEdit* each : {m_low, m_high})
        connect(each, &QLineEdit::textEdited, this, &DeriveDialog::propose);
    connect(m_regime, &QComboBox::currentIndexChanged, this, &DeriveDialog::propose);
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_isNameOwn = true;
        propose();
    });
    connect(m_note, &QLineEdit::textEdited, this, [this] {
        m_isNoteOwn = true;
        propose();
    });
    m_list->setCurrentRow(0);
    resize(fontMetrics().height() * 28, fontMetrics().height() * 26);
}

const Derivation& DeriveDialog::chosen() const
{
    return m_derivations[static_cast<std::size_t>(std::max(0, m_list->currentRow()))];
}

DerivationAnswer DeriveDialog::answer() const
{
    return {m_low->text(), m_high->text(), m_regime->currentText()};
}

void DeriveDialog::choose()
{
    using What = DerivationAsk::What;
    const DerivationAsk& ask = chosen().ask;
    const bool hasHigh = ask.what == What::Range || ask.what == What::Counts;
    const bool hasLow = hasHigh || ask.what == What::Number;
    m_lowLabel->setText(hasHigh ? tr("&From") : tr("&Value"));
    m_lowLabel->setVisible(hasLow);
    m_low->setVisible(hasLow);
    m_highLabel->setVisible(hasHigh);
    m_high->setVisible(hasHigh);
    m_regimeLabel->setVisible(ask.what == What::Regime);
    m_regime->setVisible(ask.what == What::Regime);
    const QString open = ask.what == What::Counts ? tr("no limit") : QString();
    m_low->setPlaceholderText(open);
    m_high->setPlaceholderText(open);
    m_low->setText(ask.low);
    m_high->setText(ask.high);
    propose();
}

void DeriveDialog::propose()
{
    QString problem;
    try {
        m_child = derive(m_parent, chosen(), answer());
        m_child.name = m_freeName(m_child.name);
    } catch (const Error& error) {
        problem = shownSentence(error.problem());
    }
    if (problem.isEmpty()) {
        if (!m_isNameOwn) m_name->setText(QString::fromStdString(m_child.name));
        if (!m_isNoteOwn) m_note->setText(QString::fromStdString(m_child.note));
        m_child.name = m_name->text().trimmed().toStdString();
        m_child.note = m_note->text().trimmed().toStdString();
        if (m_child.name.empty() || m_freeName(m_child.name) != m_child.name)
            problem = m_child.name.empty() ? tr("The child needs a name.")
                                           : tr("Another space is called %1.").arg(m_name->text().trimmed());
    }
    regnet::showProblem(m_problem, problem);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(problem.isEmpty());
}

} // namespace regnet
