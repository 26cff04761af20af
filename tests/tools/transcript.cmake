# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
add_executable(transcript_probe transcript_probe.cpp)
target_link_libraries(transcript_probe PRIVATE widgets test_support project_options)
add_test(NAME transcript_probe_speaks_json
    COMMAND transcript_probe ${CMAKE_SOURCE_DIR}/tests/data/markdown/tour.md 5 --png ${CMAKE_CURRENT_BINARY_DIR}/tour.png)
set_tests_properties(transcript_probe_speaks_json PROPERTIES TIMEOUT 120 ENVIRONMENT "QT_QPA_PLATFORM=offscreen"
    PASS_REGULAR_EXPRESSION "\"blocks\":")
