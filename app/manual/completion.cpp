// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/completion.h"

#include <algorithm>

namespace regnet::manual {

void forEachCommand(const cli::CommandDescription& command,
                    const std::function<void(const cli::CommandDescription&)>& visit)
{
    visit(command);
    for (const cli::CommandDescription& below : command.commands)
        forEachCommand(below, visit);
}

std::string quoted(const std::string& text)
{
    std::string result = "'";
    for (const char letter : text) {
        if (letter == '\'')
            result += "'\"'\"'";
        else
            result += letter;
    }
    return result + "'";
}

std::string scriptHead(const cli::CommandDescription& program)
{
    return "# Completion of " + program.name +
           ", made by regnet-manual from the program's own help.\n"
           "# SPDX-License-Identifier: GPL-3.0-or-later\n";
}

std::string functionName(const cli::CommandDescription& program)
{
    std::string name = "_" + program.name;
    std::ranges::replace(name, '-', '_');
    return name;
}

} // namespace regnet::manual
