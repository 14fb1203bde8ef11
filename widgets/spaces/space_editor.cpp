// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/space_editor.h"

#include "core/text/readable.h"
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

#include <array>
#include <cmath>
#include <limits>

namespace regnet {
namespace {

constexpr std::array blocks{BlockType::X,
                            BlockType::R,
                            BlockType::V,
                            BlockType::VR,
                            BlockType::Vanilla,
                            BlockType::ResBasic,
                            BlockType::ResBottleneckLinear};
constexpr std::array stems{StemType::SimpleStemIn, StemType::ResStemIn, StemType::ResStemCifar};
constexpr std::array activations{Activation::Relu, Activation::Silu};
constexpr std::array orders{Order::Any, Order::NonDecreasing, Order::Equal, Order::NonIncreasing};
constexpr double largestCount = 9e18;

template <typename Values>
int indexOf(const Values& values, typename Values::value_type value)
{
    return static_cast<int>(std::ranges::find(values, value) - values.begin());
}

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

AnyNetShape& anynet(DesignSpace& space)
{
    return std::get<AnyNetShape>(space.shape);
}

RegnetShape& line(DesignSpace& space)
{
    return std::get<RegnetShape>(space.shape);
}

bool isBadCount(const QLineEdit* edit)
{
    const double number = numberFrom(edit->text());
    return !edit->text().trimmed().isEmpty() && !(std::abs(number) <= largestCount);
}

std::optional<std::int64_t> countFrom(const QLineEdit* edit)
{
    if (edit->text().trimmed().isEmpty() || isBadCount(edit)) return std::nullopt;
    return std::llround(numberFrom(edit->text()));
}

void showCount(QLineEdit* edit, const std::optional<std::int64_t>& count)
{
    if (countFrom(edit) != count) edit->setText(countText(count));
}

template <typename Box, typename Value>
void showQuietly(Box* box, Value value)
{
    const QSignalBlocker quiet(box);
    box->setValue(static_cast<int>(value));
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
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("spaceEditorScroll"));
    scroll->setAccessibleName(tr("Definition of the space"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    scroll->setWidget(content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
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

void SpaceEditor::addHead(QVBoxLayout* column)
{
    m_readOnly = new QLabel(tr("This space is built in and cannot be changed: derive a child from it, or "
                               "duplicate it."));
    m_readOnly->setObjectName(QStringLiteral("spaceReadOnly"));
    m_readOnly->setWordWrap(true);
    m_readOnly->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_readOnly);
    QVBoxLayout* lines = new QVBoxLayout;
    column->addLayout(lines);
    m_name = addText(addRow(lines, tr("Name"), "name"), "spaceName", tr("Name of the space"),
                     tr("Under which the space stands in the tree and in populations"));
    m_note = addText(addRow(lines, tr("Note"), "note"), "spaceNote", tr("Note"),
                     tr("What the space narrows, and why"));
    m_parent = new QLabel;
    m_parent->setObjectName(QStringLiteral("spaceParent"));
    m_parent->setForegroundRole(QPalette::PlaceholderText);
    m_general = makeProblemLabel(QStringLiteral("space"), nullptr);
    lines->addWidget(m_parent);
    lines->addWidget(m_general);
    // A name counts when it is finished, not letter by letter: a file bears it.
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        const std::string name = m_name->text().trimmed().toStdString();
        if (name != m_space.name)
            emitEdited(QStringLiteral("name"), [&](DesignSpace& space) { space.name = name; });
    });
    connect(m_note, &QLineEdit::editingFinished, this, [this] {
        const std::string note = m_note->text().trimmed().toStdString();
        if (note != m_space.note)
            emitEdited(QStringLiteral("note"), [&](DesignSpace& space) { space.note = note; });
    });
}

void SpaceEditor::addAnyNet(QVBoxLayout* column)
{
    QVBoxLayout* layout = addGroup(tr("Stages of their own (AnyNet)"), column, &m_anynet);
    QHBoxLayout* row = addRow(layout, tr("Stages"), "anynet.stages");
    m_stages = addSpin(row, "anynetStages", tr("Number of stages"), 1, 64);
    connect(m_stages, &QSpinBox::valueChanged, this, [this](int stages) {
        emitEdited(QStringLiteral("anynet.stages"), [=](DesignSpace& s) { anynet(s).stages = stages; });
    });
    addDistribution(layout, "anynet.depth", tr("Depth of a stage"), tr("Blocks, paper section 3.2"),
                    [](DesignSpace& s) -> Distribution& { return anynet(s).depth; });
    addDistribution(layout, "anynet.width", tr("Width of a stage"), tr("Channels, paper section 3.2"),
                    [](DesignSpace& s) -> Distribution& { return anynet(s).width; });
    addDistribution(layout, "anynet.bottleneck_ratio", tr("Bottleneck ratio b"),
                    tr("The 3×3 convolution is width / b wide"),
                    [](DesignSpace& s) -> Distribution& { return anynet(s).bottleneckRatio; });
    addDistribution(layout, "anynet.group_width", tr("Group width g"),
                    tr("Channels in a group of the 3×3 convolution"),
                    [](DesignSpace& s) -> Distribution& { return anynet(s).groupWidth; });
    const QStringList ways{tr("any order"), tr("never decrease (↑)"), tr("all equal (=)"),
                           tr("never increase (↓)")};
    row = addRow(layout, tr("Widths"), "anynet.widths");
    m_widths = addCombo(row, "anynetWidths", tr("Order of the stages' widths"), ways);
    row->addWidget(new QLabel(tr("depths")));
    m_depths = addCombo(row, "anynetDepths", tr("Order of the stages' depths"), ways);
    connect(m_widths, &QComboBox::activated, this, [this](int index) {
        emitEdited(QStringLiteral("anynet.widths"),
                   [=](DesignSpace& s) { anynet(s).widths = orders[static_cast<std::size_t>(index)]; });
    });
    connect(m_depths, &QComboBox::activated, this, [this](int index) {
        emitEdited(QStringLiteral("anynet.depths"),
                   [=](DesignSpace& s) { anynet(s).depths = orders[static_cast<std::size_t>(index)]; });
    });
    row = addRow(layout, {}, "anynet.shared");
    m_sharedB = addCheck(
        row, "anynetSharedB", tr("one b for all"), tr("AnyNetX_B: a bottleneck ratio for all stages"),
        [](DesignSpace& s) { anynet(s).isBottleneckRatioShared = true; },
        [](DesignSpace& s) { anynet(s).isBottleneckRatioShared = false; });
    m_sharedG = addCheck(
        row, "anynetSharedG", tr("one g for all"), tr("AnyNetX_C: a group width for all stages"),
        [](DesignSpace& s) { anynet(s).isGroupWidthShared = true; },
        [](DesignSpace& s) { anynet(s).isGroupWidthShared = false; });
    m_groupCount = addCheck(
        row, "anynetGroupCount", tr("g counts groups"),
        tr("As in ResNeXt: g is the number of groups, not their width"),
        [](DesignSpace& s) { anynet(s).isGroupCount = true; },
        [](DesignSpace& s) { anynet(s).isGroupCount = false; });
    row->addStretch(1);
    row = addRow(layout, tr("Strides"), "anynet.strides");
    m_strides = addText(row, "anynetStrides", tr("Stride of each stage"),
                        tr("One for each stage, such as 1, 2, 2; empty: the same for all"));
    m_strides->setPlaceholderText(tr("the same for all"));
    connect(m_strides, &QLineEdit::textEdited, this, [this] {
        emitEdited(QStringLiteral("anynet.strides"), [this](DesignSpace& s) {
            auto& strides = anynet(s).strides;
            strides.clear();
            for (const double stride : numbersFrom(m_strides->text()))
                strides.push_back(std::abs(stride) < 1e9 ? std::llround(stride) : 0);
        });
    });
}

void SpaceEditor::addRegnet(QVBoxLayout* column)
{
    QVBoxLayout* layout = addGroup(tr("Widths on a line (RegNet)"), column, &m_regnet);
    addDistribution(layout, "regnet.depth", tr("Depth d"), tr("Blocks of the whole network"),
                    [](DesignSpace& s) -> Distribution& { return line(s).depth; });
    addDistribution(layout, "regnet.w0", tr("Initial width w0"),
                    tr("Where the line u = w0 + wa·j begins: multiples of 8"),
                    [](DesignSpace& s) -> Distribution& { return line(s).w0; });
    addDistribution(layout, "regnet.wa", tr("Slope wa"), tr("Channels that each block is wider"),
                    [](DesignSpace& s) -> Distribution& { return line(s).wa; });
    QHBoxLayout* row = addRow(layout, {}, "regnet.w0_equals_wa");
    m_w0EqualsWa = addCheck(
        row, "regnetW0EqualsWa", tr("w0 = wa"), tr("The line starts at its slope: u = wa·(j + 1)"),
        [](DesignSpace& s) { line(s).isW0EqualToWa = true; },
        [](DesignSpace& s) { line(s).isW0EqualToWa = false; });
    row->addStretch(1);
    addDistribution(layout, "regnet.wm", tr("Width multiplier wm"),
                    tr("Factor between the widths of two stages, above 1"),
                    [](DesignSpace& s) -> Distribution& { return line(s).wm; });
    addDistribution(layout, "regnet.bottleneck_ratio", tr("Bottleneck ratio b"),
                    tr("The 3×3 convolution is width / b wide"),
                    [](DesignSpace& s) -> Distribution& { return line(s).bottleneckRatio; });
    addDistribution(layout, "regnet.group_width", tr("Group width g"),
                    tr("Channels in a group of the 3×3 convolution"),
                    [](DesignSpace& s) -> Distribution& { return line(s).groupWidth; });
    row = addRow(layout, tr("Stages"), "regnet.stages");
    m_fewest = addSpin(row, "regnetFewestStages", tr("Fewest stages"), 1, 64);
    row->addWidget(new QLabel(tr("to")));
    m_most = addSpin(row, "regnetMostStages", tr("Most stages"), 1, 64);
    connect(m_fewest, &QSpinBox::valueChanged, this, [this](int stages) {
        emitEdited(QStringLiteral("regnet.stages"), [=](DesignSpace& s) { line(s).fewestStages = stages; });
    });
    connect(m_most, &QSpinBox::valueChanged, this, [this](int stages) {
        emitEdited(QStringLiteral("regnet.stages"), [=](DesignSpace& s) { line(s).mostStages = stages; });
    });
}

void SpaceEditor::addRange(QVBoxLayout* layout, const char* field, const QString& label,
                           CountRange Limits::*range)
{
    const QString name = QLatin1String(field);
    QHBoxLayout* row = addRow(layout, label, field);
    const QString tip = tr("Such as 400M or 1.6G; empty: no limit");
    Ends ends{addText(row, qPrintable(name + QStringLiteral(".low")), tr("%1: at least").arg(label), tip),
              nullptr, range};
    row->addWidget(new QLabel(tr("to")));
    ends.high = addText(row, qPrintable(name + QStringLiteral(".high")), tr("%1: at most").arg(label), tip);
    m_ends[field] = ends;
    for (QLineEdit* edit : {ends.low, ends.high}) {
        edit->setPlaceholderText(tr("no limit"));
        connect(edit, &QLineEdit::textEdited, this, [this, name, ends] {
            emitEdited(name, [&](DesignSpace& s) {
                s.limits.*ends.range = {countFrom(ends.low), countFrom(ends.high)};
            });
        });
    }
}

void SpaceEditor::addLimits(QVBoxLayout* column)
{
    QVBoxLayout* layout = addGroup(tr("Limits"), column);
    addRange(layout, "limits.flops", tr("FLOPs"), &Limits::flops);
    addRange(layout, "limits.params", tr("Parameters"), &Limits::params);
    addRange(layout, "limits.activations", tr("Activations"), &Limits::activations);
    QHBoxLayout* row = addRow(layout, {}, "limits.curves");
    m_curveParams = addCheck(
        row, "curveParams", tr("params ≤ 3 + 5.5·f M"), tr("The paper's curve of Figure 12; f is FLOPs in G"),
        [](DesignSpace& s) { s.limits.curves.params = true; },
        [](DesignSpace& s) { s.limits.curves.params = false; });
    m_curveActivations = addCheck(
        row, "curveActivations", tr("activations ≤ 6.5·√f M"),
        tr("The paper's curve of Figure 12; f is FLOPs in G"),
        [](DesignSpace& s) { s.limits.curves.activations = true; },
        [](DesignSpace& s) { s.limits.curves.activations = false; });
    row->addStretch(1);
    row = addRow(layout, tr("f of the curves"), "limits.curves.flops");
    m_curveFlops = addText(row, "curveFlops", tr("FLOPs that the curves are taken at"),
                           tr("Such as 400M; empty: each network's own"));
    m_curveFlops->setPlaceholderText(tr("each network's own"));
    connect(m_curveFlops, &QLineEdit::textEdited, this, [this] {
        emitEdited(QStringLiteral("limits.curves.flops"),
                   [this](DesignSpace& s) { s.limits.curves.flops = countFrom(m_curveFlops); });
    });
}

void SpaceEditor::addFrame(QVBoxLayout* column)
{
    QVBoxLayout* layout = addGroup(tr("Blocks, stem, head and input"), column);
    QStringList names;
    for (const BlockType block : blocks)
        names << text(nameOf(block));
    QHBoxLayout* row = addRow(layout, tr("Block"), "block");
    m_block = addCombo(row, "spaceBlock", tr("Block family"), names);
    row->addWidget(new QLabel(tr("activation")));
    m_activation =
        addCombo(row, "spaceActivation", tr("Activation function"), {tr("ReLU"), tr("SiLU (Swish)")});
    connect(m_block, &QComboBox::activated, this, [this](int index) {
        emitEdited(QStringLiteral("block"),
                   [=](DesignSpace& s) { s.block = blocks[static_cast<std::size_t>(index)]; });
    });
    connect(m_activation, &QComboBox::activated, this, [this](int index) {
        emitEdited(QStringLiteral("activation"),
                   [=](DesignSpace& s) { s.activation = activations[static_cast<std::size_t>(index)]; });
    });
    row = addRow(layout, tr("Squeeze-and-excitation"), "se_ratio");
    m_se = addText(row, "spaceSe", tr("Squeeze-and-excitation ratio"),
                   tr("0 is none; RegNetY is RegNetX with 0.25"));
    connect(m_se, &QLineEdit::textEdited, this, [this] {
        emitEdited(QStringLiteral("se_ratio"),
                   [this](DesignSpace& s) { s.seRatio = numberFrom(m_se->text()); });
    });
    row->addWidget(new QLabel(tr("stride")));
    m_stride = addSpin(row, "spaceStride", tr("Stride of each stage"), 1, 64);
    names.clear();
    for (const StemType stem : stems)
        names << text(nameOf(stem));
    row = addRow(layout, tr("Stem"), "stem");
    m_stem = addCombo(row, "spaceStem", tr("Stem type"), names);
    m_stemWidth = addSpin(row, "spaceStemWidth", tr("Channels of the stem"), 1, 65536);
    connect(m_stem, &QComboBox::activated, this, [this](int index) {
        emitEdited(QStringLiteral("stem"),
                   [=](DesignSpace& s) { s.stem.type = stems[static_cast<std::size_t>(index)]; });
    });
    row = addRow(layout, tr("Classes"), "head");
    m_classes = addSpin(row, "spaceClasses", tr("Classes"), 1, 1'000'000);
    row->addWidget(new QLabel(tr("head width")));
    m_headWidth =
        addSpin(row, "spaceHeadWidth", tr("Channels of an extra 1×1 convolution; 0 is none"), 0, 65536);
    const auto onCount = [this](QSpinBox* box, const char* field, auto set) {
        connect(box, &QSpinBox::valueChanged, this, [this, field, set](int value) {
            emitEdited(QLatin1String(field), [&](DesignSpace& s) { set(s, value); });
        });
    };
    onCount(m_stride, "stride", [](DesignSpace& s, int v) { s.stride = v; });
    onCount(m_stemWidth, "stem.width", [](DesignSpace& s, int v) { s.stem.width = v; });
    onCount(m_classes, "head.classes", [](DesignSpace& s, int v) { s.head.classes = v; });
    onCount(m_headWidth, "head.width", [](DesignSpace& s, int v) { s.head.width = v; });
    addDistribution(layout, "resolution", tr("Resolution"), tr("Side of the square input, pixels"),
                    [](DesignSpace& s) -> Distribution& { return s.resolution; });
}

void SpaceEditor::showSpace(const DesignSpace& space, bool isReadOnly)
{
    m_space = space;
    m_isReadOnly = isReadOnly;
    m_readOnly->setVisible(isReadOnly);
    if (m_name->text().trimmed().toStdString() != space.name || !m_name->hasFocus())
        m_name->setText(QString::fromStdString(space.name));
    if (!m_note->hasFocus() || isReadOnly) m_note->setText(QString::fromStdString(space.note));
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
    m_widths->setCurrentIndex(indexOf(orders, shape.widths));
    m_depths->setCurrentIndex(indexOf(orders, shape.depths));
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
    m_block->setCurrentIndex(indexOf(blocks, m_space.block));
    m_activation->setCurrentIndex(indexOf(activations, m_space.activation));
    m_stem->setCurrentIndex(indexOf(stems, m_space.stem.type));
    showNumber(m_se, m_space.seRatio);
    showQuietly(m_stride, m_space.stride);
    showQuietly(m_stemWidth, m_space.stem.width);
    showQuietly(m_classes, m_space.head.classes);
    showQuietly(m_headWidth, m_space.head.width);
}

void SpaceEditor::showLimits()
{
    const auto show = [](QLineEdit* edit, const std::optional<std::int64_t>& count) {
        if (!isBadCount(edit) || !edit->hasFocus()) showCount(edit, count);
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
        if (isBadCount(edit))
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
                sentences += (sentences.isEmpty() ? QString() : QStringLiteral("\n")) +
                             QString::fromStdString(sentence(problem));
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
        rest +=
            (rest.isEmpty() ? QString() : QStringLiteral("\n")) + QString::fromStdString(sentence(problem));
    }
    showProblem(m_general, rest);
}

} // namespace regnet
