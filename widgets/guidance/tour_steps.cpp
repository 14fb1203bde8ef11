// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/guidance/tour_steps.h"

#include <QCoreApplication>

namespace regnet {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("regnet::Tour", text);
}

QStringList panel(const char* name)
{
    return {QStringLiteral("paper:") + QLatin1String(name)};
}

} // namespace

std::vector<TourStep> tourSteps()
{
    std::vector<TourStep> steps;
    const auto add = [&steps](const QString& title, const QString& text, const QString& dock) -> TourStep& {
        steps.push_back({title, text, dock});
        return steps.back();
    };
    const QString spaces = QStringLiteral("spaces"), compare = QStringLiteral("compare");
    add(tr("A space, not a network"),
        tr("Looking for one good network leaves you with one network. The paper designs the set from which "
           "networks are drawn. This is its first set, AnyNetX_A: four stages, each with its own depth, "
           "width, bottleneck ratio and group width. Sixteen choices, about 1.8·10¹⁸ networks."),
        spaces)
        .space = QStringLiteral("AnyNetX_A");
    add(tr("A space is judged by its distribution"),
        tr("497 networks were drawn from it and trained for ten epochs each. The curve tells which share "
           "stays below an error: the further to the left, the better the space. The best one has 39.0 %, "
           "but the mean is 49.0 %. A lucky draw says little; the whole curve says a lot."),
        compare)
        .sources = panel("fig2-left");
    add(tr("B: one bottleneck ratio for all stages"),
        tr("The first simplification lets the four stages share their bottleneck ratio. The two curves lie "
           "on each other, so nothing was lost, and three dimensions are gone. A constraint that costs "
           "nothing is worth having: the space is easier to understand."),
        compare)
        .sources = panel("fig5-left");
    add(tr("C: one group width for all stages"),
        tr("The same question for the group width, and the same answer. From A to C the space has become "
           "thousands of times smaller, and as good as before. Looking at the networks that do well now "
           "tells what to try next."),
        compare)
        .sources = panel("fig5-middle");
    add(tr("D: widths that grow"),
        tr("Good networks of C get wider from stage to stage. Made a rule, this helps much: the mean falls "
           "from "
           "49.4 % to 43.2 %. The test the other way round is here too: equal widths and falling widths are "
           "clearly worse. So it is the growth that counts, not the smaller space."),
        compare)
        .sources = panel("fig7-left");
    add(tr("E: depths that do not fall"),
        tr("The same for the number of blocks in a stage: another small step to a mean of 42.7 %. What is "
           "left "
           "are about 10¹¹ to 10¹² networks of ten free numbers. Their best ones have something in common, "
           "which the next step makes a rule."),
        compare)
        .sources = panel("fig7-right");
    add(tr("A line instead of a list"),
        tr("Drawn block by block, the widths of good networks follow a straight line. So take a line, w₀ + "
           "wₐ·j, "
           "and snap it to steps that grow by the factor wₘ: that gives widths and depths of all stages at "
           "once. Here it is for a published RegNetX. Move a slider and watch the stages follow."),
        QStringLiteral("quantisation"))
        .network = QStringLiteral("RegNetX-400MF");
    add(tr("RegNetX, and the proof"),
        tr("Six numbers describe a network now, some 3·10⁸ networks in all, and the mean error is 41.0 %. "
           "About "
           "32 random draws find a good one. The paper then tests the space where it was not designed: more "
           "FLOPs, longer training, five stages, other blocks. The order stays (Paper ▸ Figure 10). "
           "What you have just followed you can do yourself: derive a child in Spaces, train it, compare."),
        compare)
        .sources = panel("fig9-left");
    return steps;
}

} // namespace regnet
