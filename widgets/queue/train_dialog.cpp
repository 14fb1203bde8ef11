// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/train_dialog.h"

#include "core/data/data_sets.h"
#include "core/space/built_in_spaces.h"
#include "core/stats/power.h"
#include "widgets/queue/queue_commands.h"
#include "widgets/shown_quantity.h"
#include "widgets/shown_text.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <algorithm>
#include <limits>
#include <thread>

namespace regnet {
namespace {

constexpr int planMs = 120; ///< after the last key

QSpinBox* spinBox(int low, int high, int value, QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setRange(low, high);
    box->setValue(value);
    box->setGroupSeparatorShown(true);
    return box;
}

} // namespace

TrainDialog::TrainDialog(const QueueSnapshotPointer& snapshot, const QString& space, QWidget* parent)
    : QDialog(parent), m_snapshot(snapshot)
{
    setWindowTitle(tr("Train a population"));
    setUpFields();
    if (!space.isEmpty()) {
        const int known = m_space->findText(space);
        if (known >= 0)
            m_space->setCurrentIndex(known);
        else
            m_space->setEditText(space);
    }
    proposeName();
    m_planSoon.setSingleShot(true);
    m_planSoon.setInterval(planMs);
    connect(&m_planSoon, &QTimer::timeout, this, &TrainDialog::startPlan);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        const Outcome<OrderPlan> outcome = m_watcher.result();
        const auto* problem = std::get_if<Problem>(&outcome);
        m_storeProblem = problem ? shownSentence(*problem) : QString();
        if (!problem) m_plan = std::get<OrderPlan>(outcome);
        check();
    });
    connect(m_space, &QComboBox::currentTextChanged, this, [this] {
        proposeName();
        plan();
    });
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_isNameOwn = true; });
    connect(m_name, &QLineEdit::textChanged, this, &TrainDialog::check);
    connect(m_trainingSeeds, &QLineEdit::textChanged, this, &TrainDialog::plan);
    connect(m_keepWeights, &QCheckBox::toggled, this, &TrainDialog::plan);
    for (QComboBox* box : {m_recipe, m_dataSet, m_device})
        connect(box, &QComboBox::currentTextChanged, this, &TrainDialog::plan);
    for (QSpinBox* box : {m_n, m_seed, m_workers, m_dataSeed})
        connect(box, &QSpinBox::valueChanged, this, &TrainDialog::plan);
    plan();
}

void TrainDialog::addField(QFormLayout& form, const QString& label, QWidget* field, const QString& tip)
{
    field->setToolTip(tip);
    auto* problem = new QLabel(this);
    problem->setWordWrap(true);
    problem->hide();
    QFont font = problem->font();
    font.setItalic(true);
    problem->setFont(font);
    auto* both = new QVBoxLayout;
    both->setSpacing(2);
    both->addWidget(field);
    both->addWidget(problem);
    auto* name = new QLabel(label, this);
    name->setBuddy(field);
    form.addRow(name, both);
    m_problems[field] = problem;
}

void TrainDialog::setUpFields()
{
    m_name = new QLineEdit(this);
    m_space = new QComboBox(this);
    m_space->setEditable(true);
    for (const char* regime : {"@cpu", ""})
        for (const DesignSpace& space : paperSpaces())
            m_space->addItem(QString::fromStdString(space.name) + QLatin1String(regime));
    m_space->setCurrentText(QStringLiteral("RegNetX@cpu"));
    m_n = spinBox(1, 1'000'000, 24, this);
    m_seed = spinBox(0, std::numeric_limits<int>::max(), 1, this);
    m_recipe = new QComboBox(this);
    m_recipe->setEditable(true);
    for (const Recipe& recipe : builtInRecipes())
        m_recipe->addItem(QString::fromStdString(recipe.name));
    m_trainingSeeds = new QLineEdit(QStringLiteral("1"), this);
    m_trainingSeeds->setObjectName(QStringLiteral("trainingSeeds"));
    m_dataSet = new QComboBox(this);
    m_dataSet->setObjectName(QStringLiteral("dataSet"));
    m_dataSet->setEditable(true);
    for (const std::string& name : dataSetNames())
        m_dataSet->addItem(QString::fromStdString(name == "folder" ? name + ":" : name));
    m_keepWeights = new QCheckBox(tr("&Keep the weights"), this);
    m_dataSeed = spinBox(0, std::numeric_limits<int>::max(), 1, this);
    const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    m_workers = spinBox(1, 1024, cores, this);
    m_device = new QComboBox(this);
    m_device->setEditable(true);
    m_device->addItems({QStringLiteral("cpu"), QStringLiteral("cuda"), QStringLiteral("cuda:0")});

    auto* form = new QFormLayout;
    addField(
        *form, tr("&Space"), m_space,
        tr("The design space that networks are drawn from; \"@cpu\" fits it to 32×32 images and a processor. "
           "A file with a space's JSON works as well."));
    addField(*form, tr("&Networks"), m_n, tr("How many different networks are drawn"));
    addField(*form, tr("S&eed"), m_seed, tr("The same space, number and seed give the same networks"));
    addField(*form, tr("Na&me"), m_name, tr("Under which the population is kept"));
    addField(
        *form, tr("&Recipe"), m_recipe,
        tr("Everything else that decides the result: epochs, learning rate, images. A file with a recipe's "
           "JSON works as well."));
    addField(
        *form, tr("&Training seeds"), m_trainingSeeds,
        tr("Seeds of weights and batches, with commas between them. Each one trains every network once more: "
           "replicates show what chance does."));
    addField(*form, tr("D&ata set"), m_dataSet,
             tr("What the networks see: built-in images, CIFAR (\"regnet dataset fetch cifar10\" brings it "
                "here; a "
                "folder with its files may follow after a colon), or folder:PATH with a folder of JPEG and "
                "PNG files "
                "for each class"));
    addField(
        *form, tr("&Data seed"), m_dataSeed,
        tr("Seed of the built-in images, and of the split of a folder without one; only equal ones compare"));
    addField(*form, tr("&Workers"), m_workers, tr("Trainings at the same time, each on one core"));
    addField(*form, tr("De&vice"), m_device,
             tr("cpu, cuda for every GPU, cuda:0 and so on, or a GPU's UUID"));
    m_keepWeights->setToolTip(tr(
        "The checkpoints of the last and of the best epoch stay when a training is done. Without it they are "
        "removed, and only the curves and errors stay."));
    form->addRow(QString(), m_keepWeights);

    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Train"));
    QPushButton* copy = m_buttons->addButton(tr("Copy as command"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyCommand"));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, &TrainDialog::copyCommand);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(planBox());
    layout->addStretch();
    layout->addWidget(m_buttons);
}

QWidget* TrainDialog::planBox()
{
    auto* box = new QGroupBox(tr("What it takes, and what it can show"), this);
    auto* form = new QFormLayout(box);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto add = [&](const QString& label, const char* name, int lines = 2) {
        auto* value = new QLabel(box);
        value->setObjectName(QLatin1String(name));
        value->setWordWrap(true);
        value->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
        // Room for the longest text from the start: the dialog does not jump while somebody types.
        value->setMinimumHeight(fontMetrics().lineSpacing() * lines);
        value->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        form->addRow(label, value);
        return value;
    };
    m_networks = add(tr("Trainings:"), "planNetworks");
    m_time = add(tr("Time:"), "planTime");
    m_disk = add(tr("Disk:"), "planDisk");
    m_memory = add(tr("Memory:"), "planMemory", 1);
    m_gap = add(tr("Comparison:"), "planGap", 4);
    return box;
}

void TrainDialog::fixPopulation(const QString& name, std::int64_t n, std::uint64_t seed)
{
    m_isFixed = true;
    m_isNameOwn = true;
    m_name->setText(name);
    m_n->setValue(static_cast<int>(n));
    m_seed->setValue(static_cast<int>(seed));
    for (QWidget* field : std::initializer_list<QWidget*>{m_space, m_n, m_seed, m_name})
        field->setEnabled(false);
    plan();
}

TrainingOrder TrainDialog::order() const
{
    TrainingOrder order;
    order.population = m_name->text().trimmed().toStdString();
    order.space = m_space->currentText().trimmed().toStdString();
    order.n = m_n->value();
    order.seed = static_cast<std::uint64_t>(m_seed->value());
    if (m_isFixed) {
        order.space.clear();
        order.n = 0;
    }
    order.recipe = m_recipe->currentText().toStdString();
    order.recipe = QString::fromStdString(order.recipe).trimmed().toStdString();
    const DataSetSpec given = dataSetFromText(m_dataSet->currentText().trimmed().toStdString());
    order.dataSet.name = given.name;
    order.dataSet.folder = given.folder;
    order.dataSet.seed = static_cast<std::uint64_t>(m_dataSeed->value());
    order.keepsWeights = m_keepWeights->isChecked();
    order.replicates = trainingSeeds();
    if (order.replicates.empty()) return order;
    order.trainingSeed = order.replicates.front();
    order.replicates.erase(order.replicates.begin());
    return order;
}

/// None where the text is no list of different numbers.
std::vector<std::uint64_t> TrainDialog::trainingSeeds() const
{
    std::vector<std::uint64_t> seeds;
    for (const QString& word : m_trainingSeeds->text().split(QLatin1Char(','))) {
        bool isNumber = false;
        seeds.push_back(word.trimmed().toULongLong(&isNumber));
        if (!isNumber || std::count(seeds.begin(), seeds.end(), seeds.back()) > 1) return {};
    }
    return seeds;
}

QString TrainDialog::seedsProblem() const
{
    if (!trainingSeeds().empty()) return {};
    return tr(
        "Whole numbers, each another one, with commas between them: 1, 2, 3. The same training is not done "
        "twice.");
}

void TrainDialog::setWorkers(int workers)
{
    if (workers > 0) m_workers->setValue(workers);
}

int TrainDialog::workers() const
{
    return m_workers->value();
}

QString TrainDialog::device() const
{
    return m_device->currentText().trimmed();
}

void TrainDialog::proposeName()
{
    if (m_isNameOwn) return;
    QString base = m_space->currentText().trimmed();
    base.replace(QLatin1Char('@'), QLatin1Char('-'));
    const auto isTaken = [this](const QString& name) {
        return std::any_of(m_snapshot->populations.begin(), m_snapshot->populations.end(),
                           [&](const PopulationStanding& p) { return p.summary.name == name.toStdString(); });
    };
    QString name = base;
    for (int number = 2; isTaken(name); ++number)
        name = base + QStringLiteral("-%1").arg(number);
    m_name->setText(name);
}

QString TrainDialog::nameProblem() const
{
    const TrainingOrder wanted = order();
    if (m_isFixed) return {};
    if (wanted.population.empty()) return tr("The population needs a name.");
    for (const PopulationStanding& standing : m_snapshot->populations) {
        const PopulationSummary& known = standing.summary;
        if (known.name != wanted.population) continue;
        if (known.networks != wanted.n || known.seed != wanted.seed)
            return tr("There is a population of that name, with other networks (%1 of %2, seed %3).")
                .arg(shownExactCount(known.networks), QString::fromStdString(known.space))
                .arg(known.seed);
    }
    return {};
}

void TrainDialog::plan()
{
    m_plan.reset();
    m_planSoon.start();
    check();
}

void TrainDialog::startPlan()
{
    // Replaces the one before: only the last answer is heard.
    m_watcher.setFuture(
        QtConcurrent::run([order = order(), workers = workers(), device = device().toStdString(),
                           store = m_snapshot->store, dataSets = m_dataSets]() -> Outcome<OrderPlan> {
            try {
                return planOf(order, workers, device, store, *dataSets);
            } catch (const Error& error) {
                return error.problem();
            }
        }));
}

void TrainDialog::copyCommand()
{
    QGuiApplication::clipboard()->setText(
        commandOf(order(), workers(), device().toStdString(), m_snapshot->store));
}

void TrainDialog::showProblem(QWidget* field, const QString& text)
{
    QLabel* label = m_problems.at(field);
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

void TrainDialog::check()
{
    const QString name = nameProblem();
    const auto text = [](const std::optional<Problem>& problem) {
        return problem ? shownSentence(*problem) : QString();
    };
    const QString seeds = seedsProblem();
    showProblem(m_name, name);
    showProblem(m_trainingSeeds, seeds);
    // What was wrong stays until it is known whether it still is.
    if (m_plan) {
        showProblem(m_space, text(m_plan->spaceProblem));
        showProblem(m_recipe, text(m_plan->recipeProblem));
        showProblem(m_dataSet, text(m_plan->dataSetProblem));
        showProblem(m_device, text(m_plan->deviceProblem));
    }
    m_buttons->button(QDialogButtonBox::Ok)
        ->setEnabled(name.isEmpty() && seeds.isEmpty() && (!m_plan || m_plan->isPossible()));
    showPlan();
}

void TrainDialog::showPlan()
{
    const bool isKnown = m_plan && m_plan->isPossible();
    for (QLabel* label : {m_networks, m_time, m_disk, m_memory})
        label->setEnabled(isKnown);
    m_gap->setText(unitsTogether(gapText()));
    if (!m_storeProblem.isEmpty()) m_networks->setText(m_storeProblem);
    if (!isKnown) return; // the earlier text stays, greyed, until the new one is there
    m_networks->setText(networksText());
    m_time->setText(unitsTogether(timeText()));
    m_disk->setText(diskText());
    m_memory->setText(tr("At most %1 a worker").arg(shownBytes(m_plan->budget.largestMemory)));
}

QString TrainDialog::networksText() const
{
    const Budget& budget = m_plan->budget;
    QString text = tr("%1 trainings, %2 epochs; %3 multiply-adds a network on average")
                       .arg(shownExactCount(budget.trainings - budget.done), shownExactCount(budget.epochs),
                            shownCount(m_plan->meanFlops));
    if (budget.done > 0) text += tr("; %1 are known already").arg(shownExactCount(budget.done));
    if (m_plan->sampled < budget.networks)
        text += tr(" (estimated from the first %1 networks)").arg(shownExactCount(m_plan->sampled));
    return text;
}

QString TrainDialog::timeText() const
{
    const Budget& budget = m_plan->budget;
    if (budget.trainings == budget.done) return tr("None: all of it is known");
    const QString before = m_plan->isDecodedFirst ? tr("The images are decoded first, once. ") : QString();
    if (!budget.seconds || !budget.speed)
        return before +
               tr("Not known: nothing was trained on this device yet. The first trainings will tell.");
    const SpeedModel& speed = *budget.speed;
    return before +
           tr("About %1 with %2 workers, from the measured speed of %3 on this device (typically within %4 "
              "%)")
               .arg(shownDuration(*budget.seconds), QString::number(workers()),
                    speed.trainings == 1 ? tr("one training")
                                         : tr("%1 trainings").arg(shownExactCount(speed.trainings)),
                    QString::number(100 * speed.typicalError, 'f', 0));
}

QString TrainDialog::diskText() const
{
    const auto bytes = [](std::int64_t n) { return shownBytes(n); };
    const Budget& budget = m_plan->budget;
    QString text = tr("At most %1 while it runs, of which %2 stay")
                       .arg(bytes(budget.disk.peak), bytes(budget.disk.kept));
    if (budget.freeBytes >= 0) text += tr("; %1 are free").arg(bytes(budget.freeBytes));
    if (!budget.fits())
        text += tr(". That is more than there is: the queue will pause before the disk is full");
    return text;
}

/// Known at once: it follows from the number of networks alone.
QString TrainDialog::gapText() const
{
    const std::int64_t n = m_n->value();
    const DetectableGap gap = detectableGap(n, n);
    if (!gap.edfGap)
        return tr("Too few networks to find any difference from another population of %1 (KS test, 5 %)")
            .arg(shownExactCount(n));
    QString text = tr("A gap of %1 between the EDFs of two populations of %2 is found (KS test, 5 %, power "
                      "80 %); the 95 % band of one is ±%3")
                       .arg(*gap.edfGap, 0, 'f', 2)
                       .arg(shownExactCount(n))
                       .arg(gap.bandA, 0, 'f', 2);
    const auto more = networksForEdfGap(0.1);
    if (more && *more > n) text += tr(". A gap of 0.1 needs %1 networks each").arg(shownExactCount(*more));
    return text;
}

} // namespace regnet
