# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What the window needs. Asked for here, so that a missing part is one sentence and not a page of CMake.
find_package(Qt6 6.4 QUIET COMPONENTS Widgets Concurrent Svg PrintSupport LinguistTools)
if(Qt6_FOUND)
  find_package(QCustomPlotQt6 QUIET) # after PrintSupport, whose targets it names
endif()
if(NOT Qt6_FOUND OR NOT QCustomPlotQt6_FOUND)
  message(FATAL_ERROR
    "The window needs Qt 6.4 or later (Widgets, Concurrent, Svg, PrintSupport, LinguistTools) and QCustomPlot 2.1 "
    "for Qt 6: install qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools libqcustomplot-dev, or build without "
    "a window (preset headless, REGNET_BUILD_GUI=OFF). ${Qt6_NOT_FOUND_MESSAGE}")
endif()
