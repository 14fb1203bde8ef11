# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What makes a mistake in a program harder to use against its owner; docs/security.md says what each part does. In all
# builds that are optimised. Not for Debug, and not under a sanitizer, which wants the calls as they are. What a
# compiler or linker does not know is left out; tests/end_to_end/hardening_test.py reads the result out of the programs.
option(REGNET_HARDEN "Stack protector, checked libc calls, control flow protection, PIE and full RELRO" ON)

set(REGNET_IS_HARDENED OFF)
if(REGNET_HARDEN AND NOT REGNET_SANITIZE AND CMAKE_BUILD_TYPE MATCHES "^(Release|RelWithDebInfo|MinSizeRel)$")
  set(REGNET_IS_HARDENED ON)
  include(CheckCXXCompilerFlag)
  include(CheckCXXSourceCompiles)
  include(CheckLinkerFlag)
  include(CheckPIESupported)
  foreach(flag -fstack-protector-strong -fstack-clash-protection -fcf-protection)
    string(MAKE_C_IDENTIFIER "REGNET_HAS${flag}" known)
    check_cxx_compiler_flag(${flag} ${known})
    if(${known})
      add_compile_options(${flag})
    endif()
  endforeach()
  add_compile_options(-Wformat -Wformat-security)
  # Level 3 needs a compiler that knows the sizes of objects at run time, and a libc that asks for them.
  check_cxx_source_compiles("#include <features.h>
#if !(defined(__GNUC__) && __GNUC__ >= 12 && __GLIBC_PREREQ(2, 34))
#error level 2
#endif
int main() { return 0; }" REGNET_HAS_FORTIFY_3)
  add_compile_options(-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=$<IF:$<BOOL:${REGNET_HAS_FORTIFY_3}>,3,2>)
  check_pie_supported(LANGUAGES CXX) # CMAKE_POSITION_INDEPENDENT_CODE then links programs as such
  foreach(flag relro now noexecstack)
    check_linker_flag(CXX -Wl,-z,${flag} REGNET_LINKS_${flag})
    if(REGNET_LINKS_${flag})
      add_link_options(-Wl,-z,${flag})
    endif()
  endforeach()
endif()
