# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
# The functions of startorder.txt stand together in the program, so that the rest of it is not mapped along with them: 3 MiB less. The linker's
# own script is taken and names them before all others; where it shows none that we understand, or does not take it back, nothing is ordered.
# (A section of their own would need no copy, but Valgrind finds no names in it.)
set(START_ORDER ${CMAKE_CURRENT_SOURCE_DIR}/startorder.txt)
set(START_ORDER_SCRIPT ${CMAKE_CURRENT_BINARY_DIR}/startorder.ld)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${START_ORDER})

separate_arguments(flags UNIX_COMMAND "${CMAKE_CXX_FLAGS} ${CMAKE_EXE_LINKER_FLAGS} -Wl,-z,relro,-z,now")
# There is nothing to link, which is an error, but not before it has told.
execute_process(COMMAND ${CMAKE_CXX_COMPILER} ${flags} -Wl,--verbose OUTPUT_VARIABLE told ERROR_QUIET)
string(REGEX MATCH "=====\n(.*)\n=====" found "${told}")
set(script "${CMAKE_MATCH_1}")
string(FIND "${script}" "*(.text.unlikely" place)
if(found AND place GREATER 0)
    file(STRINGS ${START_ORDER} functions)
    list(TRANSFORM functions REPLACE "(.+)" "    *(.text.\\1)\n")
    list(JOIN functions "" functions)
    string(SUBSTRING "${script}" 0 ${place} before)
    string(SUBSTRING "${script}" ${place} -1 after)
    file(CONFIGURE OUTPUT ${START_ORDER_SCRIPT} CONTENT "${before}*(.text.startup .text.startup.*)\n${functions}    ${after}\n" @ONLY)
    set(CMAKE_REQUIRED_LINK_OPTIONS -Wl,-z,relro,-z,now -Wl,-T,${START_ORDER_SCRIPT})
    check_cxx_source_runs("int main() { return 0; }" HAS_START_ORDER)
    unset(CMAKE_REQUIRED_LINK_OPTIONS)
    if(HAS_START_ORDER)
        target_compile_options(grackle PRIVATE -ffunction-sections)
        target_link_options(grackle PRIVATE -Wl,-T,${START_ORDER_SCRIPT})
        set_property(TARGET grackle APPEND PROPERTY LINK_DEPENDS ${START_ORDER_SCRIPT})
    endif()
endif()
