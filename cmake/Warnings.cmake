# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Warnings and sanitizers for our own targets; third-party headers come in as SYSTEM.
function(regnet_compile_options target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror=return-type
                         # A designated initialiser leaves fields to their defaults on purpose.
                         -Wno-missing-field-initializers)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(${target} PRIVATE -Wno-restrict) # wrong about std::string at -O2 (GCC bug 105651)
  endif()
  if(REGNET_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(REGNET_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${REGNET_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(${target} PRIVATE -fsanitize=${REGNET_SANITIZE})
  endif()
  if(REGNET_BUILD_FUZZ)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link) # what inputs reach guides the fuzzer
  endif()
endfunction()

# Precompiled, the standard library's headers are no longer the system's to g++ 12, whose warnings about std::string
# are wrong (GCC bug 105651).
function(regnet_quiet_precompiled target)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(${target} PRIVATE -Wno-stringop-overflow -Wno-array-bounds)
  endif()
endfunction()
