// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/about_dialog.h"

#include "core/problem.h"
#include "core/queue/process.h"
#include "core/text/version.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QProcess>
#include <QVBoxLayout>

namespace regnet {
namespace {

QString fromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

QString howToGetTraining()
{
    return AboutDialog::tr(
        "Everything else works without it. To get training, install LibTorch and build again: ./run.sh does "
        "both; or give cmake -DTorch_DIR=… of a LibTorch that you have.");
}

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent), m_training(new QLabel(this))
{
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About RegNet Explorer"));
    auto* text =
        new QLabel(tr("<h2>RegNet Explorer %1</h2><p>Revision %2. Qt %3.</p>"
                      "<p>Explores and compares network design spaces, after<br>I. Radosavovic, R. P. "
                      "Kosaraju, R. Girshick, K. He, P. "
                      "Dollár:<br><i>Designing Network Design Spaces</i>, CVPR 2020, <a "
                      "href='https://arxiv.org/abs/2003.13678'>arXiv 2003.13678</a>.</p>"
                      "<p>Published models, populations and timings are measurements by these authors, read "
                      "from the paper and from "
                      "<a href='https://github.com/facebookresearch/pycls'>pycls</a>; please cite the paper "
                      "where you show them.</p>"
                      "<p>Free software under the GNU General Public License, version 3 or later.</p>")
                       .arg(fromView(version()), fromView(revision()), QLatin1String(qVersion())),
                   this);
    text->setWordWrap(true);
    text->setOpenExternalLinks(true);
    text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_training->setObjectName(QStringLiteral("trainingText"));
    m_training->setWordWrap(true);
    m_training->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(text);
    layout->addWidget(m_training);
    layout->addWidget(buttons);
    setMinimumWidth(fontMetrics().height() * 32);
    askWorker();
}

QString AboutDialog::trainingText() const
{
    return m_training->text();
}

/// LibTorch lives in the worker alone, so the worker is asked; it takes a second to load.
void AboutDialog::askWorker()
{
    const auto none = [this](const QString& why) {
        m_training->setText(tr("Training: not possible here, %1. ").arg(why) + howToGetTraining());
    };
    const std::filesystem::path worker = workerProgram();
    try {
        requireWorker(worker);
    } catch (const Error&) {
        none(tr("regnet-worker was not built because LibTorch was not found"));
        return;
    }
    const QString program = QString::fromStdString(worker.string());
    m_training->setText(tr("Training: asking regnet-worker…"));
    auto* process = new QProcess(this);
    connect(process, &QProcess::errorOccurred, this, [none](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) none(tr("regnet-worker does not start"));
    });
    connect(process, &QProcess::finished, this, [this, none, process](int code, QProcess::ExitStatus status) {
        const QString answer = QString::fromUtf8(process->readAllStandardOutput()).trimmed();
        const QString complaint =
            QString::fromUtf8(process->readAllStandardError()).trimmed().section(QLatin1Char('\n'), 0, 0);
        if (status == QProcess::NormalExit && code == 0 && !answer.isEmpty())
            m_training->setText(tr("Training: %1").arg(answer));
        else
            none(complaint.isEmpty() ? tr("regnet-worker does not run (exit code %1)").arg(code) : complaint);
    });
    process->start(program, {QStringLiteral("--info")});
}

} // namespace regnet
