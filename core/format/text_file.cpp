// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/text_file.h"

#include "core/format/output_file.h"
#include "core/problem.h"
#include "core/system/hurried_file.h"
#include "core/system/readable_file.h"
#include "core/text/utf8.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <deque>
#include <fstream>
#include <optional>
#include <system_error>
#include <unistd.h>
#include <unordered_set>
#include <vector>

namespace regnet {
namespace {

constexpr std::uintmax_t largestFile = std::uintmax_t{1} << 30;
constexpr std::size_t deepestNesting = 64;

/// Walks over the text once, outside of strings: how deep it nests, whether an object names a field twice
/// (the parser would silently take the last), and where Python's words for numbers that JSON does not have
/// begin.
class Scan
{
public:
    Scan(std::string_view text, const std::string& where, PythonNumbers numbers)
        : m_text(text), m_where(where), m_numbers(numbers)
    {
    }

    std::optional<std::string> withoutPythonNumbers()
    {
        std::optional<std::string> cleaned;
        std::size_t copied = 0;
        for (std::size_t i = 0; i < m_text.size(); ++i) {
            const char c = m_text[i];
            if (c == '"') {
                const std::size_t end = endOfString(i);
                noteName(i, end);
                i = end;
            } else if (c == '[' || c == '{') {
                enter(i);
            } else if (c == ']' || c == '}') {
                if (!m_open.empty()) m_open.pop_back();
            } else if (c == ',') {
                if (!m_open.empty()) m_open.back().expectsName = m_open.back().isObject;
            } else if (c == '\0') {
                // The parser takes it for the end and would pass over what follows.
                throwBadInput(placeIn(m_text, i, m_where), "is not JSON: there is a zero byte");
            } else if (c == 'N' || c == 'I' || c == '-') {
                const std::size_t length = pythonNumber(i);
                if (length == 0) continue;
                if (m_numbers == PythonNumbers::Refused)
                    throwBadInput(placeIn(m_text, i, m_where),
                                  "holds " + std::string(m_text.substr(i, length)) +
                                      ", which JSON does not have",
                                  "a number");
                if (!cleaned) cleaned.emplace();
                cleaned->append(m_text.substr(copied, i - copied)).append("null");
                copied = i + length;
                i = copied - 1;
            }
        }
        if (cleaned) cleaned->append(m_text.substr(copied));
        return cleaned;
    }

private:
    struct Container
    {
        bool isObject = false;
        bool expectsName = false;
        std::unordered_set<std::string_view> names{};
    };

    std::size_t endOfString(std::size_t i) const
    {
        for (++i; i < m_text.size() && m_text[i] != '"'; ++i)
            if (m_text[i] == '\\') ++i;
        return i;
    }

    void enter(std::size_t i)
    {
        m_open.push_back({m_text[i] == '{', m_text[i] == '{'});
        if (m_open.size() > deepestNesting)
            throwBadInput(placeIn(m_text, i, m_where), "is nested too deeply",
                          "at most " + std::to_string(deepestNesting) + " levels");
    }

    /// A string that begins at `i` and ends at `end`, quotes included.
    void noteName(std::size_t i, std::size_t end)
    {
        if (m_open.empty() || !m_open.back().expectsName) return;
        m_open.back().expectsName = false;
        const std::string_view written = m_text.substr(i + 1, end - i - 1);
        const bool hasEscapes = written.find('\\') != std::string_view::npos;
        const std::string_view name = hasEscapes ? m_unescaped.emplace_back(unescaped(written)) : written;
        if (!m_open.back().names.insert(name).second)
            throwBadInput(placeIn(m_text, i, m_where) + ", " + shortened(written, longestShownName),
                          "stands twice in one object", "each field once");
    }

    /// The name that the parser makes of it; as it stands where the parser refuses it.
    static std::string unescaped(std::string_view name)
    {
        const nlohmann::json text =
            nlohmann::json::parse("\"" + std::string(name) + "\"", nullptr, /*allow_exceptions=*/false);
        return text.is_string() ? text.get<std::string>() : std::string(name);
    }

    std::size_t pythonNumber(std::size_t i) const
    {
        for (const std::string_view word : {"NaN", "Infinity", "-Infinity"})
            if (m_text.substr(i, word.size()) == word) return word.size();
        return 0;
    }

    std::string_view m_text;
    const std::string& m_where;
    PythonNumbers m_numbers;
    std::vector<Container> m_open;
    std::deque<std::string> m_unescaped; ///< names with escapes; a deque, because names look at them
};

/// Where a number stands that the parser tells by its digits only; the first one outside of strings.
std::size_t placeOfNumber(std::string_view text, std::string_view digits)
{
    constexpr std::string_view ofNumbers = "+-.0123456789eE";
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') {
            for (++i; i < text.size() && text[i] != '"'; ++i)
                if (text[i] == '\\') ++i;
            continue;
        }
        if (ofNumbers.find(text[i]) == std::string_view::npos) continue;
        const std::size_t end = std::min(text.find_first_not_of(ofNumbers, i), text.size());
        if (text.substr(i, end - i) == digits) return i;
        i = end - 1;
    }
    return 0;
}

/// A number beyond those of a double is the one thing of which the parser does not say where it is.
[[noreturn]] void throwTooLarge(std::string_view text, const nlohmann::json::exception& error,
                                const std::string& where)
{
    const std::string_view reason = error.what();
    const std::size_t begin = reason.find('\'') + 1, end = reason.rfind('\'');
    const std::string_view digits =
        begin != 0 && end > begin ? reason.substr(begin, end - begin) : std::string_view();
    throwBadInput(placeIn(text, placeOfNumber(text, digits), where),
                  "holds the number " + shortened(digits, longestShownName),
                  "one that is not beyond 1.8e308");
}

/// The parser's own sentence without its prefix "[json.exception.parse_error.101] parse error at line …: ".
std::string reasonOf(const nlohmann::json::exception& error)
{
    std::string reason = error.what();
    if (const auto end = reason.find("] "); end != std::string::npos) reason.erase(0, end + 2);
    if (reason.starts_with("parse error at"))
        if (const auto end = reason.find(": "); end != std::string::npos) reason.erase(0, end + 2);
    return shortened(reason, 160);
}

} // namespace

std::string readTextFile(const std::filesystem::path& file)
{
    requireReadableFile(file);
    std::error_code failure;
    const std::uintmax_t size = std::filesystem::file_size(file, failure);
    if (failure) throwBadInput(file.string(), "cannot be read: " + failure.message()); // gone meanwhile
    if (size > largestFile)
        throwBadInput(file.string(), "has " + std::to_string(size) + " bytes", "at most 1 GiB");
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throwBadInput(file.string(), std::string("cannot be read: ") + std::strerror(errno));
    std::string text;
    text.resize(static_cast<std::size_t>(size));
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (stream.bad()) throwFailed(file.string(), "cannot be read to its end");
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return text;
}

std::string placeIn(std::string_view text, std::size_t offset, const std::string& where)
{
    constexpr std::size_t lookedThrough = 200;
    const std::string_view before = text.substr(0, offset);
    const std::size_t lineBegin = before.rfind('\n') + 1; // 0 where there is no line before
    std::string place = where + ":" + std::to_string(1 + std::ranges::count(before, '\n'));
    if (before.size() - lineBegin >= lookedThrough)
        place += ", character " + std::to_string(before.size() - lineBegin + 1);
    return place;
}

nlohmann::json parseJson(std::string_view text, const std::string& where, PythonNumbers numbers)
{
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::optional<std::string> cleaned = Scan(text, where, numbers).withoutPythonNumbers();
    const std::string_view source = cleaned ? std::string_view(*cleaned) : text;
    try {
        return nlohmann::json::parse(source.begin(), source.end());
    } catch (const nlohmann::json::parse_error& error) {
        throwBadInput(placeIn(source, error.byte > 0 ? error.byte - 1 : 0, where),
                      "is not JSON: " + reasonOf(error));
    } catch (const nlohmann::json::out_of_range& error) {
        throwTooLarge(source, error, where);
    }
}

std::string shownJson(const nlohmann::json& value, std::size_t longest)
{
    constexpr double beyond64Bits = 9223372036854775808.0, tooLongToRead = 1e21;
    const double number = value.is_number_float() ? std::abs(value.get<double>()) : 0;
    const bool isCount = number >= beyond64Bits && number < tooLongToRead;
    std::string text = isCount ? fmt::format("{:.0f}", value.get<double>())
                               : value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return shortened(text, longest);
}

void writeTextFile(const std::filesystem::path& file, std::string_view text)
{
    const OutputPlace place = outputPlace(file);
    if (place.isStream) return writeStream(file, text);
    writeHurried(place.file, text);
}

void requireWritable(const std::filesystem::path& file)
{
    const OutputPlace place = outputPlace(file);
    if (place.isStream) return; // said when it is opened: a pipe may wait for its reader until then
    const std::filesystem::path parent = place.file.parent_path();
    const std::filesystem::path folder = parent.empty() ? std::filesystem::path(".") : parent;
    std::error_code ignored;
    const bool isFolder = std::filesystem::is_directory(folder, ignored);
    if (isFolder && ::access(folder.c_str(), W_OK | X_OK) == 0) return;
    const char* reason = isFolder                                   ? std::strerror(errno)
                         : std::filesystem::exists(folder, ignored) ? "its folder is a file"
                                                                    : "its folder does not exist";
    throwFailed(file.string(), std::string("cannot be written: ") + reason, "a folder that you can write to");
}

} // namespace regnet
