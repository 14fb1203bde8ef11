// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/local_executor.h"
#include "core/queue/spool.h"
#include "tests/widgets/wait_for.h"
#include "widgets/queue/dispatcher_thread.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <functional>

namespace regnet {

/// A store of its own, and workers that train nothing (tests/core/queue/scripted_worker.cpp).
class QueueWindowTest : public testing::Test
{
protected:
    QueueWindowTest() { qputenv("REGNET_WORKER", REGNET_BIN_DIR "/scripted_worker"); }
    ~QueueWindowTest() override
    {
        for (const std::string& id : spool().jobs())
            if (const auto worker = workerIn(spool().jobFolder(id)))
                kill(static_cast<pid_t>(worker->pid), SIGKILL);
    }

    std::filesystem::path file() const { return folder.filePath(QStringLiteral("runs.db")).toStdString(); }
    Spool spool() const { return Spool(defaultSpool(file())); }

    void script(const std::string& lines) const
    {
        spool().create();
        std::ofstream(spool().root() / "script.txt") << lines;
    }

    static TrainingOrder order(std::int64_t n)
    {
        TrainingOrder order;
        order.population = "small";
        order.space = "RegNetX@cpu";
        order.n = n;
        order.recipe = "cpu-tiny";
        return order;
    }

    QTemporaryDir folder;
};

} // namespace regnet
