#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
#
# packaging/test.sh [--quick]     installs what the tests need, builds with warnings as errors, runs every test, checks the
#                                 package, and does it all again under the sanitizers (not with --quick).
#
# The last line is "N passed, N failed"; the exit status is 0 when nothing failed. What each step printed is in build/test-logs.
set -u
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd) || exit 1
cd -- "$root" || exit 1
logs="$root/build/test-logs"
jobs=$(nproc 2>/dev/null || echo 2)
passed=0
failed=0

say() { printf 'packaging/test.sh: %s\n' "$*"; }

finish() {
    printf '%d passed, %d failed\n' "$passed" "$failed"
    [ "$failed" -eq 0 ]
    exit
}

# step NAME COMMAND...   one check; its output goes to a file and its end is shown when it fails.
step() {
    local name=$1 started=$SECONDS log="$logs/${1// /-}.log"
    shift
    if "$@" >"$log" 2>&1 </dev/null; then
        passed=$((passed + 1))
        say "ok      $name ($((SECONDS - started)) s)"
        return 0
    fi
    failed=$((failed + 1))
    say "FAILED  $name ($((SECONDS - started)) s); the end of $log:"
    tail -n 60 "$log" | cut -c 1-300
    return 1
}

# The tests' own count goes into the sum; what a failing test printed is shown.
run_tests() {
    local preset=$1 started=$SECONDS log="$logs/tests-$1.log" line bad all
    shift
    # Nothing of this desktop may reach the tests: no display, no bus, no key.
    env -u DISPLAY -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS -u XAI_API_KEY \
        ASAN_OPTIONS=detect_leaks=1 LSAN_OPTIONS="suppressions=$root/tests/support/leaks.supp:print_suppressions=0" UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1 \
        ctest --preset "$preset" -j "$jobs" "$@" >"$log" 2>&1 </dev/null
    line=$(grep -E 'tests passed, [0-9]+ tests? failed out of [0-9]+' "$log" | tail -n 1)
    if [[ "$line" =~ ([0-9]+)\ tests?\ failed\ out\ of\ ([0-9]+) ]]; then
        bad=${BASH_REMATCH[1]}
        all=${BASH_REMATCH[2]}
    else
        bad=1
        all=1
    fi
    passed=$((passed + all - bad))
    failed=$((failed + bad))
    say "$preset tests: $((all - bad)) passed, $bad failed ($((SECONDS - started)) s)"
    [ "$bad" -eq 0 ] && return 0
    grep -E '^FAIL!|^XPASS|   Loc: \[|ERROR: |runtime error|\*\*\*Failed|\*\*\*Timeout|\*\*\*Exception|AssertionError|JOURNEY' "$log" | cut -c 1-300 | head -n 80
    sed -n '/The following tests FAILED/,$p' "$log"
    return 1
}

configure() { cmake --preset "$1"; }
build() { cmake --build --preset "$1" --parallel "$jobs"; }
headers_compile_alone() { cmake --build --preset ci --parallel "$jobs" --target all_verify_interface_header_sets; }

make_package() {
    rm -rf "$root/build/package" && mkdir -p "$root/build/package" || return 1
    # A stricter umask would get into the package's folders.
    (umask 022 && cpack --config "$root/build/ci/CPackConfig.cmake" -G DEB -B "$root/build/package")
}

package_is_clean() {
    local user=()
    [ "$(id -u)" -eq 0 ] && user=(--allow-root)
    lintian "${user[@]}" --fail-on error,warning --info "$root"/build/package/*.deb
}

package_is_complete() {
    local deb part missing=0 listing
    deb=$(echo "$root"/build/package/*.deb)
    listing=$(dpkg-deb -c "$deb") || return 1
    for part in usr/bin/grackle usr/share/applications/org.grackle.Grackle.desktop usr/share/metainfo/org.grackle.Grackle.metainfo.xml \
        usr/share/mime/packages/org.grackle.Grackle.xml usr/share/man/man1/grackle.1.gz usr/share/doc/grackle/copyright \
        usr/share/doc/grackle/changelog.gz usr/share/icons/hicolor/scalable/apps/org.grackle.Grackle.svg \
        usr/share/icons/hicolor/256x256/apps/org.grackle.Grackle.png; do
        grep -q "/$part\$" <<<"$listing" || { echo "not in the package: $part"; missing=1; }
    done
    for part in libqt6svg6 libsecret-1-0 ca-certificates libsqlite3-0 libqt6keychain1; do
        dpkg-deb -f "$deb" Depends | grep -q "$part" || { echo "not among the dependencies: $part"; missing=1; }
    done
    return "$missing"
}

quick=no
for argument in "$@"; do
    case "$argument" in
        --quick) quick=yes ;;
        *) say "Unknown option $argument. Usage: packaging/test.sh [--quick]"; exit 2 ;;
    esac
done

"$root/packaging/deps.sh" test || exit 1
mkdir -p "$logs" || { say "The folder $root/build cannot be written."; exit 1; }

say "Building with warnings as errors (build/ci); the first time takes some minutes."
{ step "configure ci" configure ci && step "build ci" build ci; } || finish
step "headers compile alone" headers_compile_alone
run_tests ci
step "make the package" make_package && {
    step "package is clean" package_is_clean
    step "package is complete" package_is_complete
}

if [ "$quick" = no ]; then
    say "Building with the address and undefined behaviour sanitizers (build/asan)."
    step "configure asan" configure asan && step "build asan" build asan && run_tests asan
fi
finish
