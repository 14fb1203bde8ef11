// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Slider event to painted frame, and start to first frame, as a person has them: the real window with its
/// default docks at 1200 x 800, software-drawn, one mouse move at a time. Takes no arguments; prints median,
/// p95, p99.
#include "widgets/appearance.h"
#include "widgets/explorer/number_field.h"
#include "widgets/explorer/parameter_panel.h"
#include "widgets/frame_watcher.h"
#include "widgets/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QProcess>
#include <QSlider>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
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
    std::printf("%-34s %6zu %9.2f %9.2f %9.2f %9.2f\n", name, values.size(), quantile(values, 0.5),
                quantile(values, 0.95), quantile(values, 0.99), quantile(values, 1));
}

void sendMouse(QWidget& widget, QEvent::Type type, double x, double y)
{
    const Qt::MouseButtons held = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, QPointF(x, y), widget.mapToGlobal(QPointF(x, y)),
                      type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, held, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

struct Times
{
    std::vector<double> wall;
    std::vector<double> cpu;

    void append(const Times& other)
    {
        wall.insert(wall.end(), other.wall.begin(), other.wall.end());
        cpu.insert(cpu.end(), other.cpu.begin(), other.cpu.end());
    }
};

/// Sweeps a slider from end to end and back with the mouse; one number a move that changed it.
Times sweep(regnet::MainWindow& window, regnet::FrameWatcher& frames, QSlider& slider)
{
    Times times;
    const double y = slider.height() / 2.0;
    const int moves = 120;
    slider.setValue(slider.minimum());
    frames.painted();
    const double margin = slider.height() / 2.0;
    const double span = slider.width() - 2 * margin;
    sendMouse(slider, QEvent::MouseButtonPress, margin, y);
    for (int i = 1; i <= 2 * moves; ++i) {
        const double share = i <= moves ? static_cast<double>(i) / moves : 2 - static_cast<double>(i) / moves;
        const regnet::NetworkSpec before = window.model().state().spec;
        QElapsedTimer clock;
        clock.start();
        const double cpuAtStart = regnet::FrameWatcher::threadCpuMs();
        sendMouse(slider, QEvent::MouseMove, margin + span * share, y);
        const double handledWall = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        const double handledCpu = regnet::FrameWatcher::threadCpuMs() - cpuAtStart;
        const regnet::FrameWatcher::Painted painted = frames.painted();
        if (before == window.model().state().spec || painted.wallMs < 0) continue;
        times.wall.push_back(handledWall + painted.wallMs);
        times.cpu.push_back(handledCpu + painted.cpuMs);
    }
    sendMouse(slider, QEvent::MouseButtonRelease, margin, y);
    frames.painted();
    window.model().undoStack().undo();
    frames.painted();
    return times;
}

void measureSliders(const QString& folder)
{
    regnet::Settings settings(folder + QStringLiteral("/settings.ini"));
    regnet::MainWindow window(settings);
    window.resize(1200, 800);
    window.show();
    QElapsedTimer warm;
    warm.start();
    while (warm.elapsed() < 500)
        QCoreApplication::processEvents();
    regnet::FrameWatcher frames(window);
    auto* panel = window.findChild<regnet::ParameterPanel*>();
    Times all;
    for (const char* name : {"depth", "w0", "wa", "wm", "bottleneck_ratio", "group_width", "se_ratio"}) {
        const Times times = sweep(window, frames, *panel->field(name)->slider());
        print((std::string(name) + ", wall").c_str(), times.wall);
        print((std::string(name) + ", CPU").c_str(), times.cpu);
        all.append(times);
    }
    print("slider event -> painted, wall", all.wall);
    print("slider event -> painted, CPU", all.cpu);
}

void measureStart(const QString& folder)
{
    std::vector<double> times;
    for (int run = 0; run < 11; ++run) {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("REGNET_SETTINGS"), folder + QStringLiteral("/start.ini"));
        program.setProcessEnvironment(environment);
        QElapsedTimer clock;
        clock.start();
        program.start(QStringLiteral(REGNET_BIN_DIR "/regnet-explorer"),
                      {QStringLiteral("--quit-after-first-frame")});
        const bool isPainted = program.waitForReadyRead(20'000);
        const double elapsed = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        program.waitForFinished();
        if (isPainted && run > 0) times.push_back(elapsed); // the first run warms the disk cache
    }
    print("start -> first frame", times);
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    regnet::applyAppearance(regnet::Appearance::Light);
    const QTemporaryDir folder;
    std::printf("platform %s, 1200 x 800, scale %.3g; milliseconds\n",
                qPrintable(QGuiApplication::platformName()), qApp->devicePixelRatio());
    std::printf("%-34s %6s %9s %9s %9s %9s\n", "", "n", "median", "p95", "p99", "max");
    measureSliders(folder.path());
    measureStart(folder.path());
    return 0;
}
