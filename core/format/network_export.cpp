// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/network_export.h"

#include "core/format/network_module.h"
#include "core/format/network_svg.h"
#include "core/format/network_text.h"
#include "core/format/pycls_config.h"
#include "core/network/network_json.h"
#include "core/text/shell_words.h"

#include <nlohmann/json.hpp>

namespace regnet {

const std::vector<std::string>& networkForms()
{
    static const std::vector<std::string> forms{"json", "pycls", "timm", "torchvision", "pytorch", "svg"};
    return forms;
}

std::string networkInForm(const NetworkSpec& spec, const std::string& form, const std::string& title)
{
    if (form == "json") {
        realise(spec); // what cannot be built is not written
        return toJson(spec).dump(2) + "\n";
    }
    if (form == "pycls") return pyclsConfig(spec);
    if (form == "svg") return networkDiagram(spec, {.title = title});
    return pythonCode(spec, form);
}

std::string exportCommandOf(const NetworkSpec& spec, const std::string& form, const std::string& file)
{
    return commandLineOf(spec, "export network") + " " + shellLine({"--as", form, "--out", file});
}

std::string fitCommandOf(const NetworkSpec& spec)
{
    NetworkSpec given = spec;
    given.stages = realise(spec).stages;
    given.regnet.reset();
    return networkFileCommand(given) + " && regnet fit network.json";
}

} // namespace regnet
