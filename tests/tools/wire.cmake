# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
add_executable(stream_probe stream_probe.cpp)
target_link_libraries(stream_probe PRIVATE api project_options)

add_executable(loopback_server loopback_server.cpp)
target_link_libraries(loopback_server PRIVATE loopback_support project_options)
