// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/parameter_panel.h"

#include "widgets/dock_scroll.h"
#include "widgets/explorer/number_field.h"
#include "widgets/own_undo.h"
#include "widgets/shown_text.h"

#include <QComboBox>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace regnet {
namespace {

std::vector<double> evenly(double from, double to, double step)
{
    std::vector<double> stops;
    const auto count = std::llround((to - from) / step);
    for (std::int64_t i = 0; i <= count; ++i)
        stops.push_back(std::round((from + static_cast<double>(i) * step) * 1000) / 1000);
    return stops;
}

std::vector<double> groupWidthStops()
{
    std::vector<double> stops{1, 2, 4};
    for (const double width : evenly(8, 256, 8))
        stops.push_back(width);
    return stops;
}

QGroupBox* group(const QString& title, QVBoxLayout* into, QVBoxLayout*& layout)
{
    auto* box = new QGroupBox(title);
    layout = new QVBoxLayout(box);
    into->addWidget(box);
    return box;
}

std::int64_t toCount(double value)
{
    return std::llround(value);
}

/// The last part of "regnet.w0" or "nets.json, regnet.w0".
bool isAbout(const Problem& problem, const std::string& field)
{
    return problem.where == field || problem.where.ends_with("." + field) ||
           problem.where.ends_with(" " + field);
}

} // namespace

ParameterPanel::ParameterPanel(QWidget* parent) : QWidget(parent)
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    m_membership = new QLabel;
    m_membership->setObjectName(QStringLiteral("spaceMembership"));
    m_membership->setWordWrap(true);
    m_membership->hide();
    column->addWidget(m_membership);
    QVBoxLayout* layout = nullptr;
    group(tr("Widths: u = w0 + wa·j"), column, layout);
    addLineFields(layout);
    group(tr("Blocks"), column, layout);
    addBlockFields(layout);
    group(tr("Stem, head and input"), column, layout);
    addFrameFields(layout);
    column->addStretch(1);

    QScrollArea* scroll = makeScroll(content, "parameterScroll", this);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    const int scrollBar = fontMetrics().height() * 2;
    setMinimumWidth(content->minimumSizeHint().width() + scrollBar);
}

void ParameterPanel::add(QVBoxLayout* layout, const NumberFieldText& text, NumberField* field, Field access)
{
    layout->addWidget(field);
    access.widget = field;
    const std::string name = text.name.toStdString();
    if (access.write) {
        const QString what = stepName(text.label);
        const Write write = access.write;
        connect(field, &NumberField::edited, this, [this, write, what](double value, int gesture) {
            NetworkSpec spec = m_spec;
            write(spec, value);
            Q_EMIT edited(spec, what, gesture);
        });
    }
    m_fields.emplace(name, std::move(access));
}

void ParameterPanel::addLineFields(QVBoxLayout* layout)
{
    m_fitOffer = new QWidget;
    auto* offer = new QVBoxLayout(m_fitOffer);
    offer->setContentsMargins(0, 0, 0, 0);
    auto* sentence = new QLabel(tr("This network is given by its stages, not by a line."));
    sentence->setWordWrap(true);
    auto* fit = new QPushButton(tr("Fit a line to it"));
    fit->setObjectName(QStringLiteral("fitLine"));
    fit->setToolTip(
        tr("The RegNet whose widths are nearest to these stages (smallest e_fit, paper section 3.3)"));
    offer->addWidget(sentence);
    offer->addWidget(fit);
    m_fitOffer->hide();
    layout->addWidget(m_fitOffer);
    connect(fit, &QPushButton::clicked, this, &ParameterPanel::fitRequested);

    const NumberFieldText depth{
        QStringLiteral("depth"), tr("Depth d"),
        tr("Blocks in all stages together: j runs from 0 to d − 1. The last block is about w0 + wa·d wide. "
           "Paper section 3.3; the best models have about 20 at any size (section 4)."),
        tr("Limits: 1 to 1024 blocks, the most that the plots draw. The paper samples d below 64.")};
    add(layout, depth, new NumberField(depth, evenly(1, 64, 1), 1, 1024, 0),
        {nullptr, "depth",
         [](const NetworkSpec& s) { return s.regnet ? static_cast<double>(s.regnet->line.depth) : 1; },
         [](NetworkSpec& s, double v) { s.regnet->line.depth = toCount(v); }, true});

    const NumberFieldText w0{
        QStringLiteral("w0"), tr("Initial width w0"),
        tr("Channels of block 0, where the line u = w0 + wa·j begins. Paper equation 2."),
        tr("Limits: a multiple of 8 above 0, because widths are quantised from it in steps of "
           "8. The paper samples 8 to 256.")};
    add(layout, w0, new NumberField(w0, evenly(8, 256, 8), 1, 65536, 2),
        {nullptr, "w0", [](const NetworkSpec& s) { return s.regnet ? s.regnet->line.w0 : 8; },
         [](NetworkSpec& s, double v) { s.regnet->line.w0 = v; }, true});

    const NumberFieldText wa{
        QStringLiteral("wa"), tr("Slope wa"),
        tr("Channels that each block is wider than the one before, u = w0 + wa·j. 0 gives one "
           "stage. Paper equation 2."),
        tr("Limits: 0 or more, because widths must not shrink. The paper samples up to 256.")};
    add(layout, wa, new NumberField(wa, evenly(0, 256, 0.5), 0, 65536, 4),
        {nullptr, "wa", [](const NetworkSpec& s) { return s.regnet ? s.regnet->line.wa : 0; },
         [](NetworkSpec& s, double v) { s.regnet->line.wa = v; }, true});

    const NumberFieldText wm{
        QStringLiteral("wm"), tr("Width multiplier wm"),
        tr("Factor between the widths of two stages: levels lie at w0·wm^k, and each block takes "
           "the nearest. A larger wm gives fewer stages. Paper equations 3 and 4."),
        tr("Limits: above 1, because equal levels would have no order. The paper samples 1.5 to 3; "
           "the best models have about 2.5.")};
    add(layout, wm, new NumberField(wm, evenly(1.1, 4, 0.01), 1.001, 64, 4),
        {nullptr, "wm", [](const NetworkSpec& s) { return s.regnet ? s.regnet->line.wm : 2; },
         [](NetworkSpec& s, double v) { s.regnet->line.wm = v; }, true});

    const NumberFieldText wanted{
        QStringLiteral("wanted_stages"), tr("Stages wanted"),
        tr("How many stages the network should have. Other counts are described, but marked. "
           "The paper uses 4."),
        tr("Limits: 1 to 8. Beyond 8 the resolution of 224 pixels is used up.")};
    m_wantedStages = new NumberField(wanted, evenly(1, 8, 1), 1, 8, 0, NumberField::Form::BoxOnly);
    add(layout, wanted, m_wantedStages, {});
    connect(m_wantedStages, &NumberField::edited, this,
            [this](double value, int) { Q_EMIT wantedStagesEdited(toCount(value)); });
}

void ParameterPanel::addBlockFields(QVBoxLayout* layout)
{
    const NumberFieldText b{
        QStringLiteral("bottleneck_ratio"), tr("Bottleneck ratio b"),
        tr("The 3×3 convolution of a block is width / b channels wide; b below 1 widens it "
           "(inverted bottleneck). Means nothing for blocks without a bottleneck. Paper section 3.2; b = 1 "
           "is best."),
        tr("Limits: an integer, or one divided by an integer; others can rarely be divided into "
           "groups.")};
    add(layout, b, new NumberField(b, {0.125, 0.25, 0.5, 1, 2, 3, 4, 5, 6, 7, 8}, 1.0 / 128, 128, 7),
        {nullptr, "bottleneck_ratio",
         [](const NetworkSpec& s) { return s.regnet ? s.regnet->bottleneckRatio : 1; },
         [](NetworkSpec& s, double v) { s.regnet->bottleneckRatio = v; }, true});

    const NumberFieldText g{
        QStringLiteral("group_width"), tr("Group width g"),
        tr("Channels in one group of the 3×3 convolution: groups = width / b / g. 1 is a depthwise "
           "convolution. Widths that g does not divide are changed, as the stage table says. Paper section "
           "3.2."),
        tr("Limits: 1 to 4096 channels; a group wider than the bottleneck is cut to it.")};
    add(layout, g, new NumberField(g, groupWidthStops(), 1, 4096, 0),
        {nullptr, "group_width",
         [](const NetworkSpec& s) { return s.regnet ? static_cast<double>(s.regnet->groupWidth) : 1; },
         [](NetworkSpec& s, double v) { s.regnet->groupWidth = toCount(v); }, true});

    const NumberFieldText se{
        QStringLiteral("se_ratio"), tr("Squeeze-and-excitation ratio"),
        tr("Width of the squeeze as a share of the block's input width; 0 is none. RegNetY is "
           "RegNetX with 0.25. Paper section 4, RegNetY."),
        tr("Limits: 0 to 4. Above 1 the squeeze is wider than what it squeezes.")};
    add(layout, se, new NumberField(se, evenly(0, 1, 0.05), 0, 4, 4),
        {nullptr, "se_ratio", [](const NetworkSpec& s) { return s.seRatio; },
         [](NetworkSpec& s, double v) { s.seRatio = v; }});

    auto* row = new QHBoxLayout;
    auto* label = new QLabel(tr("Block type"));
    m_block = new QComboBox;
    m_block->setObjectName(QStringLiteral("blockType"));
    m_block->setFocusPolicy(Qt::StrongFocus);
    const std::array names{tr("X: with groups"),       tr("R: one group"), tr("V: one 3×3"),
                           tr("VR: 3×3, residual"),    tr("vanilla"),      tr("res_basic"),
                           tr("res_bottleneck_linear")};
    for (const QString& name : names)
        m_block->addItem(name);
    m_block->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_block->setMinimumContentsLength(10);
    m_block->setToolTip(
        tr("What a block is made of: X of the paper (Figure 4; with squeeze-and-excitation it is Y), its "
           "variants R, V (one 3×3) and VR (with a residual) of Figure 23, and others of the reference "
           "implementation: vanilla and res_basic have two 3×3."));
    label->setBuddy(m_block);
    row->addWidget(label);
    row->addWidget(m_block, 1);
    layout->addLayout(row);
    connect(m_block, &QComboBox::activated, this, [this](int index) {
        NetworkSpec spec = m_spec;
        spec.block = allBlocks[static_cast<std::size_t>(index)];
        Q_EMIT edited(spec, tr("block type"), 0);
    });
}

void ParameterPanel::addFrameFields(QVBoxLayout* layout)
{
    auto* row = new QHBoxLayout;
    auto* label = new QLabel(tr("Stem type"));
    m_stem = new QComboBox;
    m_stem->setObjectName(QStringLiteral("stemType"));
    m_stem->setFocusPolicy(Qt::StrongFocus);
    for (const QString& name : {tr("simple: 3×3"), tr("res: 7×7, pool"), tr("cifar: 3×3")})
        m_stem->addItem(name);
    m_stem->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_stem->setMinimumContentsLength(10);
    m_stem->setToolTip(
        tr("The first layer: 3×3 with stride 2 (paper section 3.2), 7×7 with max-pool as in ResNet, or "
           "3×3 with stride 1 for small images."));
    label->setBuddy(m_stem);
    row->addWidget(label);
    row->addWidget(m_stem, 1);
    layout->addLayout(row);
    connect(m_stem, &QComboBox::activated, this, [this](int index) {
        NetworkSpec spec = m_spec;
        spec.stem.type = allStems[static_cast<std::size_t>(index)];
        Q_EMIT edited(spec, tr("stem type"), 0);
    });

    using Form = NumberField::Form;
    const NumberFieldText stemWidth{QStringLiteral("stem_width"), tr("Stem width"),
                                    tr("Channels of the stem. 32 in the paper (section 3.2)."),
                                    tr("Limits: 1 to 65536 channels.")};
    add(layout, stemWidth, new NumberField(stemWidth, evenly(8, 256, 8), 1, 65536, 0, Form::BoxOnly),
        {nullptr, "stem.width", [](const NetworkSpec& s) { return static_cast<double>(s.stem.width); },
         [](NetworkSpec& s, double v) { s.stem.width = toCount(v); }});
    const NumberFieldText headWidth{
        QStringLiteral("head_width"), tr("Head width"),
        tr("Channels of an extra 1×1 convolution before the pooling; 0 is none, as in the paper."),
        tr("Limits: 0 to 65536 channels.")};
    add(layout, headWidth, new NumberField(headWidth, evenly(0, 4096, 64), 0, 65536, 0, Form::BoxOnly),
        {nullptr, "head.width", [](const NetworkSpec& s) { return static_cast<double>(s.head.width); },
         [](NetworkSpec& s, double v) { s.head.width = toCount(v); }});
    const NumberFieldText classes{QStringLiteral("classes"), tr("Classes"),
                                  tr("Outputs of the last layer: 1000 for ImageNet, 10 for CIFAR-10."),
                                  tr("Limits: 1 to 1,000,000 classes.")};
    add(layout, classes,
        new NumberField(classes, {2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 10000, 21841}, 1, 1e6, 0,
                        Form::BoxOnly),
        {nullptr, "head.classes", [](const NetworkSpec& s) { return static_cast<double>(s.head.classes); },
         [](NetworkSpec& s, double v) { s.head.classes = toCount(v); }});
    const NumberFieldText resolution{
        QStringLiteral("resolution"), tr("Resolution"),
        tr("Side of the square input in pixels. FLOPs and activations grow with its square."),
        tr("Limits: 1 to 8192 pixels. The paper uses 224.")};
    add(layout, resolution, new NumberField(resolution, evenly(32, 800, 32), 1, 8192, 0, Form::BoxOnly),
        {nullptr, "resolution", [](const NetworkSpec& s) { return static_cast<double>(s.resolution); },
         [](NetworkSpec& s, double v) { s.resolution = toCount(v); }});
}

void ParameterPanel::showNetwork(const Explanation& network)
{
    m_spec = network.spec;
    const bool hasLine = m_spec.regnet.has_value();
    m_fitOffer->setVisible(!hasLine);
    for (auto& [name, field] : m_fields) {
        if (field.read) field.widget->show(field.read(m_spec));
        field.widget->setVisible(hasLine || !field.needsLine);
    }
    m_wantedStages->show(static_cast<double>(network.wantedStages));
    const QSignalBlocker quietBlock(m_block), quietStem(m_stem);
    for (std::size_t i = 0; i < allBlocks.size(); ++i)
        if (allBlocks[i] == m_spec.block) m_block->setCurrentIndex(static_cast<int>(i));
    for (std::size_t i = 0; i < allStems.size(); ++i)
        if (allStems[i] == m_spec.stem.type) m_stem->setCurrentIndex(static_cast<int>(i));
    showNotes(network);
}

void ParameterPanel::showAllowed(const std::vector<AllowedValues>& allowed, const QString& sentence,
                                 bool isMember)
{
    for (auto& [name, field] : m_fields) {
        const auto it = std::ranges::find(allowed, name, &AllowedValues::parameter);
        field.widget->setAllowed(it == allowed.end() ? std::nullopt : std::optional(it->ranges));
    }
    m_membership->setText(sentence);
    m_membership->setVisible(!sentence.isEmpty());
    m_membership->setForegroundRole(isMember ? QPalette::WindowText : QPalette::BrightText);
}

void ParameterPanel::showNotes(const Explanation& network)
{
    for (auto& [name, field] : m_fields) {
        NumberField::Severity severity = NumberField::Severity::None;
        QString note;
        for (const Problem& problem : network.problems)
            if (!field.jsonField.empty() && isAbout(problem, field.jsonField)) {
                severity = NumberField::Severity::Error;
                note = shownSentence({problem.kind, {}, problem.wrong, problem.right});
            }
        field.widget->setNote(severity, note);
    }
}

} // namespace regnet
