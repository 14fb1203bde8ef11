// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/job_details_panel.h"

#include "widgets/plot/plot_widget.h"
#include "widgets/plot/theme.h"
#include "widgets/queue/job_curves.h"
#include "widgets/queue/queue_model.h"
#include "widgets/shown_quantity.h"
#include "widgets/shown_text.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace regnet {
namespace {

/// Keeps the place of the one who reads, unless it is the end: a log that grows is followed.
void setText(QPlainTextEdit& edit, const QString& text)
{
    if (edit.toPlainText() == text) return;
    QScrollBar& bar = *edit.verticalScrollBar();
    const int place = bar.value();
    const bool isAtEnd = place == bar.maximum();
    edit.setPlainText(text);
    bar.setValue(isAtEnd ? bar.maximum() : place);
}

QString joined(const std::vector<std::string>& lines, const QString& separator)
{
    QStringList all;
    for (const std::string& line : lines)
        all << QString::fromStdString(line);
    return all.join(separator);
}

/// The beginning of a worker's first line; all of it is among the details. It may be as long as somebody
/// likes.
QString beginningOf(const std::string& message)
{
    constexpr qsizetype most = 200;
    const QString line = shownText(message.substr(0, message.find('\n')));
    return line.size() > most ? line.first(most) + QChar(0x2026) : line;
}

QPlainTextEdit* textView(const QString& name, QWidget* parent)
{
    auto* view = new QPlainTextEdit(parent);
    view->setReadOnly(true);
    view->setAccessibleName(name);
    view->setFrameShape(QFrame::NoFrame);
    view->setTabChangesFocus(true);
    return view;
}

} // namespace

JobDetailsPanel::JobDetailsPanel(QWidget* parent) : QWidget(parent)
{
    m_state = new QLabel(this);
    m_state->setObjectName(QStringLiteral("jobState"));
    m_state->setWordWrap(true);
    m_state->setMinimumWidth(1); // else a path in it, which has no place to break, makes the window wider
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_state->setContentsMargins(4, 2, 4, 2);
    QSizePolicy policy = m_state->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // choosing a job does not move what lies around
    m_state->setSizePolicy(policy);
    m_state->hide();
    m_badge = new QLabel(this);
    m_badge->setObjectName(QStringLiteral("countsBadge"));
    m_badge->setFrameStyle(QFrame::Box | QFrame::Plain);
    m_badge->setMargin(2);
    m_badge->hide();
    m_plot = new PlotWidget(this);
    m_plot->setObjectName(QStringLiteral("curves"));
    m_plot->setFigureName(QStringLiteral("curves"));
    m_plot->setCompactBelow(14);
    m_plot->setMinimumHeight(fontMetrics().height() * 6); // in the default layout the dock does not scroll
    m_plot->setHover([this](const PlotHover& at) {
        PlotCard card;
        if (at.series < 0 || at.point < 0) return card;
        const PlotSeries& series = m_plot->plot().series[static_cast<std::size_t>(at.series)];
        const auto point = static_cast<std::size_t>(at.point);
        card.text =
            tr("%1\nepoch %2: %3 %").arg(series.name).arg(series.x[point]).arg(series.y[point], 0, 'f', 2);
        card.mark = QPointF(series.x[point], series.y[point]);
        return card;
    });
    m_facts = textView(tr("What the selected job is"), this);
    m_log = textView(tr("The end of the selected job's log"), this);
    m_log->setObjectName(QStringLiteral("log"));
    m_log->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_log->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_tabs = new QTabWidget(this);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_plot, tr("C&urves"));
    m_tabs->addTab(m_facts, tr("&Details"));
    m_tabs->addTab(m_log, tr("&Log"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->addWidget(m_state, 1);
    head->addWidget(m_badge, 0, Qt::AlignVCenter);
    layout->addLayout(head);
    layout->addWidget(m_tabs, 1);
    setSelected(0);
}

void JobDetailsPanel::setSelected(int count)
{
    m_selected = count;
    m_plot->setEmptyState(count == 0 ? tr("Select jobs to see their training curves.")
                                     : tr("No epoch is done yet."));
    if (count == 0) showDetails({});
}

void JobDetailsPanel::showDetails(const JobDetails& details)
{
    m_details = details;
    m_plot->show(curvesPlot(details.curves, static_cast<std::size_t>(m_selected)));
    const bool isSingle = details.job.has_value();
    QString state;
    if (isSingle) {
        state = tr("%1: %2").arg(QString::fromStdString(details.job->id.substr(0, 8)),
                                 stateText(details.job->state, details.job->wanted, details.job->place));
        const QString why = beginningOf(details.job->message);
        if (!why.isEmpty() && why != stateText(details.job->state)) state += tr(" – %1").arg(why);
    }
    m_state->setText(state);
    m_state->setVisible(isSingle);
    showBadge(isSingle ? details.job->countsAgree : std::nullopt, QString::fromStdString(details.counts));
    m_facts->setPlaceholderText(m_selected > 1 ? tr("Select a single job to see what it is.")
                                               : tr("Select a job to see what it is."));
    m_log->setPlaceholderText(m_selected == 1 ? tr("Its worker has written nothing.")
                                              : tr("Select a single job to see the end of its log."));
    setText(*m_facts, isSingle ? factsOf(details) : QString());
    setText(*m_log, isSingle ? QString::fromStdString(details.logTail) : QString());
}

void JobDetailsPanel::showBadge(std::optional<bool> agree, const QString& tip)
{
    m_badge->setVisible(agree.has_value());
    if (!agree) return;
    m_badge->setText((*agree ? tr("counted = computed") : tr("counted ≠ computed")) + countsMark(agree));
    m_badge->setToolTip(tip);
    // The words say it; frame and colour are only seen sooner.
    QFont letters = font();
    letters.setBold(!*agree);
    m_badge->setFont(letters);
    m_badge->setLineWidth(*agree ? 1 : 2);
    QPalette colours = palette();
    const Theme theme = Theme::of(colours);
    colours.setColor(QPalette::WindowText, *agree ? theme.secondary : theme.series(1));
    m_badge->setPalette(colours);
}

void JobDetailsPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange && m_details.job)
        showBadge(m_details.job->countsAgree, QString::fromStdString(m_details.counts));
}

QString JobDetailsPanel::factsOf(const JobDetails& details) const
{
    const JobRecord& job = *details.job;
    QStringList lines;
    lines << tr("Job: %1").arg(QString::fromStdString(job.id));
    if (!job.message.empty()) lines << tr("Reason: %1").arg(shownText(job.message));
    lines << tr("Stages (blocks × width): %1").arg(QString::fromStdString(details.network));
    lines << tr("FLOPs: %1").arg(shownExactCount(job.flops));
    if (!details.counts.empty()) lines << tr("Check: %1").arg(shownText(details.counts));
    lines << tr("Populations: %1").arg(joined(details.populations, QStringLiteral(", ")));
    lines << tr("Recipe: %1, data set: %2, seed: %3")
                 .arg(QString::fromStdString(job.recipe), QString::fromStdString(job.dataSet),
                      QString::number(job.seed));
    if (job.bestTestError >= 0)
        lines << unitsTogether(tr("Test error: %1 % (best epoch), %2 % (last epoch)")
                                   .arg(job.bestTestError, 0, 'f', 2)
                                   .arg(job.lastTestError, 0, 'f', 2));
    if (!details.manifest.empty())
        lines << tr("Ran with: %1").arg(joined(details.manifest, QStringLiteral("; ")));
    for (const std::string& file : details.weights)
        lines << tr("Weights: %1").arg(QString::fromStdString(file));
    for (const std::string& attempt : details.attempts)
        lines << shownText(attempt);
    if (!details.logFile.empty()) lines << tr("Log: %1").arg(QString::fromStdString(details.logFile));
    return lines.join(QLatin1Char('\n'));
}

} // namespace regnet
