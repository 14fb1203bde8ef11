# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What this build will be able to do, in lines that run.sh shows too. Called after everything was added.
function(regnet_summary)
  set(REGNET_CAN_TRAIN ${REGNET_HAVE_TORCH} CACHE INTERNAL "For run.sh: a LibTorch that works was found")
  if(REGNET_BUILD_GUI)
    message(STATUS "regnet: window    yes: Qt ${Qt6_VERSION}, QCustomPlot")
  else()
    message(STATUS "regnet: window    no: REGNET_BUILD_GUI is off")
  endif()
  if(REGNET_HAVE_TORCH)
    string(REPLACE "${CMAKE_SOURCE_DIR}/" "" root "${REGNET_TORCH_ROOT}")
    message(STATUS "regnet: training  yes: LibTorch ${REGNET_TORCH_VERSION} in ${root}")
  elseif(REGNET_BUILD_GPU)
    message(STATUS "regnet: training  no: no LibTorch that works was found, so regnet-worker is not built. "
                   "./run.sh installs one; -DTorch_DIR=<libtorch>/share/cmake/Torch names yours")
  else()
    message(STATUS "regnet: training  no: REGNET_BUILD_GPU is off")
  endif()
  if(REGNET_BUILD_TESTS)
    message(STATUS "regnet: tests     yes")
  endif()
endfunction()
