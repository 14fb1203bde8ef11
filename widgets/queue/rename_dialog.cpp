// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/rename_dialog.h"

#include "core/queue/request.h"
#include "widgets/queue/queue_commands.h"
#include "widgets/shown_text.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace regnet {

RenameDialog::RenameDialog(const std::string& population, const std::vector<std::string>& taken,
                           const std::filesystem::path& store, QWidget* parent)
    : QDialog(parent), m_population(population), m_taken(taken)
{
    setObjectName(QStringLiteral("renamePopulationDialog"));
    setWindowTitle(tr("Rename a population"));
    auto* label = new QLabel(tr("New name of %1").arg(QString::fromStdString(population)), this);
    m_name = new QLineEdit(QString::fromStdString(population), this);
    m_name->setObjectName(QStringLiteral("newName"));
    m_name->setMinimumWidth(fontMetrics().averageCharWidth() * 48);
    m_name->selectAll();
    label->setBuddy(m_name);
    m_problem = new QLabel(this);
    m_problem->setObjectName(QStringLiteral("nameProblem"));
    m_problem->setWordWrap(true);
    // Room for a sentence from the start: the buttons stay where they are while one types.
    m_problem->setMinimumHeight(fontMetrics().lineSpacing() * 2);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_rename = buttons->addButton(tr("Rename"), QDialogButtonBox::AcceptRole);
    m_rename->setObjectName(QStringLiteral("rename"));
    m_copy = buttons->addButton(tr("Copy as command"), QDialogButtonBox::ActionRole);
    m_copy->setObjectName(QStringLiteral("copyRename"));
    m_rename->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_name);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    connect(m_name, &QLineEdit::textChanged, this, &RenameDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this,
            [this, store] { QGuiApplication::clipboard()->setText(commandOf(request(), store)); });
    check();
}

QueueRequest RenameDialog::request() const
{
    QueueRequest request;
    request.action = QueueRequest::Action::Rename;
    request.jobs.populations = {m_population};
    request.name = m_name->text().trimmed().toStdString();
    return request;
}

void RenameDialog::check()
{
    const std::string name = request().name;
    const auto problem = problemOfName(name, m_taken);
    m_problem->setText(problem ? shownSentence(*problem) : QString());
    for (QPushButton* button : {m_rename, m_copy})
        button->setEnabled(!problem && name != m_population);
    m_rename->setToolTip(problem                 ? shownSentence(*problem)
                         : m_rename->isEnabled() ? QString()
                                                 : tr("Type another name first"));
}

} // namespace regnet
