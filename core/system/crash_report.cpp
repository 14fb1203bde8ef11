// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/crash_report.h"

#include "core/text/version.h"

#include <execinfo.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>
#include <ctime>
#include <exception>
#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>

namespace regnet {
namespace {

constexpr std::array<int, 5> deadly{SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
constexpr std::size_t deepest = 64;
constexpr std::string_view ending = ".txt";

// A signal handler may not allocate: all it needs lies here before.
struct Prepared
{
    std::array<char, 4096> path{};
    std::array<char, 256> head{};
};
Prepared prepared;
volatile std::sig_atomic_t isHandling = 0;

const char* nameOf(int signal)
{
    switch (signal) {
    case SIGSEGV:
        return "SIGSEGV: memory that is not the program's";
    case SIGBUS:
        return "SIGBUS: memory that is not there, such as a file that was cut";
    case SIGFPE:
        return "SIGFPE: an impossible calculation";
    case SIGILL:
        return "SIGILL: an instruction that this processor does not have";
    default:
        return "SIGABRT: the program gave up by itself";
    }
}

void put(int file, const char* text)
{
    const std::size_t size = std::strlen(text);
    [[maybe_unused]] const auto written = ::write(file, text, size);
}

int openReport()
{
    return ::open(prepared.path.data(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/// Only calls that are allowed in a signal handler; backtrace was loaded before.
void handle(int signal)
{
    if (isHandling == 0) {
        isHandling = 1;
        const int file = openReport();
        if (file >= 0) {
            put(file, prepared.head.data());
            put(file, nameOf(signal));
            put(file, "\n\nStack:\n");
            std::array<void*, deepest> frames{};
            const int count = ::backtrace(frames.data(), static_cast<int>(deepest));
            ::backtrace_symbols_fd(frames.data(), count, file);
            ::close(file);
        }
    }
    std::signal(signal, SIG_DFL);
    ::raise(signal);
}

[[noreturn]] void tellException()
{
    if (const std::exception_ptr thrown = std::current_exception()) {
        const int file = openReport();
        try {
            std::rethrow_exception(thrown);
        } catch (const std::exception& error) {
            if (file >= 0) {
                put(file, "An exception that nobody caught: ");
                put(file, error.what());
                put(file, "\n");
            }
        } catch (...) {
            if (file >= 0) put(file, "Something was thrown that nobody caught\n");
        }
        if (file >= 0) ::close(file);
    }
    std::abort(); // which writes the rest
}

template <std::size_t N>
void copyInto(std::array<char, N>& to, const std::string& from)
{
    const std::size_t size = std::min(from.size(), N - 1);
    std::copy_n(from.begin(), size, to.begin());
    to[size] = '\0';
}

} // namespace

void keepCrashReports(const std::filesystem::path& folder, const std::string& program)
{
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) return;
    std::array<char, 32> when{};
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    std::strftime(when.data(), when.size(), "%Y%m%dT%H%M%SZ", &parts);
    const std::string name =
        program + "-" + when.data() + "-" + std::to_string(::getpid()) + std::string(ending);
    copyInto(prepared.path, (folder / name).string());
    copyInto(prepared.head, program + " " + std::string(version()) + ", started " + when.data() + "\n");
    // The first call loads a library, which a handler must not do.
    std::array<void*, 1> none{};
    ::backtrace(none.data(), 1);
    for (const int signal : deadly)
        std::signal(signal, handle);
    std::set_terminate(tellException);
}

std::vector<CrashReport> crashReports(const std::filesystem::path& folder)
{
    std::vector<CrashReport> reports;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
        if (!entry.is_regular_file(failed) || entry.path().extension() != ending) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        reports.push_back({entry.path(), std::string(std::istreambuf_iterator<char>(file), {})});
    }
    std::sort(reports.begin(), reports.end(), [](const CrashReport& a, const CrashReport& b) {
        std::error_code ignored;
        const auto first = std::filesystem::last_write_time(a.file, ignored);
        const auto second = std::filesystem::last_write_time(b.file, ignored);
        return first != second ? first > second : a.file > b.file;
    });
    return reports;
}

} // namespace regnet
