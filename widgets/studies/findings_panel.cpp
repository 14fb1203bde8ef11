// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studies/findings_panel.h"

#include "widgets/shown_quantity.h"
#include "widgets/shown_text.h"

#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTextBrowser>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace regnet {
namespace {

/// A sign as well as a word: colour is not the only one that tells them apart.
QString verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Holds:
        return FindingsModel::tr("✓ holds");
    case Verdict::DoesNotHold:
        return FindingsModel::tr("✗ does not hold");
    case Verdict::CannotJudge:
        return FindingsModel::tr("? cannot be judged");
    }
    return {};
}

QString html(const std::string& text)
{
    return shownText(text).toHtmlEscaped();
}

} // namespace

void FindingsModel::setFindings(std::vector<Finding> findings)
{
    beginResetModel();
    m_findings = std::move(findings);
    endResetModel();
}

int FindingsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

int FindingsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Finding& one = finding(index.row());
    if (role == Qt::ToolTipRole) return shownText(one.why);
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
    case VerdictColumn:
        return verdictText(one.verdict);
    case Claim:
        return shownText(one.claim);
    case Setting:
        return QString::fromStdString(one.setting);
    case Here:
        return shownText(one.here);
    case Paper:
        return shownText(one.paper);
    default:
        return {};
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    return QStringList{tr("verdict"), tr("the paper's claim"), tr("where"), tr("here"),
                       tr("the paper")}[section];
}

FindingsPanel::FindingsPanel(const QString& nextStep, QWidget* parent)
    : QWidget(parent), m_model(new FindingsModel(this)), m_nextStep(nextStep)
{
    m_summary = new QLabel(this);
    m_summary->setObjectName(QStringLiteral("findingsSummary"));
    m_summary->setWordWrap(true);
    m_summary->setContentsMargins(6, 4, 6, 2);
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setObjectName(QStringLiteral("findingsSplitter"));
    m_view = new QTreeView(m_splitter);
    m_view->setObjectName(QStringLiteral("findings"));
    m_view->setAccessibleName(tr("Findings"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setAllColumnsShowFocus(true);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->header()->setStretchLastSection(true);
    m_details = new QTextBrowser(m_splitter);
    m_details->setObjectName(QStringLiteral("findingDetails"));
    m_details->setAccessibleName(tr("The chosen finding"));
    m_details->setFrameShape(QFrame::NoFrame);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_summary);
    column->addWidget(m_splitter, 1);
    column->addStretch(0); // keeps the sentence at the top where there is nothing else
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &FindingsPanel::showDetails);
    show(std::vector<Finding>{});
}

void FindingsPanel::setBusy()
{
    m_summary->setText(tr("Looking…"));
}

void FindingsPanel::show(std::vector<Finding> findings)
{
    const auto count = [&](Verdict verdict) {
        return std::ranges::count(findings, verdict, &Finding::verdict);
    };
    m_summary->setText(
        findings.empty()
            ? tr("None of the paper's claims is about these populations, or nothing of them is trained "
                 "yet.") +
                  QLatin1Char(' ') + m_nextStep
            : unitsTogether(tr("%1 hold, %2 do not hold, %3 cannot be judged with these networks. Tests "
                               "together at 5 % "
                               "(Holm).")
                                .arg(count(Verdict::Holds))
                                .arg(count(Verdict::DoesNotHold))
                                .arg(count(Verdict::CannotJudge))));
    m_splitter->setVisible(!findings.empty());
    m_model->setFindings(std::move(findings));
    for (const int column : {FindingsModel::VerdictColumn, FindingsModel::Claim, FindingsModel::Setting})
        m_view->resizeColumnToContents(column);
    m_view->setColumnWidth(FindingsModel::Here, fontMetrics().averageCharWidth() * 60);
    if (m_model->rowCount() > 0) m_view->setCurrentIndex(m_model->index(0, 0));
    showDetails();
}

void FindingsPanel::showDetails()
{
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid()) return m_details->clear();
    const Finding& one = m_model->finding(current.row());
    QString text =
        QStringLiteral("<p><b>%1</b>%2: %3</p>")
            .arg(html(one.claim), one.setting.empty() ? QString() : tr(" (%1)").arg(html(one.setting)),
                 verdictText(one.verdict).toHtmlEscaped());
    if (!one.here.empty()) text += tr("<p>Here: %1</p>").arg(html(one.here));
    text += tr("<p>The paper: %1</p>").arg(html(one.paper));
    if (one.pValue) text += tr("<p>p after Holm's correction: %1</p>").arg(*one.pValue, 0, 'g', 2);
    if (!one.why.empty()) text += QStringLiteral("<p>%1</p>").arg(html(one.why));
    m_details->setHtml(text);
}

} // namespace regnet
