// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/json_stream.h"

#include "core/format/text_file.h"
#include "core/problem.h"
#include "core/text/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace regnet {
namespace {

constexpr int deepest = 64;
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/// A set of characters as a table: find_first_of of the library searches the set anew for each character,
/// which was most of the time that a file of 300 MB took.
class Characters
{
public:
    constexpr explicit Characters(std::string_view members)
    {
        for (const char c : members)
            m_isMember[static_cast<unsigned char>(c)] = true;
    }

    /// The first place from `from` on that holds one, or the end.
    std::size_t firstIn(std::string_view text, std::size_t from) const
    {
        while (from < text.size() && !m_isMember[static_cast<unsigned char>(text[from])])
            ++from;
        return from;
    }

private:
    std::array<bool, 256> m_isMember{};
};

constexpr Characters endOfWord{",:]}\"[{ \n\r\t"};
constexpr Characters endOfText{"\"\\"};

} // namespace

JsonStream::JsonStream(std::string_view text, std::string where) : m_text(text), m_where(std::move(where))
{
    if (m_text.starts_with("\xEF\xBB\xBF")) m_place = 3;
}

std::string JsonStream::place() const
{
    return placeIn(m_text, m_place, m_where);
}

void JsonStream::fail(std::string wrong, std::string right) const
{
    throwBadInput(place(), std::move(wrong), std::move(right));
}

void JsonStream::blanks()
{
    while (m_place < m_text.size()) {
        const char c = m_text[m_place];
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r') return;
        ++m_place;
    }
}

JsonStream::Kind JsonStream::peek()
{
    blanks();
    if (m_place >= m_text.size()) return Kind::End;
    switch (m_text[m_place]) {
    case '{':
        return Kind::Object;
    case '[':
        return Kind::Array;
    case '"':
        return Kind::String;
    case 't':
    case 'f':
    case 'n':
        return Kind::Other;
    default:
        return Kind::Number;
    }
}

void JsonStream::expect(char c, const char* what)
{
    blanks();
    if (m_place >= m_text.size()) fail("ends in the middle", what);
    if (m_text[m_place] != c) fail("is not JSON here", what);
    ++m_place;
}

void JsonStream::enter()
{
    if (++m_depth > deepest) fail("is nested too deeply", "at most 64 levels");
    m_isFirst = true;
}

void JsonStream::beginObject()
{
    expect('{', "an object {...}");
    enter();
    m_firstKeys.push_back(m_keys.size());
}

/// Looks for doubles once, at the end: with a set of the keys, many small objects take far longer to read.
void JsonStream::endObject()
{
    const auto first = m_keys.begin() + static_cast<std::ptrdiff_t>(m_firstKeys.back());
    std::sort(first, m_keys.end());
    const auto twice =
        std::adjacent_find(first, m_keys.end(), [](const Key& a, const Key& b) { return a.name == b.name; });
    if (twice != m_keys.end()) {
        m_place = (twice + 1)->place;
        throwBadInput(place() + ", " + shortened(twice->name, longestShownName), "stands twice in one object",
                      "each field once");
    }
    m_keys.erase(first, m_keys.end());
    m_firstKeys.pop_back();
}

void JsonStream::beginArray()
{
    expect('[', "a list [...]");
    enter();
}

bool JsonStream::nextKey(std::string_view& key)
{
    blanks();
    if (m_place < m_text.size() && m_text[m_place] == '}') {
        endObject();
        ++m_place;
        --m_depth;
        m_isFirst = false;
        return false;
    }
    if (!m_isFirst) expect(',', "a comma or }");
    m_isFirst = false;
    blanks();
    if (peek() != Kind::String) fail("is not JSON here", "a key in quotation marks");
    const std::size_t begin = m_place;
    key = quoted();
    if (key.find('\\') != std::string_view::npos) {
        m_key = decoded(key);
        key = m_key;
    }
    m_keys.push_back({std::string(key), begin});
    expect(':', "a colon");
    return true;
}

bool JsonStream::nextItem()
{
    blanks();
    if (m_place < m_text.size() && m_text[m_place] == ']') {
        ++m_place;
        --m_depth;
        m_isFirst = false;
        return false;
    }
    if (!m_isFirst) expect(',', "a comma or ]");
    m_isFirst = false;
    if (peek() == Kind::End) fail("ends in the middle", "a value");
    return true;
}

double JsonStream::number()
{
    blanks();
    for (const std::string_view word : {"null", "NaN", "Infinity", "-Infinity"})
        if (m_text.substr(m_place, word.size()) == word) {
            m_place += word.size();
            return notANumber;
        }
    double value = 0;
    const char* begin = m_text.data() + m_place;
    const auto [end, error] = std::from_chars(begin, m_text.data() + m_text.size(), value);
    if (error == std::errc::result_out_of_range)
        value = notANumber;
    else if (error != std::errc() || (*begin != '-' && (*begin < '0' || *begin > '9')))
        fail("is not JSON here", "a number");
    m_place += static_cast<std::size_t>(end - begin);
    return value;
}

/// The characters between the marks, as they stand there.
std::string_view JsonStream::quoted()
{
    const std::size_t begin = ++m_place;
    while (true) {
        m_place = endOfText.firstIn(m_text, m_place);
        if (m_place >= m_text.size()) {
            m_place = m_text.size();
            fail("opens a quotation mark that is never closed");
        }
        if (m_text[m_place] == '"') break;
        m_place += 2;
    }
    const std::string_view inner = m_text.substr(begin, m_place - begin);
    ++m_place;
    return inner;
}

/// Escapes, surrogates and UTF-8 are a matter for a library.
std::string JsonStream::decoded(std::string_view inner) const
{
    const std::string literal = "\"" + std::string(inner) + "\"";
    const nlohmann::json json = nlohmann::json::parse(literal, nullptr, /*throw=*/false);
    if (!json.is_string()) fail("holds a text that is not UTF-8 or has a wrong escape");
    return json.get<std::string>();
}

std::string JsonStream::text()
{
    if (peek() != Kind::String) fail("is not JSON here", "a text");
    return decoded(quoted());
}

/// Strings are jumped over, brackets counted; the innermost bracket must fit.
void JsonStream::skip()
{
    std::string open;
    while (true) {
        switch (peek()) {
        case Kind::End:
            fail("ends in the middle", "a value");
        case Kind::String:
            quoted();
            break;
        case Kind::Object:
        case Kind::Array:
            open += m_text[m_place] == '{' ? '}' : ']';
            if (m_depth + static_cast<int>(open.size()) > deepest)
                fail("is nested too deeply", "at most 64 levels");
            ++m_place;
            break;
        case Kind::Number:
        case Kind::Other: {
            const std::size_t begin = m_place;
            m_place = endOfWord.firstIn(m_text, m_place);
            if (m_place == begin) { // a bracket, comma or colon
                const char c = m_text[m_place];
                if (open.empty() || ((c == ']' || c == '}') && c != open.back()))
                    fail("is not JSON here", "a value");
                if (c == ']' || c == '}') open.pop_back();
                ++m_place;
            }
            break;
        }
        }
        if (open.empty()) return;
    }
}

std::string_view JsonStream::raw()
{
    blanks();
    const std::size_t begin = m_place;
    skip();
    return m_text.substr(begin, m_place - begin);
}

void JsonStream::finish()
{
    if (peek() != Kind::End) fail("goes on after its end", "one value");
}

} // namespace regnet
