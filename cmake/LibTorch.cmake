# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Finds LibTorch: Torch_DIR or CMAKE_PREFIX_PATH, the torch of the active Python, the one in .deps/, Debian's.
# Sets REGNET_HAVE_TORCH and the target regnet::torch. Without LibTorch the rest still builds.
if(NOT Torch_DIR AND NOT CMAKE_PREFIX_PATH)
  foreach(python python3 ${CMAKE_SOURCE_DIR}/.deps/python/bin/python)
    execute_process(COMMAND ${python} -c "import torch; print(torch.utils.cmake_prefix_path)"
                    OUTPUT_VARIABLE regnet_torch_prefix OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET
                    RESULT_VARIABLE regnet_torch_result)
    if(regnet_torch_result EQUAL 0 AND EXISTS "${regnet_torch_prefix}/Torch/TorchConfig.cmake")
      set(Torch_DIR "${regnet_torch_prefix}/Torch" CACHE PATH "LibTorch")
      break()
    endif()
  endforeach()
endif()
find_package(Torch QUIET)
if(Torch_FOUND)
  set(REGNET_HAVE_TORCH ON)
  message(STATUS "LibTorch ${Torch_VERSION}: ${TORCH_INSTALL_PREFIX}")
  # Our flags stay ours: take folders, definitions and libraries, and let the headers be SYSTEM.
  add_library(regnet_torch INTERFACE)
  add_library(regnet::torch ALIAS regnet_torch)
  target_include_directories(regnet_torch SYSTEM INTERFACE ${TORCH_INCLUDE_DIRS})
  target_link_libraries(regnet_torch INTERFACE ${TORCH_LIBRARIES})
  separate_arguments(regnet_torch_flags UNIX_COMMAND "${TORCH_CXX_FLAGS}")
  target_compile_options(regnet_torch INTERFACE ${regnet_torch_flags})
else()
  set(REGNET_HAVE_TORCH OFF)
  message(WARNING "LibTorch was not found: regnet-worker is not built, and training is off. "
                  "Run ./run.sh, or give -DTorch_DIR=<libtorch>/share/cmake/Torch.")
endif()
