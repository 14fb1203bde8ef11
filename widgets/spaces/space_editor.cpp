// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/space_editor.h"

#include "widgets/dock_scroll.h"
#include "widgets/shown_text.h"
#include "widgets/spaces/distribution_field.h"
#include "widgets/spaces/number_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace regnet {
namespace {

void showCount(QLineEdit* edit, const std::optional<std::int64_t>& count)
{
    if (countFrom(edit->text()) != count) edit->setText(countText(count));
}

template <typename Box, typename Value>
void showQuietly(Box* box, Value value)
{
    const QSignalBlocker quiet(box);
    box->setValue(static_cast<int>(value));
}

template <typename Values>
int indexOf(const Values& values, typename Values::value_type value)
{
    return static_cast<int>(std::ranges::find(values, value) - values.begin());
}

} // namespace

SpaceEditor::SpaceEditor(QWidget* parent) : QWidget(parent)
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    addHead(column);
    addAnyNet(column);
    addRegnet(column);
    addLimits(column);
    addFrame(column);
    column->addStretch(1);
    QScrollArea* scroll = makeScroll(content, "spaceEditorScroll", this);
    scroll->setAccessibleName(tr("Definition of the space"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
}

SpaceEditor::~SpaceEditor()
{
    // Lines that have the focus end their editing when they go, and that is after our own members have gone.
    m_name->disconnect(this);
    m_note->disconnect(this);
}

void SpaceEditor::emitEdited(const QString& field, const Change& change)
{
    DesignSpace wanted = m_space;
    change(wanted);
    Q_EMIT edited(wanted, field);
}

QVBoxLayout* SpaceEditor::addGroup(const QString& title, QVBoxLayout* column, QGroupBox** box)
{
    auto* group = new QGroupBox(title);
    column->addWidget(group);
    if (box != nullptr) *box = group;
    return new QVBoxLayout(group);
}

void SpaceEditor::addDistribution(QVBoxLayout* layout, const char* field, const QString& label,
                                  const QString& tip, Pick pick)
{
    const QString name = QLatin1String(field);
    auto* widget = new DistributionField(name, label, tip);
    layout->addWidget(widget);
    m_parts[field] = {widget, pick, name.startsWith(QLatin1String("regnet.")),
                      name.startsWith(QLatin1String("anynet."))};
    connect(widget, &DistributionField::edited, this, [this, name, pick](const Distribution& distribution) {
        emitEdited(name, [&](DesignSpace& space) { pick(space) = distribution; });
    });
}

QHBoxLayout* SpaceEditor::addRow(QVBoxLayout* layout, const QString& label, const char* field)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    if (!label.isEmpty()) row->addWidget(new QLabel(label));
    layout->addLayout(row);
    QLabel* problem = makeProblemLabel(QLatin1String(field), nullptr);
    layout->addWidget(problem);
    m_problems[field] = problem;
    return row;
}

QLineEdit* SpaceEditor::addText(QBoxLayout* row, const char* name, const QString& label, const QString& tip)
{
    auto* edit = new QLineEdit;
    edit->setObjectName(QLatin1String(name));
    edit->setAccessibleName(label);
    edit->setToolTip(tip);
    edit->setMinimumWidth(edit->fontMetrics().horizontalAdvance(QLatin1Char('8')) * 7);
    row->addWidget(edit, 1);
    return edit;
}

QSpinBox* SpaceEditor::addSpin(QBoxLayout* row, const char* name, const QString& label, int least, int most)
{
    auto* box = new QSpinBox;
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(label);
    box->setToolTip(label);
    box->setRange(least, most);
    box->setKeyboardTracking(false);
    row->addWidget(box, 1);
    return box;
}

QComboBox* SpaceEditor::addCombo(QBoxLayout* row, const char* name, const QString& label,
                                 const QStringList& items)
{
    auto* box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(label);
    box->setToolTip(label);
    box->setFocusPolicy(Qt::StrongFocus);
    box->addItems(items);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(9);
    row->addWidget(box, 1);
    return box;
}

QCheckBox* SpaceEditor::addCheck(QBoxLayout* row, const char* name, const QString& text, const QString& tip,
                                 const Change& on, const Change& off)
{
    auto* box = new QCheckBox(text);
    box->setObjectName(QLatin1String(name));
    box->setToolTip(tip);
    row->addWidget(box);
    connect(box, &QCheckBox::clicked, this,
            [this, name, on, off](bool isOn) { emitEdited(QLatin1String(name), isOn ? on : off); });
    return box;
}

void SpaceEditor::showSpace(const DesignSpace& space, bool isReadOnly)
{
    m_space = space;
    m_isReadOnly = isReadOnly;
    m_readOnly->setVisible(isReadOnly);
    if (m_name->text().trimmed().toStdString() != space.name || !m_name->hasFocus())
        m_name->setText(QString::fromStdString(space.name));
    if (!m_note->hasFocus() || isReadOnly)
        m_note->setText(isReadOnly ? shownText(space.note) : QString::fromStdString(space.note));
    m_note->setCursorPosition(0);
    m_note->setToolTip(m_note->text());
    m_parent->setText(space.parent.empty() ? tr("It has no parent.")
                                           : tr("Derived from %1").arg(QString::fromStdString(space.parent)));
    const auto* stages = std::get_if<AnyNetShape>(&space.shape);
    m_anynet->setVisible(stages != nullptr);
    m_regnet->setVisible(stages == nullptr);
    for (auto& [field, part] : m_parts)
        if ((stages != nullptr && !part.isOfLine) || (stages == nullptr && !part.isOfStages))
            part.widget->showDistribution(part.pick(m_space));
    if (stages != nullptr)
        showAnyNet(*stages);
    else
        showRegnet(std::get<RegnetShape>(space.shape));
    showFrame();
    showLimits();
    setReadOnly(isReadOnly);
}

void SpaceEditor::showAnyNet(const AnyNetShape& shape)
{
    showQuietly(m_stages, shape.stages);
    m_widths->setCurrentIndex(indexOf(allOrders, shape.widths));
    m_depths->setCurrentIndex(indexOf(allOrders, shape.depths));
    m_sharedB->setChecked(shape.isBottleneckRatioShared);
    m_sharedG->setChecked(shape.isGroupWidthShared);
    m_groupCount->setChecked(shape.isGroupCount);
    if (m_strides->hasFocus()) return;
    m_strides->setText(textOf(std::vector<double>(shape.strides.begin(), shape.strides.end())));
}

void SpaceEditor::showRegnet(const RegnetShape& shape)
{
    m_w0EqualsWa->setChecked(shape.isW0EqualToWa);
    m_parts.at("regnet.wa").widget->setVisible(!shape.isW0EqualToWa);
    showQuietly(m_fewest, shape.fewestStages);
    showQuietly(m_most, shape.mostStages);
}

void SpaceEditor::showFrame()
{
    m_block->setCurrentIndex(indexOf(allBlocks, m_space.block));
    m_activation->setCurrentIndex(indexOf(allActivations, m_space.activation));
    m_stem->setCurrentIndex(indexOf(allStems, m_space.stem.type));
    showNumber(m_se, m_space.seRatio);
    showQuietly(m_stride, m_space.stride);
    showQuietly(m_stemWidth, m_space.stem.width);
    showQuietly(m_classes, m_space.head.classes);
    showQuietly(m_headWidth, m_space.head.width);
}

void SpaceEditor::showLimits()
{
    const auto show = [](QLineEdit* edit, const std::optional<std::int64_t>& count) {
        if (!isBadCount(edit->text()) || !edit->hasFocus()) showCount(edit, count);
    };
    for (const auto& [field, ends] : m_ends) {
        show(ends.low, (m_space.limits.*ends.range).low);
        show(ends.high, (m_space.limits.*ends.range).high);
    }
    m_curveParams->setChecked(m_space.limits.curves.params);
    m_curveActivations->setChecked(m_space.limits.curves.activations);
    show(m_curveFlops, m_space.limits.curves.flops);
}

void SpaceEditor::setReadOnly(bool isReadOnly)
{
    for (auto& [field, part] : m_parts)
        part.widget->setReadOnly(isReadOnly);
    for (auto& [field, ends] : m_ends) {
        ends.low->setReadOnly(isReadOnly);
        ends.high->setReadOnly(isReadOnly);
    }
    for (QLineEdit* edit : {m_name, m_note, m_strides, m_se, m_curveFlops})
        edit->setReadOnly(isReadOnly);
    for (QWidget* box : std::initializer_list<QWidget*>{
             m_stages, m_widths, m_depths, m_sharedB, m_sharedG, m_groupCount, m_w0EqualsWa, m_fewest, m_most,
             m_block, m_stem, m_activation, m_stemWidth, m_headWidth, m_classes, m_stride, m_curveParams,
             m_curveActivations})
        box->setEnabled(!isReadOnly);
}

std::vector<Problem> SpaceEditor::textProblems() const
{
    std::vector<Problem> problems;
    const auto look = [&](const std::string& field, const QLineEdit* edit) {
        if (isBadCount(edit->text()))
            problems.push_back({ProblemKind::BadInput, field, "is \"" + edit->text().toStdString() + "\"",
                                "a number such as 400M or 1.6G, or nothing"});
    };
    for (const auto& [field, ends] : m_ends) {
        look(field, ends.low);
        look(field, ends.high);
    }
    look("limits.curves.flops", m_curveFlops);
    return problems;
}

void SpaceEditor::showProblems(const std::vector<Problem>& problems)
{
    const auto about = [&](const std::string& field) {
        QString sentences;
        for (const Problem& problem : problems)
            if (problem.where == field || problem.where.starts_with(field + "."))
                sentences +=
                    (sentences.isEmpty() ? QString() : QStringLiteral("\n")) + shownSentence(problem);
        return sentences;
    };
    for (auto& [field, part] : m_parts)
        part.widget->setProblem(about(field));
    for (auto& [field, label] : m_problems)
        showProblem(label, field == "limits.curves" ? QString() : about(field));
    QString rest;
    for (const Problem& problem : problems) {
        const auto isItsField = [&](const auto& entry) {
            return problem.where == entry.first || problem.where.starts_with(entry.first + ".");
        };
        if (std::ranges::any_of(m_parts, isItsField) || std::ranges::any_of(m_problems, isItsField)) continue;
        rest += (rest.isEmpty() ? QString() : QStringLiteral("\n")) + shownSentence(problem);
    }
    showProblem(m_general, rest);
}

} // namespace regnet
