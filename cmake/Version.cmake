# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The revision that stands in manifests and figures; "unknown" outside a git checkout.
execute_process(COMMAND git -C ${CMAKE_SOURCE_DIR} describe --always --dirty --abbrev=12
                OUTPUT_VARIABLE REGNET_REVISION OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET
                RESULT_VARIABLE REGNET_REVISION_RESULT)
if(NOT REGNET_REVISION_RESULT EQUAL 0)
  set(REGNET_REVISION unknown)
endif()
# When it was committed, for changelog and AppStream: no file says when it was built, so equal sources give equal
# packages.
set(REGNET_COMMIT_DATE 1970-01-01)
set(REGNET_COMMIT_DATE_RFC "Thu, 01 Jan 1970 00:00:00 +0000")
execute_process(COMMAND git -C ${CMAKE_SOURCE_DIR} log -1 --format=%cs%n%cD
                OUTPUT_VARIABLE regnet_dates OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(regnet_dates MATCHES "^([^\n]+)\n([^\n]+)$")
  set(REGNET_COMMIT_DATE ${CMAKE_MATCH_1})
  set(REGNET_COMMIT_DATE_RFC ${CMAKE_MATCH_2})
endif()

# What built it, for manifests.
string(TOUPPER "${CMAKE_BUILD_TYPE}" regnet_build_type)
string(JOIN ", " REGNET_BUILD_FLAGS "${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}" "${CMAKE_BUILD_TYPE}"
       "${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_${regnet_build_type}}")
string(REGEX REPLACE "[\"\\\\]" "" REGNET_BUILD_FLAGS "${REGNET_BUILD_FLAGS}")
string(REGEX REPLACE " +" " " REGNET_BUILD_FLAGS "${REGNET_BUILD_FLAGS}")

# A commit or a checkout since the last build configures again, so that the revision is true.
execute_process(COMMAND git -C ${CMAKE_SOURCE_DIR} rev-parse --path-format=absolute --git-path logs/HEAD
                OUTPUT_VARIABLE regnet_head_log OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(EXISTS "${regnet_head_log}")
  set_property(DIRECTORY ${CMAKE_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${regnet_head_log})
endif()
