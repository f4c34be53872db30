# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A room is one folder and one library: static, but shared under the address sanitizer, where thirty tests with all of
# the house in each take 7 GB. (The thread sanitizer does not see in shared ones what tests/testing/tsan_qt.cpp tells it.)
# A room's headers are reached as "room/header.h", and only by the rooms that link it: each room's include directory
# holds a single link named after the room, so that an include that the design does not allow fails to build.

# One precompiled header for all: Qt Core as a whole and what the standard library is used for everywhere.
function(sheaf_precompile target)
  if(NOT TARGET sheaf_pch)
    set(stem ${CMAKE_BINARY_DIR}/sheaf_pch)
    file(WRITE ${stem}.cpp "// holds nothing but the precompiled header\n")
    add_library(sheaf_pch OBJECT ${stem}.cpp)
    set_target_properties(sheaf_pch PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
    target_link_libraries(sheaf_pch PRIVATE Qt6::Core)
    target_precompile_headers(sheaf_pch PRIVATE <QtCore/QtCore> <algorithm> <chrono> <expected> <functional> <map> <memory>
                                                <optional> <ranges> <stop_token> <vector>)
  endif()
  target_precompile_headers(${target} REUSE_FROM sheaf_pch)
endfunction()

# sheaf_room(NAME [SOURCES file...] [USES room...] [PRIVATE_USES room...] [LIBS lib...] [PRIVATE_LIBS lib...])
# USES are rooms whose types appear in this room's headers; PRIVATE_USES only in its sources.
function(sheaf_room name)
  cmake_parse_arguments(arg "" "" "SOURCES;USES;PRIVATE_USES;LIBS;PRIVATE_LIBS" ${ARGN})
  set(target sheaf_${name})
  add_library(${target} ${arg_SOURCES})
  set(view ${CMAKE_BINARY_DIR}/rooms/${name})
  file(MAKE_DIRECTORY ${view})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${view}/${name} SYMBOLIC)
  target_include_directories(${target} PUBLIC ${view})
  list(TRANSFORM arg_USES PREPEND sheaf_)
  list(TRANSFORM arg_PRIVATE_USES PREPEND sheaf_)
  target_link_libraries(${target} PUBLIC ${arg_USES} ${arg_LIBS} PRIVATE ${arg_PRIVATE_USES} ${arg_PRIVATE_LIBS})
  sheaf_precompile(${target})
endfunction()

# sheaf_test(ROOM NAME [USES room...] [LIBS lib...]): tests/ROOM/NAME.cpp, a Qt Test program named ROOM.NAME in ctest.
function(sheaf_test room name)
  cmake_parse_arguments(arg "" "" "USES;LIBS;LABELS" ${ARGN})
  set(target ${room}_${name})
  add_executable(${target} ${name}.cpp)
  list(TRANSFORM arg_USES PREPEND sheaf_)
  target_link_libraries(${target} PRIVATE ${arg_USES} ${arg_LIBS} sheaf_testing Qt6::Test)
  sheaf_precompile(${target})
  add_test(NAME ${room}.${name} COMMAND ${target})
  set(labels ${room} ${arg_LABELS})
  if(room MATCHES "^(net|store|pipeline)$")
    add_dependencies(sanitized ${target})
    list(APPEND labels sanitized)
  endif()
  # die_after_fork=0: the thread sanitizer takes a program that Qt starts from one of several threads for a fork that goes on.
  set_tests_properties(${room}.${name} PROPERTIES LABELS "${labels}" ENVIRONMENT
    "QT_QPA_PLATFORM=offscreen;SHEAF_SHARED=${CMAKE_SOURCE_DIR}/../shared;SHEAF_BIN=${CMAKE_RUNTIME_OUTPUT_DIRECTORY};QT_LOGGING_RULES=sheaf.*.debug=false;TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/tsan.supp:ignore_noninstrumented_modules=1:halt_on_error=1:die_after_fork=0")
endfunction()
