// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/train/manifest.h"

#include "core/network/network_json.h"
#include "core/text/version.h"
#include "gpu/torch_compat.h"

#include <ATen/Context.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sys/utsname.h>

namespace regnet {
namespace {

const char* words(bool value)
{
    return value ? "yes" : "no";
}

/// "model name" of the first processor; empty where the kernel does not say.
std::string processor()
{
    std::ifstream info("/proc/cpuinfo");
    for (std::string line; std::getline(info, line);)
        if (line.starts_with("model name")) return line.substr(std::min(line.size(), line.find(':') + 2));
    return {};
}

/// Variables that change how many threads compute, how they wait, and which kernels or devices are taken.
std::string environment()
{
    std::string all;
    for (const char* name : {"OMP_NUM_THREADS", "MKL_NUM_THREADS", "OMP_WAIT_POLICY", "ATEN_CPU_CAPABILITY",
                             "CUDA_VISIBLE_DEVICES", "CUBLAS_WORKSPACE_CONFIG", "NVIDIA_TF32_OVERRIDE"})
        if (const char* value = std::getenv(name))
            all += (all.empty() ? "" : " ") + std::string(name) + "=" + value;
    return all;
}

} // namespace

std::map<std::string, std::string> manifestOf(const JobSpec& job)
{
    const at::Context& torch = at::globalContext();
    std::map<std::string, std::string> manifest{
        {"program", std::string(version())},
        {"build", std::string(buildFlags())},
        {"processor", processor()},
        {"kernels", cpuKernels()},
        {"deterministic", words(torch.deterministicAlgorithms())},
        {"environment", environment()},
        {"network", hashOf(realise(job.network))},
        {"recipe", hashOf(job.recipe)},
        {"data_set", canonicalJson(job.dataSet)},
        {"seed", std::to_string(job.seed)},
        {"data_seed", std::to_string(job.dataSet.seed)},
    };
    if (utsname system; uname(&system) == 0) {
        manifest["machine"] = system.nodename;
        manifest["system"] = std::string(system.sysname) + " " + system.release;
    }
    if (job.device != "cpu") {
        manifest["cudnn_benchmark"] = words(torch.benchmarkCuDNN());
        manifest["cudnn_deterministic"] = words(torch.deterministicCuDNN());
        if (!job.deviceUuid.empty()) manifest["device_uuid"] = job.deviceUuid;
    }
    return manifest;
}

} // namespace regnet
