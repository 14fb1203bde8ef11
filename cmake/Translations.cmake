# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Every resources/translations/regnet_CODE.ts is a language of the window: compiled into `target` as
# :/translations/regnet_CODE.qm. The target update_translations brings new texts of the sources into all of them.
function(regnet_translations target)
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/translations/regnet_*.ts)
  set(compiled "")
  set(list "<RCC><qresource prefix=\"/translations\">\n")
  foreach(file IN LISTS files)
    get_filename_component(name ${file} NAME_WE)
    set(qm ${CMAKE_BINARY_DIR}/translations/${name}.qm)
    add_custom_command(OUTPUT ${qm} COMMAND Qt6::lrelease -silent ${file} -qm ${qm} DEPENDS ${file}
                       COMMENT "Compiling the language ${name}" VERBATIM)
    list(APPEND compiled ${qm})
    string(APPEND list "<file>${name}.qm</file>\n")
  endforeach()
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/translations)
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/translations/translations.qrc CONTENT "${list}</qresource></RCC>\n")
  set(resource ${CMAKE_BINARY_DIR}/translations/qrc_translations.cpp)
  add_custom_command(OUTPUT ${resource}
                     COMMAND Qt6::rcc --name translations --output ${resource}
                             ${CMAKE_BINARY_DIR}/translations/translations.qrc
                     DEPENDS ${compiled} ${CMAKE_BINARY_DIR}/translations/translations.qrc VERBATIM)
  target_sources(${target} PRIVATE ${resource})
  set_source_files_properties(${resource} PROPERTIES SKIP_AUTOGEN ON SKIP_PRECOMPILE_HEADERS ON)

  # English has only the texts with a number in them: "1 job", "2 jobs".
  set(english ${CMAKE_SOURCE_DIR}/resources/translations/regnet_en.ts)
  list(REMOVE_ITEM files ${english})
  set(update Qt6::lupdate widgets -I . -no-obsolete -no-ui-lines -locations none -tr-function-alias tr+=translated
      -silent)
  add_custom_target(update_translations
                    COMMAND ${update} -pluralonly -ts ${english} COMMAND ${update} -ts ${files}
                    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} VERBATIM)

  # What a translator without the sources begins with: every text, none translated. The files change when texts do.
  set(template ${CMAKE_BINARY_DIR}/translations/regnet.ts)
  list(REMOVE_AT update 0)
  add_custom_command(OUTPUT ${template}
                     COMMAND ${CMAKE_COMMAND} "-Dcommand=$<TARGET_FILE:Qt6::lupdate>;${update};-ts;${template}"
                             -Dfile=${template} -P ${CMAKE_SOURCE_DIR}/cmake/QuietCommand.cmake
                     DEPENDS ${files} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} VERBATIM
                     COMMENT "Collecting the texts of the window")
  add_custom_target(translation_template ALL DEPENDS ${template})
  set(REGNET_TRANSLATION_TEMPLATE ${template} CACHE INTERNAL "All texts of the window, for translators")
endfunction()
