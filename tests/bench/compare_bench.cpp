// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Brushing 100,000 networks in the Compare dock: from a mouse move to the painted frame, in every view that
/// can be brushed. Goal: 16 ms a move. Takes the number of networks; prints median, p95, p99.
#include "widgets/compare/compare_view.h"
#include "widgets/compare/figure_tab.h"
#include "widgets/frame_watcher.h"
#include "widgets/plot/plot_widget.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

namespace {

double quantile(std::vector<double> values, double probability)
{
    if (values.empty()) return NAN;
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<std::size_t>(std::ceil(probability * static_cast<double>(values.size())));
    return values[std::clamp<std::size_t>(rank, 1, values.size()) - 1];
}

void print(const char* name, const std::vector<double>& values)
{
    std::printf("%-24s %6zu %9.2f %9.2f %9.2f %9.2f\n", name, values.size(), quantile(values, 0.5),
                quantile(values, 0.95), quantile(values, 0.99), quantile(values, 1));
}

regnet::Population population(const char* name, int n, unsigned seed)
{
    std::mt19937 random(seed);
    const auto unit = [&random] { return static_cast<double>(random()) / 4294967296.0; };
    regnet::Population made;
    made.name = name;
    made.members.resize(static_cast<std::size_t>(n));
    for (regnet::Member& member : made.members) {
        member.error = 30 + 40 * unit();
        for (const char* property :
             {"activations", "bottleneck_ratio", "depth", "flops", "group_width", "params", "w0", "wa", "wm"})
            member.properties.add(property, 1 + 100 * unit());
    }
    return made;
}

void sendMouse(QWidget& widget, QEvent::Type type, QPointF at)
{
    const Qt::MouseButtons held = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, widget.mapToGlobal(at),
                      type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, held, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

/// Drags a brush over the plot, back and forth.
std::pair<std::vector<double>, std::vector<double>> brush(regnet::FrameWatcher& frames,
                                                          regnet::PlotWidget& plot)
{
    std::vector<double> wall, cpu;
    QWidget* canvas = plot.childAt(plot.rect().center());
    const double w = canvas->width(), h = canvas->height();
    const QPointF from(0.35 * w, 0.3 * h);
    sendMouse(*canvas, QEvent::MouseButtonPress, from);
    for (int i = 1; i <= 60; ++i) {
        const double share = i <= 30 ? i / 30.0 : (60 - i) / 30.0;
        QElapsedTimer clock;
        clock.start();
        const double cpuAtStart = regnet::FrameWatcher::threadCpuMs();
        sendMouse(*canvas, QEvent::MouseMove, from + QPointF(0.5 * w * share + 5, 0.4 * h * share + 5));
        const double handledWall = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        const double handledCpu = regnet::FrameWatcher::threadCpuMs() - cpuAtStart;
        const regnet::FrameWatcher::Painted painted = frames.painted();
        if (painted.wallMs < 0) continue;
        wall.push_back(handledWall + painted.wallMs);
        cpu.push_back(handledCpu + painted.cpuMs);
    }
    sendMouse(*canvas, QEvent::MouseButtonRelease, from);
    frames.painted();
    return {wall, cpu};
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const int n = argc > 1 ? std::atoi(argv[1]) : 100'000;
    regnet::CompareView view;
    view.resize(1200, 800);
    view.show();
    regnet::FrameWatcher frames(view);
    view.setPopulation(population("A", n / 2, 1));
    view.setPopulation(population("B", n - n / 2, 2));
    std::printf("%d networks; ms from a move of the brush to the painted frame\n", n);
    std::printf("%-24s %6s %9s %9s %9s %9s\n", "", "moves", "median", "p95", "p99", "most");
    for (const char* name : {"edf", "difference", "scatter", "parallel"}) {
        view.showTab(QLatin1String(name));
        auto* tab = view.findChild<regnet::FigureTab*>(QLatin1String(name) + QStringLiteral("Tab"));
        const auto stands = [&] {
            return view.model().table()->size() == static_cast<std::size_t>(n) && !view.model().isBusy() &&
                   tab->figure() != nullptr && !tab->isBusy();
        };
        // Twice: between a job's end and its figure's arrival nothing is busy.
        for (int i = 0; i < 2; ++i) {
            if (!QTest::qWaitFor(stands, 120'000)) return 1;
            QTest::qWait(500);
        }
        frames.painted();
        const auto [wall, cpu] = brush(frames, *tab->plotWidget());
        print((std::string(name) + ", wall").c_str(), wall);
        print((std::string(name) + ", CPU").c_str(), cpu);
        std::printf("  %zu selected at the end\n", view.model().selection().count());
    }
    return 0;
}
