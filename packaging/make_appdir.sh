#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Puts the programs of build/package and their libraries into build/package/RegNetExplorer.AppDir, which runs from any
# folder of any Linux at least as new as this one, and makes an AppImage of it where appimagetool is installed.
# shellcheck source=packaging/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh" || exit 1
# shellcheck source=packaging/chroot.sh
. "$root/packaging/chroot.sh" || exit 1
set -euo pipefail

build=$root/build/package
chroot=
while [ $# -gt 0 ]; do
    case $1 in
    -h | --help)
        say "packaging/make_appdir.sh [--chroot FOLDER]"
        say "Makes build/package/RegNetExplorer.AppDir from what packaging/make_packages.sh built, and an AppImage where"
        say "appimagetool is installed. Needs patchelf."
        say "  --chroot FOLDER  with the libraries of the Debian in which make_packages.sh --chroot built"
        exit 0
        ;;
    --chroot)
        [ $# -gt 1 ] || fail "--chroot has no folder."
        chroot=$(realpath -m "$2")
        shift
        ;;
    *) fail "$1 is not an option; see packaging/make_appdir.sh --help." ;;
    esac
    shift
done
[ -x "$build/bin/regnet-explorer" ] || fail "$build has no regnet-explorer; packaging/make_packages.sh builds one."
if [ -n "$chroot" ]; then
    require_chroot_tools
    [ -e "$chroot/.complete" ] || fail "there is no Debian in $chroot; packaging/make_packages.sh --chroot makes it."
    in_chroot "$chroot" apt-get -q -y install patchelf qt6-wayland >>"$chroot.log" 2>&1 ||
        fail "patchelf could not be installed; the log is $chroot.log."
    in_chroot "$chroot" --bind "$root" bash "$root/packaging/make_appdir.sh"
    exit 0
fi
for tool in patchelf cmake ldd; do
    command -v "$tool" >/dev/null || fail "$tool is missing: apt-get install patchelf cmake libc-bin"
done

dir=$build/RegNetExplorer.AppDir
rm -rf "$dir"
for component in regnet worker explorer; do
    cmake --install "$build" --prefix "$dir/usr" --component "$component" --strip >"$build/appdir.log"
done
cp "$root/packaging/appimage/AppRun" "$root/packaging/desktop/regnet-explorer.desktop" "$dir"
cp "$dir/usr/share/icons/hicolor/256x256/apps/regnet-explorer.png" "$dir"
ln -s regnet-explorer.png "$dir/.DirIcon"

# Qt's plugins: the window system with and without a display, SVG, printing and PDF come from Qt itself.
plugins=$(dirname "$(dirname "$(compgen -G '/usr/lib/*/qt6/plugins/platforms/libqoffscreen.so')")")
mkdir -p "$dir/usr/plugins" "$dir/usr/lib"
for wanted in platforms/libqxcb.so platforms/libqoffscreen.so 'platforms/libqwayland-*.so' 'wayland-*-client/*.so' \
    'wayland-shell-integration/*.so' 'xcbglintegrations/*.so' 'imageformats/libqsvg.so' 'iconengines/libqsvgicon.so' \
    'printsupport/*.so' 'platforminputcontexts/*.so' 'platformthemes/libqxdgdesktopportal.so'; do
    while read -r plugin; do
        mkdir -p "$dir/usr/plugins/$(dirname "${plugin#"$plugins/"}")"
        cp "$plugin" "$dir/usr/plugins/$(dirname "${plugin#"$plugins/"}")"
    done < <(compgen -G "$plugins/$wanted" || true)
done
printf '[Paths]\nPrefix = ..\nPlugins = plugins\n' >"$dir/usr/bin/qt.conf"

# What every system with a desktop has, and has to have itself: the C library and C++'s, drivers, the display's own
# libraries, and what has to fit their settings (fontconfig). This is the rule of the AppImage project.
left_to_system='^(ld-linux.*|lib(c|m|dl|rt|pthread|resolv|util|nsl|anl|BrokenLocale|stdc\+\+|gcc_s|GL|EGL|GLX|GLdispatch|OpenGL|drm|gbm|glapi|X11|X11-xcb|xcb|xcb-dri[23]|wayland-client|fontconfig|freetype|expat|z|uuid|com_err|asound|ICE|SM|p11-kit))\.so'
while read -r library; do
    name=$(basename "$library")
    [[ $name =~ $left_to_system ]] || cp -L "$library" "$dir/usr/lib/$name"
done < <(find "$dir/usr/bin" "$dir/usr/plugins" -type f -exec ldd {} + 2>/dev/null |
    sed -nE 's/.*=> (\/[^ ]+) \(0x.*/\1/p' | sort -u)
absent=$(find "$dir/usr/bin" "$dir/usr/plugins" -type f -exec ldd {} + 2>/dev/null | sed -n 's/ => not found//p' | sort -u) || true # qt.conf is no program
[ -z "$absent" ] || fail "these libraries are not installed here: $absent"

# DT_RPATH, not DT_RUNPATH: it also counts for the libraries' own needs and for plugins. Without a variable such as
# LD_LIBRARY_PATH, the system's programs that ours start keep the system's libraries.
for program in "$dir"/usr/bin/regnet*; do
    patchelf --force-rpath --set-rpath "\$ORIGIN/../lib" "$program"
done
say "$dir: $(du -sm "$dir" | cut -f1) MB"

if command -v appimagetool >/dev/null; then
    (cd "$build" && appimagetool --no-appstream "$dir") || fail "appimagetool failed."
else
    say "appimagetool is not installed: the folder is complete and runs ($dir/AppRun), but is not one file."
fi
