// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/distribution_field.h"
#include "widgets/spaces/number_text.h"
#include "widgets/spaces/space_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include <cmath>

// The fields of the editor, group by group: what each is called, and which part of the space it changes.
namespace regnet {
namespace {

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

} // namespace

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
        if (!m_note->isReadOnly() && note != m_space.note) // a built-in space's is shown translated
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
                   [=](DesignSpace& s) { anynet(s).widths = allOrders[static_cast<std::size_t>(index)]; });
    });
    connect(m_depths, &QComboBox::activated, this, [this](int index) {
        emitEdited(QStringLiteral("anynet.depths"),
                   [=](DesignSpace& s) { anynet(s).depths = allOrders[static_cast<std::size_t>(index)]; });
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
                s.limits.*ends.range = {countFrom(ends.low->text()), countFrom(ends.high->text())};
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
                   [this](DesignSpace& s) { s.limits.curves.flops = countFrom(m_curveFlops->text()); });
    });
}

void SpaceEditor::addFrame(QVBoxLayout* column)
{
    QVBoxLayout* layout = addGroup(tr("Blocks, stem, head and input"), column);
    QStringList names;
    for (const BlockType block : allBlocks)
        names << text(nameOf(block));
    QHBoxLayout* row = addRow(layout, tr("Block"), "block");
    m_block = addCombo(row, "spaceBlock", tr("Block family"), names);
    row->addWidget(new QLabel(tr("activation")));
    m_activation =
        addCombo(row, "spaceActivation", tr("Activation function"), {tr("ReLU"), tr("SiLU (Swish)")});
    connect(m_block, &QComboBox::activated, this, [this](int index) {
        emitEdited(QStringLiteral("block"),
                   [=](DesignSpace& s) { s.block = allBlocks[static_cast<std::size_t>(index)]; });
    });
    connect(m_activation, &QComboBox::activated, this, [this](int index) {
        emitEdited(QStringLiteral("activation"),
                   [=](DesignSpace& s) { s.activation = allActivations[static_cast<std::size_t>(index)]; });
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
    for (const StemType stem : allStems)
        names << text(nameOf(stem));
    row = addRow(layout, tr("Stem"), "stem");
    m_stem = addCombo(row, "spaceStem", tr("Stem type"), names);
    m_stemWidth = addSpin(row, "spaceStemWidth", tr("Channels of the stem"), 1, 65536);
    connect(m_stem, &QComboBox::activated, this, [this](int index) {
        emitEdited(QStringLiteral("stem"),
                   [=](DesignSpace& s) { s.stem.type = allStems[static_cast<std::size_t>(index)]; });
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

} // namespace regnet
