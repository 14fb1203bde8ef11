// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/scratch_folder.h"
#include "widgets/settings.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

// Whatever a settings file holds: settings, or their defaults; and they can be set again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    // QSettings remembers files by name: each input gets a new one.
    static std::int64_t count = 0;
    const std::filesystem::path file =
        regnet::scratchFolder() / ("settings-" + std::to_string(count++) + ".ini");
    regnet::putFile(file, {reinterpret_cast<const char*>(data), size});
    {
        regnet::Settings settings(QString::fromStdString(file.string()));
        if (const auto state = settings.explorer()) {
            settings.setExplorer(*state);
            if (settings.explorer() != state) std::abort();
        }
        settings.appearance();
        settings.isHighContrast();
        settings.isMotionReduced();
        settings.language();
        if (settings.workers() < 0) std::abort();
        settings.isCancelConfirmed();
        settings.isStartPageWanted();
        settings.areNotesWanted();
        settings.windowLayout();
        settings.windowGeometry();
        settings.folder();
        settings.compared();
        if (settings.recentFiles().size() > regnet::Settings::maxRecentFiles) std::abort();
        settings.addRecentFile(QStringLiteral("one.json"));
        if (settings.recentFiles().value(0) != QLatin1String("one.json")) std::abort();
    }
    std::filesystem::remove(file);
    return 0;
}
