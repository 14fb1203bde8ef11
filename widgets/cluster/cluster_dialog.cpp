// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cluster/cluster_dialog.h"

#include "widgets/cluster/profile_form.h"
#include "widgets/latest_job.h"
#include "widgets/shown_quantity.h"
#include "widgets/shown_text.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace regnet {
namespace {

constexpr int planMs = 120; ///< after the last key

QLabel* textLabel(const char* name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/// For the tip of a button that waits for it: beside their fields some are not told yet.
QStringList sentencesOf(const std::vector<FieldProblem>& problems)
{
    QStringList sentences;
    for (const FieldProblem& one : problems)
        sentences << shownSentence(one.problem);
    return sentences;
}

} // namespace

ClusterDialog::ClusterDialog(ClusterQuestion question, QWidget* parent)
    : QDialog(parent), m_question(std::move(question))
{
    setWindowTitle(tr("Send to a cluster"));
    setUpFields();
    m_job = std::make_unique<LatestJob<ClusterPlan>>(
        this, [this](const Outcome<ClusterPlan>& outcome) { showPlan(outcome); });
    wire();
    readProfiles({});
    plan();
}

ClusterDialog::~ClusterDialog() = default;

QWidget* ClusterDialog::profileRow()
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_chosen = new QComboBox(row);
    m_chosen->setObjectName(QStringLiteral("profile"));
    m_chosen->setToolTip(
        tr("Ways to use clusters, kept in %1").arg(QString::fromStdString(m_question.profiles.string())));
    m_save = new QPushButton(tr("Sa&ve profile"), row);
    m_save->setObjectName(QStringLiteral("saveProfile"));
    m_save->setAutoDefault(false);
    auto* label = new QLabel(tr("Site pro&file"), row);
    label->setBuddy(m_chosen);
    layout->addWidget(label);
    layout->addWidget(m_chosen, 1);
    layout->addWidget(m_save);
    return row;
}

QWidget* ClusterDialog::outRow()
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_byHand = new QCheckBox(tr("Generate only: I submit &by hand, from"), row);
    m_byHand->setObjectName(QStringLiteral("byHand"));
    m_byHand->setToolTip(
        tr("Nothing is submitted. Scripts and files are written into a folder; when it comes "
           "back from the cluster, its results are brought in."));
    m_out = new QLineEdit(row);
    m_out->setObjectName(QStringLiteral("out"));
    m_out->setAccessibleName(tr("Folder for scripts and files"));
    m_out->setPlaceholderText(tr("a folder"));
    m_browse = new QPushButton(tr("Choose…"), row);
    m_browse->setAutoDefault(false);
    m_out->setEnabled(false);
    m_browse->setEnabled(false);
    layout->addWidget(m_byHand);
    layout->addWidget(m_out, 1);
    layout->addWidget(m_browse);
    return row;
}

void ClusterDialog::setUpFields()
{
    auto* jobs = textLabel("jobs", this);
    jobs->setText(m_question.jobsInWords);
    m_form = new ProfileForm(this);
    m_outProblem = textLabel("outProblem", this);
    m_outProblem->hide();
    m_price = textLabel("price", this);
    m_price->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // Room for two lines from the start: the dialog does not jump while somebody types.
    m_price->setMinimumHeight(fontMetrics().lineSpacing() * 2);
    m_fileProblem = textLabel("fileProblem", this);
    m_fileProblem->hide();
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    QPushButton* copy = m_buttons->addButton(tr("Copy as command"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyCommand"));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(QString::fromStdString(commandOf(order(), m_question.store)));
    });
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(jobs);
    layout->addWidget(profileRow());
    layout->addWidget(m_form);
    layout->addWidget(outRow());
    for (QLabel* label : {m_outProblem, m_price, m_fileProblem})
        layout->addWidget(label);
    layout->addStretch();
    layout->addWidget(m_buttons);
}

void ClusterDialog::wire()
{
    m_planSoon.setSingleShot(true);
    m_planSoon.setInterval(planMs);
    connect(&m_planSoon, &QTimer::timeout, this, [this] {
        m_job->start(
            [order = order(), store = m_question.store](const auto&) { return planOf(order, store); });
    });
    connect(m_chosen, &QComboBox::activated, this, &ClusterDialog::chooseProfile);
    connect(m_save, &QPushButton::clicked, this, &ClusterDialog::save);
    connect(m_form, &ProfileForm::edited, this, &ClusterDialog::plan);
    connect(m_out, &QLineEdit::textChanged, this, [this] {
        m_wasFolderTyped = true;
        plan();
    });
    connect(m_byHand, &QCheckBox::toggled, this, [this](bool isByHand) {
        m_out->setEnabled(isByHand);
        m_browse->setEnabled(isByHand);
        plan();
    });
    connect(m_browse, &QPushButton::clicked, this, &ClusterDialog::chooseFolder);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ClusterDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

/// The profiles of the file, the chosen one first seen; without any, a new one is begun.
void ClusterDialog::readProfiles(const std::string& chosen)
{
    try {
        m_profiles = regnet::readProfiles(m_question.profiles);
    } catch (const Error& error) {
        m_profiles.clear();
        showFileProblem(shownSentence(error.problem()));
    }
    int index = 0;
    m_chosen->clear();
    for (const SiteProfile& profile : m_profiles) {
        if (profile.name == chosen) index = m_chosen->count();
        m_chosen->addItem(QString::fromStdString(profile.name));
    }
    m_chosen->addItem(tr("A new profile"));
    m_chosen->setCurrentIndex(index);
    if (chosen.empty()) chooseProfile(index);
}

void ClusterDialog::chooseProfile(int index)
{
    const auto row = static_cast<std::size_t>(index);
    m_form->setProfile(row < m_profiles.size() ? m_profiles[row] : SiteProfile{});
    plan();
}

bool ClusterDialog::save()
{
    try {
        const SiteProfile profile = m_form->profile();
        check(profile, "profile");
        saveProfile(m_question.profiles, profile);
        showFileProblem({});
        readProfiles(profile.name);
        return true;
    } catch (const Error& error) {
        showFileProblem(shownSentence(error.problem()));
        return false;
    }
}

void ClusterDialog::accept()
{
    if (m_isPossible && save()) QDialog::accept();
}

void ClusterDialog::chooseFolder()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Scripts and files for the cluster"), m_out->text());
    if (!folder.isEmpty()) m_out->setText(folder);
}

ClusterOrder ClusterDialog::order() const
{
    ClusterOrder order;
    order.jobs = m_question.jobs;
    order.profile = m_form->profile();
    if (m_byHand->isChecked()) order.out = m_out->text().trimmed().toStdString();
    return order;
}

QString ClusterDialog::folderProblem() const
{
    if (!m_byHand->isChecked() || !m_out->text().trimmed().isEmpty()) return {};
    return tr("No folder is named; expected one for scripts and files.");
}

void ClusterDialog::showFolderProblem()
{
    m_outProblem->setText(m_wasFolderTyped ? folderProblem() : QString());
    m_outProblem->setVisible(!m_outProblem->text().isEmpty());
}

/// What is known of the fields as they are; until then nothing can be sent.
void ClusterDialog::plan()
{
    m_isPossible = false;
    QPushButton* send = m_buttons->button(QDialogButtonBox::Ok);
    send->setEnabled(false);
    send->setText(m_byHand->isChecked() ? tr("Write the files") : tr("Send"));
    send->setToolTip(tr("The profile is saved first"));
    showFolderProblem();
    m_price->setEnabled(false);
    m_planSoon.start();
}

/// Another profile is not written over by one that was given its name.
std::optional<FieldProblem> ClusterDialog::nameProblem() const
{
    const std::string name = m_form->profile().name;
    const auto chosen = static_cast<std::size_t>(m_chosen->currentIndex());
    for (std::size_t i = 0; i < m_profiles.size(); ++i)
        if (i != chosen && m_profiles[i].name == name)
            return FieldProblem{"name",
                                {ProblemKind::BadInput, "name", "is \"" + name + "\", which is there already",
                                 "another name, or that profile chosen above"}};
    return std::nullopt;
}

void ClusterDialog::showPlan(const Outcome<ClusterPlan>& outcome)
{
    if (m_planSoon.isActive()) return; // of fields as they were
    if (const auto* problem = std::get_if<Problem>(&outcome)) {
        showFileProblem(shownSentence(*problem));
        Q_EMIT planned();
        return;
    }
    const ClusterPlan& plan = std::get<ClusterPlan>(outcome);
    std::vector<FieldProblem> problems = plan.problems;
    const std::optional<FieldProblem> taken = nameProblem();
    if (taken) problems.push_back(*taken);
    m_form->showProblems(problems);
    std::vector<FieldProblem> unfit = problemsOf(m_form->profile(), {});
    if (taken) unfit.push_back(*taken);
    m_save->setEnabled(unfit.empty());
    m_save->setToolTip(sentencesOf(unfit).join(QLatin1Char('\n')));
    if (plan.price) {
        SiteProfile profile = order().profile;
        if (profile.name.empty()) profile.name = "…"; // it is said beside its field
        m_price->setText(
            plan.price->trainings > 0
                ? unitsTogether(shownText(describePrice(*plan.price, profile)))
                : tr("None of these jobs can go there: they are done, or the cluster has them."));
        m_price->setEnabled(true);
    }
    QStringList missing = sentencesOf(problems);
    if (const QString folder = folderProblem(); !folder.isEmpty()) missing << folder;
    m_isPossible = plan.isPossible() && missing.isEmpty();
    QPushButton* send = m_buttons->button(QDialogButtonBox::Ok);
    send->setEnabled(m_isPossible);
    if (!missing.isEmpty()) send->setToolTip(missing.join(QLatin1Char('\n')));
    Q_EMIT planned();
}

void ClusterDialog::showFileProblem(const QString& text)
{
    m_fileProblem->setText(text);
    m_fileProblem->setVisible(!text.isEmpty());
}

} // namespace regnet
