# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Where everything is built from nothing, sources of one target are compiled several at a time: the same headers are
# read and the same templates made once for all of them. Never together are sources of which one knows a name that the
# other has in an unnamed namespace, so that each means what it means alone; nor one that defines macros.

# Sets of a source `<prefix>_hidden`, the names in its unnamed namespaces, and `<prefix>_called`, these and the
# functions that it calls by their names alone.
function(regnet_names_of source prefix)
  file(READ ${source} text)
  string(REPLACE "} // namespace\n" "}namespace\n" text "${text}")
  string(REGEX REPLACE "//[^\n]*" "" text "${text}")
  string(REPLACE "(" "( " spaced "${text}") # no character belongs to two matches
  string(REGEX MATCHALL "[^.>:A-Za-z_0-9][A-Za-z_][A-Za-z_0-9]*[(]" called "${spaced}")
  list(TRANSFORM called REPLACE "[^A-Za-z_0-9]" "")
  list(REMOVE_DUPLICATES called)
  set(hidden "")
  string(REGEX REPLACE "[][\\;]" "(" text "${text}") # what CMake's lists stumble over
  string(REPLACE "\n" ";" lines "${text}")
  set(is_inside NO)
  foreach(line IN LISTS lines)
    if(line STREQUAL "namespace {")
      set(is_inside YES)
    elseif(line STREQUAL "}namespace")
      set(is_inside NO)
    elseif(line MATCHES "^[A-Z_]+[(]|^using [A-Za-z_0-9:]+[(]") # TEST_F(…), and what several may say: using a::b;
    elseif(is_inside AND line MATCHES "^[A-Za-z]")
      string(REGEX MATCHALL "[A-Za-z_][A-Za-z_0-9]*([({]| [=:]|$)" found "${line}")
      foreach(name IN LISTS found)
        string(REGEX REPLACE "[^A-Za-z_0-9]" "" name "${name}")
        list(APPEND hidden ${name})
      endforeach()
    endif()
  endforeach()
  list(REMOVE_DUPLICATES hidden)
  set(${prefix}_hidden "${hidden}" PARENT_SCOPE)
  set(${prefix}_called ";${called};${hidden};" PARENT_SCOPE)
endfunction()

# Appends to `group`, an open one of the caller's, or opens one: none whose sources and this one know hidden names
# of each other.
macro(regnet_choose_group)
  set(mine "")
  list(JOIN own_hidden "|" own_pattern)
  foreach(group IN LISTS open)
    list(JOIN hidden_${group} "|" pattern)
    if((NOT own_pattern OR NOT "${called_${group}}" MATCHES ";(${own_pattern});") AND
       (NOT pattern OR NOT "${own_called}" MATCHES ";(${pattern});"))
      set(mine ${group})
      break()
    endif()
  endforeach()
  if(NOT mine)
    math(EXPR groups "${groups} + 1")
    set(mine ${groups})
    list(APPEND open ${mine})
    list(LENGTH open opened)
    if(opened GREATER 12) # the oldest has had its chances
      list(POP_FRONT open)
    endif()
  endif()
  string(APPEND called_${mine} "${own_called}")
  list(APPEND hidden_${mine} ${own_hidden})
  list(APPEND sources_${mine} ${source})
endmacro()

# Sets `united` to the sources of a target that may be compiled with others.
function(regnet_list_united target)
  get_target_property(sources ${target} SOURCES)
  get_target_property(folder ${target} SOURCE_DIR)
  set(united "")
  foreach(source IN LISTS sources)
    get_filename_component(source ${source} ABSOLUTE BASE_DIR ${folder})
    if(NOT source MATCHES "[.]cpp$" OR source MATCHES "^${CMAKE_BINARY_DIR}/")
      continue()
    endif()
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source}) # its names may change
    file(STRINGS ${source} macros REGEX "^ *# *(define|undef) ")
    if(NOT macros)
      list(APPEND united ${source})
    endif()
  endforeach()
  set(united "${united}" PARENT_SCOPE)
endfunction()

# Called when the target has all its sources; up to `size` of them make a unit. A third argument is a pattern: sources
# that match it are never in a unit with one that does not. (Of a library a program links whole units, and all that
# these need.)
function(regnet_unite target size)
  if(NOT REGNET_UNITY)
    return()
  endif()
  regnet_list_united(${target})
  set(rest ${united})
  set(parts rest)
  if(ARGN)
    set(apart ${united})
    list(FILTER apart INCLUDE REGEX ${ARGN})
    list(FILTER rest EXCLUDE REGEX ${ARGN})
    list(PREPEND parts apart)
  endif()
  set(groups 0)
  foreach(part IN LISTS parts)
    set(open "")
    foreach(source IN LISTS ${part})
      regnet_names_of(${source} own)
      regnet_choose_group()
      set_source_files_properties(${source} TARGET_DIRECTORY ${target} PROPERTIES UNITY_GROUP ${target}_${mine})
      list(LENGTH sources_${mine} count)
      if(count EQUAL size)
        list(REMOVE_ITEM open ${mine})
      endif()
    endforeach()
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  # A name of another source may be hidden, one of the same function not. Of a source's own the build of dev tells.
  target_compile_options(${target} PRIVATE -Wno-shadow $<$<CXX_COMPILER_ID:GNU>:-Wshadow=local>)
endfunction()
