# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
add_unit_test(tst_mathformula LINKS render)
