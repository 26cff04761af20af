# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
add_unit_test(tst_markdownspec LINKS render)
add_unit_test(tst_markdownstreaming LINKS render TIMEOUT 600)
add_unit_test(tst_markdowncost LINKS render)
add_unit_test(tst_markdowndocument LINKS render)
