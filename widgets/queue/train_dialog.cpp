// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/train_dialog.h"

#include "core/space/built_in_spaces.h"
#include "core/space/sampler.h"
#include "core/space/space_json.h"
#include "core/stats/edf.h"
#include "core/text/readable.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
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

constexpr std::int64_t previewNetworks = 16;
/// As in the store's work: what an image costs besides its multiply-adds.
constexpr double flopsPerImage = 2e6;

OrderPreview previewOf(const std::string& space, std::uint64_t seed)
{
    OrderPreview preview;
    try {
        SampleRequest request;
        request.n = previewNetworks;
        request.seed = seed;
        request.threads = 1;
        const Sample drawn = sample(openSpace(space), request);
        for (const SampledNetwork& network : drawn.networks)
            preview.meanFlops +=
                static_cast<double>(network.cost.flops) / static_cast<double>(drawn.networks.size());
    } catch (const Error& error) {
        preview.problem = error.problem();
    }
    return preview;
}

QSpinBox* spinBox(int low, int high, int value, QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setRange(low, high);
    box->setValue(value);
    box->setGroupSeparatorShown(true);
    return box;
}

} // namespace

std::optional<double> secondsPerWork(const QueueSnapshot& snapshot, const std::string& recipe)
{
    double seconds = 0, work = 0;
    for (const JobRecord& job : snapshot.jobs) {
        if (job.state != JobState::Done || job.recipe != recipe) continue;
        seconds += job.trainSeconds;
        work += (static_cast<double>(job.flops) + flopsPerImage) * static_cast<double>(job.epochs);
    }
    if (!(work > 0) || !(seconds > 0)) return std::nullopt;
    return seconds / work;
}

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
    connect(&m_watcher, &QFutureWatcher<OrderPreview>::finished, this, [this] {
        if (m_isFixed) return; // of the space that was proposed before
        m_preview = m_watcher.result();
        check();
    });
    connect(m_space, &QComboBox::currentTextChanged, this, &TrainDialog::preview);
    connect(m_seed, &QSpinBox::valueChanged, this, &TrainDialog::preview);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_isNameOwn = true; });
    connect(m_name, &QLineEdit::textChanged, this, &TrainDialog::check);
    connect(m_recipe, &QComboBox::currentTextChanged, this, &TrainDialog::check);
    for (QSpinBox* box : {m_n, m_workers, m_dataSeed})
        connect(box, &QSpinBox::valueChanged, this, &TrainDialog::check);
    preview();
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
    for (const Recipe& recipe : builtInRecipes())
        m_recipe->addItem(QString::fromStdString(recipe.name));
    m_dataSeed = spinBox(0, std::numeric_limits<int>::max(), 1, this);
    const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    m_workers = spinBox(1, 1024, cores, this);
    m_device = new QComboBox(this);
    m_device->setEditable(true);
    m_device->addItems({QStringLiteral("cpu"), QStringLiteral("cuda:0")});

    auto* form = new QFormLayout;
    addField(
        *form, tr("&Space"), m_space,
        tr("The design space that networks are drawn from; \"@cpu\" fits it to 32×32 images and a processor. "
           "A file with a space's JSON works as well."));
    addField(*form, tr("&Networks"), m_n, tr("How many different networks are drawn"));
    addField(*form, tr("S&eed"), m_seed, tr("The same space, number and seed give the same networks"));
    addField(*form, tr("Na&me"), m_name, tr("Under which the population is kept"));
    addField(*form, tr("&Recipe"), m_recipe,
             tr("Everything else that decides the result: epochs, learning rate, images"));
    addField(*form, tr("&Data seed"), m_dataSeed, tr("Seed of the built-in images; only equal ones compare"));
    addField(*form, tr("&Workers"), m_workers, tr("Trainings at the same time, each on one core"));
    addField(*form, tr("De&vice"), m_device, tr("cpu, or cuda:0 and so on"));

    m_estimate = new QLabel(this);
    m_estimate->setObjectName(QStringLiteral("estimate"));
    m_estimate->setWordWrap(true);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Train"));
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_estimate);
    layout->addWidget(m_buttons);
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
    preview();
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
    order.dataSet.seed = static_cast<std::uint64_t>(m_dataSeed->value());
    return order;
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
                           [&](const PopulationSummary& p) { return p.name == name.toStdString(); });
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
    for (const PopulationSummary& known : m_snapshot->populations) {
        if (known.name != wanted.population) continue;
        if (known.networks != wanted.n || known.seed != wanted.seed)
            return tr("There is a population of that name, with other networks (%1 of %2, seed %3).")
                .arg(known.networks)
                .arg(QString::fromStdString(known.space))
                .arg(known.seed);
    }
    return {};
}

void TrainDialog::preview()
{
    proposeName();
    m_preview.reset();
    const TrainingOrder wanted = order();
    if (m_isFixed) {
        check();
        return;
    }
    // Replaces the one before: only the last answer is heard.
    m_watcher.setFuture(
        QtConcurrent::run([space = wanted.space, seed = wanted.seed] { return previewOf(space, seed); }));
    check();
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
    const QString space =
        m_preview && m_preview->problem ? QString::fromStdString(sentence(*m_preview->problem)) : QString();
    const QString device =
        this->device() == QStringLiteral("cpu") || this->device().startsWith(QStringLiteral("cuda:"))
            ? QString()
            : tr("cpu, or cuda:0 and so on");
    showProblem(m_name, name);
    showProblem(m_space, space);
    showProblem(m_device, device);
    m_buttons->button(QDialogButtonBox::Ok)
        ->setEnabled(name.isEmpty() && space.isEmpty() && device.isEmpty());
    showEstimate();
}

void TrainDialog::showEstimate()
{
    m_estimate->setText(estimateText());
}

QString TrainDialog::estimateText() const
{
    const TrainingOrder wanted = order();
    QString text = tr("The EDF of %1 networks is known to ±%2 (95 % band).")
                       .arg(m_n->value())
                       .arg(dkwHalfWidth(m_n->value()), 0, 'f', 2);
    if (!m_preview || m_preview->problem) return text;
    text +=
        QStringLiteral(" ") +
        tr("About %1 multiply-adds each.").arg(QString::fromStdString(readableCount(m_preview->meanFlops)));
    const auto speed = secondsPerWork(*m_snapshot, wanted.recipe);
    if (!speed)
        return text + QStringLiteral(" ") +
               tr("The time is not known before a first training with this recipe.");
    const auto& recipe = builtInRecipe(wanted.recipe);
    const double seconds = *speed * (m_preview->meanFlops + flopsPerImage) *
                           static_cast<double>(recipe.epochs) * static_cast<double>(wanted.n) /
                           std::min<double>(workers(), static_cast<double>(wanted.n));
    return text + QStringLiteral(" ") +
           tr("Done in about %1 with %2 workers, going by earlier trainings with this recipe.")
               .arg(QString::fromStdString(readableDuration(seconds)))
               .arg(workers());
}

} // namespace regnet
