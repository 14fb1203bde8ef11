// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// The queue's dock with very many jobs: opening, scrolling, sorting, filtering, and news while somebody
/// looks. Usage: queue_dock_bench [jobs, default 100000] [store to make or to use; otherwise a temporary
/// one]. "blocked" is how long the window's thread was busy at a stretch: above 16 ms a frame is lost.
#include "core/queue/training_order.h"
#include "core/store/store.h"
#include "widgets/appearance.h"
#include "widgets/queue/dispatcher_thread.h"
#include "widgets/queue/queue_panel.h"

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <string>
#include <thread>
#include <unistd.h>

namespace {

using namespace regnet;

double residentMb()
{
    std::ifstream file("/proc/self/statm");
    double all = 0, resident = 0;
    file >> all >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

double threadMs()
{
    timespec time = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// Works the event loop until `isDone`; prints the time to that, and the longest stretches.
void measure(const char* what, const std::function<bool()>& isDone, double atMostSeconds = 120)
{
    QElapsedTimer all, one;
    all.start();
    double longest = 0, longestCpu = 0;
    while (!isDone() && static_cast<double>(all.elapsed()) < atMostSeconds * 1000) {
        const double cpu = threadMs();
        one.start();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 0);
        longest = std::max(longest, static_cast<double>(one.nsecsElapsed()) / 1e6);
        longestCpu = std::max(longestCpu, threadMs() - cpu);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    std::printf("%-44s %8lld ms   blocked %7.1f ms (cpu %7.1f)   %6.0f MB\n", what,
                static_cast<long long>(all.elapsed()), longest, longestCpu, residentMb());
    std::fflush(stdout);
}

void makeStore(const std::filesystem::path& file, int jobs)
{
    Store store(file, "queue_bench");
    TrainingOrder order;
    order.population = "first";
    order.space = "RegNetX@cpu";
    order.n = std::min(jobs, 1000);
    order.recipe = "cpu-tiny";
    PopulationSpec population = populationOf(order, {});
    for (int seed = 1; seed * static_cast<int>(order.n) <= jobs; ++seed) {
        population.training->seed = static_cast<std::uint64_t>(seed);
        population.name = seed % 2 == 0 ? "second" : "first";
        store.add(population);
    }
    for (int i = 0; i < 200; ++i) {
        const auto job = store.claim("cpu", 0);
        store.record(job->id, job->attempt,
                     std::vector<LoggedEvent>{{1, 1000, EpochEvent{1, 0.1, 2, 80, 2, 60.0 + i % 30, 1.5}}});
        if (i % 3 == 0) store.end(*job, {JobState::Failed, "its worker died 3 times in a row", 3, 0});
        if (i % 3 == 1) {
            store.record(job->id, job->attempt,
                         std::vector<LoggedEvent>{{2, 1001, FinishedEvent{40.0 + i % 30, 41.0 + i % 30, 4}}});
            store.end(*job, {JobState::Done, {}, 0, 0});
        }
        if (i % 3 == 2) store.end(*job, {JobState::Queued, {}, 0, 0});
    }
}

/// News as of many quick workers: starts, epochs and ends, until it is told to stop.
void work(const std::filesystem::path& file, const std::atomic<bool>& isOver)
{
    Store store(file, "queue_bench");
    while (!isOver) {
        std::vector<ClaimedJob> jobs;
        for (int i = 0; i < 8; ++i)
            if (const auto job = store.claim("cpu", 0)) jobs.push_back(*job);
        for (std::int64_t epoch = 1; epoch <= 3 && !isOver; ++epoch) {
            for (const ClaimedJob& job : jobs)
                store.record(
                    job.id, job.attempt,
                    std::vector<LoggedEvent>{{epoch, 1000, EpochEvent{epoch, 0.1, 2, 80, 2, 50, 0.3}}});
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
        for (const ClaimedJob& job : jobs) {
            store.record(job.id, job.attempt, std::vector<LoggedEvent>{{4, 1000, FinishedEvent{50, 50, 1}}});
            store.end(job, {JobState::Done, {}, 0, 0});
        }
    }
}

void run(const std::filesystem::path& file)
{
    DispatcherThread dispatcher(file);
    QueuePanel panel(dispatcher);
    panel.resize(1200, 500);
    panel.show();
    QTableView& table = *panel.table();
    const int jobs = static_cast<int>(StoreReader(file).counts().total());
    int listings = 0;
    QObject::connect(&dispatcher, &DispatcherThread::listingChanged, &panel, [&] { ++listings; });
    const auto next = [&listings] { return [&listings, before = listings] { return listings > before; }; };
    std::printf("%d jobs, before opening %.0f MB\n", jobs, residentMb());
    dispatcher.start();
    measure("open: the list stands", [&] { return table.model()->rowCount() == jobs; });
    measure("populations and their times", [&] { return panel.populations()->model()->rowCount() > 1; });
    int steps = 0;
    measure("scroll: 300 pages", [&] {
        QScrollBar& bar = *table.verticalScrollBar();
        bar.setValue((steps * 331) % std::max(1, bar.maximum()));
        return ++steps > 300;
    });
    for (const int column : {JobView::Error, JobView::Flops, JobView::Why, JobView::Job}) {
        auto isThere = next();
        table.horizontalHeader()->setSortIndicator(column, Qt::DescendingOrder);
        measure(
            ("sort by " + table.model()->headerData(column, Qt::Horizontal).toString().toStdString()).c_str(),
            isThere);
    }
    auto isThere = next();
    table.horizontalHeader()->setSortIndicator(JobView::ownOrder, Qt::AscendingOrder);
    measure("back to the queue's own order", isThere);
    auto* search = panel.findChild<QLineEdit*>(QStringLiteral("search"));
    search->setText(QStringLiteral("died 3"));
    measure("search a reason", [&] { return table.model()->rowCount() < jobs; });
    search->clear();
    measure("and all again", [&] { return table.model()->rowCount() == jobs; });
    panel.populations()->selectRow(1);
    measure("one population", [&] { return table.model()->rowCount() < jobs; });
    panel.populations()->selectRow(0);
    measure("and all again", [&] { return table.model()->rowCount() == jobs; });
    const auto pause = [](double seconds) {
        QElapsedTimer clock;
        clock.start();
        return [clock, seconds] { return static_cast<double>(clock.elapsed()) > seconds * 1000; };
    };
    std::atomic<bool> isOver = false;
    std::thread writer([&] { work(file, isOver); });
    measure("10 s of news, nothing selected", pause(10));
    table.selectRow(3);
    measure("10 s of news, a job selected", pause(10));
    table.selectAll();
    measure("all selected", pause(0.3));
    measure("10 s of news, all selected", pause(10));
    isOver = true;
    writer.join();
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    regnet::applyAppearance(regnet::Appearance::Light);
    const int jobs = argc > 1 ? std::max(1000, std::atoi(argv[1])) : 100'000;
    const QTemporaryDir folder;
    const std::filesystem::path file =
        argc > 2 ? argv[2] : folder.filePath(QStringLiteral("runs.db")).toStdString();
    if (!std::filesystem::exists(file)) {
        QElapsedTimer clock;
        clock.start();
        makeStore(file, jobs);
        std::printf("made a store of %d jobs in %.1f s\n", jobs, static_cast<double>(clock.elapsed()) / 1000);
    }
    run(file);
    return 0;
}
