// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace regnet {

/// An HTTP server on 127.0.0.1 that has one file, and that can misbehave.
class LoopbackServer
{
public:
    struct Manners
    {
        bool knowsRanges = true;
        std::size_t cutsAfter = 0; ///< bytes of a body, then the connection is closed; 0: never
        bool isSlow = false;       ///< after the first 100 bytes nothing more comes
        int status = 200;          ///< another one: without a file
        bool sendsWrongRange = false;
        std::string redirectsTo; ///< first answer
    };

    explicit LoopbackServer(std::string file) : LoopbackServer(std::move(file), Manners{}) {}
    LoopbackServer(std::string file, Manners manners);
    ~LoopbackServer();
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;

    std::string url(const std::string& path = "/set.tar.gz") const;
    void change(std::string file, Manners manners);
    /// "" for a request of the whole file, else the text of its Range.
    std::vector<std::string> ranges() const;

private:
    void serve();
    void answer(int connection);

    mutable std::mutex m_mutex;
    std::string m_file;
    Manners m_manners;
    std::vector<std::string> m_ranges;
    int m_socket = -1;
    int m_port = 0;
    std::atomic<bool> m_isStopping = false;
    std::thread m_thread;
};

} // namespace regnet
