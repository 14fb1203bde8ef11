// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/report_dialog.h"

#include "core/problem.h"
#include "core/text/shell_words.h"
#include "widgets/figures/tell_saved.h"
#include "widgets/notices/work_end.h"
#include "widgets/settings.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace regnet {
namespace {

const QString folderKey = QStringLiteral("export/folder"), opensKey = QStringLiteral("report/opens");

std::unique_ptr<Settings> openSettings()
{
    const QString file = qEnvironmentVariable("REGNET_SETTINGS");
    return file.isEmpty() ? std::make_unique<Settings>() : std::make_unique<Settings>(file);
}

} // namespace

ReportDialog::ReportDialog(const QStringList& sources, QWidget* parent)
    : QDialog(parent), m_isStopped(std::make_shared<std::atomic<bool>>(false))
{
    setWindowTitle(tr("Report"));
    m_sources = new QListWidget(this);
    m_sources->setObjectName(QStringLiteral("reportSources"));
    m_sources->setAccessibleName(tr("Populations of the report"));
    for (const QString& source : sources) {
        auto* item = new QListWidgetItem(source, m_sources);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    m_title = new QLineEdit(this);
    m_title->setPlaceholderText(tr("names the populations"));
    m_path = new QLineEdit(this);
    m_path->setMinimumWidth(320);
    auto* browseButton = new QPushButton(tr("Browse…"), this);
    auto* fileRow = new QHBoxLayout;
    fileRow->addWidget(m_path, 1);
    fileRow->addWidget(browseButton);
    m_opens = new QCheckBox(tr("&Open it in the browser"), this);
    auto* form = new QFormLayout;
    auto* sourcesLabel = new QLabel(tr("&Populations"), this);
    sourcesLabel->setBuddy(m_sources);
    auto* fileLabel = new QLabel(tr("&File"), this);
    fileLabel->setBuddy(m_path);
    form->addRow(sourcesLabel, m_sources);
    form->addRow(tr("&Title"), m_title);
    form->addRow(fileLabel, fileRow);
    form->addRow(QString(), m_opens);
    m_problem = new QLabel(this);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setAccessibleName(tr("Problem"));
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    auto* copy = m_buttons->addButton(tr("&Copy as command"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyCommand"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(
        new QLabel(tr("One HTML page with the spaces, curves, tests, best networks, failures and "
                      "costs; it needs no network and no program but a browser."),
                   this));
    column->addLayout(form);
    column->addWidget(m_problem);
    column->addWidget(m_buttons);
    const auto settings = openSettings();
    m_opens->setChecked(settings->value(opensKey, true).toBool());
    setPath(QDir(settings->value(folderKey, QDir::homePath()).toString())
                .filePath(QStringLiteral("report.html")));
    connect(browseButton, &QPushButton::clicked, this, &ReportDialog::browse);
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(command()); });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ReportDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ReportDialog::reject);
    if (sources.isEmpty()) showProblem(tr("There is no population yet: open or train some, then come back."));
}

ReportDialog::~ReportDialog()
{
    *m_isStopped = true;
}

QString ReportDialog::path() const
{
    return m_path->text();
}

void ReportDialog::setPath(const QString& path)
{
    m_path->setText(path);
}

void ReportDialog::setTitle(const QString& title)
{
    m_title->setText(title);
}

QString ReportDialog::problem() const
{
    return m_problem->text();
}

ReportRequest ReportDialog::request() const
{
    ReportRequest request;
    for (int i = 0; i < m_sources->count(); ++i)
        if (m_sources->item(i)->checkState() == Qt::Checked)
            request.sources.push_back(m_sources->item(i)->text().toStdString());
    request.title = m_title->text().toStdString();
    return request;
}

QString ReportDialog::command() const
{
    std::vector<std::string> words{"regnet"};
    const std::vector<std::string> report = reportCommand(request());
    words.insert(words.end(), report.begin(), report.end());
    words.insert(words.end(), {"--out", path().toStdString()});
    return QString::fromStdString(shellLine(words));
}

void ReportDialog::browse()
{
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Report"), this->path(), tr("Web pages (*.html)"));
    if (!path.isEmpty()) setPath(path);
}

void ReportDialog::showProblem(const QString& text)
{
    m_problem->setText(text);
}

void ReportDialog::accept()
{
    if (m_isWriting) return;
    m_isWriting = true;
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(false);
    showProblem(tr("Writing…"));
    m_since.start();
    auto* watcher = new QFutureWatcher<QString>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        finish(watcher->result());
    });
    watcher->setFuture(
        QtConcurrent::run([request = request(), path = path().toStdString(), stop = m_isStopped] {
            try {
                writeReport(request, path, [stop] { return stop->load(); });
                return QString();
            } catch (const std::exception& error) {
                return QString::fromUtf8(error.what());
            }
        }));
}

void ReportDialog::finish(const QString& problem)
{
    m_isWriting = false;
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(true);
    showProblem(problem);
    sayWorkEnd(*this, tr("The report is done"),
               problem.isEmpty() ? tr("Written to %1.").arg(path()) : problem, m_since.elapsed());
    if (!problem.isEmpty()) return;
    const auto settings = openSettings();
    settings->setValue(opensKey, m_opens->isChecked());
    settings->setValue(folderKey, QFileInfo(path()).absolutePath());
    if (m_opens->isChecked())
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path()).absoluteFilePath()));
    tellSaved(*this, path());
    QDialog::accept();
}

void ReportDialog::reject()
{
    *m_isStopped = true;
    QDialog::reject();
}

} // namespace regnet
