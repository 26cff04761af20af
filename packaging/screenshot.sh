#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
#
# packaging/screenshot.sh [GRACKLE]     makes the README's pictures from the real window with the practice server, on a screen of its own:
#                                       resources/pictures/window-light.png and window-dark.png.
set -u
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd) || exit 1
program=${1:-$root/build/release/src/app/grackle}
[ -x "$program" ] || { echo "packaging/screenshot.sh: there is no $program; packaging/run.sh --version builds it." >&2; exit 1; }
output=$(mktemp -d) || exit 1
trap 'rm -rf "$output"' EXIT
for theme in light dark; do
    "$root/tests/journeys/run.sh" "$program" /bin/false "$output" "$root/packaging/screenshot.py" "$theme" \
        "$root/resources/pictures/window-$theme.png" || exit 1
done
