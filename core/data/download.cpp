// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/download.h"

#include "core/problem.h"
#include "core/system/own_file.h"

#if REGNET_HAVE_CURL

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <curl/curl.h>
#include <fcntl.h>
#include <memory>
#include <mutex>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace regnet {
namespace {

constexpr int mostBreaks = 20; ///< connections that broke off after they brought something

/// The part of a file that is there, and what is appended to it.
class PartFile
{
public:
    explicit PartFile(const std::filesystem::path& path)
        : m_path(path), m_file(openOwnFile(path, O_RDWR | O_CREAT))
    {
        struct stat info = {};
        if (::fstat(m_file, &info) != 0) throwErrno();
        m_bytes = info.st_size;
        if (::lseek(m_file, 0, SEEK_END) < 0) throwErrno();
    }
    ~PartFile() { ::close(m_file); }
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;

    std::int64_t bytes() const { return m_bytes; }

    /// False when the disk does not take it; errno says why.
    bool append(const char* data, std::size_t count)
    {
        while (count > 0) {
            const ssize_t n = ::write(m_file, data, count);
            if (n < 0 && errno == EINTR) continue;
            if (n < 0) return false;
            data += n;
            count -= static_cast<std::size_t>(n);
            m_bytes += n;
        }
        return true;
    }

    bool restart()
    {
        m_bytes = 0;
        return ::ftruncate(m_file, 0) == 0 && ::lseek(m_file, 0, SEEK_SET) == 0;
    }

    [[noreturn]] void throwErrno() const
    {
        throwFailed(m_path.string(), std::string("cannot be written: ") + std::strerror(errno));
    }

private:
    std::filesystem::path m_path;
    int m_file;
    std::int64_t m_bytes = 0;
};

/// The first byte of "bytes 100-199/200"; nothing where it is no such text.
std::optional<std::int64_t> rangeStart(std::string_view text)
{
    const auto digit = text.find_first_of("0123456789");
    if (digit == std::string_view::npos) return std::nullopt;
    std::int64_t start = 0;
    const auto [end, error] = std::from_chars(text.data() + digit, text.data() + text.size(), start);
    return error == std::errc() ? std::optional(start) : std::nullopt;
}

enum class Ending {
    Complete,
    Stopped,
    BrokenOff, ///< something came, then the connection was lost
    NotSo,     ///< the server does not have the rest: what is here is no beginning of its file
};

class Transfer
{
public:
    Transfer(const std::string& url, PartFile& file, std::int64_t mostBytes, const GoOn& goOn)
        : m_url(url), m_file(file), m_mostBytes(mostBytes), m_goOn(goOn), m_start(file.bytes())
    {
        setUp();
    }

    Ending run();

private:
    struct EasyEnd
    {
        void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    };
    struct MultiEnd
    {
        void operator()(CURLM* handle) const { curl_multi_cleanup(handle); }
    };

    void setUp();
    void setUpHost();
    std::size_t take(const char* data, std::size_t count);
    void takeHeader(std::string_view line);
    bool report();
    Ending endingOf(CURLcode code);
    [[noreturn]] void fail(const std::string& wrong, const std::string& right = {}) const;

    template <typename Value>
    void set(CURLoption option, Value value)
    {
        curl_easy_setopt(m_easy.get(), option, value);
    }

    std::string m_url;
    PartFile& m_file;
    std::int64_t m_mostBytes;
    const GoOn& m_goOn;
    std::int64_t m_start; ///< bytes that were there before
    std::unique_ptr<CURL, EasyEnd> m_easy{curl_easy_init()};
    std::unique_ptr<CURLM, MultiEnd> m_multi{curl_multi_init()};
    std::array<char, CURL_ERROR_SIZE> m_error{};
    std::optional<std::int64_t> m_rangeStart;
    bool m_hasBody = false, m_isFull = false, m_isTooLarge = false, m_isOtherRange = false;
};

void Transfer::fail(const std::string& wrong, const std::string& right) const
{
    throwFailed(m_url, wrong, right);
}

/// A proxy of the environment has no way to this machine itself.
void Transfer::setUpHost()
{
    std::unique_ptr<CURLU, void (*)(CURLU*)> address(curl_url(), curl_url_cleanup);
    if (curl_url_set(address.get(), CURLUPART_URL, m_url.c_str(), 0) != CURLUE_OK)
        throwBadInput(m_url, "is no address", "one that starts with https:// or http://");
    char* host = nullptr;
    if (curl_url_get(address.get(), CURLUPART_HOST, &host, 0) != CURLUE_OK) return;
    const std::string name = host;
    curl_free(host);
    if (name == "localhost" || name == "127.0.0.1" || name == "[::1]") set(CURLOPT_NOPROXY, "*");
}

void Transfer::setUp()
{
    if (!m_easy || !m_multi) fail("cannot be downloaded: libcurl does not start");
    setUpHost();
    set(CURLOPT_URL, m_url.c_str());
    set(CURLOPT_ERRORBUFFER, m_error.data());
    set(CURLOPT_PROTOCOLS_STR, "https,http");
    set(CURLOPT_REDIR_PROTOCOLS_STR, m_url.starts_with("https:") ? "https" : "https,http");
    set(CURLOPT_FOLLOWLOCATION, 1L);
    set(CURLOPT_MAXREDIRS, 5L);
    set(CURLOPT_FAILONERROR, 1L);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT, 30L);
    set(CURLOPT_LOW_SPEED_LIMIT, 1L); // a minute of silence is a broken connection
    set(CURLOPT_LOW_SPEED_TIME, 60L);
    set(CURLOPT_USERAGENT, "regnet-explorer");
    // The range as a text: where libcurl is told to resume, it refuses a server that sends everything again.
    if (m_start > 0) set(CURLOPT_RANGE, (std::to_string(m_start) + "-").c_str());
    set(CURLOPT_WRITEDATA, this);
    set(
        CURLOPT_WRITEFUNCTION, +[](char* data, std::size_t, std::size_t count, void* self) {
            return static_cast<Transfer*>(self)->take(data, count);
        });
    set(CURLOPT_HEADERDATA, this);
    set(
        CURLOPT_HEADERFUNCTION, +[](char* data, std::size_t, std::size_t count, void* self) {
            static_cast<Transfer*>(self)->takeHeader({data, count});
            return count;
        });
}

void Transfer::takeHeader(std::string_view line)
{
    constexpr std::string_view name = "content-range:";
    if (line.starts_with("HTTP/")) m_rangeStart.reset(); // of the answer that follows a redirection
    if (line.size() > name.size() && strncasecmp(line.data(), name.data(), name.size()) == 0)
        m_rangeStart = rangeStart(line.substr(name.size()));
}

/// Anything but `count` ends the transfer.
std::size_t Transfer::take(const char* data, std::size_t count)
{
    if (!m_hasBody) {
        m_hasBody = true;
        long status = 0;
        curl_easy_getinfo(m_easy.get(), CURLINFO_RESPONSE_CODE, &status);
        m_isOtherRange = status == 206 && m_rangeStart != m_start;
        if (m_isOtherRange) return 0;
        if (m_start > 0 && status != 206) { // the whole file again
            m_start = 0;
            m_isFull = !m_file.restart(); // no exception may pass through libcurl
            if (m_isFull) return 0;
        }
    }
    m_isTooLarge = m_file.bytes() + static_cast<std::int64_t>(count) > m_mostBytes;
    if (m_isTooLarge) return 0;
    m_isFull = !m_file.append(data, count);
    return m_isFull ? 0 : count;
}

bool Transfer::report()
{
    curl_off_t rest = -1;
    curl_easy_getinfo(m_easy.get(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &rest);
    return !m_goOn || m_goOn({"downloading", m_file.bytes(), rest > 0 ? m_start + rest : 0});
}

Ending Transfer::endingOf(CURLcode code)
{
    if (code == CURLE_OK) return Ending::Complete;
    long status = 0;
    curl_easy_getinfo(m_easy.get(), CURLINFO_RESPONSE_CODE, &status);
    if (m_isTooLarge)
        fail("has more than " + std::to_string(m_mostBytes) + " bytes", "the archive of the data set");
    if (m_isFull) m_file.throwErrno();
    if (m_isOtherRange || (code == CURLE_HTTP_RETURNED_ERROR && status == 416)) return Ending::NotSo;
    if (code == CURLE_HTTP_RETURNED_ERROR) fail("answers with the status " + std::to_string(status), "200");
    if (m_hasBody && m_file.bytes() > m_start) return Ending::BrokenOff;
    fail(std::string("cannot be downloaded: ") +
         (m_error[0] != '\0' ? m_error.data() : curl_easy_strerror(code)));
}

Ending Transfer::run()
{
    curl_multi_add_handle(m_multi.get(), m_easy.get());
    int running = 1;
    bool isStopped = false;
    while (running > 0 && !isStopped) {
        if (curl_multi_perform(m_multi.get(), &running) != CURLM_OK) fail("cannot be downloaded");
        isStopped = running > 0 && !report();
        if (running > 0 && !isStopped) curl_multi_poll(m_multi.get(), nullptr, 0, 50, nullptr);
    }
    CURLcode code = CURLE_OK;
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(m_multi.get(), &left))
        if (message->msg == CURLMSG_DONE) code = message->data.result;
    curl_multi_remove_handle(m_multi.get(), m_easy.get());
    if (isStopped) return Ending::Stopped;
    const Ending ending = endingOf(code);
    report();
    return ending;
}

} // namespace

DownloadEnd download(const std::string& url, const std::filesystem::path& file, std::int64_t mostBytes,
                     const GoOn& goOn)
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    PartFile part(file);
    bool isRestarted = false;
    for (int breaks = 0; breaks <= mostBreaks;) {
        switch (Transfer(url, part, mostBytes, goOn).run()) {
        case Ending::Complete:
            return DownloadEnd::Done;
        case Ending::Stopped:
            return DownloadEnd::Stopped;
        case Ending::BrokenOff:
            ++breaks;
            break;
        case Ending::NotSo:
            if (isRestarted || part.bytes() == 0)
                throwFailed(url, "sends another part of the file than it was asked for");
            isRestarted = true;
            if (!part.restart()) part.throwErrno();
        }
    }
    throwFailed(url, "broke off again and again; " + std::to_string(part.bytes()) + " bytes are here",
                "the same command again, which goes on from there");
}

} // namespace regnet

#else

namespace regnet {

DownloadEnd download(const std::string& url, const std::filesystem::path&, std::int64_t, const GoOn&)
{
    throwFailed(url, "cannot be downloaded: this build has no libcurl",
                "the files in a folder, or a build with libcurl");
}

} // namespace regnet

#endif
