#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
#
# packaging/run.sh [ARGUMENT...]     installs what is missing, builds, and starts grackle with the arguments.
#
# Standard output belongs to the program: packaging/run.sh ask --practice "What is 2 + 2?" prints the answer and nothing else.
# Without a display and with CI=true the window is opened off screen as a check that it comes up, and closed again.
set -u
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd) || exit 1
program="$root/build/release/src/app/grackle"

say() { printf 'packaging/run.sh: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

is_for_the_terminal() {
    local argument
    for argument in "$@"; do
        case "$argument" in ask|list|search|export|import|delete|--help|-h|--version|-v) return 0 ;; esac
    done
    return 1
}

has_display() {
    [ -n "${WAYLAND_DISPLAY:-}${DISPLAY:-}${QT_QPA_PLATFORM:-}" ] || [ "$(uname -s)" != Linux ]
}

build() {
    local log="$root/build/release/build.log"
    mkdir -p "$root/build/release" || fail "The folder $root/build cannot be written."
    if [ ! -f "$root/build/release/build.ninja" ]; then
        say "Configuring build/release."
        (cd "$root" && cmake --preset release) >"$log" 2>&1 \
            || fail "Configuring failed: $(grep -m 1 -A 2 'CMake Error' "$log" | tr '\n' ' ') (all of it: $log)"
    fi
    [ -x "$program" ] || say "Building; the first time takes a few minutes."
    (cd "$root" && cmake --build --preset release) >"$log" 2>&1 \
        || fail "Building failed: $(grep -m 1 -E 'error:|FAILED:|CMake Error' "$log") (all of it: $log)"
}

# The performance log tells when the window can be used.
check_off_screen() {
    local folder pid status=1 waited=0
    folder=$(mktemp -d) || fail "No folder for temporary files."
    QT_QPA_PLATFORM=offscreen "$program" --practice --data-dir "$folder/data" --trace "$folder/trace" "$@" >&2 &
    pid=$!
    while [ "$waited" -lt 150 ] && kill -0 "$pid" 2>/dev/null; do
        if grep -q '"usable"' "$folder/trace" 2>/dev/null; then status=0; break; fi
        sleep 0.2
        waited=$((waited + 1))
    done
    kill "$pid" 2>/dev/null
    wait "$pid" 2>/dev/null
    rm -rf "$folder"
    [ "$status" -eq 0 ] || fail "The window did not come up."
    say "The window came up off screen and was closed again."
    exit 0
}

"$root/packaging/deps.sh" run || exit 1
build
if ! is_for_the_terminal "$@" && ! has_display; then
    [ "${CI:-}" = true ] && check_off_screen "$@"
    fail "The window needs a display, and there is none here. In a terminal: packaging/run.sh ask --practice \"What is 2 + 2?\""
fi
exec "$program" "$@"
