// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studies/study_run_panel.h"

#include "widgets/shown_quantity.h"
#include "widgets/shown_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <thread>

namespace regnet {

void StandingsModel::setStandings(std::vector<StudyStanding> standings)
{
    const bool isSame = std::ranges::equal(
        standings, m_standings, {}, [](const StudyStanding& each) { return each.planned.name; },
        [](const StudyStanding& each) { return each.planned.name; });
    if (!isSame) beginResetModel();
    m_standings = std::move(standings);
    if (!isSame)
        endResetModel();
    else if (!m_standings.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

std::vector<PlannedPopulation> StandingsModel::chosen() const
{
    std::vector<PlannedPopulation> populations;
    for (const StudyStanding& each : m_standings)
        if (!m_unticked.contains(each.planned.key)) populations.push_back(each.planned);
    return populations;
}

int StandingsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_standings.size());
}

int StandingsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant StandingsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const StudyStanding& one = m_standings[static_cast<std::size_t>(index.row())];
    if (role == Qt::CheckStateRole && index.column() == Key)
        return m_unticked.contains(one.planned.key) ? Qt::Unchecked : Qt::Checked;
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(
            (index.column() >= Networks && index.column() <= Open ? Qt::AlignRight : Qt::AlignLeft) |
            Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) return QString::fromStdString(one.planned.name);
    if (role != Qt::DisplayRole) return {};
    const auto count = [&](std::int64_t n) {
        return one.isInStore ? shownExactCount(n) : QStringLiteral("–");
    };
    switch (index.column()) {
    case Key:
        return QString::fromStdString(one.planned.key);
    case Space:
        return QString::fromStdString(one.planned.space.name);
    case Networks:
        return shownExactCount(one.planned.n);
    case Done:
        return count(one.jobs.of(JobState::Done));
    case Failed:
        return count(one.jobs.failures());
    case Open:
        return one.isInStore ? shownExactCount(one.jobs.open()) : tr("not queued");
    case Recipe:
        return QString::fromStdString(one.planned.recipe.name);
    default:
        return {};
    }
}

bool StandingsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::CheckStateRole) return false;
    const std::string& key = m_standings[static_cast<std::size_t>(index.row())].planned.key;
    if (value.toInt() == Qt::Checked)
        m_unticked.erase(key);
    else
        m_unticked.insert(key);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    return true;
}

QVariant StandingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    if (role == Qt::DisplayRole)
        return QStringList{tr("population"), tr("space"), tr("networks"), tr("done"),
                           tr("failed"),     tr("open"),  tr("recipe")}[section];
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section >= Networks && section <= Open ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    return {};
}

Qt::ItemFlags StandingsModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == Key) flags |= Qt::ItemIsUserCheckable;
    return flags;
}

StudyRunPanel::StudyRunPanel(QWidget* parent) : QWidget(parent), m_model(new StandingsModel(this))
{
    m_note = new QLabel(this);
    m_note->setObjectName(QStringLiteral("studyNote"));
    m_cost = new QLabel(this);
    m_cost->setObjectName(QStringLiteral("studyCost"));
    for (QLabel* label : {m_note, m_cost}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setContentsMargins(6, 4, 6, 2);
    }
    m_view = new QTreeView(this);
    m_view->setObjectName(QStringLiteral("studyPopulations"));
    m_view->setAccessibleName(tr("Populations of the study"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_workers = new QSpinBox(this);
    m_workers->setRange(1, 1024);
    m_workers->setValue(static_cast<int>(std::max(1U, std::thread::hardware_concurrency())));
    m_workers->setToolTip(tr("Trainings at the same time, each on one core"));
    m_device = new QComboBox(this);
    m_device->setEditable(true);
    m_device->addItems({QStringLiteral("cpu"), QStringLiteral("cuda"), QStringLiteral("cuda:0")});
    m_device->setToolTip(tr("cpu, cuda for every GPU, cuda:0 and so on, or a GPU's UUID"));
    m_run = new QPushButton(tr("&Queue and train"), this);
    m_run->setObjectName(QStringLiteral("studyRun"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(6, 0, 6, 6);
    const auto add = [&](const QString& text, QWidget* field) {
        auto* label = new QLabel(text, this);
        label->setBuddy(field);
        row->addWidget(label);
        row->addWidget(field);
    };
    add(tr("&Workers"), m_workers);
    add(tr("De&vice"), m_device);
    m_measure = new QPushButton(tr("&Measure run times"), this);
    m_measure->setObjectName(QStringLiteral("studyMeasure"));
    m_measure->setCheckable(true);
    m_measure->setToolTip(tr("Forward passes of batches of 64 of all networks that are in the store, on this "
                             "machine (Figure 12)"));
    m_measured = new QLabel(this);
    m_measured->setObjectName(QStringLiteral("studyMeasured"));
    row->addWidget(m_measure);
    row->addWidget(m_measured);
    row->addStretch(1);
    row->addWidget(m_run);
    connect(m_measure, &QPushButton::clicked, this, &StudyRunPanel::measureWanted);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_note);
    column->addWidget(m_view, 1);
    column->addWidget(m_cost);
    column->addLayout(row);
    connect(m_run, &QPushButton::clicked, this,
            [this] { Q_EMIT runWanted(m_model->chosen(), workers(), device()); });
    connect(m_workers, &QSpinBox::valueChanged, this, &StudyRunPanel::costWanted);
    connect(m_device, &QComboBox::currentTextChanged, this, &StudyRunPanel::costWanted);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &StudyRunPanel::updateButton);
    updateButton();
}

void StudyRunPanel::setTrainable(bool canTrain)
{
    m_canTrain = canTrain;
    updateButton();
}

int StudyRunPanel::workers() const
{
    return m_workers->value();
}

QString StudyRunPanel::device() const
{
    return m_device->currentText().trimmed();
}

void StudyRunPanel::showStudy(const Study& study)
{
    m_note->setText(
        study.cannotRun.empty()
            ? QString()
            : tr("This study is not trained here: %1.").arg(QString::fromStdString(study.cannotRun)));
    m_note->setVisible(!study.cannotRun.empty());
    m_view->setVisible(study.cannotRun.empty());
    m_cost->clear();
    m_isPossible = false;
    m_measure->setVisible(std::ranges::any_of(study.panels, [](const StudyPanel& panel) {
        return panel.kind == PanelKind::RunTime || panel.property == "time";
    }));
    if (!study.cannotRun.empty()) m_model->setStandings({});
    updateButton();
}

void StudyRunPanel::showMeasuring(const QString& text)
{
    m_measure->setChecked(!text.isEmpty());
    m_measured->setText(text);
}

void StudyRunPanel::setBusy()
{
    m_cost->setEnabled(false);
}

void StudyRunPanel::showCost(const StudyCost& cost)
{
    m_model->setStandings(cost.standings);
    m_cost->setEnabled(true);
    QString text;
    if (cost.left == 0) {
        text = tr("All %1 networks are trained.").arg(shownExactCount(cost.networks));
    } else {
        text = tr("%1 of %2 trainings are left: %3 epochs, %4 multiply-adds. ")
                   .arg(shownExactCount(cost.left), shownExactCount(cost.networks),
                        shownExactCount(cost.epochs), shownCount(cost.flops));
        text += cost.seconds
                    ? tr("About %1 on this machine, from measured speed.").arg(shownDuration(*cost.seconds))
                    : tr("How long that takes is not known: nothing was trained on this device yet.");
    }
    if (!cost.leftOut.empty()) {
        QStringList keys;
        for (const std::string& key : cost.leftOut)
            keys << QString::fromStdString(key);
        text += QLatin1Char(' ') + tr("Left out at this scale: %1.").arg(keys.join(QLatin1String(", ")));
    }
    m_cost->setText(text);
    m_isPossible = !cost.standings.empty();
    updateButton();
}

void StudyRunPanel::showProblem(const Problem& problem)
{
    m_model->setStandings({});
    m_cost->setEnabled(true);
    m_cost->setText(shownSentence(problem));
    m_isPossible = false;
    updateButton();
}

void StudyRunPanel::updateButton()
{
    m_run->setEnabled(m_canTrain && m_isPossible && !m_model->chosen().empty());
    m_measure->setEnabled(m_canTrain && std::ranges::any_of(m_model->standings(), &StudyStanding::isInStore));
    m_run->setToolTip(m_canTrain ? tr("Samples what is ticked, queues it and starts to train")
                                 : tr("This window has no queue"));
}

} // namespace regnet
