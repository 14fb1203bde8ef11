// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/population_panel.h"

#include "core/queue/spool.h"
#include "core/space/built_in_spaces.h"
#include "core/space/space_json.h"
#include "core/store/store.h"
#include "widgets/notices/work_end.h"
#include "widgets/shown_quantity.h"
#include "widgets/shown_text.h"
#include "widgets/spaces/network_table.h"
#include "widgets/spaces/space_commands.h"

#include <QClipboard>
#include <QComboBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <thread>

namespace regnet {
namespace {

QSpinBox* spinBox(const char* name, int low, int high, int value, QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setRange(low, high);
    box->setValue(value);
    box->setGroupSeparatorShown(true);
    return box;
}

QString readable(double count)
{
    return shownCount(count);
}

/// By whoever holds the store, or with the lock taken for a moment.
void keep(const PopulationSpec& population, const std::filesystem::path& store)
{
    request(adding(population), store, Spool(workingSpoolOf(store)), "regnet-explorer");
}

/// As the Train dialog opens.
std::string firstRecipe()
{
    return builtInRecipes().front().name;
}

int trainingCores()
{
    return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

/// What training it would take; nothing where the store cannot be read.
std::optional<OrderPlan> trainingPlan(const PopulationSpec& population, const std::filesystem::path& store)
{
    TrainingOrder order;
    order.population = population.name;
    order.recipe = firstRecipe();
    DataSetMemo dataSets;
    try {
        return planOf(order, trainingCores(), "cpu", store, dataSets, &population);
    } catch (const Error&) {
        return std::nullopt;
    }
}

} // namespace

PopulationPanel::PopulationPanel(std::filesystem::path store, QWidget* parent)
    : QWidget(parent), m_store(std::move(store)),
      m_task(
          this,
          [this](const Outcome<DrawnPointer>& outcome) {
              if (const auto* problem = std::get_if<Problem>(&outcome))
                  m_message->setText(shownSentence(*problem));
              else
                  showDrawn(std::get<DrawnPointer>(outcome));
              sayWorkEnd(*this, tr("Sampling is over"), m_message->text(), m_since.elapsed());
          },
          [this] {
              m_stop->setEnabled(false);
              m_sample->setEnabled(true);
          })
{
    auto* grid = new QGridLayout;
    const auto place = [&](int row, int column, const QString& text, QWidget* field, const QString& tip) {
        auto* label = new QLabel(text, this);
        label->setBuddy(field);
        field->setToolTip(tip);
        grid->addWidget(label, row, column);
        grid->addWidget(field, row, column + 1);
    };
    m_n = spinBox("sampleCount", 1, 1'000'000, 100, this);
    m_seed = spinBox("sampleSeed", 0, std::numeric_limits<int>::max(), 1, this);
    m_regime = new QComboBox(this);
    m_regime->setObjectName(QStringLiteral("sampleRegime"));
    m_regime->addItem(tr("as it is"));
    for (const Regime& regime : regimes()) {
        m_regime->addItem(QString::fromStdString(regime.name));
        m_regime->setItemData(m_regime->count() - 1, shownText(regime.note), Qt::ToolTipRole);
    }
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("sampleName"));
    place(0, 0, tr("Networks"), m_n, tr("How many different networks are drawn"));
    place(0, 2, tr("seed"), m_seed, tr("The same space, number and seed give the same networks"));
    place(1, 0, tr("Regime"), m_regime, tr("FLOPs as in the paper, or small for a CPU"));
    place(1, 2, tr("name"), m_name, tr("Under which the population is kept in the store"));
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    const auto button = [this](const char* name, const QString& text, const QString& tip) {
        auto* made = new QPushButton(text, this);
        made->setObjectName(QLatin1String(name));
        made->setToolTip(tip);
        return made;
    };
    m_sample = button("samplePopulation", tr("Sample"), tr("Draws the networks and keeps them in the store"));
    m_stop = button("sampleStop", tr("Stop"), tr("Stops drawing; nothing is kept"));
    m_train = button("trainThisPopulation", tr("Train this population…"),
                     tr("Opens the Train dialog with these networks"));
    m_copy = button("sampleCopyCommand", tr("Copy as command"),
                    tr("The line for a terminal that draws and keeps the same networks"));
    m_stop->setEnabled(false);
    m_train->setEnabled(false);
    auto* row = new QHBoxLayout;
    for (QPushButton* each : {m_sample, m_stop, m_train, m_copy})
        row->addWidget(each);
    row->addStretch(1);
    m_message = new QLabel(this);
    m_message->setObjectName(QStringLiteral("sampleMessage"));
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_table =
        new NetworkTable(QStringLiteral("populationTable"), tr("Networks of the population"), false, this);
    m_table->setEmptyText(tr("No population was sampled yet."));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->addLayout(grid);
    column->addLayout(row);
    column->addWidget(m_message);
    column->addWidget(m_table, 1);
    connect(m_sample, &QPushButton::clicked, this, &PopulationPanel::sample);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_task.stop();
        m_message->setText(tr("Stopped: nothing was kept."));
        m_stop->setEnabled(false);
        m_sample->setEnabled(true);
    });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(command()); });
    connect(m_train, &QPushButton::clicked, this, [this] { Q_EMIT trainWanted(m_population); });
    connect(m_table, &NetworkTable::networkWanted, this, &PopulationPanel::networkWanted);
    connect(m_name, &QLineEdit::textEdited, this,
            [this](const QString& text) { m_isNameOwn = !text.isEmpty(); });
    connect(m_regime, &QComboBox::currentIndexChanged, this, &PopulationPanel::proposeName);
    for (QSpinBox* box : {m_n, m_seed})
        connect(box, &QSpinBox::valueChanged, this, &PopulationPanel::proposeName);
}

void PopulationPanel::showSpace(const DesignSpace& space, const std::string& source)
{
    m_space = space;
    m_source = source;
    proposeName();
}

/// Space, regime, n and seed: the same name means the same networks.
void PopulationPanel::proposeName()
{
    if (m_isNameOwn) return;
    QString name = QString::fromStdString(m_space.name);
    if (m_regime->currentIndex() > 0) name += QLatin1Char('-') + m_regime->currentText();
    m_name->setText(name + QStringLiteral("-n%1-s%2").arg(m_n->value()).arg(m_seed->value()));
}

QString PopulationPanel::regime() const
{
    return m_regime->currentIndex() > 0 ? m_regime->currentText() : QString();
}

QString PopulationPanel::command() const
{
    return commandOf({m_source, regime().toStdString(), m_n->value(),
                      static_cast<std::uint64_t>(m_seed->value()), m_name->text().trimmed().toStdString(),
                      m_store});
}

void PopulationPanel::sample()
{
    PopulationSpec wanted;
    wanted.name = m_name->text().trimmed().toStdString();
    if (wanted.name.empty()) {
        m_message->setText(tr("The population needs a name."));
        return;
    }
    wanted.seed = static_cast<std::uint64_t>(m_seed->value());
    m_message->setText(tr("Drawing %1 networks…").arg(shownExactCount(m_n->value())));
    m_sample->setEnabled(false);
    m_stop->setEnabled(true);
    m_since.start();
    m_task.start([=, regime = regime().toStdString(), n = m_n->value(), space = m_space,
                  store = m_store](const auto& say, const std::stop_token& stop) {
        const DesignSpace definition = regime.empty() ? space : inRegime(space, regime);
        SampleRequest order;
        order.n = n;
        order.seed = wanted.seed;
        order.isStopped = [stop] { return stop.stop_requested(); };
        auto drawn = std::make_shared<Drawn>();
        drawn->sample = regnet::sample(definition, order);
        if (drawn->sample.wasStopped || stop.stop_requested()) return;
        PopulationSpec population = wanted;
        population.space = definition.name;
        population.spaceJson = toJson(definition).dump();
        population.constraintsJson = toJson(definition).at("limits").dump();
        drawn->kept = population;
        for (const SampledNetwork& network : drawn->sample.networks)
            population.networks.push_back(network.spec);
        if (!store.empty()) {
            try {
                keep(population, store);
            } catch (const Error& error) {
                drawn->notKept = error.problem();
            }
        }
        drawn->plan = trainingPlan(population, store);
        say(drawn);
    });
}

QString PopulationPanel::costText(const Sample& sample) const
{
    double flops = 0, most = 0, params = 0;
    for (const SampledNetwork& network : sample.networks) {
        flops += static_cast<double>(network.cost.flops);
        params += static_cast<double>(network.cost.params);
        most = std::max(most, static_cast<double>(network.cost.flops));
    }
    const auto n = static_cast<double>(std::max<std::size_t>(1, sample.networks.size()));
    return tr("On average %1 FLOPs and %2 parameters, at most %3 FLOPs.")
        .arg(readable(flops / n), readable(params / n), readable(most));
}

QString PopulationPanel::planText(const OrderPlan& plan) const
{
    const Budget& budget = plan.budget;
    if (plan.dataSetProblem)
        return tr("The built-in images do not fit them (%1); choose another data set to train them.")
            .arg(shownSentence(*plan.dataSetProblem));
    if (!plan.isPossible() || budget.trainings == budget.done) return {};
    const QString recipe = QString::fromStdString(firstRecipe());
    if (!budget.seconds)
        return tr("How long training them with %1 takes is not known before the first of such trainings has "
                  "run on this machine.")
            .arg(recipe);
    return tr("Training them with %1 takes about %2 on the %3 cores of this machine, from measured speed, "
              "and "
              "%4 on disk.")
        .arg(recipe, shownDuration(*budget.seconds), QString::number(trainingCores()),
             shownBytes(budget.disk.peak));
}

void PopulationPanel::showDrawn(const DrawnPointer& drawn)
{
    const Sample& sample = drawn->sample;
    m_population = {QString::fromStdString(drawn->kept.name), QString::fromStdString(drawn->kept.space),
                    static_cast<std::int64_t>(sample.networks.size()), drawn->kept.seed};
    QString text = tr("%1 networks from %2 candidates (%3 % accepted). ")
                       .arg(shownExactCount(m_population.n), shownExactCount(sample.candidates))
                       .arg(100 * sample.acceptance(), 0, 'g', 3);
    text += costText(sample) + QLatin1Char(' ');
    if (drawn->plan) text += planText(*drawn->plan) + QLatin1Char(' ');
    const bool isKept = !m_store.empty() && !drawn->notKept;
    if (isKept)
        text += tr("Kept in the store as \"%1\".").arg(m_population.name);
    else
        text += drawn->notKept ? tr("Not kept: %1").arg(shownSentence(*drawn->notKept))
                               : tr("Not kept: there is no store.");
    m_message->setText(unitsTogether(text));
    m_train->setEnabled(isKept);
    std::vector<NetworkRow> rows;
    rows.reserve(sample.networks.size());
    for (SampledNetwork& network : drawn->sample.networks)
        rows.push_back({std::move(network.spec), std::move(network.network), network.cost, false, {}});
    m_table->setRows(std::move(rows));
}

} // namespace regnet
