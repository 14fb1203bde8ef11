// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/design_panel.h"

#include "widgets/notices/work_end.h"
#include "widgets/shown_quantity.h"
#include "widgets/shown_text.h"
#include "widgets/spaces/network_table.h"
#include "widgets/spaces/number_text.h"
#include "widgets/spaces/space_commands.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>

#include <cmath>

namespace regnet {
namespace {

std::optional<double> numberIn(const QLineEdit& edit)
{
    if (edit.text().trimmed().isEmpty()) return std::nullopt;
    const double number = numberFrom(edit.text());
    if (!(std::abs(number) < 9e18))
        throwBadInput(edit.accessibleName().toStdString(), "is \"" + edit.text().toStdString() + "\"",
                      "a number such as 400M, or nothing");
    return number;
}

std::optional<std::int64_t> countIn(const QLineEdit& edit)
{
    const auto number = numberIn(edit);
    return number ? std::optional(static_cast<std::int64_t>(std::llround(*number))) : std::nullopt;
}

bool isSameNetwork(const Design& a, const Design& b)
{
    return a.network == b.network;
}

} // namespace

DesignPanel::DesignPanel(QWidget* parent)
    : QWidget(parent),
      m_task(
          this,
          [this](const Outcome<DesignAnswer>& outcome) {
              if (const auto* problem = std::get_if<Problem>(&outcome))
                  m_message->setText(shownSentence(*problem));
              else
                  showAnswer(std::get<DesignAnswer>(outcome));
              sayWorkEnd(*this, tr("Inverse design is over"), m_message->text(), m_since.elapsed());
          },
          [this] { m_stop->setEnabled(false); })
{
    auto* grid = new QGridLayout;
    const auto place = [&](int row, int column, const QString& text, QWidget* field, int span = 1) {
        auto* label = new QLabel(text, this);
        label->setBuddy(field);
        grid->addWidget(label, row, column);
        grid->addWidget(field, row, column + 1, 1, span);
    };
    m_flops = addEdit("designFlops", tr("Target FLOPs"), QStringLiteral("400M"), tr("any"));
    m_tolerance = addEdit("designTolerance", tr("Tolerance in %"), QStringLiteral("2"), QStringLiteral("2"));
    m_params = addEdit("designParams", tr("Parameters at most"), {}, tr("no limit"));
    m_activations = addEdit("designActivations", tr("Activations at most"), {}, tr("no limit"));
    m_fewestBlocks = addEdit("designFewestBlocks", tr("Depth at least"), {}, tr("any"));
    m_mostBlocks = addEdit("designMostBlocks", tr("Depth at most"), {}, tr("any"));
    m_rank = new QComboBox(this);
    m_rank->setObjectName(QStringLiteral("designRank"));
    m_rank->addItems({tr("fewest activations"), tr("fewest parameters"), tr("nearest FLOPs")});
    m_runTime = addEdit("designRunTime", tr("Run time at most, in milliseconds"), {}, tr("no limit"));
    m_measurements = new QComboBox(this);
    m_measurements->setObjectName(QStringLiteral("designMeasurements"));
    m_measurements->setToolTip(
        tr("From which run time is predicted: a sum of so much a FLOP, an activation and a parameter, "
           "fitted to measured networks; a file is a CSV, or what regnet measure --json prints"));
    m_measurements->addItem(tr("not measured"));
    m_measurements->addItem(tr("paper, V100"), QStringLiteral("paper"));
    m_measurements->setItemData(1, tr("The published models on one V100, 64 images at a time"),
                                Qt::ToolTipRole);
    m_measurements->addItem(tr("a file…"));
    m_measurements->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_measurements->setMinimumContentsLength(12);
    place(0, 0, tr("FLOPs"), m_flops);
    place(0, 2, tr("± %"), m_tolerance);
    place(1, 0, tr("Params ≤"), m_params);
    place(1, 2, tr("Activations ≤"), m_activations);
    place(2, 0, tr("Depth from"), m_fewestBlocks);
    place(2, 2, tr("to"), m_mostBlocks);
    place(3, 0, tr("Run time ≤"), m_runTime);
    place(3, 2, tr("ms, as"), m_measurements);
    place(4, 0, tr("Best first"), m_rank, 3);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    const auto button = [this](const char* name, const QString& text, const QString& tip) {
        auto* made = new QPushButton(text, this);
        made->setObjectName(QLatin1String(name));
        made->setToolTip(tip);
        return made;
    };
    m_find = button("designFind", tr("Find"), tr("Looks at four million candidates of the space"));
    m_fewer = button("designFewer", tr("Fewer activations"),
                     tr("Same FLOPs as the network on the sliders, with fewer activations"));
    m_stop = button("designStop", tr("Stop"), tr("Keeps what was found until now"));
    m_stop->setEnabled(false);
    auto* row = new QHBoxLayout;
    for (QPushButton* each : {m_find, m_fewer, m_stop, makeCopyButton()})
        row->addWidget(each);
    row->addStretch(1);
    m_message = new QLabel(this);
    m_message->setObjectName(QStringLiteral("designMessage"));
    m_message->setWordWrap(true);
    m_table =
        new NetworkTable(QStringLiteral("designTable"), tr("Networks that meet the targets"), true, this);
    m_table->setEmptyText(
        tr("Say what a network may cost and press Find: the best stand first, ★ marks those "
           "that no other beats in activations and parameters (and run time, where it is known)."));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->addLayout(grid);
    column->addLayout(row);
    column->addWidget(m_message);
    column->addWidget(m_table, 1);
    connect(m_measurements, &QComboBox::activated, this, &DesignPanel::chooseMeasurements);
    connect(m_find, &QPushButton::clicked, this, &DesignPanel::find);
    connect(m_fewer, &QPushButton::clicked, this, &DesignPanel::findFewerActivations);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_task.stop();
        m_stop->setEnabled(false);
        m_message->setText(tr("Stopped."));
    });
    connect(m_table, &NetworkTable::networkWanted, this, &DesignPanel::networkWanted);
}

QLineEdit* DesignPanel::addEdit(const char* name, const QString& label, const QString& text,
                                const QString& hint)
{
    auto* edit = new QLineEdit(text, this);
    edit->setObjectName(QLatin1String(name));
    edit->setAccessibleName(label);
    edit->setToolTip(label);
    edit->setPlaceholderText(hint);
    connect(edit, &QLineEdit::returnPressed, this, &DesignPanel::find);
    return edit;
}

void DesignPanel::showSpace(const DesignSpace& space, const std::string& source)
{
    m_space = space;
    m_source = source;
}

/// What run time is predicted from, as the command line names it; empty where it is not.
std::string DesignPanel::measurements() const
{
    return m_measurements->currentData().toString().toStdString();
}

QString DesignPanel::findCommand() const
{
    return commandOf(query(), m_source, measurements());
}

QString DesignPanel::fewerCommand() const
{
    return fewerActivationsCommand(m_current, query(), m_source, measurements());
}

QPushButton* DesignPanel::makeCopyButton()
{
    auto* button = new QPushButton(tr("Copy as command"), this);
    button->setObjectName(QStringLiteral("designCopyCommand"));
    button->setToolTip(tr("The line for a terminal that finds the same networks"));
    auto* menu = new QMenu(button);
    button->setMenu(menu);
    const auto add = [&](const QString& text, QString (DesignPanel::*command)() const) {
        connect(menu->addAction(text), &QAction::triggered, this, [this, command] {
            try {
                QGuiApplication::clipboard()->setText((this->*command)());
            } catch (const Error& error) {
                m_message->setText(shownSentence(error.problem()));
            }
        });
    };
    add(tr("Find"), &DesignPanel::findCommand);
    add(tr("Fewer activations"), &DesignPanel::fewerCommand);
    return button;
}

void DesignPanel::showNetwork(const NetworkSpec& spec)
{
    m_current = spec;
}

DesignQuery DesignPanel::query() const
{
    DesignQuery query;
    query.space = m_space;
    query.flops = countIn(*m_flops);
    query.tolerance = numberIn(*m_tolerance).value_or(2) / 100;
    query.params.high = countIn(*m_params);
    query.activations.high = countIn(*m_activations);
    query.depth = {countIn(*m_fewestBlocks), countIn(*m_mostBlocks)};
    query.rank = static_cast<DesignRank>(m_rank->currentIndex());
    query.mostRunTime = numberIn(*m_runTime);
    query.runTime = m_model;
    if (query.mostRunTime && !m_model)
        throwBadInput(m_runTime->accessibleName().toStdString(), "needs measurements to predict it from",
                      "a choice beside it: the paper's, or a file of this machine");
    return query;
}

/// The last choice asks for a file, which becomes a choice of its own before it. Where there is none, or it
/// cannot be read, the earlier choice stays.
void DesignPanel::chooseMeasurements()
{
    const int index = m_measurements->currentIndex();
    const bool asksForFile = index == m_measurements->count() - 1;
    QString source = m_measurements->currentData().toString();
    if (asksForFile) {
        source = QFileDialog::getOpenFileName(this, tr("Measured run times"), {},
                                              tr("Measurements (*.csv *.json);;All files (*)"));
        if (source.isEmpty()) return m_measurements->setCurrentIndex(m_chosenMeasurements);
    }
    try {
        std::optional<RunTimeModel> model;
        if (!source.isEmpty()) model = fitRunTime(openMeasurements(source.toStdString()));
        m_model = model;
    } catch (const Error& error) {
        m_measurements->setCurrentIndex(m_chosenMeasurements);
        m_message->setText(shownSentence(error.problem()));
        return;
    }
    if (asksForFile) m_measurements->insertItem(index, QFileInfo(source).fileName(), source);
    m_measurements->setCurrentIndex(index);
    m_chosenMeasurements = index;
    m_message->setText(
        m_model ? unitsTogether(tr("Run time is predicted from %1 measurements, typically within %2 %.")
                                    .arg(m_model->measurements)
                                    .arg(100 * m_model->relativeError, 0, 'f', 0))
                : QString());
    bringIntoSight(*m_message);
    showRanks();
}

/// The shortest run time can come first where it is known.
void DesignPanel::showRanks()
{
    constexpr int runTime = static_cast<int>(DesignRank::RunTime);
    if (m_model && m_rank->count() == runTime) m_rank->addItem(tr("shortest run time"));
    if (!m_model && m_rank->count() > runTime) m_rank->removeItem(runTime);
}

void DesignPanel::find()
{
    try {
        start(query());
    } catch (const Error& error) {
        m_message->setText(shownSentence(error.problem()));
    }
}

void DesignPanel::findFewerActivations()
{
    try {
        DesignQuery fewer = fewerActivationsThan(m_current, query());
        fewer.rank = DesignRank::Activations;
        m_rank->setCurrentIndex(0);
        start(fewer);
    } catch (const Error& error) {
        m_message->setText(shownSentence(error.problem()));
    }
}

void DesignPanel::start(const DesignQuery& query)
{
    m_message->setText(tr("Looking at %1 candidates of %2…")
                           .arg(shownExactCount(query.candidates), QString::fromStdString(m_space.name)));
    m_stop->setEnabled(true);
    m_since.start();
    m_task.start([query](const auto& say, const std::stop_token& stop) { say(findDesigns(query, stop)); });
}

void DesignPanel::showAnswer(const DesignAnswer& answer)
{
    std::vector<NetworkRow> rows;
    for (const Design& design : answer.ranked)
        rows.push_back({design.spec, design.network, design.cost, design.isPareto, design.milliseconds});
    for (const Design& design : answer.pareto) {
        const auto isIt = [&](const Design& ranked) { return isSameNetwork(ranked, design); };
        if (std::ranges::none_of(answer.ranked, isIt))
            rows.push_back({design.spec, design.network, design.cost, true, design.milliseconds});
    }
    m_message->setText(answer.found == 0
                           ? tr("None of %1 candidates meets all of this: widen the tolerance or a limit.")
                                 .arg(shownExactCount(answer.candidates))
                           : tr("%1 of %2 candidates meet this; the best %3, and %4 that no other beats (★).")
                                 .arg(shownExactCount(answer.found), shownExactCount(answer.candidates))
                                 .arg(shownExactCount(static_cast<std::int64_t>(answer.ranked.size())))
                                 .arg(shownExactCount(static_cast<std::int64_t>(answer.pareto.size()))));
    m_table->setRows(std::move(rows));
    bringIntoSight(*m_table);
    bringIntoSight(*m_message);
}

/// In a low dock answers lie below what was asked: whoever pressed Find does not have to look for them.
void DesignPanel::bringIntoSight(QWidget& answer)
{
    for (QWidget* parent = parentWidget(); parent; parent = parent->parentWidget())
        if (auto* scroll = qobject_cast<QScrollArea*>(parent)) {
            layout()->activate(); // a sentence may have become longer
            return scroll->ensureWidgetVisible(&answer);
        }
}

} // namespace regnet
