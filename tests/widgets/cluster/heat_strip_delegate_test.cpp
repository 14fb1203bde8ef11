// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cluster/heat_strip_delegate.h"

#include "widgets/plot/palette.h"

#include <QImage>
#include <QPainter>

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace regnet {
namespace {

constexpr std::array standings{TaskStanding::Waiting, TaskStanding::Running, TaskStanding::Interrupted,
                               TaskStanding::Done,    TaskStanding::Failed,  TaskStanding::Cancelled};
constexpr std::array<const char*, 6> states{"waiting", "running", "preempted", "done", "failed", "cancelled"};
constexpr int cell = 20, height = 20;

QImage painted(const Theme& theme)
{
    std::vector<StripCell> cells;
    for (std::size_t i = 0; i < states.size(); ++i)
        cells.push_back({static_cast<std::int64_t>(i), static_cast<std::int64_t>(i), states[i]});
    QImage image(cell * static_cast<int>(states.size()), height, QImage::Format_RGB32);
    QPainter painter(&image);
    paintStrip(painter, image.rect(), cells, theme);
    return image;
}

/// Which of its rows are filled, from the top.
std::string shapeOf(const QImage& image, int i, const Theme& theme)
{
    std::string shape;
    for (int y = 0; y < height; ++y)
        shape += image.pixelColor(i * cell + cell / 2, y) == theme.page ? '.' : '#';
    return shape;
}

double contrast(const QColor& a, const QColor& b)
{
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](double c) {
            return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
               0.0722 * linear(colour.blueF());
    };
    const double low = std::min(luminance(a), luminance(b)), high = std::max(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

TEST(HeatStripDelegateTest, StatesAreToldApartWithoutColour)
{
    for (const Theme& theme : {Theme::light(), Theme::dark()}) {
        const QImage image = painted(theme);
        for (std::size_t a = 0; a < states.size(); ++a) {
            const std::string shape = shapeOf(image, static_cast<int>(a), theme);
            EXPECT_NE(shape.find('#'), std::string::npos) << states[a] << " is seen";
            for (std::size_t b = a + 1; b < states.size(); ++b)
                EXPECT_NE(shape, shapeOf(image, static_cast<int>(b), theme)) << states[a] << ' ' << states[b];
        }
    }
}

TEST(HeatStripDelegateTest, EveryMarkStandsOutFromThePage)
{
    for (const Theme& theme : {Theme::light(), Theme::dark()})
        for (const TaskStanding standing : standings)
            EXPECT_GT(contrast(markOf(standing, theme).colour, theme.page), 2) << static_cast<int>(standing);
}

TEST(HeatStripDelegateTest, FillsItsWidthWhateverTheNumberOfCells)
{
    const Theme theme = Theme::light();
    for (const std::size_t count : {1u, 7u, 33u, 100u}) {
        const std::vector<StripCell> cells(count, {0, 0, "done"});
        QImage image(100, 4, QImage::Format_RGB32);
        QPainter painter(&image);
        paintStrip(painter, image.rect(), cells, theme);
        EXPECT_EQ(image.pixelColor(0, 2), markOf(TaskStanding::Done, theme).colour) << count;
        EXPECT_EQ(image.pixelColor(count == 100 ? 99 : 98, 2), markOf(TaskStanding::Done, theme).colour)
            << count;
    }
}

} // namespace
} // namespace regnet
