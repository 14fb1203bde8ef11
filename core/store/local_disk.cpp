// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/local_disk.h"

#include "core/problem.h"

#include <array>
#include <fstream>
#include <sstream>
#include <sys/vfs.h>
#include <utility>

namespace regnet {
namespace {

// From linux/magic.h and the file systems' own sources; not all of them are in the installed headers.
constexpr std::array<std::pair<long, const char*>, 14> networkMagics{{
    {0x6969, "nfs"},
    {0x517B, "smb"},
    {static_cast<long>(0xFF534D42), "cifs"},
    {static_cast<long>(0xFE534D42), "smb2"},
    {0x01021997, "9p"},
    {0x0BD00BD0, "lustre"},
    {0x47504653, "gpfs"},
    {0x19830326, "beegfs"},
    {0x00C36400, "ceph"},
    {0x5346414F, "afs"},
    {0x6B414653, "afs"},
    {0x73757245, "coda"},
    {0x7461636F, "ocfs2"},
    {0x564C, "ncp"},
}};

// FUSE has one number for local and remote ones; only the mount table tells them apart.
constexpr long fuseMagic = 0x65735546;
constexpr std::array<const char*, 8> networkFuse{"sshfs",   "glusterfs", "ceph-fuse", "s3fs",
                                                 "curlftp", "rclone",    "davfs",     "juicefs"};

std::filesystem::path nearestExisting(std::filesystem::path path)
{
    std::error_code ignored;
    path = std::filesystem::absolute(path, ignored);
    while (!std::filesystem::exists(path, ignored) && path.has_relative_path())
        path = path.parent_path();
    return path;
}

/// Type of the innermost mount that holds the path.
std::string mountTypeOf(const std::filesystem::path& existing)
{
    std::error_code ignored;
    const std::string path = std::filesystem::canonical(existing, ignored).string();
    std::ifstream mounts("/proc/self/mounts");
    std::string line, best, bestType;
    while (std::getline(mounts, line)) {
        std::istringstream words(line);
        std::string device, folder, type;
        words >> device >> folder >> type;
        const bool holds = path.starts_with(folder) &&
                           (folder == "/" || path.size() == folder.size() || path[folder.size()] == '/');
        if (holds && folder.size() >= best.size()) {
            best = folder;
            bestType = type;
        }
    }
    return bestType;
}

} // namespace

std::string networkFileSystem(long magic, const std::string& mountType)
{
    for (const auto& [number, name] : networkMagics)
        if (number == magic) return name;
    if (magic != fuseMagic) return {};
    for (const char* name : networkFuse)
        if (mountType.find(name) != std::string::npos) return mountType;
    return {};
}

std::string networkFileSystem(const std::filesystem::path& path)
{
    const std::filesystem::path existing = nearestExisting(path);
    struct statfs info = {};
    if (statfs(existing.c_str(), &info) != 0) return {};
    const long magic = static_cast<long>(info.f_type);
    return networkFileSystem(magic, magic == fuseMagic ? mountTypeOf(existing) : std::string());
}

void requireLocalDisk(const std::filesystem::path& store)
{
    const std::string kind = networkFileSystem(store);
    if (kind.empty()) return;
    throwBadInput(store.string(), "lies on a network file system (" + kind + "), where SQLite can lose data",
                  "a store on a local disk; only its spool may be shared");
}

} // namespace regnet
