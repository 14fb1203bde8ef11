// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/data/loopback_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace regnet {
namespace {

void sendAll(int connection, const std::string& bytes)
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t n = ::send(connection, bytes.data() + done, bytes.size() - done, MSG_NOSIGNAL);
        if (n <= 0) return; // the client has gone
        done += static_cast<std::size_t>(n);
    }
}

std::string requestFrom(int connection)
{
    std::string request;
    char buffer[4096];
    while (request.find("\r\n\r\n") == std::string::npos) {
        const ssize_t n = ::recv(connection, buffer, sizeof buffer, 0);
        if (n <= 0) break;
        request.append(buffer, static_cast<std::size_t>(n));
    }
    return request;
}

/// "100-" of "Range: bytes=100-".
std::string rangeOf(const std::string& request)
{
    const std::string name = "Range: bytes=";
    const auto at = request.find(name);
    if (at == std::string::npos) return {};
    return request.substr(at + name.size(), request.find("\r\n", at) - at - name.size());
}

} // namespace

LoopbackServer::LoopbackServer(std::string file, Manners manners)
    : m_file(std::move(file)), m_manners(std::move(manners)), m_socket(::socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    if (::bind(m_socket, plain, size) != 0 || ::listen(m_socket, 8) != 0 ||
        ::getsockname(m_socket, plain, &size) != 0)
        throw std::runtime_error("no server on 127.0.0.1");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

LoopbackServer::~LoopbackServer()
{
    m_isStopping = true;
    m_thread.join();
    ::close(m_socket);
}

std::string LoopbackServer::url(const std::string& path) const
{
    return "http://127.0.0.1:" + std::to_string(m_port) + path;
}

void LoopbackServer::change(std::string file, Manners manners)
{
    const std::lock_guard lock(m_mutex);
    m_file = std::move(file);
    m_manners = std::move(manners);
}

std::vector<std::string> LoopbackServer::ranges() const
{
    const std::lock_guard lock(m_mutex);
    return m_ranges;
}

void LoopbackServer::serve()
{
    while (!m_isStopping) {
        pollfd waiting = {m_socket, POLLIN, 0};
        if (::poll(&waiting, 1, 20) != 1) continue;
        const int connection = ::accept(m_socket, nullptr, nullptr);
        if (connection < 0) continue;
        answer(connection);
        ::close(connection);
    }
}

void LoopbackServer::answer(int connection)
{
    const std::string range = rangeOf(requestFrom(connection));
    std::string file;
    Manners manners;
    {
        const std::lock_guard lock(m_mutex);
        m_ranges.push_back(range);
        file = m_file;
        manners = m_manners;
        m_manners.redirectsTo.clear();
    }
    const std::string end = "Connection: close\r\n\r\n";
    if (!manners.redirectsTo.empty())
        return sendAll(connection, "HTTP/1.1 302 Found\r\nLocation: " + manners.redirectsTo +
                                       "\r\nContent-Length: 0\r\n" + end);
    if (manners.status != 200)
        return sendAll(connection, "HTTP/1.1 " + std::to_string(manners.status) +
                                       " No\r\nContent-Length: 4\r\n" + end + "gone");
    const std::size_t start = manners.knowsRanges && !range.empty() ? std::stoul(range) : 0;
    if (start > 0 && start >= file.size())
        return sendAll(connection, "HTTP/1.1 416 Range\r\nContent-Length: 0\r\n" + end);
    std::string body = file.substr(start);
    std::string head = start > 0
                           ? "HTTP/1.1 206 Partial\r\nContent-Range: bytes " +
                                 std::to_string(manners.sendsWrongRange ? 0 : start) + "-" +
                                 std::to_string(file.size() - 1) + "/" + std::to_string(file.size()) + "\r\n"
                           : std::string("HTTP/1.1 200 OK\r\n");
    head += "Content-Length: " + std::to_string(body.size()) + "\r\n" + end;
    if (manners.cutsAfter > 0) body.resize(std::min(body.size(), manners.cutsAfter));
    if (manners.isSlow) body.resize(std::min<std::size_t>(body.size(), 100));
    sendAll(connection, head + body);
    char gone = 0;
    while (manners.isSlow && !m_isStopping) { // until the client leaves
        pollfd waiting = {connection, POLLIN, 0};
        if (::poll(&waiting, 1, 20) == 1 && ::recv(connection, &gone, 1, 0) <= 0) break;
    }
}

} // namespace regnet
