// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/about_dialog.h"

#include "core/queue/process.h"
#include "core/system/inspection.h"
#include "core/text/version.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <algorithm>

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
    resize(minimumWidth(), 0);
    askWorker();
}

QString AboutDialog::trainingText() const
{
    return m_training->text();
}

/// The answer may be longer than the question: the dialog grows with it.
void AboutDialog::showTraining(const QString& text)
{
    m_training->setText(text);
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

/// LibTorch lives in the worker alone, so the worker is asked; it takes a second to load.
void AboutDialog::askWorker()
{
    showTraining(tr("Training: asking regnet-worker…"));
    connect(&m_watcher, &QFutureWatcher<QString>::finished, this,
            [this] { showTraining(m_watcher.result()); });
    m_watcher.setFuture(QtConcurrent::run([worker = workerProgram()]() -> QString {
        std::vector<std::string> devices;
        const Part part = inspectTraining(worker, devices);
        QStringList places;
        for (const std::string& device : devices)
            places += QString::fromStdString(device);
        const QString version = QString::fromStdString(part.version);
        const QString detail = QString::fromStdString(part.detail);
        if (part.state == PartState::Good)
            return tr("Training: %1, on %2.").arg(version, places.join(tr(", ")));
        if (part.state == PartState::Limited)
            return tr("Training: %1, on %2. %3").arg(version, places.join(tr(", ")), detail);
        return tr("Training: not possible here. %1 ").arg(detail) + howToGetTraining();
    }));
}

} // namespace regnet
