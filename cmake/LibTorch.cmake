# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Finds LibTorch. Sets REGNET_HAVE_TORCH, REGNET_TORCH_VERSION, REGNET_TORCH_ROOT, and the target
# regnet::torch. Without a LibTorch that works, everything else still builds.
#
# The order: Torch_DIR or CMAKE_PREFIX_PATH, the torch of the active Python, the one that run.sh put into .deps/,
# Debian's. Each is tried by compiling and linking a few lines; the first that works is taken.
#
# We link its libraries ourselves and do not load TorchConfig.cmake. That file ends the whole configuration
# where a part is missing, wants a CUDA toolkit on every machine that only runs a wheel built with CUDA, and
# adds flags that are not ours.

# Folders with a TorchConfig.cmake, best first.
function(regnet_torch_candidates result)
  set(folders "")
  set(given FALSE)
  if(NOT Torch_DIR AND DEFINED ENV{Torch_DIR})
    set(Torch_DIR $ENV{Torch_DIR})
  endif()
  if(Torch_DIR)
    list(APPEND folders ${Torch_DIR})
    set(given TRUE)
  endif()
  string(REPLACE ":" ";" prefixes "$ENV{CMAKE_PREFIX_PATH}")
  foreach(prefix IN LISTS CMAKE_PREFIX_PATH prefixes)
    file(GLOB found ${prefix}/share/cmake/Torch ${prefix}/Torch ${prefix}/lib/cmake/Torch ${prefix}/lib/*/cmake/Torch)
    list(APPEND folders ${found})
  endforeach()
  foreach(python python3 python)
    execute_process(COMMAND ${python} -c "from importlib.util import find_spec; print(find_spec('torch').submodule_search_locations[0])"
                    OUTPUT_VARIABLE package OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
    if(failed EQUAL 0)
      list(APPEND folders ${package}/share/cmake/Torch)
    endif()
  endforeach()
  file(GLOB own ${CMAKE_SOURCE_DIR}/.deps/*/lib/python3*/site-packages/torch/share/cmake/Torch)
  file(GLOB debian /usr/lib/*/cmake/Torch)
  list(APPEND folders ${own} ${debian})
  list(REMOVE_DUPLICATES folders)
  set(existing "")
  foreach(folder IN LISTS folders)
    if(EXISTS ${folder}/TorchConfig.cmake)
      list(APPEND existing ${folder})
    elseif(given AND folder STREQUAL Torch_DIR)
      message(WARNING "Torch_DIR is ${folder}, where no TorchConfig.cmake is; it should be "
                      "<libtorch>/share/cmake/Torch. Looking elsewhere.")
    endif()
  endforeach()
  set(${result} ${existing} PARENT_SCOPE)
endfunction()

# What belongs to the LibTorch of a folder: root, includes, libraries, and the first part that is missing.
function(regnet_torch_parts folder)
  get_filename_component(root ${folder}/../../.. ABSOLUTE)
  if(root MATCHES "^/usr/lib")
    set(root /usr)
    get_filename_component(library_folder ${folder}/../.. ABSOLUTE)
  else()
    set(library_folder ${root}/lib)
  endif()
  set(libraries "")
  set(missing "")
  foreach(name torch torch_cpu c10)
    if(NOT missing AND NOT EXISTS ${library_folder}/lib${name}.so)
      set(missing ${library_folder}/lib${name}.so)
    endif()
    list(APPEND libraries ${library_folder}/lib${name}.so)
  endforeach()
  set(cuda_includes "")
  if(EXISTS ${library_folder}/libtorch_cuda.so)
    # Nothing calls into torch_cuda by name; the linker must keep it all the same, or there is no CUDA device.
    list(APPEND libraries ${library_folder}/libc10_cuda.so
         -Wl,--no-as-needed ${library_folder}/libtorch_cuda.so -Wl,--as-needed -Wl,--allow-shlib-undefined)
    # The headers of ATen/cuda need CUDA's: a toolkit's, or those that came with the wheel.
    find_package(CUDAToolkit QUIET)
    file(GLOB cuda_includes ${root}/../nvidia/*/include/cuda_runtime_api.h)
    list(TRANSFORM cuda_includes REPLACE "/cuda_runtime_api.h$" "")
    if(CUDAToolkit_FOUND)
      set(cuda_includes ${CUDAToolkit_INCLUDE_DIRS})
    endif()
  endif()
  set(torch_root ${root} PARENT_SCOPE)
  set(torch_includes ${root}/include ${root}/include/torch/csrc/api/include ${cuda_includes} PARENT_SCOPE)
  set(torch_cuda_headers "${cuda_includes}" PARENT_SCOPE)
  set(torch_libraries ${libraries} PARENT_SCOPE)
  set(torch_missing "${missing}" PARENT_SCOPE)
endfunction()

# The version of a LibTorch that compiles, links and runs a few lines, or nothing and the reason why not: a missing
# library, a wheel with the old C++ ABI, a header that this compiler does not read. Remembered until
# the library changes.
function(regnet_torch_version folder result)
  list(GET torch_libraries 1 library)
  file(TIMESTAMP ${library} stamp "%s")
  string(MD5 key "${folder} ${stamp} ${CMAKE_CXX_COMPILER} ${CMAKE_CXX_COMPILER_VERSION}")
  if(NOT DEFINED REGNET_TORCH_VERSION_${key})
    set(source ${CMAKE_BINARY_DIR}/generated/torch_probe.cpp)
    file(WRITE ${source} "#include <c10/core/Device.h>
#include <torch/version.h>
#include <cstdio>
#include <string>
int main() { return c10::Device(std::string(\"cpu\")).is_cpu() && std::puts(TORCH_VERSION) > 0 ? 0 : 1; }
")
    try_run(ran compiled SOURCES ${source} NO_CACHE
            CMAKE_FLAGS "-DINCLUDE_DIRECTORIES=${torch_includes}"
            LINK_OPTIONS -Wl,--no-as-needed LINK_LIBRARIES ${torch_libraries}
            CXX_STANDARD 20 COMPILE_OUTPUT_VARIABLE said RUN_OUTPUT_VARIABLE version)
    set(reason "")
    if(NOT compiled OR NOT ran EQUAL 0)
      string(REGEX MATCH "[^\n]*(error|undefined|cannot)[^\n]*" reason "${version}\n${said}")
      if(said MATCHES "undefined reference to [^\n]*cxx11")
        set(reason "it was built with the C++ ABI from before 2015")
      endif()
      set(version "")
    endif()
    string(STRIP "${version}" version)
    set(REGNET_TORCH_VERSION_${key} "${version}" CACHE INTERNAL "")
    set(REGNET_TORCH_REASON_${key} "${reason}" CACHE INTERNAL "")
  endif()
  set(torch_reason "${REGNET_TORCH_REASON_${key}}" PARENT_SCOPE)
  set(${result} "${REGNET_TORCH_VERSION_${key}}" PARENT_SCOPE)
endfunction()

set(REGNET_HAVE_TORCH OFF)
regnet_torch_candidates(regnet_torch_folders)
foreach(folder IN LISTS regnet_torch_folders)
  regnet_torch_parts(${folder})
  if(torch_missing)
    set(torch_reason "${torch_missing} is missing")
    set(REGNET_TORCH_VERSION "")
  else()
    regnet_torch_version(${folder} REGNET_TORCH_VERSION)
  endif()
  if(REGNET_TORCH_VERSION AND REGNET_TORCH_VERSION VERSION_LESS 1.13)
    set(torch_reason "${REGNET_TORCH_VERSION} is older than 1.13")
  elseif(REGNET_TORCH_VERSION)
    set(REGNET_HAVE_TORCH ON)
    break()
  endif()
  message(STATUS "regnet: LibTorch in ${torch_root} is passed over: ${torch_reason}")
endforeach()

if(REGNET_HAVE_TORCH)
  set(REGNET_TORCH_ROOT ${torch_root})
  add_library(regnet_torch INTERFACE)
  add_library(regnet::torch ALIAS regnet_torch)
  target_include_directories(regnet_torch SYSTEM INTERFACE ${torch_includes})
  target_link_libraries(regnet_torch INTERFACE ${torch_libraries})
  target_compile_definitions(regnet_torch INTERFACE _GLIBCXX_USE_CXX11_ABI=1)
  if(torch_cuda_headers)
    target_compile_definitions(regnet_torch INTERFACE REGNET_HAVE_CUDA_HEADERS)
  endif()
endif()
