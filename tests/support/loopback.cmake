# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
# The test double of the wire, for tests that link Qt Network: target_link_libraries(tst_x PRIVATE loopback_support).
add_library(loopback_support STATIC EXCLUDE_FROM_ALL
    ${CMAKE_CURRENT_LIST_DIR}/loopbackconnection.cpp ${CMAKE_CURRENT_LIST_DIR}/loopbackconnection.h
    ${CMAKE_CURRENT_LIST_DIR}/loopbackfaults.cpp ${CMAKE_CURRENT_LIST_DIR}/loopbackfaults.h
    ${CMAKE_CURRENT_LIST_DIR}/loopbackserver.cpp ${CMAKE_CURRENT_LIST_DIR}/loopbackserver.h)
target_include_directories(loopback_support PUBLIC ${CMAKE_CURRENT_LIST_DIR})
target_link_libraries(loopback_support PUBLIC Qt6::Network PRIVATE project_options)
