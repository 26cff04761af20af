#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
#
# tests/gallery/run.sh [FOLDER]
#
# Builds what is needed and writes pictures of everything a transcript can show to FOLDER (build/gallery): each page in light and dark, at 1x and 2x.
# GRACKLE_BUILD_DIR names another build folder than build; GALLERY_ONLY a part of the names of the pages that are wanted.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=${GRACKLE_BUILD_DIR:-$root/build}
folder=${1:-$build/gallery}
[ -f "$build/CMakeCache.txt" ] || cmake -S "$root" -B "$build" -G Ninja -DBUILD_TESTING=ON
cmake --build "$build" --target gallery
export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}
"$build/tests/gallery/gallery" "$folder" --only "${GALLERY_ONLY:-}"
echo "The pictures are in $folder."
