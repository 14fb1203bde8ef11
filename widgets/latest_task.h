// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problem.h"

#include <QFutureWatcher>
#include <QtConcurrent>

#include <exception>
#include <functional>
#include <stop_token>
#include <utility>

namespace regnet {

/// Runs work off the GUI thread that may say something several times before it ends. A new start stops the
/// one before, and nothing more is heard of it; the end of the task's owner stops it as well.
template <typename T>
class LatestTask
{
public:
    using Say = std::function<void(T)>;
    using Work = std::function<void(const Say& say, const std::stop_token& stop)>;

    /// `heard` gets all that the latest work says, or its problem, in the owner's thread; then `ended`, also
    /// when it was stopped.
    LatestTask(QObject* owner, std::function<void(const Outcome<T>&)> heard, std::function<void()> ended = {})
        : m_watcher(new QFutureWatcher<Outcome<T>>(owner))
    {
        QObject::connect(m_watcher, &QFutureWatcherBase::resultReadyAt, owner,
                         [this, heard = std::move(heard)](int i) {
                             if (!m_stop.stop_requested()) heard(m_watcher->resultAt(i));
                         });
        if (ended) QObject::connect(m_watcher, &QFutureWatcherBase::finished, owner, std::move(ended));
    }
    ~LatestTask() { m_stop.request_stop(); }
    LatestTask(const LatestTask&) = delete;
    LatestTask& operator=(const LatestTask&) = delete;

    void start(Work work)
    {
        stop();
        m_stop = std::stop_source();
        m_watcher->setFuture(QtConcurrent::run(
            [work = std::move(work), stop = m_stop.get_token()](QPromise<Outcome<T>>& promise) {
                try {
                    work([&promise](T said) { promise.addResult(Outcome<T>(std::move(said))); }, stop);
                } catch (const std::exception& error) {
                    promise.addResult(Outcome<T>(asProblem(error)));
                }
            }));
    }

    void stop() { m_stop.request_stop(); }

private:
    QFutureWatcher<Outcome<T>>* m_watcher; ///< child of the owner
    std::stop_source m_stop{std::nostopstate};
};

} // namespace regnet
