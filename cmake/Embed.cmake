# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Compiles a text file into a target as regnet::embedded::<name>, a std::string_view.
# Adjacent literals keep each one below the length that compilers must accept.
function(regnet_embed target name file)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(SIZE ${file} size)
  set(body "")
  set(offset 0)
  while(offset LESS size)
    file(READ ${file} chunk OFFSET ${offset} LIMIT 60000 HEX)
    string(REGEX REPLACE "(..)" "\\\\x\\1" chunk "${chunk}")
    string(APPEND body "\"${chunk}\"\n")
    math(EXPR offset "${offset} + 60000")
  endwhile()
  set(source ${CMAKE_BINARY_DIR}/generated/embedded_${name}.cpp)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT
"#include <string_view>

namespace regnet::embedded {
extern const std::string_view @name@;
const std::string_view @name@{
@body@, @size@};
} // namespace regnet::embedded
")
  target_sources(${target} PRIVATE ${source})
endfunction()
