// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before a program (LD_PRELOAD): the first step towards a network ends it with code 97 and a word.
// Sockets of this machine's own (Unix, netlink) are let through; whoever has such a socket still cannot reach
// another machine.

#include <cstdlib>
#include <dlfcn.h>
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

template <std::size_t N>
[[noreturn]] void end(const char (&word)[N])
{
    (void)!::write(STDERR_FILENO, word, N - 1);
    ::_exit(97);
}

} // namespace

extern "C" {

int socket(int domain, int type, int protocol) noexcept
{
    if (domain == AF_INET || domain == AF_INET6) end("network: a socket is asked for\n");
    static const auto call = reinterpret_cast<int (*)(int, int, int)>(::dlsym(RTLD_NEXT, "socket"));
    return call(domain, type, protocol);
}

int getaddrinfo(const char*, const char*, const addrinfo*, addrinfo**)
{
    end("network: a name is looked up\n");
}

} // extern "C"
