// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/stage_colours.h"

#include <cmath>

namespace regnet {
namespace {

QColor mixed(const QColor& from, const QColor& to, double share)
{
    const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return {mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue())};
}

double luminance(const QColor& colour)
{
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

} // namespace

QColor stageColour(const Theme& theme, int stage, int stages)
{
    const double share = stages < 2 ? 1 : 0.35 + 0.65 * stage / (stages - 1);
    return mixed(theme.page, theme.series(0), share);
}

QColor frameColour(const Theme& theme)
{
    return mixed(theme.page, theme.secondary, 0.45);
}

QColor inkOn(const QColor& background)
{
    // Where black and white have the same contrast: sqrt(1.05 * 0.05) - 0.05.
    return luminance(background) > 0.179 ? QColor(Qt::black) : QColor(Qt::white);
}

} // namespace regnet
