// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/exchange/import_dialog.h"

#include "widgets/latest_job.h"
#include "widgets/notices/work_end.h"
#include "widgets/shown_quantity.h"
#include "widgets/shown_text.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>

#include <algorithm>

namespace regnet {
namespace {

constexpr int membersShown = 200;
constexpr int columnsRow = 3; ///< of the grid; no room is kept there for a file without columns to ask for

QString stateText(const Member& member)
{
    switch (member.state) {
    case Member::State::Finished:
        return ImportDialog::tr("finished");
    case Member::State::Failed:
        return ImportDialog::tr("failed");
    case Member::State::Pending:
        break;
    }
    return ImportDialog::tr("no result");
}

QString count(const Member& member, const char* property)
{
    const double* found = member.properties.find(property);
    return found == nullptr ? QString() : shownCount(*found);
}

QTableWidget* makeTable(const char* name, const QString& accessible, const QStringList& columns,
                        QWidget* parent)
{
    auto* table = new QTableWidget(0, static_cast<int>(columns.size()), parent);
    table->setObjectName(QLatin1String(name));
    table->setAccessibleName(accessible);
    table->setHorizontalHeaderLabels(columns);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false); // Tab leaves the table
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(parent->fontMetrics().height() * 3 / 2);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    return table;
}

QTableWidgetItem* cell(const QString& text, bool isNumber = false)
{
    auto* item = new QTableWidgetItem(text);
    if (isNumber) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

/// In the order of CsvColumn::Role.
QStringList roleNames()
{
    return {ImportDialog::tr("a property"),      ImportDialog::tr("the error, %"),
            ImportDialog::tr("the accuracy, %"), ImportDialog::tr("the name of the network"),
            ImportDialog::tr("its state"),       ImportDialog::tr("its population"),
            ImportDialog::tr("left out")};
}

} // namespace

ImportDialog::ImportDialog(std::filesystem::path file, std::filesystem::path store, QWidget* parent)
    : QDialog(parent), m_file(std::move(file)), m_store(std::move(store)), m_summary(new QLabel(this)),
      m_notes(new QLabel(this)), m_problem(new QLabel(this)), m_columnsTitle(new QLabel(this)),
      m_stemTitle(new QLabel(tr("&Stem"), this)), m_pixelsTitle(new QLabel(tr("&Pixels"), this)),
      m_name(new QLineEdit(this)), m_stem(new QComboBox(this)), m_pixels(new QSpinBox(this)),
      m_columnTable(makeTable("columns", tr("Columns"), {tr("Column"), tr("is")}, this)),
      m_members(makeTable(
          "members", tr("Networks"),
          {tr("Network"), tr("State"), tr("Error, %"), tr("Depth"), tr("FLOPs"), tr("Parameters")}, this)),
      m_command(new QLineEdit(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import %1").arg(QString::fromStdString(m_file.filename().string())));
    setUpFields();
    m_job = std::make_unique<LatestJob<ImportPreview>>(this, [this](const Outcome<ImportPreview>& outcome) {
        if (const auto* preview = std::get_if<ImportPreview>(&outcome))
            show(*preview);
        else
            showProblem(shownSentence(std::get<Problem>(outcome)));
        sayWorkEnd(*this, tr("The file is read"),
                   m_problem->text().isEmpty() ? m_summary->text() : m_problem->text(), m_since.elapsed());
        Q_EMIT previewed();
    });
    resize(fontMetrics().height() * 42, fontMetrics().height() * 32);
    read();
}

ImportDialog::~ImportDialog()
{
    // Lines that have the focus end their editing when they go, and that is after our own members have gone.
    m_name->disconnect(this);
    m_pixels->disconnect(this);
}

void ImportDialog::setUpFields()
{
    auto* grid = new QGridLayout(this);
    for (QLabel* label : {m_summary, m_notes, m_problem}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText); // names come from files of other people
    }
    m_summary->setObjectName(QStringLiteral("summary"));
    m_notes->setObjectName(QStringLiteral("notes"));
    m_problem->setObjectName(QStringLiteral("problem"));
    m_name->setObjectName(QStringLiteral("population"));
    m_name->setPlaceholderText(tr("named after the file"));
    m_stem->setObjectName(QStringLiteral("stem"));
    m_stem->addItems({tr("as the file says"), QStringLiteral("simple_stem_in"), QStringLiteral("res_stem_in"),
                      QStringLiteral("res_stem_cifar")});
    m_pixels->setObjectName(QStringLiteral("pixels"));
    m_pixels->setRange(0, 65'536);
    m_pixels->setSpecialValueText(tr("as the file says"));
    m_columnsTitle->setText(tr("What each &column is:"));
    m_columnsTitle->setBuddy(m_columnTable);
    m_stemTitle->setBuddy(m_stem);
    m_pixelsTitle->setBuddy(m_pixels);
    auto* name = new QLabel(tr("&Population"), this);
    name->setBuddy(m_name);
    auto* networks = new QLabel(tr("&Networks, the first %1:").arg(membersShown), this);
    networks->setBuddy(m_members);
    m_command->setObjectName(QStringLiteral("command"));
    m_command->setReadOnly(true);
    m_command->setAccessibleName(tr("The same as a command"));
    auto* copy = new QPushButton(tr("&Copy as command"), this);
    copy->setObjectName(QStringLiteral("copyCommand"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Import"));
    grid->addWidget(m_summary, 0, 0, 1, 6);
    grid->addWidget(name, 1, 0);
    grid->addWidget(m_name, 1, 1);
    grid->addWidget(m_stemTitle, 1, 2);
    grid->addWidget(m_stem, 1, 3);
    grid->addWidget(m_pixelsTitle, 1, 4);
    grid->addWidget(m_pixels, 1, 5);
    grid->addWidget(m_columnsTitle, 2, 0, 1, 6);
    grid->addWidget(m_columnTable, columnsRow, 0, 1, 6);
    grid->addWidget(networks, 4, 0, 1, 6);
    grid->addWidget(m_members, 5, 0, 1, 6);
    grid->addWidget(m_notes, 6, 0, 1, 6);
    grid->addWidget(m_problem, 7, 0, 1, 6);
    grid->addWidget(m_command, 8, 0, 1, 5);
    grid->addWidget(copy, 8, 5);
    grid->addWidget(m_buttons, 9, 0, 1, 6);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(5, 3);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_command->text()); });
    connect(m_name, &QLineEdit::editingFinished, this, &ImportDialog::read);
    connect(m_stem, &QComboBox::activated, this, &ImportDialog::read);
    connect(m_pixels, &QSpinBox::editingFinished, this, &ImportDialog::read);
    for (QWidget* widget :
         QList<QWidget*>{m_columnsTitle, m_columnTable, m_stemTitle, m_stem, m_pixelsTitle, m_pixels})
        widget->hide();
}

ImportOptions ImportDialog::options() const
{
    ImportOptions options;
    options.population = m_name->text().trimmed().toStdString();
    if (!m_columns.empty()) options.columns = columnsFor(m_columns);
    if (m_stem->currentIndex() > 0)
        options.weights.hints.stem = static_cast<StemType>(m_stem->currentIndex() - 1);
    if (m_pixels->value() > 0) options.weights.hints.resolution = m_pixels->value();
    return options;
}

void ImportDialog::read()
{
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(false);
    showCommand();
    if (m_summary->text().isEmpty()) showSummary(tr("Reading…"));
    m_since.start();
    m_job->start([file = m_file, options = options(), columns = m_columns](const auto&) {
        return previewOf(file, options, columns);
    });
}

void ImportDialog::show(const ImportPreview& preview)
{
    m_preview = preview;
    const bool isFirst = m_columns.empty() && !preview.columns.empty();
    m_columns = preview.columns;
    if (isFirst) showColumns();
    showProblem(preview.problem ? shownSentence(*preview.problem) : QString());
    // A CSV may have thousands of populations, and a note of each.
    const auto lines = [](const std::vector<std::string>& texts) {
        constexpr std::size_t most = 8;
        QStringList first;
        for (std::size_t i = 0; i < std::min(texts.size(), most); ++i)
            first << breakable(QString::fromStdString(texts[i]));
        if (texts.size() > most)
            first << tr("and %1 more").arg(shownExactCount(static_cast<std::int64_t>(texts.size() - most)));
        return first.join(QLatin1Char('\n'));
    };
    QString summary, notes;
    if (preview.import) {
        std::vector<std::string> summaries{preview.import->kind};
        for (const PopulationSpec& population : preview.import->populations)
            summaries.push_back(summaryOf(population));
        summary = lines(summaries);
        notes = lines(preview.import->notes);
    }
    showSummary(summary);
    m_notes->setText(notes);
    m_notes->setVisible(!notes.isEmpty());
    const bool hasWeights = preview.import && preview.import->weights && !preview.import->weights->hasConfig;
    for (QWidget* widget : QList<QWidget*>{m_stemTitle, m_stem, m_pixelsTitle, m_pixels})
        widget->setVisible(hasWeights || widget->isVisible());
    showCommand();
    showMembers();
    m_buttons->button(QDialogButtonBox::Ok)
        ->setEnabled(preview.import && !preview.import->populations.empty());
}

void ImportDialog::showCommand()
{
    m_command->setText(importCommand(m_file, options(), m_store));
    m_command->setCursorPosition(0); // its beginning says what it is
}

void ImportDialog::showSummary(const QString& text)
{
    m_summary->setText(text);
    m_summary->setVisible(!text.isEmpty()); // of a file that cannot be read there is none, and no gap for it
}

void ImportDialog::showProblem(const QString& text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

void ImportDialog::showColumns()
{
    m_columnTable->setRowCount(static_cast<int>(m_columns.size()));
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const int row = static_cast<int>(i);
        m_columnTable->setItem(row, 0, cell(QString::fromStdString(m_columns[i].name)));
        auto* role = new QComboBox;
        role->setAccessibleName(tr("What %1 is").arg(QString::fromStdString(m_columns[i].name)));
        role->addItems(roleNames());
        role->setCurrentIndex(static_cast<int>(m_columns[i].role));
        connect(role, &QComboBox::activated, this, [this, i](int index) {
            m_columns[i].role = static_cast<CsvColumn::Role>(index);
            read();
        });
        m_columnTable->setCellWidget(row, 1, role);
    }
    m_columnTable->resizeColumnToContents(0);
    constexpr int rowsSeen = 5; // what a column is has to be read, not searched for
    const int rows = std::min(m_columnTable->rowCount(), rowsSeen);
    m_columnTable->setMinimumHeight(m_columnTable->horizontalHeader()->sizeHint().height() +
                                    rows * m_columnTable->verticalHeader()->defaultSectionSize() +
                                    2 * m_columnTable->frameWidth());
    m_columnsTitle->show();
    m_columnTable->show();
    static_cast<QGridLayout*>(layout())->setRowStretch(columnsRow, 2);
}

void ImportDialog::showMembers()
{
    std::vector<const Member*> members;
    if (m_preview.import)
        for (const PopulationSpec& population : m_preview.import->populations)
            for (const Member& member : population.imported->members)
                if (members.size() < static_cast<std::size_t>(membersShown)) members.push_back(&member);
    m_members->setRowCount(static_cast<int>(members.size()));
    for (std::size_t i = 0; i < members.size(); ++i) {
        const Member& member = *members[i];
        const int row = static_cast<int>(i);
        const bool isFinished = member.state == Member::State::Finished;
        m_members->setItem(row, 0, cell(QString::fromStdString(member.label)));
        m_members->setItem(row, 1, cell(stateText(member)));
        m_members->setItem(row, 2,
                           cell(isFinished ? QString::number(member.error, 'f', 2) : QString(), true));
        m_members->setItem(row, 3, cell(count(member, "depth"), true));
        m_members->setItem(row, 4, cell(count(member, "flops"), true));
        m_members->setItem(row, 5, cell(count(member, "params"), true));
    }
}

std::vector<PopulationSpec> ImportDialog::populations() const
{
    return m_preview.import ? m_preview.import->populations : std::vector<PopulationSpec>();
}

} // namespace regnet
