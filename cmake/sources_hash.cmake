# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Writes HEADER with a hash of SOURCES: cmake -DHEADER=… -DSOURCES=… -P sources_hash.cmake
set(all "")
foreach(source ${SOURCES})
  file(SHA256 ${source} one)
  string(APPEND all ${one})
endforeach()
string(SHA256 hash "${all}")
string(SUBSTRING ${hash} 0 10 hash)
file(CONFIGURE OUTPUT ${HEADER} CONTENT "#pragma once\n#define SHEAF_CONVERSION_SOURCES \"${hash}\"\n" @ONLY)
