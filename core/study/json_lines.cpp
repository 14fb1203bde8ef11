// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/json_lines.h"

namespace regnet {
namespace {

class Scanner
{
public:
    explicit Scanner(std::string_view text) : m_text(text) {}

    std::map<std::string, int> lines()
    {
        value("", 0);
        return std::move(m_lines);
    }

private:
    static constexpr int deepest = 100; // parseJson allows 64

    void blanks()
    {
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '\n') ++m_line;
            if (c != ' ' && c != '\t' && c != '\r' && c != '\n') return;
        }
    }

    bool takes(char c)
    {
        blanks();
        if (m_at >= m_text.size() || m_text[m_at] != c) return false;
        ++m_at;
        return true;
    }

    std::string quoted()
    {
        std::string text;
        if (!takes('"')) return text;
        while (m_at < m_text.size() && m_text[m_at] != '"') {
            if (m_text[m_at] == '\\') ++m_at;
            if (m_at < m_text.size()) text += m_text[m_at++];
        }
        ++m_at;
        return text;
    }

    void object(const std::string& path, int depth)
    {
        while (!takes('}') && m_at < m_text.size()) {
            const std::size_t before = m_at;
            const std::string key = quoted();
            takes(':');
            value(path.empty() ? key : path + "." + key, depth + 1);
            takes(',');
            if (m_at == before) return; // no JSON
        }
    }

    void list(const std::string& path, int depth)
    {
        for (int i = 0; !takes(']') && m_at < m_text.size(); ++i) {
            const std::size_t before = m_at;
            value(path + "[" + std::to_string(i) + "]", depth + 1);
            takes(',');
            if (m_at == before) return;
        }
    }

    void value(const std::string& path, int depth)
    {
        blanks();
        m_lines.emplace(path, m_line);
        if (m_at >= m_text.size() || depth > deepest) return;
        const char c = m_text[m_at];
        if (c == '"') {
            quoted();
        } else if (takes('{')) {
            object(path, depth);
        } else if (takes('[')) {
            list(path, depth);
        } else {
            m_at = std::min(m_text.find_first_of(",]} \t\r\n", m_at), m_text.size());
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_line = 1;
    std::map<std::string, int> m_lines;
};

} // namespace

std::map<std::string, int> linesOf(std::string_view json)
{
    return Scanner(json).lines();
}

} // namespace regnet
