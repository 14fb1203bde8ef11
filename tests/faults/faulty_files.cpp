// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before a program (LD_PRELOAD), stands between it and its files and lets one call go wrong, or the
// clock or the memory. Counted are the calls that change or keep files below a folder: write, pwrite, writev,
// fsync, fdatasync, ftruncate, rename.
//
//   REGNET_FAULT_UNDER=FOLDER   whose files are meant
//   REGNET_FAULT_PROGRAM=NAME   which of the programs that inherit all this
//   REGNET_FAULT_AT=N           the call that goes wrong, from 1; 0: none
//   REGNET_FAULT_HOW=…          how:
//       full       fails with ENOSPC, and so does every later one
//       broken     fails with EIO, once
//       short      writes half of its bytes and says so, as a kernel may; other calls do what they should
//       torn       writes half of its bytes; then the program is dead
//       killed     the program is dead before it
//       powerless  as killed, and what was appended to any file since its last fsync is gone, while what was
//                  written later to others is there: the order in which a disk may lose
//       clock_back, clock_ahead   does what it should, and from then on the clock is ten years off
//       starved    is an allocation of operator new (these are counted instead of file calls): it fails, once
//       starving   the same, and so does every later one
//   REGNET_FAULT_ONCE=FILE      made by the first program that is hit; where it is, no other one is
//   REGNET_FAULT_COUNT=FILE     gets a byte for each counted call

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <dlfcn.h>
#include <fcntl.h>
#include <mutex>
#include <new>
#include <string_view>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

extern "C" char* program_invocation_short_name;

namespace {

std::string_view setting(const char* name)
{
    const char* value = std::getenv(name);
    return value ? value : "";
}

/// The lengths up to which files are on the disk for sure; few files are open at a time.
struct Kept
{
    dev_t device = 0;
    ino_t inode = 0;
    off_t length = 0;
};
std::array<Kept, 4096> kept;
std::size_t keptCount = 0;
std::mutex guard;
long calls = 0;
bool isHit = false;
std::atomic<long> clockShift = 0; ///< seconds

bool isMeant()
{
    static const bool answer = setting("REGNET_FAULT_PROGRAM") == program_invocation_short_name;
    return answer;
}

/// Where allocations go wrong no file call does.
bool isAboutMemory()
{
    static const bool answer = setting("REGNET_FAULT_HOW").starts_with("starv");
    return answer;
}

bool isUnder(std::string_view path)
{
    if (isAboutMemory()) return false;
    const std::string_view folder = setting("REGNET_FAULT_UNDER");
    return !folder.empty() && path.starts_with(folder);
}

std::string_view pathOf(int file, std::array<char, PATH_MAX>& buffer)
{
    std::array<char, 64> link{};
    std::snprintf(link.data(), link.size(), "/proc/self/fd/%d", file);
    const ssize_t length = ::readlink(link.data(), buffer.data(), buffer.size());
    return {buffer.data(), length < 0 ? 0 : static_cast<std::size_t>(length)};
}

bool isWatched(int file)
{
    if (!isMeant()) return false;
    std::array<char, PATH_MAX> buffer;
    const int before = errno;
    const bool answer = isUnder(pathOf(file, buffer));
    errno = before;
    return answer;
}

Kept* keptOf(int file)
{
    struct stat info
    {
    };
    if (::fstat(file, &info) != 0 || !S_ISREG(info.st_mode)) return nullptr;
    for (std::size_t i = 0; i < keptCount; ++i)
        if (kept[i].device == info.st_dev && kept[i].inode == info.st_ino) return &kept[i];
    if (keptCount == kept.size()) return nullptr;
    kept[keptCount] = {info.st_dev, info.st_ino, info.st_size};
    return &kept[keptCount++];
}

/// Before a write: from now on there is something to lose. After an fsync: there is not.
void note(int file, bool isSynced)
{
    if (Kept* one = keptOf(file); one && isSynced) {
        struct stat info
        {
        };
        if (::fstat(file, &info) == 0) one->length = info.st_size;
    }
}

[[noreturn]] void die()
{
    ::kill(::getpid(), SIGKILL);
    for (;;)
        ::pause();
}

/// Cuts every open file to what was kept of it.
void losePower()
{
    for (int file = 3; file < 1024; ++file) {
        if (!isWatched(file)) continue;
        const Kept* one = keptOf(file);
        struct stat info
        {
        };
        if (one && ::fstat(file, &info) == 0 && info.st_size > one->length)
            (void)::syscall(SYS_ftruncate, file, one->length);
    }
}

bool isFirst()
{
    const long file = ::syscall(SYS_openat, AT_FDCWD, setting("REGNET_FAULT_ONCE").data(),
                                O_WRONLY | O_CREAT | O_EXCL, 0600);
    if (file >= 0) (void)::syscall(SYS_close, file);
    return file >= 0;
}

enum class Verdict { Good, Fails, Half, HalfAndDeath };

/// What becomes of this call. Does not return where the program dies before it.
Verdict judge()
{
    const std::lock_guard lock(guard);
    ++calls;
    if (const std::string_view file = setting("REGNET_FAULT_COUNT"); !file.empty()) {
        const long out = ::syscall(SYS_openat, AT_FDCWD, file.data(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        (void)::syscall(SYS_write, out, ".", 1);
        (void)::syscall(SYS_close, out);
    }
    const long at = std::atol(setting("REGNET_FAULT_AT").data());
    const std::string_view how = setting("REGNET_FAULT_HOW");
    if (at <= 0 || calls < at || (calls > at && how != "full" && how != "starving")) return Verdict::Good;
    if (calls == at) isHit = isFirst();
    if (!isHit) return Verdict::Good;
    if (how == "full") {
        errno = ENOSPC;
        return Verdict::Fails;
    }
    if (how == "broken") {
        errno = EIO;
        return Verdict::Fails;
    }
    constexpr long tenYears = 10L * 365 * 86'400;
    if (how == "clock_back" || how == "clock_ahead") {
        clockShift = how == "clock_back" ? -tenYears : tenYears;
        return Verdict::Good;
    }
    if (how == "starved" || how == "starving") return Verdict::Fails;
    if (how == "short") return Verdict::Half;
    if (how == "torn") return Verdict::HalfAndDeath;
    if (how == "powerless") losePower();
    die();
}

/// `write` takes how many of the bytes are to be written.
template <typename Write>
ssize_t written(int file, std::size_t bytes, Write write)
{
    if (!isWatched(file)) return write(bytes);
    note(file, false);
    switch (judge()) {
    case Verdict::Fails:
        return -1;
    case Verdict::Half:
        return write(bytes > 1 ? bytes / 2 : bytes);
    case Verdict::HalfAndDeath:
        if (bytes > 1) (void)write(bytes / 2);
        die();
    case Verdict::Good:
        break;
    }
    return write(bytes);
}

template <typename Call>
int done(bool isWatchedCall, Call call)
{
    if (!isWatchedCall) return call();
    switch (judge()) {
    case Verdict::Fails:
        return -1;
    case Verdict::HalfAndDeath:
        die();
    default:
        return call();
    }
}

template <typename Function>
Function next(const char* name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

int synced(int file, const char* name)
{
    const auto call = next<int (*)(int)>(name);
    const bool isOurs = isWatched(file);
    const int result = done(isOurs, [&] { return call(file); });
    if (isOurs && result == 0) note(file, true);
    return result;
}

} // namespace

extern "C" {

ssize_t write(int file, const void* bytes, std::size_t count)
{
    static const auto call = next<ssize_t (*)(int, const void*, std::size_t)>("write");
    return written(file, count, [&](std::size_t n) { return call(file, bytes, n); });
}

ssize_t pwrite(int file, const void* bytes, std::size_t count, off_t at)
{
    static const auto call = next<ssize_t (*)(int, const void*, std::size_t, off_t)>("pwrite");
    return written(file, count, [&](std::size_t n) { return call(file, bytes, n, at); });
}

ssize_t pwrite64(int file, const void* bytes, std::size_t count, off64_t at)
{
    static const auto call = next<ssize_t (*)(int, const void*, std::size_t, off64_t)>("pwrite64");
    return written(file, count, [&](std::size_t n) { return call(file, bytes, n, at); });
}

/// Of a half, the first piece.
ssize_t writev(int file, const iovec* pieces, int count)
{
    static const auto call = next<ssize_t (*)(int, const iovec*, int)>("writev");
    return written(file, static_cast<std::size_t>(count),
                   [&](std::size_t n) { return call(file, pieces, static_cast<int>(n)); });
}

int fsync(int file)
{
    return synced(file, "fsync");
}

int fdatasync(int file)
{
    return synced(file, "fdatasync");
}

int ftruncate(int file, off_t length) noexcept
{
    static const auto call = next<int (*)(int, off_t)>("ftruncate");
    return done(isWatched(file), [&] { return call(file, length); });
}

int ftruncate64(int file, off64_t length) noexcept
{
    static const auto call = next<int (*)(int, off64_t)>("ftruncate64");
    return done(isWatched(file), [&] { return call(file, length); });
}

int rename(const char* from, const char* to) noexcept
{
    static const auto call = next<int (*)(const char*, const char*)>("rename");
    return done(isMeant() && isUnder(to), [&] { return call(from, to); });
}

int clock_gettime(clockid_t clock, timespec* now) noexcept
{
    static const auto call = next<int (*)(clockid_t, timespec*)>("clock_gettime");
    const int result = call(clock, now);
    if (result == 0 && clock == CLOCK_REALTIME) now->tv_sec += clockShift;
    return result;
}

} // extern "C"

void* operator new(std::size_t size)
{
    void* memory = nullptr;
    if (!isAboutMemory() || !isMeant() || judge() != Verdict::Fails)
        memory = std::malloc(size > 0 ? size : 1);
    if (!memory) throw std::bad_alloc();
    return memory;
}
