# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What is installed and where. Components are the Debian packages: regnet, worker, explorer; "licence" is what
# Debian has in another place. The programs look for each other in the folder that they are in.
include(GNUInstallDirs)

# The name under which software centres know the program. It has the form of a web address read backwards, but none
# is claimed; who publishes the program under an address of their own sets it.
set(REGNET_APPLICATION_ID org.regnet_explorer.RegNetExplorer CACHE STRING "AppStream's id of the window")

set(doc ${CMAKE_INSTALL_DATAROOTDIR}/doc)
set(resources ${CMAKE_SOURCE_DIR}/resources)
set(desktop ${CMAKE_SOURCE_DIR}/packaging/desktop)

# A program of ours with its man pages and completions.
function(regnet_install_program program component)
  install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT ${component})
  if(REGNET_SANITIZE)
    return()
  endif()
  if(program STREQUAL regnet)
    install(DIRECTORY ${REGNET_MANUAL_DIR}/man1 DESTINATION ${CMAKE_INSTALL_MANDIR} COMPONENT ${component}
            FILES_MATCHING PATTERN "*.1.gz"
            PATTERN "regnet-worker.1.gz" EXCLUDE PATTERN "regnet-explorer.1.gz" EXCLUDE)
  else()
    install(FILES ${REGNET_MANUAL_DIR}/man1/${program}.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1
            COMPONENT ${component})
  endif()
  set(share ${CMAKE_INSTALL_DATAROOTDIR})
  install(FILES ${REGNET_MANUAL_DIR}/bash/${program}
          DESTINATION ${share}/bash-completion/completions COMPONENT ${component})
  install(FILES ${REGNET_MANUAL_DIR}/zsh/_${program}
          DESTINATION ${share}/zsh/vendor-completions COMPONENT ${component})
  install(FILES ${REGNET_MANUAL_DIR}/fish/${program}.fish
          DESTINATION ${share}/fish/vendor_completions.d COMPONENT ${component})
endfunction()

regnet_install_program(regnet regnet)
install(DIRECTORY docs/guide docs/images DESTINATION ${doc}/regnet COMPONENT regnet PATTERN "*-200.png" EXCLUDE)
install(FILES docs/data-set.md docs/file-formats.md docs/performance.md docs/reliability.md DESTINATION ${doc}/regnet COMPONENT regnet)
install(FILES LICENSE README.md DESTINATION ${doc}/regnet COMPONENT licence)

if(TARGET regnet-worker)
  # pip's LibTorch is found where it was when this was built. CMake would leave it out, because .deps/ is in the
  # sources. Debian's is where the system looks. The build's program has the same search path from the start: to
  # one that it means to change later CMake adds an empty entry, and that is the folder the program is started in.
  set_target_properties(regnet-worker PROPERTIES BUILD_WITH_INSTALL_RPATH ON)
  if(NOT REGNET_TORCH_ROOT STREQUAL /usr)
    set_target_properties(regnet-worker PROPERTIES INSTALL_RPATH ${REGNET_TORCH_ROOT}/lib)
  endif()
  regnet_install_program(regnet-worker worker)
endif()

if(TARGET regnet-explorer)
  regnet_install_program(regnet-explorer explorer)
  install(FILES ${desktop}/regnet-explorer.desktop
          DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/applications COMPONENT explorer)
  install(FILES ${desktop}/regnet-explorer.xml
          DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/mime/packages COMPONENT explorer)
  set(metainfo ${CMAKE_BINARY_DIR}/packaging/${REGNET_APPLICATION_ID}.metainfo.xml)
  configure_file(${desktop}/metainfo.xml.in ${metainfo} @ONLY)
  install(FILES ${metainfo} DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/metainfo COMPONENT explorer)
  set(icons ${CMAKE_INSTALL_DATAROOTDIR}/icons/hicolor)
  foreach(size 16 24 32 48 64 128 256 512)
    install(FILES ${resources}/icons/regnet-explorer-${size}.png DESTINATION ${icons}/${size}x${size}/apps
            RENAME regnet-explorer.png COMPONENT explorer)
  endforeach()
  install(FILES ${resources}/icons/regnet-explorer.svg DESTINATION ${icons}/scalable/apps COMPONENT explorer)
  # The window looks for more languages in this folder, share/ beside its bin/: widgets/language.cpp.
  install(FILES ${REGNET_TRANSLATION_TEMPLATE} ${resources}/translations/README.md
          DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/regnet-explorer/translations COMPONENT explorer)
endif()
