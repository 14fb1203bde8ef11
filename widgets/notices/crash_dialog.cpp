// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/crash_dialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace regnet {

CrashDialog::CrashDialog(const std::filesystem::path& folder, QWidget* parent)
    : QDialog(parent), m_folder(folder)
{
    setObjectName(QStringLiteral("crashDialog"));
    setWindowTitle(tr("Crash reports"));
    auto* words = new QLabel(tr("When the program dies, it leaves a report in %1. It stays there until you "
                                "delete it; nothing is sent anywhere. Copy it into a bug report if you like: "
                                "it has the version and the places in the program, none of your data.")
                                 .arg(QString::fromStdString(folder.string())),
                             this);
    words->setWordWrap(true);
    m_which = new QComboBox(this);
    m_which->setObjectName(QStringLiteral("crashWhich"));
    m_which->setAccessibleName(tr("Which report"));
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("crashText"));
    m_text->setAccessibleName(tr("The report"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    m_delete = buttons->addButton(tr("&Delete this report"), QDialogButtonBox::ActionRole);
    m_delete->setObjectName(QStringLiteral("crashDelete"));
    connect(m_which, &QComboBox::currentIndexChanged, this, &CrashDialog::showReport);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(m_delete, &QPushButton::clicked, this, &CrashDialog::deleteShown);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(words);
    layout->addWidget(m_which);
    layout->addWidget(m_text, 1);
    layout->addWidget(buttons);
    const int line = fontMetrics().height();
    resize(line * 44, line * 28);
    load();
}

void CrashDialog::load()
{
    m_reports = crashReports(m_folder);
    const QSignalBlocker quiet(m_which);
    m_which->clear();
    for (const CrashReport& report : m_reports)
        m_which->addItem(QString::fromStdString(report.file.stem().string()));
    showReport();
}

void CrashDialog::showReport()
{
    const int at = m_which->currentIndex();
    const bool isThere = at >= 0;
    m_text->setPlainText(isThere ? QString::fromStdString(m_reports[static_cast<std::size_t>(at)].text)
                                 : tr("There is none. Good."));
    m_which->setEnabled(isThere);
    m_copy->setEnabled(isThere);
    m_delete->setEnabled(isThere);
}

void CrashDialog::deleteShown()
{
    const int at = m_which->currentIndex();
    if (at < 0) return;
    std::error_code failed;
    std::filesystem::remove(m_reports[static_cast<std::size_t>(at)].file, failed);
    load();
}

} // namespace regnet
