// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problem.h"

#include <QFutureWatcher>
#include <QtConcurrent>

#include <exception>
#include <functional>
#include <utility>

namespace regnet {

/// Runs work off the GUI thread and brings back the answer of the latest start only. Work gets a stop test,
/// and copies of what it needs. The watcher dies with its owner, and the answer with it.
template <typename T>
class LatestJob
{
public:
    using Stopped = std::function<bool()>;

    /// `done` is called in the owner's thread with the answer or the problem; not for a stopped job.
    LatestJob(QObject* owner, std::function<void(Outcome<T>)> done)
        : m_watcher(new QFutureWatcher<Outcome<T>>(owner))
    {
        QObject::connect(m_watcher, &QFutureWatcherBase::finished, owner, [this, done = std::move(done)] {
            const auto future = m_watcher->future();
            if (!future.isCanceled() && future.resultCount() > 0) done(future.result());
        });
    }

    void start(std::function<T(const Stopped&)> work)
    {
        m_watcher->cancel();
        m_watcher->setFuture(QtConcurrent::run([work = std::move(work)](QPromise<Outcome<T>>& promise) {
            try {
                promise.addResult(Outcome<T>(work([&promise] { return promise.isCanceled(); })));
            } catch (const std::exception& error) {
                promise.addResult(Outcome<T>(asProblem(error)));
            }
        }));
    }

    void stop() { m_watcher->cancel(); }
    bool isRunning() const { return m_watcher->isRunning(); }

private:
    QFutureWatcher<Outcome<T>>* m_watcher; ///< child of the owner
};

} // namespace regnet
