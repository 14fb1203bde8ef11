// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cluster/profile_form.h"

#include "widgets/shown_text.h"

#include <QComboBox>
#include <QFocusEvent>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace regnet {
namespace {

/// What is wrong with a field that is not in the form may be mended in one that is.
constexpr std::array<std::pair<const char*, const char*>, 2> shownAt{{
    {"signal_seconds", "minutes"},
    {"image_digest", "image"},
}};

std::vector<std::string> wordsOf(const QLineEdit& edit)
{
    std::vector<std::string> words;
    for (const QString& word : edit.text().split(QLatin1Char(' '), Qt::SkipEmptyParts))
        words.push_back(word.toStdString());
    return words;
}

QString textOf(const std::vector<std::string>& words)
{
    QStringList list;
    for (const std::string& word : words)
        list << QString::fromStdString(word);
    return list.join(QLatin1Char(' '));
}

std::string textOf(const QLineEdit& edit)
{
    return edit.text().trimmed().toStdString();
}

/// A number outside of what the box can show is kept in bounds: the form never shows another one than it has.
void set(QSpinBox& box, std::int64_t value)
{
    box.setValue(static_cast<int>(std::clamp<std::int64_t>(value, box.minimum(), box.maximum())));
}

} // namespace

ProfileForm::ProfileForm(QWidget* parent) : QWidget(parent)
{
    auto* columns = new QHBoxLayout;
    columns->addWidget(accessBox(), 3);
    auto* right = new QVBoxLayout;
    right->addWidget(requestBox());
    right->addWidget(paceBox());
    right->addStretch();
    columns->addLayout(right, 2);
    m_others = problemLabel();
    m_others->setObjectName(QStringLiteral("otherProblems"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(columns);
    layout->addWidget(m_others);
    const QList<QLineEdit*> lines = findChildren<QLineEdit*>();
    for (QLineEdit* edit : lines)
        if (!qobject_cast<QSpinBox*>(edit->parentWidget()))
            connect(edit, &QLineEdit::textChanged, this, [this, edit] {
                m_visited.insert(edit);
                Q_EMIT edited();
            });
    for (QLineEdit* edit : lines)
        edit->installEventFilter(this);
    const QList<QSpinBox*> boxes = findChildren<QSpinBox*>();
    for (QSpinBox* box : boxes)
        connect(box, &QSpinBox::valueChanged, this, &ProfileForm::edited);
    connect(m_files, &QComboBox::currentIndexChanged, this, &ProfileForm::edited);
}

/// Who leaves a line as empty as it was is told so; QLineEdit says nothing of it (editingFinished() is of
/// what was edited).
bool ProfileForm::eventFilter(QObject* watched, QEvent* event)
{
    const auto* edit = qobject_cast<QLineEdit*>(watched);
    if (edit && event->type() == QEvent::FocusOut &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason &&
        m_visited.insert(edit).second)
        showProblems(std::vector(m_problems));
    return QWidget::eventFilter(watched, event);
}

QLabel* ProfileForm::problemLabel()
{
    auto* label = new QLabel(this);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    QFont italic = label->font();
    italic.setItalic(true);
    label->setFont(italic);
    label->hide();
    return label;
}

void ProfileForm::add(QFormLayout& form, const QString& label, const char* field, QWidget* editor,
                      const QString& tip)
{
    editor->setObjectName(QLatin1String(field));
    editor->setToolTip(tip);
    QLabel* problem = problemLabel();
    problem->setObjectName(QLatin1String(field) + QLatin1String("Problem"));
    m_labels[field] = problem;
    auto* both = new QVBoxLayout;
    both->setSpacing(2);
    both->addWidget(editor);
    both->addWidget(problem);
    auto* name = new QLabel(label, this);
    name->setBuddy(editor);
    form.addRow(name, both);
}

QLineEdit* ProfileForm::line(QFormLayout& form, const QString& label, const char* field,
                             const QString& placeholder, const QString& tip)
{
    auto* edit = new QLineEdit(this);
    edit->setPlaceholderText(placeholder);
    add(form, label, field, edit, tip);
    return edit;
}

QSpinBox* ProfileForm::number(QFormLayout& form, const QString& label, const char* field, int low, int high,
                              const QString& suffix, const QString& tip)
{
    auto* box = new QSpinBox(this);
    box->setRange(low, high);
    box->setSuffix(suffix);
    box->setGroupSeparatorShown(true);
    add(form, label, field, box, tip);
    return box;
}

QWidget* ProfileForm::accessBox()
{
    auto* box = new QGroupBox(tr("The cluster, and files there"), this);
    auto* form = new QFormLayout(box);
    m_name = line(*form, tr("&Name"), "name", tr("lab"),
                  tr("Of this profile: letters, digits, '-', '_' and '.'. The place of a job in the queue."));
    m_host = line(*form, tr("&Login node"), "host", tr("this machine"),
                  tr("For ssh, with your own configuration and keys: \"ssh HOST true\" must work by itself. "
                     "Empty: sbatch runs on this machine."));
    m_files = new QComboBox(this);
    m_files->addItem(tr("in a folder that both sides see"));
    m_files->addItem(tr("copied there and back by rsync"));
    add(*form, tr("F&iles"), "rsync", m_files,
        tr("Job folders, logs and checkpoints: on a shared file system, or copied"));
    m_folder = line(*form, tr("Fol&der"), "folder", tr("the same path as here"),
                    tr("The spool as the cluster sees it"));
    m_worker = line(*form, tr("&Worker"), "worker", tr("/home/me/regnet-worker"),
                    tr("regnet-worker as the compute nodes see it; with an image, its path inside it"));
    m_modules = line(*form, tr("&Modules"), "modules", tr("none"),
                     tr("Environment modules that are loaded first, with blanks between them: cuda/12 gcc"));
    m_image = line(*form, tr("Ap&ptainer image"), "image", tr("none"),
                   tr("The worker is started inside this image"));
    return box;
}

QWidget* ProfileForm::requestBox()
{
    auto* box = new QGroupBox(tr("What each task asks of Slurm"), this);
    auto* form = new QFormLayout(box);
    const QString own = tr("Slurm's own choice");
    m_partition = line(*form, tr("Pa&rtition"), "partition", own, tr("\"sinfo\" lists them"));
    m_account = line(*form, tr("&Account"), "account", own, tr("Who pays for it"));
    m_qos = line(*form, tr("&QOS"), "qos", own, tr("\"sacctmgr show qos\" lists them"));
    m_constraint = line(*form, tr("Cons&traint"), "constraint", tr("none"),
                        tr("Features that a node must have: a100&ib"));
    m_gpus = number(*form, tr("&GPUs"), "gpus", 0, 64, {}, tr("A task; without one it trains on cores"));
    m_cpus = number(*form, tr("&Cores"), "cpus", 1, 1024, {}, tr("A task"));
    m_memory = number(*form, tr("Memor&y"), "memory_mb", 0, 10'000'000, tr(" MB"), tr("A task"));
    m_memory->setSpecialValueText(own);
    m_memory->setSingleStep(1000);
    m_minutes = number(*form, tr("Tim&e limit"), "minutes", 1, 525'600, tr(" min"),
                       tr("Of a task. Before its end the worker writes a checkpoint, and the task is queued "
                          "again by itself."));
    m_options = line(*form, tr("&Options"), "options", tr("none"),
                     tr("More of sbatch's options, with blanks between them: --exclusive --nice=100"));
    return box;
}

QWidget* ProfileForm::paceBox()
{
    auto* box = new QGroupBox(tr("Pace"), this);
    auto* form = new QFormLayout(box);
    m_throttle = number(*form, tr("Ta&sks at once"), "throttle", 0, 1'000'000, {},
                        tr("Of an array, at the same time"));
    m_throttle->setSpecialValueText(tr("no limit"));
    m_jobsPerTask = number(*form, tr("&Jobs a task"), "jobs_per_task", 1, 10'000, {},
                           tr("A task works through so many short jobs, while its time lasts"));
    m_ask = number(*form, tr("As&k every"), "ask_seconds", 0, 86'400, tr(" s"),
                   tr("Least time between two questions to the controller; without any, files alone tell"));
    m_ask->setSpecialValueText(tr("never"));
    return box;
}

void ProfileForm::setProfile(const SiteProfile& profile)
{
    const QSignalBlocker quiet(this); // one change, not twenty
    m_profile = profile;
    for (const auto& [edit, text] : std::initializer_list<std::pair<QLineEdit*, const std::string*>>{
             {m_name, &profile.name},
             {m_host, &profile.host},
             {m_folder, &profile.folder},
             {m_worker, &profile.worker},
             {m_image, &profile.image},
             {m_partition, &profile.partition},
             {m_account, &profile.account},
             {m_qos, &profile.qos},
             {m_constraint, &profile.constraint}})
        edit->setText(QString::fromStdString(*text));
    m_files->setCurrentIndex(profile.usesRsync ? 1 : 0);
    m_modules->setText(textOf(profile.modules));
    m_options->setText(textOf(profile.options));
    set(*m_gpus, profile.gpus);
    set(*m_cpus, profile.cpus);
    set(*m_memory, profile.memoryMb);
    set(*m_minutes, profile.minutes);
    set(*m_throttle, profile.throttle);
    set(*m_jobsPerTask, profile.jobsPerTask);
    set(*m_ask, std::llround(std::ceil(profile.askSeconds)));
    m_visited.clear();
}

SiteProfile ProfileForm::profile() const
{
    SiteProfile profile = m_profile;
    profile.name = textOf(*m_name);
    profile.host = textOf(*m_host);
    profile.usesRsync = m_files->currentIndex() == 1;
    profile.folder = textOf(*m_folder);
    profile.worker = textOf(*m_worker);
    profile.modules = wordsOf(*m_modules);
    profile.image = textOf(*m_image);
    profile.partition = textOf(*m_partition);
    profile.account = textOf(*m_account);
    profile.qos = textOf(*m_qos);
    profile.constraint = textOf(*m_constraint);
    profile.options = wordsOf(*m_options);
    profile.gpus = m_gpus->value();
    profile.cpus = m_cpus->value();
    profile.memoryMb = m_memory->value();
    profile.minutes = m_minutes->value();
    profile.throttle = m_throttle->value();
    profile.jobsPerTask = m_jobsPerTask->value();
    // A fraction of a second stays unless somebody chose another number.
    if (m_ask->value() != std::llround(std::ceil(m_profile.askSeconds))) profile.askSeconds = m_ask->value();
    return profile;
}

bool ProfileForm::isUntouched(const std::string& field) const
{
    const auto* edit = findChild<QLineEdit*>(QString::fromStdString(field));
    return m_profile.name.empty() && edit && edit->text().isEmpty() && !m_visited.contains(edit);
}

void ProfileForm::showProblems(const std::vector<FieldProblem>& problems)
{
    m_problems = problems;
    std::map<std::string, QString> texts;
    QStringList others;
    for (const FieldProblem& one : problems) {
        std::string field = one.field;
        for (const auto& [hidden, shown] : shownAt)
            if (field == hidden && !texts.contains(shown)) field = shown;
        const QString text = shownSentence(one.problem);
        if (m_labels.contains(field))
            texts[field] = isUntouched(field) ? QString() : text;
        else
            others << text;
    }
    for (const auto& [field, label] : m_labels) {
        label->setText(texts[field]);
        label->setVisible(!texts[field].isEmpty());
    }
    m_others->setText(others.join(QLatin1Char('\n')));
    m_others->setVisible(!others.isEmpty());
}

} // namespace regnet
