// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studies/study_list.h"

#include "core/format/text_file.h"
#include "widgets/shown_text.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace regnet {
namespace {

constexpr int charactersWithNumbers = 60; ///< narrower than this the titles need all the room

}

StudyList::StudyList(QWidget* parent) : QWidget(parent), m_library(new StudyLibrary(this))
{
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(4, 4, 4, 0);
    bar->setSpacing(0); // buttons without a frame stand apart by themselves
    const auto add = [&](const QString& text, const QString& help) {
        auto* button = new QToolButton(this);
        button->setText(text);
        button->setToolTip(help);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        bar->addWidget(button);
        return button;
    };
    auto* open = add(tr("Open…"), tr("A study file of your own; or drop it here"));
    auto* copy = add(tr("Save a copy…"), tr("Writes this study as a file to change and to open again"));
    m_remove = add(tr("Remove"), tr("Takes a study of your own off the list; its file stays"));
    bar->addStretch(1);
    connect(open, &QToolButton::clicked, this, [this] {
        for (const QString& file : QFileDialog::getOpenFileNames(this, tr("Open studies"), {},
                                                                 tr("Studies (*.json);;All files (*)")))
            openFile(file);
    });
    connect(copy, &QToolButton::clicked, this, &StudyList::saveCopy);
    connect(m_remove, &QToolButton::clicked, this, &StudyList::removeStudy);
    m_view = new QTreeView(this);
    m_view->setObjectName(QStringLiteral("studyList"));
    m_view->setAccessibleName(tr("Studies"));
    m_view->setModel(m_library);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(StudyLibrary::Title, QHeaderView::Stretch);
    m_view->header()->setStretchLastSection(false);
    m_message = new QLabel(this);
    m_message->setObjectName(QStringLiteral("studiesMessage"));
    m_message->setAccessibleName(tr("Message"));
    m_message->setWordWrap(true);
    m_message->setContentsMargins(6, 0, 6, 4);
    m_message->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(bar);
    column->addWidget(m_view, 1);
    column->addWidget(m_message);
    m_view->setCurrentIndex(m_library->index(m_library->rowOf(QStringLiteral("fig9")), 0));
    m_remove->setEnabled(false);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        m_remove->setEnabled(!m_library->file(row()).isEmpty());
        Q_EMIT chosen();
    });
}

int StudyList::row() const
{
    return std::max(0, m_view->currentIndex().row());
}

const Study& StudyList::study() const
{
    return m_library->study(row());
}

QString StudyList::selected() const
{
    const QString file = m_library->file(row());
    return file.isEmpty() ? QString::fromStdString(study().name) : file;
}

bool StudyList::select(const QString& nameOrFile)
{
    const int wanted = m_library->rowOf(nameOrFile);
    if (wanted < 0) return false;
    m_view->setCurrentIndex(m_library->index(wanted, 0));
    return true;
}

bool StudyList::step(int by)
{
    const int wanted = row() + by;
    if (wanted < 0 || wanted >= m_library->rowCount()) return false;
    m_view->setCurrentIndex(m_library->index(wanted, 0));
    return true;
}

void StudyList::openFile(const QString& file)
{
    try {
        const int opened = m_library->open(file);
        tell({});
        if (row() == opened)
            Q_EMIT chosen();
        else
            m_view->setCurrentIndex(m_library->index(opened, 0));
        Q_EMIT filesChanged(m_library->files());
    } catch (const Error& error) {
        tell(shownSentence(error.problem()));
    }
}

void StudyList::openFiles(const QStringList& files)
{
    QStringList problems;
    for (const QString& file : files) {
        try {
            m_library->open(file);
        } catch (const Error& error) {
            problems << shownSentence(error.problem());
        }
    }
    tell(problems.join(QLatin1Char('\n')));
}

void StudyList::saveCopy()
{
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Save a copy of the study"),
                                     QString::fromStdString(study().name + ".json"), tr("Studies (*.json)"));
    if (file.isEmpty()) return;
    try {
        writeTextFile(file.toStdString(), toJson(study()).dump(2) + "\n");
        openFile(file);
    } catch (const Error& error) {
        tell(shownSentence(error.problem()));
    }
}

void StudyList::removeStudy()
{
    m_library->remove(row());
    Q_EMIT filesChanged(m_library->files());
}

void StudyList::tell(const QString& text)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

void StudyList::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < charactersWithNumbers * fontMetrics().averageCharWidth();
    for (const int number : {StudyLibrary::Networks, StudyLibrary::Left, StudyLibrary::Time})
        m_view->setColumnHidden(number, isNarrow);
}

} // namespace regnet
