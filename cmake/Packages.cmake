# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Debian packages, one a component: made by packaging/make_packages.sh, which builds with what Debian has. Here is
# what they are called and need; dpkg-shlibdeps finds the libraries.
set(REGNET_MAINTAINER "The RegNet Explorer authors <regnet-explorer@example.org>" CACHE STRING
    "Who answers for the packages: Name <address>")
set(REGNET_DEBIAN_REVISION 1 CACHE STRING "What follows the version in that of the Debian packages")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "${REGNET_MAINTAINER}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${REGNET_DEBIAN_REVISION})
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
# The first line of each description below is the package's summary; with this, CPack's own default, it is left so.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${CMAKE_PROJECT_NAME} built using CMake")
set(same_version "(= ${PROJECT_VERSION}-${REGNET_DEBIAN_REVISION})")

# The window does all that the command line does, and copies commands for it; the guide is in the latter's package.
set(CPACK_COMPONENTS_ALL regnet)
set(CPACK_COMPONENT_REGNET_DESCRIPTION "design network design spaces: the command line
Describes, samples, trains and compares populations of neural networks by the
method of the paper Designing Network Design Spaces (CVPR 2020): RegNets with
their stages and costs, design spaces and their sizes, inverse design, error
distributions with confidence bands and tests, the experiments of the paper
as studies, and a queue of trainings, here or on a cluster with Slurm.

Training needs the package regnet-worker, figures the package
regnet-explorer. The guide is in /usr/share/doc/regnet/guide.")
set(CPACK_DEBIAN_REGNET_PACKAGE_NAME regnet)
set(CPACK_DEBIAN_REGNET_PACKAGE_RECOMMENDS "regnet-worker, ca-certificates")
set(CPACK_DEBIAN_REGNET_PACKAGE_SUGGESTS "regnet-explorer, rsync, openssh-client")

if(TARGET regnet-worker)
  list(APPEND CPACK_COMPONENTS_ALL worker)
  set(CPACK_COMPONENT_WORKER_DESCRIPTION "design network design spaces: the program that trains
Trains and measures the networks that regnet and regnet-explorer queue, each
in a process of its own, with LibTorch. It needs neither a display nor a
database, so it is also what the nodes of a cluster run.")
  set(CPACK_DEBIAN_WORKER_PACKAGE_NAME regnet-worker)
  set(CPACK_DEBIAN_WORKER_PACKAGE_ENHANCES "regnet, regnet-explorer")
endif()

if(TARGET regnet-explorer)
  list(APPEND CPACK_COMPONENTS_ALL explorer)
  set(CPACK_COMPONENT_EXPLORER_DESCRIPTION "design network design spaces: the window
Move a slider and see a RegNet take shape, derive design spaces and see what
they hold, train populations of small networks in the background, compare
them as the paper Designing Network Design Spaces (CVPR 2020) does, by their
error distributions, and export figures that carry their provenance.

Training needs the package regnet-worker.")
  set(CPACK_DEBIAN_EXPLORER_PACKAGE_NAME regnet-explorer)
  set(CPACK_DEBIAN_EXPLORER_PACKAGE_DEPENDS "regnet ${same_version}, fonts-dejavu-core")
  set(CPACK_DEBIAN_EXPLORER_PACKAGE_RECOMMENDS "regnet-worker, qt6-wayland, qt6-translations-l10n, fonts-noto-cjk | fonts-nanum") # the last two: a Korean window
endif()

# Each package has copyright, both changelogs and, where packaging/make_sbom.py made one, a list of all that went
# into its program.
set(debian ${CMAKE_BINARY_DIR}/packaging/debian)
configure_file(packaging/debian/changelog.in ${debian}/changelog.Debian @ONLY)
configure_file(CHANGELOG.md ${debian}/changelog COPYONLY)
find_program(GZIP_PROGRAM gzip)
foreach(name changelog.Debian changelog)
  execute_process(COMMAND ${GZIP_PROGRAM} -9nkf ${debian}/${name})
endforeach()
foreach(component IN LISTS CPACK_COMPONENTS_ALL)
  string(TOUPPER ${component} upper)
  set(package ${CPACK_DEBIAN_${upper}_PACKAGE_NAME})
  install(FILES packaging/debian/copyright ${debian}/changelog.Debian.gz ${debian}/changelog.gz
          DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/doc/${package} COMPONENT ${component} EXCLUDE_FROM_ALL)
  install(FILES ${CMAKE_BINARY_DIR}/packaging/${package}.spdx.json
          DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/doc/${package} COMPONENT ${component} OPTIONAL EXCLUDE_FROM_ALL)
  if(EXISTS ${CMAKE_SOURCE_DIR}/packaging/debian/${package}.lintian-overrides)
    install(FILES packaging/debian/${package}.lintian-overrides RENAME ${package}
            DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/lintian/overrides COMPONENT ${component} EXCLUDE_FROM_ALL)
  endif()
endforeach()
include(CPack)
